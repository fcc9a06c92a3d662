import gzip
import itertools
import json
import xml.etree.ElementTree as ET
from collections import Counter
from urllib.parse import unquote, urlsplit

from built_sites import Site, words

PATIENT = ("[type='application/ld+json']", "[type=speculationrules]", "[type=module][src]")
"""Scripts for which nothing waits: what machines read, and what runs when the page is there."""


def test_one_heading(sample: Site) -> None:
    """Every page has exactly one first-level heading."""
    assert {} == {name: page.css("h1") for name, page in sample.pages().items() if len(page.css("h1")) != 1}


def test_one_request(sample: Site) -> None:
    """No page waits for a script, a style sheet or a font: the page itself is all that the first paint needs."""
    for name, page in sample.pages().items():
        assert [] == page.css(f"script:not({', '.join(PATIENT)})"), name
        assert [] == page.css("link[rel=stylesheet], [onclick], [onload]"), name
        assert "@import" not in page.css("style")[0].text(), name
        assert "url(" not in page.css("style")[0].text(), name


def test_generator(sample: Site) -> None:
    """Every page says what made it, so that a folder of pages is known for a built site."""
    for name, page in sample.pages().items():
        assert ["Broadsheet"] == [meta.attrs["content"] for meta in page.css("meta[name=generator]")], name


def test_landmarks(sample: Site) -> None:
    """Every page has a title, a language, one main landmark and a link that skips to it."""
    for name, page in sample.pages().items():
        assert words(page.css_first("title")), name
        assert "en" == page.css("html")[0].attrs["lang"], name
        assert ["content"] == [main.attrs["id"] for main in page.css("main")], name
        assert "#content" == page.css("body > a:first-child")[0].attrs["href"], name


def test_unique_ids(sample: Site) -> None:
    """No page has an id twice."""
    for name, page in sample.pages().items():
        counts = Counter(node.attrs["id"] for node in page.css("[id]"))
        assert [] == [each for each, count in counts.items() if count > 1], name


def test_alternatives(sample: Site) -> None:
    """Every picture has an alternative text, if an empty one."""
    for name, page in sample.pages().items():
        assert [] == [image.html for image in page.css("img:not([alt])")], name


def test_links_lead_somewhere(sample: Site) -> None:
    """Every link and picture of the site's own is there."""
    for name, page in sample.pages().items():
        for node in page.css("a[href^='/'], img[src^='/'], audio[src^='/'], video[src^='/'], link[href^='/']"):
            path = unquote(urlsplit(node.attrs.get("href") or node.attrs["src"] or "").path)
            file = sample.output / path.lstrip("/")
            assert (file / "index.html" if path.endswith("/") else file).is_file(), (name, path)


def test_canonical(sample: Site) -> None:
    """A page names its own address, percent-encoded; the page for what is not there names none."""
    addresses = {
        "/": "https://courier.example/",
        "/page/2/": "https://courier.example/page/2/",
        "/about/corrections/": "https://courier.example/about/corrections/",
        "/2024/11/سوق-السمك/": "https://courier.example/2024/11/%D8%B3%D9%88%D9%82-%D8%A7%D9%84%D8%B3%D9%85%D9%83/",
    }
    for address, expected in addresses.items():
        assert [expected] == [link.attrs["href"] for link in sample.page(address).css("link[rel=canonical]")]

    assert [] == sample.page("/404.html").css("link[rel=canonical]")


def test_feeds(sample: Site) -> None:
    """Both feeds are well-formed, list the newest story first, and are named in every page's head."""
    atom = ET.parse(sample.output / "feed/atom/index.xml").getroot()  # noqa: S314  # our own file
    rss = ET.parse(sample.output / "feed/index.xml").getroot()  # noqa: S314  # our own file
    dates = [date.text or "" for date in atom.iterfind("{*}entry/{*}published")]
    newest = sample.page(urlsplit(rss.findtext("channel/item/link") or "").path)

    assert sorted(dates, reverse=True) == dates
    assert atom.findtext("{*}entry/{*}title") == rss.findtext("channel/item/title") == words(newest.css_first("h1"))
    for name, page in sample.pages().items():
        feeds = [link.attrs["href"] for link in page.css("link[rel=alternate]")]
        own = ["/feed/index.xml", "/feed/atom/index.xml", "/feed/json/index.json"]
        assert own == feeds[-3:] or name == "404.html", name


def test_nothing_unpublished(sample: Site) -> None:
    """No word of a draft or of a private article is in any file, and neither is the desk's own note."""
    for file in (path for path in sample.output.rglob("*") if path.is_file()):
        for secret in ("mayor-interview", "The mayor on walls", "embargo", "sea-wall report", "how to write each form"):
            assert secret.encode() not in file.read_bytes(), (file, secret)

    assert not (sample.output / "data").exists()
    assert not (sample.output / "drafts").exists()


def test_light(sample: Site) -> None:
    """The styles of a plain story are at most 4.45 KB on their way, of any page 5.05 KB; none has what it needs not."""
    sizes = {name: len(gzip.compress(page.css("style")[0].text().encode())) for name, page in sample.pages().items()}

    assert {} == {name: size for name, size in sizes.items() if size > 5_050}
    assert sizes["2024/11/leave-the-clock-wrong/index.html"] <= 4_450
    assert ".highlight" not in sample.page("/2024/11/night-tram-returns/").css("style")[0].text()
    assert ".highlight" in sample.page("/2024/10/what-the-swifts-know/").css("style")[0].text()
    assert ".front " not in sample.page("/category/harbour/").css("style")[0].text()


def test_headings_in_order(sample: Site) -> None:
    """No page skips a level of heading on the way down."""
    for name, page in sample.pages().items():
        levels = [int((node.tag or "h0")[1]) for node in page.css("h1, h2, h3, h4, h5, h6")]
        assert [] == [pair for pair in itertools.pairwise(levels) if pair[1] - pair[0] > 1], name


def test_speculation(sample: Site) -> None:
    """Browsers may fetch beforehand the pages of the site, and neither its files nor its feeds."""
    for name, page in sample.pages().items():
        (rules,) = page.css("script[type=speculationrules]")
        (rule,) = json.loads(rules.text())["prefetch"]
        assert "moderate" == rule["eagerness"], name
        everything, files = rule["where"]["and"]
        assert "/*" == everything["href_matches"]
        assert {"/wp-content/*", "/images/*", "/feed/*"} <= set(files["not"]["href_matches"])
