"""The linked data of every page of the sample newspaper, held against what search engines ask for."""

import re
from collections import Counter
from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import unquote

import frontmatter
import pytest
import yaml

from built_sites import ADDRESS, ROOT, Site, words
from rich_results import ARTICLES, ASKED, Thing, facts_of, gaps, parts_of

CONTENT = ROOT / "content"
Front = Mapping[str, Any]
"""The front matter of an article, or the facts of a writer."""

EXCUSES: Mapping[str, tuple[Callable[[Front], bool], set[str]]] = {
    "nobody knows its date": (lambda front: "date" not in front, {"datePublished", "dateModified"}),
    "nobody signed it": (lambda front: "authors" not in front, {"author"}),
    "it has no lead picture": (lambda front: "image" not in front, {"image"}),
}
"""Why a story lacks properties; then it lacks all of these."""
EXCUSES_OF_WRITERS: Mapping[str, tuple[Callable[[Front], bool], set[str]]] = {
    "nobody wrote of them": (lambda front: "bio" not in front, {"description"}),
    "nobody drew them": (lambda front: "avatar" not in front, {"image"}),
    "they are nowhere else": (lambda front: not {"website", "links"} & set(front), {"sameAs"}),
}


@pytest.fixture(scope="module")
def facts(sample: Site) -> dict[str, list[Thing]]:
    """Give what each page tells, by its file's place."""
    return {place: facts_of(page) for place, page in sample.pages().items()}


@pytest.fixture(scope="module")
def every(facts: dict[str, list[Thing]]) -> list[Thing]:
    """Give everything that is told, things within others too."""
    return [part for told in facts.values() for thing in told for part in parts_of(thing)]


def fronts() -> dict[str, Front]:
    """Give the front matter of each published article, by its title."""
    found = [frontmatter.load(str(path)).metadata for path in (CONTENT / "articles").rglob("*.md")]
    return {str(front["title"]): front for front in found if front.get("status", "published") == "published"}


def registry(name: str) -> dict[str, Any]:
    return dict(yaml.safe_load((CONTENT / f"data/{name}.yaml").read_text(encoding="utf-8")))


def excused(front: Front, excuses: Mapping[str, tuple[Callable[[Front], bool], set[str]]]) -> set[str]:
    return {name for holds, names in excuses.values() if holds(front) for name in names}


def without_logo(thing: Thing) -> set[tuple[str, str]]:
    """Give the gaps of a thing; that its publisher has no logo is excused, as long as the newspaper has none."""
    return set(gaps(thing)) - (set() if "logo" in registry("site") else {("Organization", "logo")})


def test_stories(facts: dict[str, list[Thing]]) -> None:
    """Every published story tells all that is asked of its type, but for what its front matter does not have."""
    stories = {thing["headline"]: thing for told in facts.values() for thing in told if thing["@type"] in ARTICLES}
    known = fronts()

    assert len(known) > 50
    assert set(known) == set(stories)
    assert {title: excused(front, EXCUSES) for title, front in known.items()} == {
        title: {name for _, name in without_logo(story)} for title, story in stories.items()
    }


def test_writers(facts: dict[str, list[Thing]]) -> None:
    """Every writer's page tells who that is, but for what nobody wrote down."""
    profiles = {thing["mainEntity"]["name"]: thing for told in facts.values() for thing in told
                if thing["@type"] == "ProfilePage"}  # fmt: skip
    known = {writer["name"]: writer for writer in registry("authors").values()}

    assert {place for place in facts if re.fullmatch("author/[^/]+/index.html", place)} == {
        unquote(profile["url"]).removeprefix(ADDRESS + "/") + "index.html" for profile in profiles.values()
    }
    assert {name: excused(known.get(name, {}), EXCUSES_OF_WRITERS) for name in profiles} == {
        name: {gap for _, gap in without_logo(profile)} for name, profile in profiles.items()
    }


def test_all_else(facts: dict[str, list[Thing]]) -> None:
    """Nothing else that any page tells lacks anything."""
    others = [(place, thing) for place, told in facts.items() for thing in told
              if thing["@type"] not in {*ARTICLES, "ProfilePage"}]  # fmt: skip

    assert len(others) > 90
    assert [] == [(place, without_logo(thing)) for place, thing in others if without_logo(thing)]


@pytest.mark.parametrize(("place", "expected"), [
    (r"index\.html", {"WebSite", "Organization"}), (r"about/index\.html", {"WebPage"}),
    (r"author/[^/]+/index\.html", {"ProfilePage"}),
    (r"(category|tag|series)/.+(?<!page/\d)/index\.html", {"BreadcrumbList"}),
    (r"404\.html", set()),
])  # fmt: skip
def test_types(facts: dict[str, list[Thing]], place: str, expected: set[str]) -> None:
    """Each sort of page tells of its own types."""
    told = {name: {thing["@type"] for thing in things} for name, things in facts.items() if re.fullmatch(place, name)}

    assert told
    assert dict.fromkeys(told, expected) == told


