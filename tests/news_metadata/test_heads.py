"""The head of each kind of page, in whole sites."""

import json
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from PIL import Image

from built_sites import Site, build, write
from drawn_pictures import halves, octets
from news_metadata.heads import Known, address_of, head_of
from news_metadata.newspaper import Newspaper
from news_metadata.plain_words import in_script

HOSTILE = '</script><b>]]>\' & "fish"'
HOME = "https://courier.example"


def facts(site: Site, address: str) -> list[Any]:
    (script,) = site.page(address).css("script[type='application/ld+json']")
    graph = json.loads(script.text())
    assert "https://schema.org" == graph["@context"]
    return list(graph["@graph"])


def said(site: Site, address: str, selector: str) -> list[str | None]:
    return [node.attrs.get("content") or node.attrs.get("href") for node in site.page(address).css(selector)]


def test_article_facts(site: Site) -> None:
    """An article's linked data has all authors with addresses, dates with offsets, pictures, sections and publisher."""
    article, crumbs = facts(site, "/2024/11/hostile/")

    assert {
        "@type": "NewsArticle",
        "headline": HOSTILE,
        "description": "Less < more",
        "url": f"{HOME}/2024/11/hostile/",
        "mainEntityOfPage": f"{HOME}/2024/11/hostile/",
        "inLanguage": "en-GB",
        "datePublished": "2024-11-02T07:30:00+02:00",
        "dateModified": "2024-11-03T08:00:00+02:00",
        "image": [{"@type": "ImageObject", "url": f"{HOME}/wp-content/a%20b.jpg", "caption": "It flies",
                   "creditText": "Ada", "contentUrl": f"{HOME}/wp-content/a%20b.jpg"}],
        "author": [
            {"@type": "Person", "name": 'Perpetua "Pep" Lowe', "url": f"{HOME}/author/pep/",
             "sameAs": ["https://pep.example", "https://social.example/@pep"]},
            {"@type": "Person", "name": "Ben Farrow", "url": f"{HOME}/author/ben-farrow/"},
        ],
        "articleSection": ["Local & near", "Opinion"],
        "keywords": ["a<b", "トラム"],
        "isAccessibleForFree": True,
        "publisher": {"@type": "Organization", "@id": f"{HOME}/#organization", "name": 'Gulls & "Sons"',
                      "url": f"{HOME}/", "logo": {"@type": "ImageObject", "url": f"{HOME}/wp-content/logo.png"}},
    } == article  # fmt: skip
    assert ['Gulls & "Sons"', "News", "Local & near", HOSTILE] == [each["name"] for each in crumbs["itemListElement"]]
    assert f"{HOME}/category/news/local/" == crumbs["itemListElement"][2]["item"]


def test_hostile_title(site: Site) -> None:
    """A title that would end the script, the attribute or the element stays text."""
    page = site.page("/2024/11/hostile/")

    assert [HOSTILE] == said(site, "/2024/11/hostile/", "meta[property='og:title']")
    assert [] == page.css("head b, script:not([type])")


@pytest.mark.parametrize(
    "address", ["/", "/2024/11/hostile/", "/author/pep/", "/about/", "/404.html", "/category/news/local/"]
)
def test_said_once(site: Site, address: str) -> None:
    """No page says a thing of its head twice."""
    page = site.page(address)
    for selector in ("meta[name=description]", "meta[name=robots]", "link[rel=canonical]", "meta[property='og:url']"):
        assert len(page.css(selector)) <= 1, selector


