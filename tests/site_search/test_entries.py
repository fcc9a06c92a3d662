from datetime import UTC, datetime

from selectolax.lexbor import LexborHTMLParser

from search_stories import Named, Story
from site_search.entries import document, entries_of

HOSTILE = '"><script>alert(1)</script>'


def told(story: Story, role: str, home: str = "en") -> list[tuple[str, str]]:
    """Give the names and values of what a document tells beside its words."""
    page = LexborHTMLParser(document(next(entries_of(iter([story]), "Uncategorized")), home))
    pairs = ((node.attrs[f"data-pagefind-{role}"], node.attrs["title"]) for node in page.css(f"[data-pagefind-{role}]"))
    return [((name or "").removesuffix("[title]"), value or "") for name, value in pairs]


def test_hidden() -> None:
    """A story that search engines are asked to leave out is no entry."""
    assert ["/b/"] == [each.address for each in entries_of(iter([Story(url="a/", noindex=True), Story(url="b/")]), "")]


def test_sections() -> None:
    """The label comes first, then other sections, then those above them, each once; the one that is none is none."""
    quay = Named("Quay", (Named("Harbour"), Named("Quay")))
    story = Story(category=quay, categories=[Named("Culture"), quay])
    (entry,) = entries_of(iter([story, Story(category=Named("Uncategorized"))][:1]), "Uncategorized")

    assert ("Quay", "Culture", "Harbour") == entry.sections
    assert [()] == [
        each.sections for each in entries_of(iter([Story(category=Named("Uncategorized"))]), "Uncategorized")
    ]


def test_no_date() -> None:
    """A story without a date has no year and no day, and is the oldest."""
    (entry,) = entries_of(iter([Story(undated=True)]), "")

    assert (None, "", 0) == (entry.year, entry.day, entry.moment)


def test_filters() -> None:
    """What one can narrow to: section, writer, kind, year; the day comes back with a story; a foreign one says so."""
    date = datetime(2021, 2, 3, 4, tzinfo=UTC)
    story = Story(lang="ja", date=date, kind="opinion", authors=[Named("Ada Lowe"), Named("Ben Farrow")])

    assert [
        ("section", "Harbour"), ("author", "Ada Lowe"), ("author", "Ben Farrow"), ("kind", "opinion"), ("year", "2021"),
        ("day", "2021-02-03"), ("language", "ja"),
    ] == told(story, "filter")  # fmt: skip
    assert "language" not in dict(told(story, "filter", "ja"))
    assert [("date", str(int(date.timestamp())))] == told(story, "sort")


def test_headline() -> None:
    """Headline, byline and topics are found, and are no part of a passage."""
    story = Story(title="A & B", authors=[Named("Ada Lowe")], tags=[Named("Ferries"), Named("City, hall")])

    assert [("title", "A & B"), ("byline", "Ada Lowe"), ("topics", "Ferries, City, hall")] == told(story, "meta")


def test_hostile() -> None:
    """Markup in a headline, a name or a caption stays text."""
    story = Story(HOSTILE, kind=HOSTILE, authors=[Named(HOSTILE)], subtitle=HOSTILE, image_caption=HOSTILE)
    page = LexborHTMLParser(document(next(entries_of(iter([story]), "")), "en"))

    assert [] == page.css("script")
    assert ("title", HOSTILE) == told(story, "meta")[0]
