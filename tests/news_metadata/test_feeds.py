"""Feeds, read as feed readers read them."""

import json
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import feedparser
import pytest

from built_sites import Site, build, write
from news_metadata.entries import Entry
from news_metadata.feeds import Channel, feed_files, newest
from news_metadata.files import PublishedFiles
from news_metadata.newspaper import Newspaper
from news_metadata.newsroom import Newsroom
from news_metadata.stories import Story, read_story

HOME = "https://courier.example"
HOSTILE = '</script><b>]]>\' & "fish"'
PAPER = Newspaper("The Gull", address="https://gull.example", feed_address="https://gull.example",
                  old_address="https://gull.example")  # fmt: skip
NOTHING = PublishedFiles(Path("/nowhere"), ())


def parsed(site: Site, address: str) -> Any:  # noqa: ANN401  # feedparser has no types
    feed = feedparser.parse((site.output / address.strip("/")).read_bytes())
    assert not feed.bozo, feed.get("bozo_exception")
    return feed


def as_json(site: Site, address: str) -> Any:  # noqa: ANN401  # whatever JSON holds
    return json.loads((site.output / address.strip("/")).read_text(encoding="utf-8"))


def entry(title: str, **more: object) -> Story:
    content = SimpleNamespace(
        title=title, url=title + "/", status="published", metadata={"summary": title},
        date=datetime(2024, 1, 1, tzinfo=UTC), content=f"<p>{title}</p>", **more,
    )  # fmt: skip
    content.get_content = lambda _: content.content
    return read_story(content)


def texts(*stories: Story, paper: Newspaper = PAPER) -> dict[str, str]:
    return dict(feed_files([Channel("The Gull", "News", "/", stories)], paper, NOTHING))


class Memory(dict[bytes, Entry]):
    """What builds remember."""

    def recall(self, name: str, key: bytes, make: Callable[[], Entry]) -> Entry:
        """Give what was made for the key once, or make it."""
        assert "news_metadata" == name
        if key not in self:
            self[key] = make()
        return self[key]


def test_remembered() -> None:
    """An entry that an earlier build made is the same one; one of which a word changed is made anew."""
    memory = Memory()

    def feeds(*stories: Story) -> dict[str, str]:
        return dict(feed_files([Channel("The Gull", "News", "/", stories)], PAPER, NOTHING, memory))

    assert texts(entry("Tram")) == feeds(entry("Tram")) == feeds(entry("Tram"))
    assert 1 == len(memory)
    changed = entry("Tram")
    changed.content.content = "<p>Trams</p>"
    assert texts(changed) == feeds(changed)
    assert 2 == len(memory)


@pytest.mark.parametrize("form", ["/feed/index.xml", "/feed/atom/index.xml"])
def test_all(site: Site, form: str) -> None:
    """Both forms of XML hold the dated articles, the newest first, whole, under WordPress's guids."""
    feed = parsed(site, form)

    assert [
        "http://old.example/?p=77", "http://older.example/?p=9", f"{HOME}/2024/10/tram/", f"{HOME}/2024/10/copy/",
    ] == [entry.id for entry in feed.entries]  # fmt: skip
    assert ["سوق السمك", "トラムが戻った"] == [entry.title for entry in feed.entries[1:3]]
    hostile = feed.entries[0]
    assert f"{HOME}/2024/11/hostile/" == hostile.link
    assert ['Perpetua "Pep" Lowe', "Ben Farrow"] == [author.name for author in hostile.authors]
    assert ["Local & near", "Opinion", "a<b", "トラム"] == [tag.term for tag in hostile.tags]
    assert (2024, 11, 2, 5, 30) == tuple(hostile.published_parsed)[:5]
    body = hostile.content[0].value
    assert f'href="{HOME}/about/"' in body
    assert "Words ]]&gt; &amp;" in body


BODIES = {
    "live": "Before.\n\n## 14:32 It *moves* & rings\n\nThe <bell>.\n\n## 14:40\n\nStill.\n",
    "gallery": "![One](/wp-content/1.jpg)\n*A & b*\n\n![Two](/wp-content/2.jpg)\n",
    "video": "[![Poster](/wp-content/p.jpg)](https://www.youtube.com/watch?v=dQw4w9WgXcQ)\n*Moving*\n",
    "audio": '<audio controls src="/wp-content/horn.mp3"></audio>\n',
    "opinion": "<!-- pullquote -->\n> Said\n>\n> — Ann & Bob\n",
    "interview": "A note.[^1]\n\n| a | b |\n| - | - |\n| 1 | ]]> |\n\n[^1]: There & then.\n",
    "obituary": "```python\nif a < b: pass\n```\n\n<details>\n<summary>More</summary>\n\nWords.\n\n</details>\n",
    "aside": "<https://vimeo.com/1084537>\n\n[Tram](/2024/11/live/)\n",
    "empty": "",
}


