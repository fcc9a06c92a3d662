"""Every feed of the sample newspaper, read as feed readers read it."""

import json
import re
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import feedparser
import pytest
from selectolax.lexbor import LexborHTMLParser

from built_sites import ADDRESS, Site

Facts = dict[str, Any]

ENTRY = ("id", "link", "title", "published_parsed", "content", "authors")
"""What a reader of feeds shows of an entry."""


def gaps(feed: bytes) -> list[str]:
    """Give what a feed in XML lacks: what feedparser complains of, then what is missing from it and its entries."""
    read = feedparser.parse(feed)
    complaint = [str(read.bozo_exception)] if read.bozo else []
    wanted = ENTRY if read.version == "rss20" else (*ENTRY, "updated_parsed")
    of_feed = [name for name in ("title", "link", "subtitle", "language") if not read.feed.get(name)]
    of_entries = [f"{entry.get('title')}: {name}" for entry in read.entries for name in wanted if not entry.get(name)]
    nameless = [entry.title for entry in read.entries for author in entry.get("authors", ()) if not author.get("name")]
    # Without a link feedparser takes the id for one.
    lost = [
        entry.get("id") for entry in read.entries if "alternate" not in {link.rel for link in entry.get("links", ())}
    ]
    return [*complaint, *of_feed, *of_entries, *nameless, *lost]


def gaps_of_json(feed: Facts) -> list[str]:
    """Give what a JSON Feed lacks of what https://www.jsonfeed.org/version/1.1/ asks for, and what it has wrongly."""
    wrong = [] if feed.get("version") == "https://jsonfeed.org/version/1.1" else ["version"]
    wrong += [name for name in ("title", "home_page_url", "feed_url") if not _is_text(feed.get(name))]
    wrong += [] if isinstance(feed.get("items"), list) else ["items"]
    return [*wrong, *(gap for item in feed.get("items", ()) for gap in _gaps_of_item(item))]


def _gaps_of_item(item: Facts) -> list[str]:
    fine: dict[str, bool] = {
        "id": _is_text(item.get("id")),
        "url": str(item.get("url")).startswith("https://"),
        "title": _is_text(item.get("title")),
        "content": _is_text(item.get("content_html")) or _is_text(item.get("content_text")),
        "dates": all(_is_moment(item.get(name)) for name in ("date_published", "date_modified")),
        "authors": all(set(each) & {"name", "url", "avatar"} for each in item.get("authors") or [{}]),
        "tags": all(map(_is_text, item.get("tags", ()))),
        "image": str(item.get("image", "https://")).startswith("https://"),
        "attachments": all(_is_text(file.get("url")) and _is_text(file.get("mime_type"))
                           for file in item.get("attachments", ())),
        "sizes": all(isinstance(file.get("size_in_bytes", 0), int) for file in item.get("attachments", ())),
    }  # fmt: skip
    return [name for name, is_fine in fine.items() if not is_fine]


