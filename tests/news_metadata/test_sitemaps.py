"""Sitemaps, held against the order and the forms that the schemas of sitemaps.org and of Google ask for."""

import re
import xml.etree.ElementTree as ET
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace

import pytest

from built_sites import Site
from news_metadata import sitemaps
from news_metadata.newspaper import Newspaper
from news_metadata.newsroom import built_at
from news_metadata.sitemaps import Contents, sitemap_files
from news_metadata.stories import Story, read_story

HOME = "https://courier.example"
SCHEMA = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
IMAGE = "{http://www.google.com/schemas/sitemap-image/1.1}"
NEWS = "{http://www.google.com/schemas/sitemap-news/0.9}"
LINK = "{http://www.w3.org/1999/xhtml}link"
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d")
NOON = datetime(2024, 11, 2, 12, tzinfo=UTC)
PAPER = Newspaper("The Gull", language="zh-TW", address="https://gull.example")


def checked(text: str, most: int = 50_000) -> ET.Element:
    """Give the root of a sitemap that is as its schema has it."""
    root = ET.fromstring(text.encode())  # noqa: S314  # our own text
    child = {f"{SCHEMA}urlset": f"{SCHEMA}url", f"{SCHEMA}sitemapindex": f"{SCHEMA}sitemap"}[root.tag]
    assert 1 <= len(root) <= most
    for place in root:
        assert child == place.tag
        names = [node.tag for node in place]
        known = [f"{SCHEMA}loc", f"{SCHEMA}lastmod", LINK, f"{IMAGE}image", f"{NEWS}news"]
        assert sorted(names, key=known.index) == names
        assert 1 == names.count(f"{SCHEMA}loc") >= names.count(f"{SCHEMA}lastmod")
        for node in place.iter():
            check_value(node)
    return root


def check_value(node: ET.Element) -> None:
    if node.tag.endswith("}loc"):
        address = node.text or ""
        assert 12 <= len(address) <= 2_048
        assert re.fullmatch(r"https://[!-~]+", address), address
        assert not re.search(r"[\s<>\"]", address)
    if node.tag in {f"{SCHEMA}lastmod", f"{NEWS}publication_date"}:
        assert MOMENT.fullmatch(node.text or "")


def read(site: Site, name: str) -> ET.Element:
    return checked((site.output / name).read_text(encoding="utf-8"))


def places(root: ET.Element) -> list[str]:
    return [node.text or "" for node in root.iter(f"{SCHEMA}loc")]


def story(number: int, **more: object) -> Story:
    defaults = {"date": NOON - timedelta(hours=number), "content": "<p>x</p>"}
    return read_story(SimpleNamespace(
        title=f"電車 <{number}>", url=f"{number}/", status="published", metadata={"summary": "x"}, **defaults | more,
    ))  # fmt: skip


def files_of(*stories: Story, paper: Newspaper = PAPER) -> dict[str, str]:
    return dict(sitemap_files(Contents(stories, (), (), {}), paper, NOON))


def test_index(site: Site) -> None:
    """The index names each part, and each part is there and in order; robots.txt names the index."""
    parts = places(read(site, "sitemap.xml"))

    assert [f"{HOME}/sitemap-{name}.xml" for name in ("pages", "lists", "2024", "undated")] == parts
    for part in parts:
        read(site, part.removeprefix(HOME + "/"))
    robots = (site.output / "robots.txt").read_text(encoding="utf-8")
    assert f"User-agent: *\nDisallow:\nSitemap: {HOME}/sitemap.xml\n" == robots


def test_places(site: Site) -> None:
    """What may be found is listed once; copies and what is not to be indexed are not."""
    found = [place for part in places(read(site, "sitemap.xml"))
             for place in places(read(site, part.removeprefix(HOME + "/")))]  # fmt: skip

    assert len(found) == len(set(found))
    assert {f"{HOME}{path}" for path in ("/", "/about/", "/2024/11/hostile/", "/undated/", "/category/news/local/",
            "/author/pep/", "/tag/%E3%83%88%E3%83%A9%E3%83%A0/")} < set(found)  # fmt: skip
    assert f"{HOME}/2024/10/copy/" not in found


