"""Where each story stands on the front page."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from front_page.arrangement import Arranged, Front, Layout, arrange
from front_page.front_file import FrontFileError, Named, Plan

NOON = datetime(2024, 11, 20, 12, tzinfo=UTC)
PLAN = Plan("front.yaml")


@dataclass(eq=False)
class Article:
    """Stands for an article of Pelican's."""

    title: str
    date: datetime = NOON
    kind: str = ""
    sticky: bool = False
    modified: datetime | None = None
    coverage_end: datetime | None = None

    @property
    def slug(self) -> str:
        """The last part of its address."""
        return self.title.lower().replace(" ", "-")

    @property
    def url(self) -> str:
        """Its address."""
        return f"{self.date:%Y/%m}/{self.slug}/"


@dataclass(eq=False)
class Category:
    """Stands for a category of Pelican's."""

    name: str
    parent: "Category | None" = None

    @property
    def slug(self) -> str:
        """The last part of its address."""
        return self.name.lower()

    @property
    def path(self) -> str:
        """Its slug with those above it."""
        return f"{self.parent.path}/{self.slug}" if self.parent else self.slug


def days(count: int, start: int = 0) -> list[Article]:
    """Give so many stories, one a day, the newest first."""
    return [Article(f"Day {-day}", NOON - timedelta(days=day)) for day in range(start, start + count)]


def titles(stories: Sequence[Any]) -> list[str]:
    return [story.title for story in stories]


def all_of(front: Front) -> list[Any]:
    rows = [story for _, stories in front.sections for story in stories]
    return [*([front.lead] if front.lead else []), *front.beside, *front.latest, *rows]


def arranged(stories: Sequence[Article], plan: Plan = PLAN, **layout: Any) -> Arranged:  # noqa: ANN401  # fields of Layout
    return arrange(sorted(stories, key=lambda story: story.date, reverse=True), [], plan, Layout(**layout))


def order(*stories: Article, **layout: Any) -> list[str]:  # noqa: ANN401  # fields of Layout
    front = arranged(stories, **layout).front
    assert front.lead
    return titles([front.lead, *front.beside])


@pytest.mark.parametrize(("count", "beside", "latest"), [(0, 0, 0), (1, 0, 0), (2, 1, 0), (5, 3, 1), (12, 3, 6)])
def test_few(count: int, beside: int, latest: int) -> None:
    """A page is whole with any number of stories, even none."""
    front = arranged(days(count)).front

    assert (count > 0) is (front.lead is not None)
    assert (beside, latest) == (len(front.beside), len(front.latest))


def test_newest_first() -> None:
    """Of equal stories the newest leads."""
    assert ["Day 0", "Day -1", "Day -2", "Day -3"] == order(*days(6))


def test_kind_of_one_day() -> None:
    """Of one day, what is live comes first, then analysis, news, opinion; yesterday's comes after all of today's."""
    stories = [
        Article("Opinion", NOON + timedelta(hours=5), "opinion"),
        Article("News", NOON + timedelta(hours=4)),
        Article("Analysis", NOON + timedelta(hours=3), "Analysis"),
        Article("Live", NOON, "live"),
        Article("Yesterday live", NOON - timedelta(days=1), "live"),
    ]

    assert ["Live", "Analysis", "News", "Opinion", "Yesterday live"] == order(*stories, beside=4)


def test_live_until_it_ends() -> None:
    """What is live counts by the day of its last change, until its coverage ends: then it is a story of its day."""
    live = Article("Live", NOON - timedelta(days=1), "live", modified=NOON)
    plain = Article("News", NOON + timedelta(hours=1))

    assert ["Live", "News"] == order(live, plain)
    assert ["News", "Live"] == order(replace(live, coverage_end=NOON), plain)


def test_sticky() -> None:
    """A sticky story leads for seven days after which it is one like others; the newest of two leads."""
    old = Article("Old", NOON - timedelta(days=7), sticky=True)
    new = Article("New", NOON - timedelta(days=2), sticky=True)
    forgotten = Article("Forgotten", NOON - timedelta(days=8), sticky=True)

    assert ["New", "Old", "Day 0", "Day -1"] == order(old, new, forgotten, *days(3))
    assert ["New", "Old", "Forgotten", "Day 0"] == order(old, new, forgotten, *days(3), sticky_days=30)


def test_paid() -> None:
    """What is paid for never stands before what is not."""
    assert ["Day 0", "Day -1", "Ad"] == order(Article("Ad", NOON, "sponsored", sticky=True), *days(2))


def test_union() -> None:
    """The front page and the list from its eleventh story on hold every story, and the front page none twice."""
    stories = days(60)
    stories[33].sticky = True
    sections = [(Category("Quay"), stories[::2]), (Category("Sport"), stories[1::2])]
    plan = replace(PLAN, lead=(Named("day--40", 1),), beside=(Named("day--50", 2), Named("Day -2", 3)))
    front = arrange(stories, sections, plan, Layout()).front

    shown = all_of(front)
    assert len(shown) == len(set(titles(shown)))
    assert set(titles(stories)) == {*titles(shown), *titles(stories[10:])}
    assert 2 == len(front.sections)