def test_open_graph(site: Site) -> None:
    """Sites that show a link to an article get its headline, its picture, its writers and its times."""
    properties = [
        (node.attrs["property"], node.attrs["content"])
        for node in site.page("/2024/11/hostile/").css("meta[property]")
    ]  # fmt: skip
    assert [
        ("og:type", "article"), ("og:title", HOSTILE), ("og:description", "Less < more"),
        ("og:url", f"{HOME}/2024/11/hostile/"), ("og:site_name", 'Gulls & "Sons"'), ("og:locale", "en_GB"),
        ("og:image", f"{HOME}/wp-content/a%20b.jpg"), ("og:image:alt", 'A "gull"'),
        ("article:published_time", "2024-11-02T07:30:00+02:00"),
        ("article:modified_time", "2024-11-03T08:00:00+02:00"), ("article:author", f"{HOME}/author/pep/"),
        ("article:author", f"{HOME}/author/ben-farrow/"), ("article:section", "News"), ("article:tag", "a<b"),
        ("article:tag", "トラム"),
    ] == properties  # fmt: skip
    assert ["summary_large_image"] == said(site, "/2024/11/hostile/", "meta[name='twitter:card']")


def test_kinds(site: Site) -> None:
    """An opinion is an OpinionNewsArticle, a live page a LiveBlogPosting with its times."""
    opinion, live = facts(site, "/2024/11/arabic/")[0], facts(site, "/2024/10/tram/")[0]

    assert ("OpinionNewsArticle", "سوق السمك", "ar") == (opinion["@type"], opinion["headline"], opinion["inLanguage"])
    assert ("LiveBlogPosting", "トラムが戻った", "ja") == (live["@type"], live["headline"], live["inLanguage"])
    assert "2024-10-31T05:00:00+09:00" == live["coverageStartTime"]


def test_undated(site: Site) -> None:
    """An article without a date tells no machine one."""
    assert not {"datePublished", "dateModified"} & set(facts(site, "/undated/")[0])
    assert [] == said(site, "/undated/", "meta[property^='article:p'], meta[property^='article:m']")


def test_copy(site: Site) -> None:
    """A copy names the original, and one that is not to be indexed says so."""
    assert ["https://first.example/x/"] == said(site, "/2024/10/copy/", "link[rel=canonical]")
    assert ["noindex, max-image-preview:large"] == said(site, "/2024/10/copy/", "meta[name=robots]")


def test_translations(site: Site) -> None:
    """Each version of a story names all of them, itself too."""
    expected = [("ar", f"{HOME}/2024/11/arabic/"), ("ja", f"{HOME}/2024/10/tram/")]
    for address in ("/2024/11/arabic/", "/2024/10/tram/"):
        links = site.page(address).css("link[hreflang]")
        assert expected == [(link.attrs["hreflang"], link.attrs["href"]) for link in links]
    assert [] == site.page("/2024/11/hostile/").css("link[hreflang]")


def test_front(site: Site) -> None:
    """The front page tells of the site and of its publisher, and names icon and manifest."""
    paper, publisher = facts(site, "/")

    assert ("WebSite", 'Gulls & "Sons"', f"{HOME}/") == (paper["@type"], paper["name"], paper["url"])
    assert publisher["@id"] == paper["publisher"]["@id"]
    assert [f"{HOME}/wp-content/icon.png"] == said(site, "/", "link[rel=icon]")
    assert ["/site.webmanifest"] == said(site, "/", "link[rel=manifest]")


def test_author(site: Site) -> None:
    """An author's page is a ProfilePage of a Person with bio, picture and own addresses on the web."""
    (profile,) = facts(site, "/author/pep/")

    assert {
        "@type": "Person", "name": 'Perpetua "Pep" Lowe', "url": f"{HOME}/author/pep/",
        "sameAs": ["https://pep.example", "https://social.example/@pep"], "description": "Drives slowly.",
        "image": f"{HOME}/wp-content/pep.jpg",
    } == profile["mainEntity"]  # fmt: skip
    assert ["Drives slowly."] == said(site, "/author/pep/", "meta[name=description]")


def test_series(site: Site) -> None:
    """A story of a series says which part of it it is; the page of the series has its own name and way."""
    story = facts(site, "/2024/10/tram/")[0]
    (crumbs,) = facts(site, "/series/rails-roads/")

    series = {"@type": "CreativeWorkSeries", "name": "Rails & roads", "url": f"{HOME}/series/rails-roads/"}
    assert (series, 1) == (story["isPartOf"], story["position"])
    assert ['Gulls & "Sons"', "Rails & roads"] == [each["name"] for each in crumbs["itemListElement"]]
    assert ["Rails & roads"] == said(site, "/series/rails-roads/", "meta[property='og:title']")
    assert "isPartOf" not in facts(site, "/2024/11/arabic/")[0]