def test_kinds(tmp_path: Path) -> None:
    """Stories of every kind and form are whole and valid in each form of feed, signed, with absolute addresses."""
    head = "---\ntitle: KIND & <more>\ndate: 2024-11-02\nauthors: [Ada <Lowe>]\nkind: KIND\nimage: /KIND 1.jpg\n---\n"
    stories = {f"articles/{kind}.md": head.replace("KIND", kind) + body for kind, body in BODIES.items()}
    write(tmp_path / "content", stories)
    site = build(tmp_path / "content", tmp_path / "output")

    for place in ("", "author/ada-lowe/", "category/uncategorized/"):
        for form in ("index.xml", "atom/index.xml"):
            feed = parsed(site, f"/{place}feed/{form}")
            assert sorted(f"{kind} & <more>" for kind in BODIES) == sorted(item.title for item in feed.entries)
            assert {"Ada <Lowe>"} == {item.author for item in feed.entries}
            assert not [item.title for item in feed.entries if '="/' in item.get("content", [{}])[0].get("value", "")]
        items = as_json(site, f"/{place}feed/json/index.json")["items"]
        assert len(BODIES) == len(items)
        assert all(item["authors"][0]["name"] == "Ada <Lowe>" and item["image"].startswith(HOME) for item in items)
    live = next(item for item in parsed(site, "/feed/atom/index.xml").entries if item.title.startswith("live"))
    assert all(words in live.content[0].value for words in ("Before.", "14:32", "Still."))


def test_titles(site: Site) -> None:
    """A title is plain text in each form, whatever signs it holds."""
    rss = ET.parse(site.output / "feed/index.xml").getroot()  # noqa: S314  # our own file
    atom = ET.parse(site.output / "feed/atom/index.xml").getroot()  # noqa: S314  # our own file

    assert HOSTILE == rss.findtext("channel/item/title")
    assert HOSTILE == atom.findtext("{*}entry/{*}title")
    assert HOSTILE == as_json(site, "/feed/json/index.json")["items"][0]["title"]


def test_guid_is_no_link(site: Site) -> None:
    """WordPress's guid is no address to open; the address of an article that was never there is."""
    rss = ET.parse(site.output / "feed/index.xml").getroot()  # noqa: S314  # our own file

    assert ["false", "false", "true", "true"] == [guid.get("isPermaLink") for guid in rss.iter("guid")]


def test_files(site: Site) -> None:
    """The lead picture and recordings come with type and length; the one enclosure of RSS is the recording."""
    rss, atom = parsed(site, "/feed/index.xml").entries[0], parsed(site, "/feed/atom/index.xml").entries[0]
    item = as_json(site, "/feed/json/index.json")["items"][0]
    picture, horn = f"{HOME}/wp-content/a%20b.jpg", f"{HOME}/wp-content/horn.mp3"

    assert [(horn, "audio/mpeg", "3")] == [(file.href, file.type, file.length) for file in rss.enclosures]
    assert [(picture, "image/jpeg", "5"), (horn, "audio/mpeg", "3")] == [
        (file["url"], file["type"], file["filesize"]) for file in rss.media_content
    ]
    assert "Ada" == rss.media_credit[0]["content"]
    assert [picture, horn] == [file.href for file in atom.enclosures]
    assert picture == item["image"]
    assert {"url": horn, "mime_type": "audio/mpeg", "size_in_bytes": 3} == item["attachments"][1]


def test_json_feed(site: Site) -> None:
    """The JSON Feed has what its version 1.1 asks for, and the same ids as the others."""
    feed = as_json(site, "/feed/json/index.json")

    assert ("https://jsonfeed.org/version/1.1", 'Gulls & "Sons"') == (feed["version"], feed["title"])
    assert f"{HOME}/feed/json/index.json" == feed["feed_url"]
    assert [{"type": "WebSub", "url": "https://hub.example/"}] == feed["hubs"]
    assert [entry.id for entry in parsed(site, "/feed/index.xml").entries] == [item["id"] for item in feed["items"]]
    assert all(item["content_html"] and item["url"] for item in feed["items"])
    assert [
        {"name": 'Perpetua "Pep" Lowe', "url": f"{HOME}/author/pep/", "avatar": f"{HOME}/wp-content/pep.jpg"},
        {"name": "Ben Farrow", "url": f"{HOME}/author/ben-farrow/"},
    ] == feed["items"][0]["authors"]


def test_hub_and_self(site: Site) -> None:
    """Feeds name themselves and their hub, by which WebSub works."""
    for form in ("/feed/index.xml", "/feed/atom/index.xml"):
        links = {link.rel: link.href for link in parsed(site, form).feed.links}
        assert ("https://hub.example/", HOME + form) == (links["hub"], links["self"])


