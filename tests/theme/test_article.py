import pytest

from built_sites import Build, Site, words

TRAM = "/2024/11/night-tram-returns/"
HEADER = "---\ntitle: {title}\ndate: {date}\n{more}---\n{body}\n"


def article(
    title: str = "A title", more: str = "", body: str = "Text.", date: str = "2024-11-01T23:30:00+00:00"
) -> str:
    return HEADER.format(title=title, date=date, more=more, body=body)


@pytest.fixture(scope="module")
def site(built: Build) -> Site:
    """One article for each question."""
    return built({
        "data/site.yaml": 'title: Gulls & "Sons" <Ltd>\nlanguage: en\n',
        "data/authors.yaml": 'lowe:\n  name: Perpetua "Pep" Lowe\n  bio: Drives <em>slowly</em> & well.\n',
        "articles/hostile.md": article("'<b>Fish</b> & \"chips\" <script>alert(1)</script>'",
                                       "authors: ['Perpetua \"Pep\" Lowe']\ncategories: ['Q&A <x>']\ntags: ['a<b']\n"
                                       "summary: 'Less < more & \"so\"'\nimage: /wp-content/a.jpg\n"
                                       "image_alt: 'a \"b\" > c'\nimage_caption: 'cap < tion'\nkicker: 'kick & er'\n"),
        "articles/three.md": article(more="authors: [One, Two, Three]\n"),
        "articles/same-day.md": article(more="modified: 2024-11-01T23:59:00+00:00\n"),
        "articles/next-day.md": article(more="modified: 2024-11-02T00:10:00+00:00\n"),
        "articles/undated.md": "---\ntitle: Undated\n---\nText.\n",
        "articles/hebrew.md": article(more="lang: he\n"),
        "articles/dek-in-body.md": article(more="summary: The very first words.\n", body="The very first words. More."),
        "articles/excerpt.md": article(body="Gone[^1].\n\n![A](/wp-content/a.jpg)\n*Cap*\n\nBack.\n\n[^1]: Note."),
        **{f"articles/{kind}.md": article(more=f"kind: {kind}\n")
           for kind in ("news", "aside", "link", "gallery", "audio", "weather")},
        "articles/dek-apart.md": article(more="summary: Said only here.\n"),
        "articles/seo.md": article(more="seo_title: Search & find\nseo_description: Described.\nnoindex: true\n"
                                        "canonical: https://other.example/x/\n"),
        "articles/picks.md": article(more="related: [Undated, Picks itself, /2024/11/three/, Nothing]\n").replace(
            "A title", "Picks itself"),
    })  # fmt: skip


def test_h_entry(sample: Site) -> None:
    """A machine reads the story's parts from the marks of h-entry."""
    page = sample.page(TRAM)
    entry = page.css("main .h-entry.story")[0]

    assert ["After nineteen years, the night tram runs along the harbour again"] == [
        words(node) for node in entry.css("h1.p-name")
    ]
    assert ["Nora Whitlow", "Idris Calder"] == [words(node) for node in entry.css(".p-author.h-card .p-name")]
    assert "2024-11-22T06:00:00+00:00" == entry.css("time.dt-published")[0].attrs["datetime"]
    assert "2024-11-23T09:30:00+00:00" == entry.css("time.dt-updated")[0].attrs["datetime"]
    assert words(entry.css("p.p-summary")[0]).startswith("Tram 7 left the fish market")
    assert ["Harbour", "Night tram", "Transport"] == [words(node) for node in entry.css(".p-category")]
    assert TRAM == entry.css("a.u-url[href*='2024']")[0].attrs["href"]
    assert "/wp-content/uploads/2024/11/harbour-tram.jpg" == entry.css("img.u-photo")[0].attrs["src"]


def test_body_and_only_the_body(sample: Site, site: Site) -> None:
    """The content of an h-entry is the body, whole, and nothing else."""
    assert "Text." == words(site.page("/2024/11/hostile/").css("main .e-content")[0])
    bodies = sample.page(TRAM).css("main .e-content")

    assert 1 == len(bodies)
    assert words(bodies[0]).startswith("The bell rang twice")
    assert words(bodies[0]).rstrip(" ↩").endswith("It was not.")
    for outside in ("Related stories", "Updated", "Courier drawing office", "covers the harbour"):
        assert outside not in words(bodies[0])


def test_cards_are_no_part_of_the_story(sample: Site) -> None:
    """The cards below a story are outside its h-entry."""
    page = sample.page(TRAM)

    assert [
        "What the swifts know about our roofs",
        "The bridge closes for the winter, and the town learns to go round",
        "The keeper who turned the light back on",
    ] == [words(node) for node in page.css(".related .p-name")][:3]
    assert [] == page.css(".story .card")