def test_ways(sample: Site, facts: dict[str, list[Thing]]) -> None:
    """Every story has a way that leads from the front page to its own address, and the headline that readers see."""
    for place, told in facts.items():
        for story in (thing for thing in told if thing["@type"] in ARTICLES):
            steps = [step["item"] for thing in told for step in thing.get("itemListElement", ())]
            assert (f"{ADDRESS}/", story["url"]) == (steps[0], steps[-1])
            assert story["headline"] == words(sample.page(place).css_first("h1"))


def test_addresses(sample: Site, every: list[Thing]) -> None:
    """Every address of the newspaper's own that is told is there, down to the entry of live coverage."""
    told = {value for thing in every for name, value in thing.items()
            if name != "@id" and isinstance(value, str) and value.startswith(ADDRESS)}  # fmt: skip

    assert len(told) > 150
    for address in told:
        path, _, mark = address.removeprefix(ADDRESS + "/").partition("#")
        file = sample.output / unquote(path)
        assert file.is_file() or (file / "index.html").is_file(), address
        assert not mark or f'id="{mark}"' in (file / "index.html").read_text(encoding="utf-8"), address


def test_shapes(every: list[Thing]) -> None:
    """A story's picture comes in the three shapes that Google asks for, each of 50,000 pixels or more."""
    pictures = [thing["image"] for thing in every if thing.get("@type") in ARTICLES and "image" in thing]

    assert len(pictures) > 20
    for shapes in pictures:
        assert [1.78, 1.33, 1.0] == [round(shape["width"] / shape["height"], 2) for shape in shapes]
        assert all(shape["width"] * shape["height"] >= 50_000 for shape in shapes)


SEEN = [kind for kind in ASKED if kind not in {"ReportageNewsArticle", "SatiricalArticle", "AdvertiserContentArticle"}]


@pytest.mark.parametrize("kind", SEEN)
def test_nothing_may_be_missing(every: list[Thing], kind: str) -> None:
    """The newspaper has things of each type, and whatever is asked of one is missed when it is taken away."""
    things = [thing for thing in every if thing.get("@type") == kind]
    richest = max(things, key=lambda thing: len(ASKED[kind]) - Counter(gaps(thing)).total())

    for names in ASKED[kind]:
        poorer = {name: value for name, value in richest.items() if name not in names.split(" or ")}
        assert (kind, names) in set(gaps(poorer))


WRONG = [
    ("LiveBlogPosting", "headline", " "), ("LiveBlogPosting", "url", "/2024/11/storm/"),
    ("LiveBlogPosting", "datePublished", "2024-11-23T06:40:00"), ("LiveBlogPosting", "datePublished", "Saturday"),
    ("LiveBlogPosting", "image", []), ("LiveBlogPosting", "image", ["/storm.jpg"]),
    ("LiveBlogPosting", "image", [{"@type": "ImageObject", "url": "/storm.jpg", "width": 1, "height": 1}]),
    ("ImageObject", "contentUrl", ""), ("ImageObject", "contentUrl", "/storm.jpg"),
    ("LiveBlogPosting", "author", []), ("LiveBlogPosting", "author", "Ada"),
    ("LiveBlogPosting", "author", [{"@type": "Person", "name": "Ada"}]),
    ("LiveBlogPosting", "author", [{"@type": "Person", "url": "https://ada.example/"}]),
    ("LiveBlogPosting", "publisher", {"@id": "https://courier.example/#organization"}),
    ("LiveBlogPosting", "coverageStartTime", ""), ("LiveBlogPosting", "liveBlogUpdate", []),
    ("LiveBlogPosting", "liveBlogUpdate", [{"@type": "BlogPosting", "headline": "Now", "url": "https://a.example/"}]),
    ("LiveBlogPosting", "liveBlogUpdate", [{"@type": "BlogPosting", "datePublished": "2024-11-23T06:40:00Z"}]),
    ("VideoObject", "thumbnailUrl", "/still.jpg"), ("VideoObject", "uploadDate", "2024-11-23"),
    ("VideoObject", "contentUrl", "film.mp4"), ("VideoObject", "@type", "Movie"),
    ("BreadcrumbList", "itemListElement", [{"@type": "ListItem", "position": 1, "name": "A", "item": "https://a.example/"}]),
    ("BreadcrumbList", "itemListElement", [{"@type": "ListItem", "position": place, "name": "A", "item": "https://a.example/"}
                                           for place in (1, 3)]),
    ("BreadcrumbList", "itemListElement", [{"@type": "ListItem", "position": place, "name": "A"} for place in (1, 2)]),
    ("ProfilePage", "mainEntity", {"@type": "Thing", "name": "Ada", "url": "https://ada.example/"}),
    ("ProfilePage", "mainEntity", {"@type": "Person", "name": "Ada", "url": "https://ada.example/"}),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "name", "wrong"), WRONG)
def test_mistakes(every: list[Thing], kind: str, name: str, wrong: object) -> None:
    """A thing of the newspaper's own with one mistake in it does not pass."""
    thing = next(thing for thing in every if thing.get("@type") == kind)

    assert set() == without_logo(thing)
    assert without_logo({**thing, name: wrong})
