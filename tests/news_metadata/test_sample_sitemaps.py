"""The sitemaps of the sample newspaper, held against schemas made from what sitemaps.org and Google write."""

import re
from pathlib import Path
from urllib.parse import unquote

import pytest
from lxml import etree

from built_sites import ADDRESS, Site

SCHEMA = etree.XMLSchema(etree.parse(str(Path(__file__).parent / "schemas/sitemap.xsd")))
YEAR, NEWS, INDEX = "sitemap-2024.xml", "sitemap-news.xml", "sitemap.xml"


def faults(text: str) -> str:
    """Give what a sitemap has that its schema does not allow; nothing for nothing."""
    return "" if SCHEMA.validate(etree.fromstring(text.encode())) else str(SCHEMA.error_log)


def read(sample: Site, name: str) -> str:
    return (sample.output / name).read_text(encoding="utf-8")


def test_valid(sample: Site) -> None:
    """Every sitemap of the newspaper is as the protocol and its extensions ask for."""
    found = {path.name: faults(path.read_text(encoding="utf-8")) for path in sample.output.glob("sitemap*.xml")}

    assert {INDEX, YEAR, NEWS, "sitemap-lists.xml", "sitemap-pages.xml", "sitemap-undated.xml"} == set(found)
    assert dict.fromkeys(found, "") == found


def test_every_part_is_listed(sample: Site) -> None:
    """The index leads to every part; Google's news have a line of their own in robots.txt."""
    parts = {f"{ADDRESS}/{path.name}" for path in sample.output.glob("sitemap-*.xml")}

    assert parts == set(re.findall(r"<loc>(.+?)</loc>", read(sample, INDEX))) | {f"{ADDRESS}/{NEWS}"}
    assert f"Sitemap: {ADDRESS}/{NEWS}" in read(sample, "robots.txt").splitlines()


def test_every_place_is_there(sample: Site) -> None:
    """Every page and picture that a sitemap names is a file of the newspaper."""
    names = [path.name for path in sample.output.glob("sitemap-*.xml")]
    places = {place for name in names for place in re.findall(r"(?:loc>|href=\")(https.+?)[<\"]", read(sample, name))}
    files = {place: sample.output / unquote(place.removeprefix(ADDRESS + "/")) for place in places}

    assert len(places) > 100
    assert [] == [place for place, file in files.items() if not (file.is_file() or (file / "index.html").is_file())]


MISTAKES = [
    ("no address", YEAR, "<loc>.+?</loc>", ""),
    ("two addresses", YEAR, "(<loc>.+?</loc>)", r"\1\1"),
    ("address without host", YEAR, "<loc>https://courier.example", "<loc>"),
    ("address of another kind", YEAR, "<loc>https:", "<loc>ftp:"),
    ("address with a space", YEAR, "/2024/11/", "/2024/ 11/"),
    ("address not encoded", YEAR, "/2024/11/", "/2024/Käse/"),
    ("address without end", YEAR, "/2024/11/", "/2024/" + "1" * 2_048),
    ("place twice", YEAR, "(<url>.+?</url>)", r"\1\1"),
    ("change before address", YEAR, "(<loc>.+?</loc>)(<lastmod>.+?</lastmod>)", r"\2\1"),
    ("change without offset", YEAR, r"\+00:00</lastmod>", "</lastmod>"),
    ("change in words", YEAR, "<lastmod>.+?<", "<lastmod>Sunday<"),
    ("month that is none", YEAR, "<lastmod>2024-11", "<lastmod>2024-13"),
    ("frequency that is none", YEAR, "</lastmod>", "</lastmod><changefreq>sometimes</changefreq>"),
    ("priority above one", YEAR, "</lastmod>", "</lastmod><priority>1.1</priority>"),
    ("unknown word", YEAR, "</lastmod>", "</lastmod><author>Ada</author>"),
    ("unknown extension", YEAR, "</lastmod>", '</lastmod><v:video xmlns:v="https://video.example"/>'),
    ("other version of the protocol", YEAR, "sitemap/0.9", "sitemap/0.84"),
    ("other version of pictures", YEAR, "sitemap-image/1.1", "sitemap-image/1.0"),
    ("no place at all", YEAR, "(?s)<url>.+</url>", ""),
    ("picture without address", YEAR, "<image:loc>.+?</image:loc>", ""),
    ("picture without host", YEAR, "<image:loc>https://courier.example", "<image:loc>"),
    ("picture with a caption", YEAR, "</image:loc>", "</image:loc><image:caption>Snow</image:caption>"),
    ("picture bare", YEAR, "<image:image>(.+?)</image:image>", r"\1"),
    ("version without language", YEAR, ' hreflang="[^"]+"', ""),
    ("version in no language", YEAR, 'hreflang="[^"]+"', 'hreflang="en_GB"'),
    ("version without address", YEAR, '(hreflang="[^"]+") href="[^"]+"', r"\1"),
    ("version without host", YEAR, 'href="https://courier.example', 'href="'),
    ("version of another kind", YEAR, 'rel="alternate"', 'rel="canonical"'),
    ("no news of a place", NEWS, "<news:publication>.+?</news:title>", ""),
    ("news of no paper", NEWS, "<news:publication>.+?</news:publication>", ""),
    ("paper without name", NEWS, "<news:name>.+?</news:name>", ""),
    ("paper with an empty name", NEWS, "<news:name>.+?<", "<news:name> <"),
    ("paper in no language", NEWS, "<news:language>.+?</news:language>", ""),
    ("language with a territory", NEWS, "<news:language>.+?<", "<news:language>en-GB<"),
    ("news without date", NEWS, "<news:publication_date>.+?</news:publication_date>", ""),
    ("news without offset", NEWS, r"\+00:00</news:publication_date>", "</news:publication_date>"),
    ("news without title", NEWS, "<news:title>.+?</news:title>", ""),
    ("news with an empty title", NEWS, "<news:title>.+?<", "<news:title><"),
    ("news with an old word", NEWS, "<news:title>", "<news:genres>Blog</news:genres><news:title>"),
    ("index without parts", INDEX, "(?s)<sitemap>.+</sitemap>", ""),
    ("part without address", INDEX, "<loc>.+?</loc>", ""),
    ("part twice", INDEX, "(<sitemap>.+?</sitemap>)", r"\1\1"),
    ("part changed without offset", INDEX, r"\+00:00<", "<"),
    ("place in the index", INDEX, "<sitemap>", "<url/><sitemap>"),
]


@pytest.mark.parametrize(("name", "pattern", "wrong"), [each[1:] for each in MISTAKES], ids=[m[0] for m in MISTAKES])
def test_mistakes(sample: Site, name: str, pattern: str, wrong: str) -> None:
    """A single mistake in the newspaper's own sitemaps does not pass."""
    spoilt, count = re.subn(pattern, wrong, read(sample, name), count=1)

    assert count
    assert faults(spoilt)
