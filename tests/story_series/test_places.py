"""The place of each story in its series."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from urllib.parse import quote

from story_series.places import Addresses, Place, Series, assign, grouped

NOON = datetime(2024, 11, 20, 12, tzinfo=UTC)
ADDRESSES = Addresses("series/{slug}/", "series/{slug}/index.html", lambda name: name.lower().replace(" ", "-"), quote)


@dataclass(eq=False)
class Article:
    """Stands for an article of Pelican's."""

    title: str
    day: int
    series: str | None = None
    series_slug: str = ""
    series_description: str = ""
    series_place: Place | None = None

    @property
    def date(self) -> datetime:
        """When it was published."""
        return NOON + timedelta(days=self.day)


def test_places() -> None:
    """The oldest story is number 1, whatever the order in which they come; one without a series has no place."""
    first, second, third = (Article(title, day, "Quay Tales") for day, title in enumerate("abc"))
    alone = Article("x", 2, "")
    groups = grouped([third, first, alone, second], ADDRESSES)
    assign(groups)

    series = Series("Quay Tales", "quay-tales", "series/quay-tales/", "series/quay-tales/index.html")
    assert [(series, (first, second, third))] == groups
    assert alone.series_place is None
    assert second.series_place is not None
    place = second.series_place
    assert (series, 2, 3, first, third) == (place.series, place.number, place.count, place.previous, place.next)
    assert first.series_place is not None
    assert third.series_place is not None
    assert (None, None) == (first.series_place.previous, third.series_place.next)
    assert (third, second, first) == place.stories[::-1]


def test_one() -> None:
    """A series of one story has a first that is the last."""
    story = Article("a", 1, "Alone")
    assign(grouped([story], ADDRESSES))

    assert story.series_place is not None
    assert (1, 1, None, None) == (
        story.series_place.number, story.series_place.count, story.series_place.previous, story.series_place.next,
    )  # fmt: skip


def test_slug_of_the_reader() -> None:
    """The slug and the description that the reader gives count; addresses are percent-encoded."""
    story = Article("a", 1, "埠頭", "埠頭の話", "<b>Quays</b>")
    series = grouped([story], ADDRESSES)[0][0]

    assert Series(
        "埠頭", "埠頭の話", f"series/{quote('埠頭の話')}/", "series/埠頭の話/index.html", "<b>Quays</b>"
    ) == series  # fmt: skip


def test_spellings() -> None:
    """Spellings of one slug are one series, called as the story listed first, the newest, calls it."""
    groups = grouped([Article("b", 2, "Quay tales"), Article("a", 1, "QUAY TALES ")], ADDRESSES)

    assert ["Quay tales"] == [series.name for series, _ in groups]
    assert [2] == [len(stories) for _, stories in groups]


def test_order() -> None:
    """Series are sorted by name; two stories of one moment keep the order in which they were listed, turned round."""
    groups = grouped([Article("d", 1, "b"), Article("c", 1, "b"), Article("x", 9, "A")], ADDRESSES)

    assert ["A", "b"] == [series.name for series, _ in groups]
    assert ["c", "d"] == [story.title for story in groups[1][1]]


def test_no_pages() -> None:
    """A theme that has no page for series is given no address."""
    assert ("", "") == (
        (series := grouped([Article("a", 1, "Quay")], Addresses("s/{slug}/", "", ADDRESSES.spell, quote))[0][0]).url,
        series.save_as,
    )