def _is_text(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _is_moment(value: object) -> bool:
    return isinstance(value, str) and datetime.fromisoformat(value).tzinfo is not None


def folders(sample: Site) -> list[Path]:
    return sorted(path for path in sample.output.rglob("feed") if path.is_dir())


def test_every_feed_is_there(sample: Site) -> None:
    """The newspaper and each section, topic and writer has a feed in all three forms; pages name no other."""
    pages = sample.pages()
    named = {link.attributes["href"] for page in pages.values()
             for link in page.css('link[rel="alternate"][type^="application/"]')}  # fmt: skip
    terms = [page for page in pages if page.startswith(("category/", "tag/", "author/"))]
    homes = {page.partition("/page/")[0].removesuffix("/index.html") for page in terms}

    assert sorted(["feed", *(f"{home}/feed" for home in homes)]) == sorted(
        str(folder.relative_to(sample.output)) for folder in folders(sample)
    )
    for folder in folders(sample):
        files = [str(path.relative_to(folder)) for path in sorted(folder.rglob("*.*"))]
        assert ["atom/index.xml", "index.xml", "json/index.json"] == files
    assert {"/feed/index.xml", "/feed/atom/index.xml", "/feed/json/index.json"} < named
    assert not [address for address in named if not (sample.output / unquote(str(address)).lstrip("/")).is_file()]


def test_xml(sample: Site) -> None:
    """No feed of RSS or Atom has a fault, and each entry has all that readers show."""
    feeds = [path for folder in folders(sample) for path in folder.rglob("*.xml")]
    found = {str(path.relative_to(sample.output)): gaps(path.read_bytes()) for path in feeds}

    assert len(found) > 100
    assert {} == {place: lacking for place, lacking in found.items() if lacking}


def test_json(sample: Site) -> None:
    """Every JSON Feed is one of version 1.1, and knows its own address."""
    feeds = {path: json.loads(path.read_text(encoding="utf-8")) for folder in folders(sample)
             for path in folder.rglob("*.json")}  # fmt: skip

    assert len(feeds) > 50
    assert {} == {str(path): gaps_of_json(feed) for path, feed in feeds.items() if gaps_of_json(feed)}
    assert {f"{ADDRESS}/{path.relative_to(sample.output).as_posix()}" for path in feeds} == {
        unquote(feed["feed_url"]) for feed in feeds.values()
    }


def test_forms_agree(sample: Site) -> None:
    """The three forms of a feed hold the same whole articles in the same order, under the same ids and addresses."""
    for folder in folders(sample):
        rss, atom = (feedparser.parse((folder / name).read_bytes()).entries for name in ("index.xml", "atom/index.xml"))
        items = json.loads((folder / "json/index.json").read_text(encoding="utf-8"))["items"]
        assert items
        told = [(item["id"], item["url"], item["title"], _words(item["content_html"])) for item in items]
        for entries in (rss, atom):
            assert told == [(each.id, each.link, each.title, _words(each.content[0].value)) for each in entries]


def _words(html: str) -> list[str]:
    return LexborHTMLParser(html).body.text(separator=" ").split()  # type: ignore[union-attr]  # HTML5 has a body always


def test_whole_articles(sample: Site) -> None:
    """An entry holds every paragraph of its article, and all its addresses name a host."""
    items = [item for folder in folders(sample)
             for item in json.loads((folder / "json/index.json").read_text(encoding="utf-8"))["items"]]  # fmt: skip
    contents = {item["url"]: LexborHTMLParser(item["content_html"]) for item in items}

    assert len(contents) > 40
    for address, content in contents.items():
        shown = sample.page(unquote(address.removeprefix(ADDRESS))).css(".body p")
        assert shown, address
        assert {node.text() for node in shown} <= {node.text() for node in content.css("p")}, address
        places = [node.attributes.get(name) or "" for name in ("href", "src") for node in content.css(f"[{name}]")]
        assert [] == [place for place in places if not place.startswith(("http", "#", "mailto:"))]


@pytest.mark.parametrize("name", ["index.xml", "atom/index.xml"])
@pytest.mark.parametrize("spoil", [
    lambda text: text[: len(text) // 2],
    lambda text: text.replace("<title>", "<title>&unknown;"),
    lambda text: text.replace("title>", "subject>"),
    lambda text: text.replace("<link", "<lost").replace("</link>", "</lost>"),
    lambda text: text.replace("guid", "uuid").replace("id>", "uid>"),
    lambda text: text.replace("pubDate>", "day>").replace("published>", "day>"),
    lambda text: text.replace("creator>", "maker>").replace("author>", "maker>"),
    lambda text: re.sub("content(:encoded)?>", "lost>", text).replace("<content ", "<lost "),
    lambda text: re.sub("(pubDate|published)>[^<]+", r"\1>soon", text),
])  # fmt: skip
def test_mistakes(sample: Site, name: str, spoil: Callable[[str], str]) -> None:
    """A feed with a mistake in it does not pass."""
    text = (sample.output / "feed" / name).read_text(encoding="utf-8")

    assert [] == gaps(text.encode())
    assert gaps(spoil(text).encode())


@pytest.mark.parametrize("wrong", [
    {"id": ""}, {"id": 7}, {"url": "/2024/"}, {"title": None}, {"content_html": ""}, {"image": "/a.jpg"}, {"tags": [7]},
    {"date_published": "2024-11-24T08:00:00"}, {"date_modified": None},
    {"authors": []}, {"authors": [{"email": "a@b.example"}]},
    {"attachments": [{"url": "https://a.example/"}]}, {"attachments": [{"mime_type": "audio/mpeg"}]},
    {"attachments": [{"url": "https://a.example/", "mime_type": "audio/mpeg", "size_in_bytes": "7"}]},
])  # fmt: skip
def test_mistakes_in_json(sample: Site, wrong: Facts) -> None:
    """A JSON Feed with a mistake in an item does not pass, nor does one without a version, a title or items."""
    feed = json.loads((sample.output / "feed/json/index.json").read_text(encoding="utf-8"))
    first, *others = feed["items"]

    assert gaps_of_json(feed | {"items": [first | wrong, *others]})
    for name in ("version", "title", "items"):
        assert [name] == gaps_of_json({key: value for key, value in feed.items() if key != name})