def test_terms(site: Site) -> None:
    """Each category, with those below it, each tag and each writer has feeds where WordPress had them."""
    expected = {"category/news": 3, "category/news/local": 1, "category/opinion": 1, "author/pep": 1, "tag/トラム": 1}

    for place, count in expected.items():
        for form in ("index.xml", "atom/index.xml"):
            assert count == len(parsed(site, f"/{place}/feed/{form}").entries), place
        assert count == len(as_json(site, f"/{place}/feed/json/index.json")["items"])
    links = [link.href for link in parsed(site, "/category/news/local/feed/index.xml").feed.links]
    assert f"{HOME}/category/news/local/" in links
    assert not (site.output / "comments/feed").exists()


def test_length_of_a_term_feed() -> None:
    """A term's feed holds its ten newest articles, as WordPress's does."""
    articles = [_article(day) for day in range(30)]
    term = SimpleNamespace(name="Quay", url="tag/quay/", save_as="tag/quay/index.html")
    context = {"articles": articles, "tags": [(term, articles)]}
    files = dict(Newsroom(PAPER, NOTHING, context, 20).texts(datetime(2030, 1, 1, tzinfo=UTC)))

    assert 20 == files["/feed/index.xml"].count("<item>")
    quay = [item["title"] for item in json.loads(files["/tag/quay/feed/json/index.json"])["items"]]
    assert [f"Day {day}" for day in range(29, 19, -1)] == quay


def test_control_signs() -> None:
    """Signs that XML forbids are left out, half pairs and noncharacters too, and all three forms stay readable."""
    story = entry("a\x00\x0b\x1f\ufffe\ud800b ]]> c", subtitle="\x08d")

    files = texts(story)
    for name in ("/feed/index.xml", "/feed/atom/index.xml"):
        root = ET.fromstring(files[name].encode())  # noqa: S314  # our own text
        assert "ab ]]> c" in [node.text for node in root.iter() if node.tag.endswith("title")], name
    assert "a\x00" in json.loads(files["/feed/json/index.json"])["items"][0]["title"]


def test_empty(empty: Site) -> None:
    """A site without an article has feeds without an entry, and no feed but its own."""
    for form in ("index.xml", "atom/index.xml"):
        assert [] == parsed(empty, f"/feed/{form}").entries
    assert [] == as_json(empty, "/feed/json/index.json")["items"]
    assert 3 == len([path for path in empty.output.rglob("feed/**/*") if path.is_file()])


def test_homeless(homeless: Site) -> None:
    """A site that knows no host at all has no feeds: they are read on other hosts."""
    assert [] == list(homeless.output.rglob("feed"))


def test_undated_and_order() -> None:
    """What has no date stands in no feed; what has one stands by it, however it was listed."""
    stories = [read_story(_article(day)) for day in (3, 9, 5)]
    stories.append(read_story(SimpleNamespace(**vars(_article(1)) | {"undated": True})))

    assert ["Day 9", "Day 5", "Day 3"] == [story.title for story in newest(stories, None)]


@dataclass
class Counted:
    """An article that counts how often its body is asked for."""

    day: int
    asked: Counter[int]
    status: str = "published"
    content: str = "<p>It <a href='/'>moved</a>.</p>"
    metadata: dict[str, str] = field(default_factory=lambda: {"summary": "It moved."})

    def __post_init__(self) -> None:
        self.title = f"Day {self.day}"
        self.url = f"{self.day}/"
        self.save_as = f"{self.day}/index.html"
        self.date = datetime(2000, 1, 1, tzinfo=UTC) + timedelta(days=self.day)

    def get_content(self, _: str) -> str:
        """Give the body, as Pelican's articles do."""
        self.asked[self.day] += 1
        return self.content


def test_linear() -> None:
    """Of 2,000 articles in 400 terms each, every entry is made once, and each feed written once."""
    asked: Counter[int] = Counter()
    articles = [Counted(day, asked) for day in range(2_000)]
    terms = [
        (SimpleNamespace(name=f"T{n}", url=f"tag/t{n}/", save_as="x"), articles[n::400] + articles[:5])
        for n in range(400)
    ]
    files = list(Newsroom(PAPER, NOTHING, {"articles": articles, "tags": terms}, None).texts(datetime.now(UTC)))

    assert 2_000 == len(asked)
    assert {1} == set(asked.values())
    assert 401 * 3 == len([name for name, _ in files if "/feed/" in name])
    assert len(files) == len({name for name, _ in files})


def _article(day: int) -> SimpleNamespace:
    article = SimpleNamespace(
        title=f"Day {day}", url=f"{day}/", save_as=f"{day}/index.html", status="published", metadata={"summary": "x"},
        date=datetime(2024, 1, 1, tzinfo=UTC) + timedelta(days=day), content="<p>x</p>",
    )  # fmt: skip
    article.get_content = lambda _: article.content
    return article