def test_plain_text_stays_text(site: Site) -> None:
    """Titles, names, captions and summaries are shown as they were typed, whatever signs they hold."""
    page = site.page("/2024/11/hostile/")
    title = '<b>Fish</b> & "chips" <script>alert(1)</script>'

    assert title == words(page.css_first("h1"))
    assert f'{title} – Gulls & "Sons" <Ltd>' == words(page.css_first("title"))
    assert 'Less < more & "so"' == page.css("meta[name=description]")[0].attrs["content"]
    assert 'Less < more & "so"' == words(page.css_first(".p-summary"))
    assert 'Perpetua "Pep" Lowe' == words(page.css_first(".p-author"))
    assert "Drives slowly & well." == words(page.css_first(".bio div"))
    assert "kick & er" == words(page.css_first(".label span"))
    assert "Q&A <x>" == words(page.css_first(".crumbs .p-category"))
    assert "a<b" == words(page.css_first(".tags a"))
    assert 'a "b" > c' == page.css(".hero img")[0].attrs["alt"]
    assert "cap < tion" == words(page.css_first(".hero figcaption"))
    assert [] == page.css("script:not([type='application/ld+json'], [type=speculationrules], [src]), h1 b")


def test_cards_escape_too(site: Site) -> None:
    """A card shows the same words as the story."""
    titles = [words(node) for place in ("/", "/page/2/") for node in site.page(place).css(".card .p-name")]

    assert '<b>Fish</b> & "chips" <script>alert(1)</script>' in titles


def test_several_authors(site: Site) -> None:
    """Three writers are named as a sentence names them."""
    assert "By One, Two and Three" == words(site.page("/2024/11/three/").css(".byline > span")[0])


def test_updated(site: Site) -> None:
    """An update is news only when it is of a later day than the publication."""
    assert [] == site.page("/2024/11/same-day/").css(".dt-updated")
    assert ["Updated 2 November 2024"] == [words(node) for node in site.page("/2024/11/next-day/").css(".dt-updated")]


def test_undated(site: Site) -> None:
    """An article without a date shows none, and still names its address."""
    page = site.page("/undated/")

    assert [] == page.css("main .story time")
    assert ["/undated/"] == [link.attrs["href"] for link in page.css(".story .u-url")]


def test_direction(site: Site, sample: Site) -> None:
    """A story in a language written from right to left is set so, with its own months; the frame stays the site's."""
    assert ("he", "rtl") == tuple(site.page("/2024/11/hebrew/").css(".story")[0].attrs[key] for key in ("lang", "dir"))
    assert "1 בנובמבר 2024" == words(site.page("/2024/11/hebrew/").css_first(".dt-published"))
    page = sample.page("/2024/11/سوق-السمك/")

    assert ("ar", "rtl") == tuple(page.css(".story")[0].attrs[key] for key in ("lang", "dir"))
    assert "16 نوفمبر 2024" == words(page.css_first(".dt-published"))
    assert "dir" not in page.css("html")[0].attrs
    assert "dir" not in sample.page(TRAM).css(".story")[0].attrs


def test_direction_by_itself(site: Site) -> None:
    """A story whose language no one has said is set as its letters are."""
    page = site.page("/2024/11/three/")

    assert ["auto", "auto"] == [page.css(selector)[0].attrs["dir"] for selector in ("h1", ".e-content")]


def test_said_once(site: Site) -> None:
    """A summary that the body opens with is not said again above it."""
    assert [] == site.page("/2024/11/dek-in-body/").css(".p-summary")
    assert "Said only here." == words(site.page("/2024/11/dek-apart/").css_first(".story .p-summary"))


def test_an_excerpt_is_no_dek(site: Site) -> None:
    """First words that nobody wrote as a summary stand on cards, and not above the story, whatever lies between."""
    page = site.page("/2024/11/excerpt/")

    assert "Gone. Back." == page.css("meta[name=description]")[0].attrs["content"]
    assert [] == page.css(".p-summary")


@pytest.mark.parametrize(
    ("kind", "label"),
    [("news", ""), ("aside", ""), ("link", ""), ("gallery", "In pictures"), ("audio", "Audio"), ("weather", "Weather")],
)
def test_kinds(site: Site, kind: str, label: str) -> None:
    """A kind that means something to readers is a label, in the site's words or the newsroom's own."""
    assert label == " ".join(words(node) for node in site.page(f"/2024/11/{kind}/").css(".label .kind"))


def test_search_engines(site: Site) -> None:
    """What the editor wrote for search engines stands in the head, once."""
    page = site.page("/2024/11/seo/")

    assert words(page.css_first("title")).startswith("Search & find – ")
    assert "Described." == page.css("meta[name=description]")[0].attrs["content"]
    assert "noindex, max-image-preview:large" == page.css("meta[name=robots]")[0].attrs["content"]
    assert ["https://other.example/x/"] == [link.attrs["href"] for link in page.css("link[rel=canonical]")]


def test_no_dead_card(site: Site) -> None:
    """Picks that name nothing, or the story itself, make no card."""
    cards = site.page("/2024/11/picks/").css(".related .p-name")

    assert ["/undated/", "/2024/11/three/"] == [card.attrs["href"] for card in cards]


def test_no_section_no_word(site: Site) -> None:
    """WordPress's word for an article without a category is never shown."""
    assert "Uncategorized" not in words(site.page("/2024/11/three/").css_first("body"))


def test_upright_hero(sample: Site) -> None:
    """A lead picture as high as it is wide stands in the column of the text, any other is wider."""
    portrait, view = (
        sample.page(place).css(".hero, .hero img")
        for place in ("/2024/11/perpetua-lowe/", "/2024/11/night-tram-returns/")
    )

    assert ["hero upright", "hero"] == [figure.attributes["class"] for figure, _ in (portrait, view)]
    assert [True, False] == ["38rem" in (image.attributes["sizes"] or "") for _, image in (portrait, view)]