@pytest.mark.parametrize(
    ("address", "title"),
    [
        ("/", 'Gulls & "Sons"'),
        ("/2024/11/", "November 2024"),
        ("/2024/11/02/", "2 November 2024"),
        ("/2024/", "2024"),
        ("/tags/", "All topics"),
        ("/category/news/local/", "Local & near"),
    ],
)
def test_titles_of_lists(site: Site, address: str, title: str) -> None:
    """A list is called for other sites as it is for its readers, without the site's name."""
    assert [title] == said(site, address, "meta[property='og:title']")


def test_title_of_a_later_page() -> None:
    """A later page of a list has the title that the template gives it, its own address, and no facts."""
    paper = Newspaper("The Gull", address="https://gull.example")
    tag = SimpleNamespace(name="Quay", url="tag/quay/", description="")
    context = {"output_file": "tag/quay/page/2/index.html", "tag": tag}
    named, unnamed = head_of(context, Known(paper), "Quay – Page 2 of 3"), head_of(context, Known(paper))

    assert ("Quay – Page 2 of 3", "https://gull.example/tag/quay/page/2/", {}) == (
        named.title, named.canonical, named.facts,
    )  # fmt: skip
    assert "Quay" == unnamed.title
    assert ("og:title", "Quay – Page 2 of 3") in named.properties


def crop(shape: str, width: int, height: int) -> SimpleNamespace:
    return SimpleNamespace(shape=shape, address=f"/images/{width}x{height}.jpg", width=width, height=height)


def test_crops() -> None:
    """Search engines get a lead picture in three shapes with their sizes, other sites the widest, and a large card."""
    crops = [crop("16:9", 1200, 675), crop("4:3", 1200, 900), crop("1:1", 900, 900)]
    story = SimpleNamespace(
        title="Tram", url="tram/", save_as="tram/index.html", status="published", content="<p>x</p>", metadata={},
        image="/tram.jpg", image_alt="A tram", image_credit="Ada", image_width=4000, image_height=3000,
        image_crops=crops,
    )  # fmt: skip
    paper = Newspaper("The Gull", address="https://gull.example")
    head = head_of({"output_file": "tram/index.html", "article": story}, Known(paper))

    images = head.facts["@graph"][0]["image"]
    assert [
        {"@type": "ImageObject", "url": f"https://gull.example{each.address}", "width": each.width,
         "height": each.height, "caption": "A tram", "creditText": "Ada",
         "contentUrl": f"https://gull.example{each.address}"} for each in crops
    ] == images  # fmt: skip
    assert [
        ("og:image", "https://gull.example/images/1200x675.jpg"), ("og:image:width", "1200"),
        ("og:image:height", "675"), ("og:image:alt", "A tram"),
    ] == [each for each in head.properties if each[0].startswith("og:image")]  # fmt: skip
    assert (("twitter:card", "summary_large_image"),) == head.names


def test_crops_of_a_site(tmp_path: Path) -> None:
    """On a built site the crops are there, each as large as it says."""
    write(tmp_path / "content", {
        "articles/tram.md": "---\ntitle: Tram\ndate: 2024-11-02\nimage: /wp-content/tram.jpg\n---\nIt moved.\n",
    })  # fmt: skip
    (tmp_path / "content/wp-content").mkdir()
    (tmp_path / "content/wp-content/tram.jpg").write_bytes(octets(halves((1600, 1200)), "JPEG"))
    site = build(tmp_path / "content", tmp_path / "output", f'CACHE_PATH="{tmp_path / "cache"}"')

    images = facts(site, "/2024/11/tram/")[0]["image"]
    assert [(1200, 675), (1200, 900), (1200, 1200)] == [(image["width"], image["height"]) for image in images]
    for image in images:
        with Image.open(site.output / image["url"].removeprefix(f"{HOME}/")) as picture:
            assert (image["width"], image["height"]) == picture.size
    assert [images[0]["url"]] == said(site, "/2024/11/tram/", "meta[property='og:image']")