def test_editors() -> None:
    """Editors name the lead and those beside it by address, title or slug; what they leave open is filled by rank."""
    plan = Plan("front.yaml", lead=(Named("https://courier.example/2024/11/day--4/?x=1", 1),),
                beside=(Named("DAY  –5", 2),))  # fmt: skip
    arrangement = arranged(days(12), plan)

    assert "Day -4" == arrangement.front.lead.title  # type: ignore[union-attr]  # there is one
    assert ["Day -5", "Day 0", "Day -1"] == titles(arrangement.front.beside)
    assert () == arrangement.remarks


def test_more_beside() -> None:
    """Editors may name more stories beside the lead than there is room for."""
    plan = replace(PLAN, beside=tuple(Named(f"day--{day}", day) for day in range(1, 6)))

    assert ["Day -1", "Day -2", "Day -3", "Day -4", "Day -5"] == titles(arranged(days(12), plan).front.beside)


def test_unknown() -> None:
    """A name that leads nowhere is told with its line, and its place is filled by rank."""
    plan = replace(PLAN, lead=(Named("day--41", 3),), hidden=(Named("Nobody wrote this", 9),))
    arrangement = arranged(days(12), plan)

    assert "Day 0" == arrangement.front.lead.title  # type: ignore[union-attr]  # there is one
    no = "is no published story's title, slug or address"
    assert (
        f"front.yaml:3: lead: 'day--41' {no}; did you mean 'day--4'? The first by rank leads.",
        f"front.yaml:9: hidden: 'Nobody wrote this' {no}. It hides nothing.",
    ) == arrangement.remarks


def test_twice() -> None:
    """A story named twice, however it is called, ends the build with both lines."""
    plan = replace(PLAN, lead=(Named("day--1", 1),), beside=(Named("Day -1", 3), Named("/2024/11/day--1/", 4)))

    with pytest.raises(FrontFileError) as caught:
        arranged(days(4), plan)

    assert (
        "front.yaml:3: beside: 'Day -1' is the story of line 1 too: keep one of the two",
        "front.yaml:4: beside: '/2024/11/day--1/' is the story of line 1 too: keep one of the two",
    ) == caught.value.problems


def test_hidden() -> None:
    """What editors hide stands nowhere on the page, sticky or not."""
    stories = days(12)
    stories[0].sticky = True
    sections = [(Category("Quay"), stories)]
    front = arrange(stories, sections, replace(PLAN, hidden=(Named("day-0", 1),)), Layout()).front

    assert "Day 0" not in titles(all_of(front))
    assert "Day -1" == front.lead.title  # type: ignore[union-attr]  # there is one


def test_sections() -> None:
    """The largest sections at the top come first; those below, the one that is none, and two stories make no row."""
    stories = days(60)
    news = Category("News")
    sections = [
        (Category("Local", news), stories[:40]), (news, stories[:40]), (Category("Quay"), stories[40:45]),
        (Category("Few"), stories[45:47]), (Category("Uncategorized"), stories[47:]),
    ]  # fmt: skip
    front = arrange(stories, sections, PLAN, Layout(unsorted="Uncategorized")).front

    assert ["News", "Quay"] == [section.name for section, _ in front.sections]
    assert ["Day -10", "Day -11", "Day -12", "Day -13"] == titles(front.sections[0][1])


def test_named_sections() -> None:
    """Named sections are shown in the editors' order, and no others; one below another by its whole path."""
    stories = days(60)
    news = Category("News")
    sections = [(Category("Local", news), stories[40:]), (news, stories), (Category("Quay"), stories[20:30])]
    plan = replace(PLAN, sections=(Named("QUAY", 5), Named("news/local/", 6), Named("sprot", 7)))
    arrangement = arrange(stories, sections, plan, Layout())

    assert ["Quay", "Local"] == [section.name for section, _ in arrangement.front.sections]
    assert ("front.yaml:7: sections: 'sprot' is no section that has a story. It is left out.",) == arrangement.remarks


def test_no_search_for_each_section() -> None:
    """Sections take what they show from the start of their lists: none of a hundred is searched to its end."""
    stories: list[Any] = days(2_000)
    taken: list[int] = []

    class Noted(list[Any]):
        def __iter__(self) -> Any:  # noqa: ANN401  # an iterator of anything
            for story in super().__iter__():
                taken.append(1)
                yield story

    sections = [(Category(f"S{n}"), Noted(stories)) for n in range(100)]
    front = arrange(stories, sections, PLAN, Layout()).front

    assert 8 == len(front.sections)
    assert len(taken) <= 8 * (10 + 8 * 4)