def test_story(site: Site) -> None:
    """A story has its last change, its pictures and its versions in other languages."""
    year = {place[0].text: place for place in read(site, "sitemap-2024.xml")}
    hostile, tram = year[f"{HOME}/2024/11/hostile/"], year[f"{HOME}/2024/10/tram/"]

    assert "2024-11-03T08:00:00+02:00" == hostile.findtext(f"{SCHEMA}lastmod")
    assert [f"{HOME}/wp-content/a%20b.jpg", f"{HOME}/wp-content/quay.png"] == [
        node.text for node in hostile.iter(f"{IMAGE}loc")
    ]
    assert [("ar", f"{HOME}/2024/11/arabic/"), ("ja", f"{HOME}/2024/10/tram/")] == [
        (link.get("hreflang"), link.get("href")) for link in tram.iter(LINK)
    ]


def test_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    """A year with more addresses, or more bytes, than a sitemap may have is split."""
    stories = [story(number) for number in range(5)]
    monkeypatch.setattr(sitemaps, "_MOST_PLACES", 2)
    files = files_of(*stories)
    counts = [len(checked(files[f"/sitemap-{name}.xml"], 2)) for name in ("2024", "2024-2", "2024-3")]

    assert [2, 2, 1] == counts
    assert ["pages", "2024", "2024-2", "2024-3"] == [
        place.removeprefix("https://gull.example/sitemap-").removesuffix(".xml")
        for place in places(checked(files["/sitemap.xml"]))
    ]
    monkeypatch.setattr(sitemaps, "_MOST_BYTES", 100)
    assert "/sitemap-2024-5.xml" in files_of(*stories)


def test_news() -> None:
    """Google's sitemap has the stories of the last two days, and none that is to come or not to be found."""
    hidden, copy = story(3, noindex=True), story(4, canonical="https://first.example/")
    files = files_of(story(1), story(47), story(49), story(-1), hidden, copy)
    root = checked(files["/sitemap-news.xml"], 1_000)

    assert ["https://gull.example/1/", "https://gull.example/47/"] == places(root)
    news = root[0].find(f"{NEWS}news")
    assert news is not None
    assert ["publication", "publication_date", "title"] == [node.tag.removeprefix(NEWS) for node in news]
    assert ("The Gull", "zh-tw", "電車 <1>") == tuple(
        news.findtext(path) for path in (f"{NEWS}publication/{NEWS}name", f"{NEWS}publication/{NEWS}language",
                                         f"{NEWS}title"))  # fmt: skip


def test_own_canonical() -> None:
    """A story that names its own address as the original is listed."""
    files = files_of(story(1, canonical="https://gull.example/1/"), story(2, canonical="/2/"))

    assert 2 == len(checked(files["/sitemap-2024.xml"]))


def test_no_news(site: Site) -> None:
    """Without a story of the last two days there is no such sitemap, since none may be empty."""
    assert not (site.output / "sitemap-news.xml").exists()
    assert "/sitemap-news.xml" not in files_of(story(49))


def test_empty(empty: Site) -> None:
    """A site without an article has a sitemap with its front page."""
    assert [f"{HOME}/"] == places(read(empty, "sitemap-pages.xml"))


def test_homeless(homeless: Site) -> None:
    """A site that does not know its address has no sitemap, and a robots.txt without one."""
    assert {} == files_of(story(1), paper=replace(PAPER, address=""))
    assert [] == list(homeless.output.glob("sitemap*"))
    assert "User-agent: *\nDisallow:\n" == (homeless.output / "robots.txt").read_text(encoding="utf-8")


def test_time_of_build() -> None:
    """SOURCE_DATE_EPOCH is the time of the build where it is set."""
    assert datetime(2024, 11, 2, 12, tzinfo=UTC) == built_at({"SOURCE_DATE_EPOCH": "1730548800"})
    assert datetime(2025, 1, 1, tzinfo=UTC) < built_at({"SOURCE_DATE_EPOCH": "soon"})