def test_whole_picture() -> None:
    """A picture that nobody cut is told as it is, with its size where that is known; a drawing is for search alone."""
    story = SimpleNamespace(
        title="Tram", url="tram/", save_as="tram/index.html", status="published", content="<p>x</p>", metadata={},
        image="/tram.svg", image_width=40, image_height=30, image_crops=[],
    )  # fmt: skip
    head = head_of(
        {"output_file": "tram/index.html", "article": story}, Known(Newspaper("G", address="https://g.example"))
    )

    assert [{"@type": "ImageObject", "url": "https://g.example/tram.svg", "width": 40, "height": 30}] == (
        head.facts["@graph"][0]["image"]
    )
    assert [] == [each for each in head.properties if each[0].startswith("og:image")]
    assert (("twitter:card", "summary"),) == head.names


def test_section(site: Site) -> None:
    """A section says where it belongs, what it is, and where its feed is."""
    (crumbs,) = facts(site, "/category/news/local/")

    assert ['Gulls & "Sons"', "News", "Local & near"] == [each["name"] for each in crumbs["itemListElement"]]
    assert ["All near."] == said(site, "/category/news/local/", "meta[name=description]")
    feeds = said(site, "/category/news/local/", "link[rel=alternate]")
    assert "/category/news/local/feed/index.xml" == feeds[0]


def test_missing_page(site: Site) -> None:
    """The page for what is not there is at no address, and not to be found."""
    assert ["noindex"] == said(site, "/404.html", "meta[name=robots]")
    assert [] == said(
        site, "/404.html", "link[rel=canonical], meta[property='og:url'], script[type='application/ld+json']"
    )


def test_homeless(homeless: Site) -> None:
    """Without SITEURL nothing claims a host: no canonical, no address or picture in Open Graph; facts have paths."""
    page = homeless.page("/2024/11/hostile/")

    assert [] == page.css(
        "link[rel=canonical], [property='og:url'], [property='og:image'], [property='article:author']"
    )
    assert [] == page.css("link[rel=alternate]")
    article = facts(homeless, "/2024/11/hostile/")[0]
    assert ("/2024/11/hostile/", "/author/pep/") == (article["url"], article["author"][0]["url"])


def test_nothing_unpublished(site: Site) -> None:
    """No word of a draft or of a private article is in any file."""
    for file in (path for path in site.output.rglob("*") if path.is_file()):
        assert b"nsaid" not in file.read_bytes(), file


def test_empty(empty: Site) -> None:
    """A site without an article has a front page with its facts."""
    assert "WebSite" == facts(empty, "/")[0]["@type"]


def test_comment_page() -> None:
    """A further page of a story's comments sends search engines to the story."""
    story = SimpleNamespace(title="Tram", url="tram/", status="published", content="<p>It moved.</p>", metadata={})
    paper = Newspaper("The Gull", address="https://gull.example")
    head = head_of({"output_file": "tram/comment-page-2/index.html", "story": story}, Known(paper))

    assert ("noindex", "https://gull.example/tram/") == (head.robots, head.canonical)


@pytest.mark.parametrize(("file", "address"), [
    ("index.html", "/"), ("a/index.html", "/a/"), ("a/myindex.html", "/a/myindex.html"), ("404.html", "/404.html"),
])  # fmt: skip
def test_addresses(file: str, address: str) -> None:
    """A folder's index has the folder's address."""
    assert address == address_of(file)


def test_script_text() -> None:
    """Facts in a script hold no sign that a browser or JavaScript reads otherwise, and stay the same facts."""
    fact = "<!--</script>&\u2028\u2029\ud800"
    text = in_script({"x": fact})

    assert not set("<>&\u2028\u2029\ud800") & set(text)
    assert {"x": fact} == json.loads(text)
