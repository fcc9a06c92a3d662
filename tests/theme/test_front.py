import itertools
from datetime import UTC, datetime, timedelta

import pytest

from built_sites import Build, Site, words

STORY = "---\ntitle: {title}\ndate: {date}\nauthors: [{author}]\ncategories: [{section}]\n{more}---\nText of {title}.\n"
NEWEST = datetime(2024, 11, 24, 18, 5, tzinfo=UTC)
SITE = """
title: The Herald
language: en
breaking:
  text: Fire at <the> rope works & more
  address: /2024/11/story-0/
newsletter:
  title: The <b>tide</b>
  text: Six days a week.
  address: https://letters.example/join?list=a&b=c
"""
AUTHORS = "ada:\n  name: Ada Lowe\n  avatar: /wp-content/ada.svg\n"


def story(number: int, section: str, more: str = "", author: str = "Ada Lowe") -> dict[str, str]:
    """Give the file of a story, an hour older than the one before it."""
    date = (NEWEST - timedelta(hours=number)).isoformat()
    text = STORY.format(title=f"Story {number}", date=date, section=section, more=more, author=author)
    return {f"articles/story-{number}.md": text}


def newspaper(more: str = "") -> dict[str, str]:
    """Give forty stories in five sections, of which one is of opinions; each has the lines given."""
    files = {"data/site.yaml": SITE, "data/authors.yaml": AUTHORS}
    for number in range(40):
        section = ("Sea", "Land", "Opinion", "Sky", "Land/Hills")[number % 5]
        author = ("Ada Lowe", "Ben Farrow")[number % 2]
        files |= story(number, section, more + ("kind: opinion\n" if section == "Opinion" else ""), author)
    return files


@pytest.fixture(scope="module")
def site(built: Build) -> Site:
    """A paper of which every story has a picture."""
    return built(newspaper("image: /wp-content/a.jpg\n"))


@pytest.fixture(scope="module")
def wordy(built: Build) -> Site:
    """A paper without a picture, with stories of all kinds."""
    return built({
        "data/site.yaml": "title: The Herald\nlanguage: en\n",
        **story(0, "Sea", "kind: live\n"),
        **story(1, "Sea", "kind: live\ncoverage_end: 2024-11-24T20:00:00+00:00\n"),
        **story(2, "Sea", "kind: gallery\nimage: /wp-content/a.jpg\n"),
        **story(3, "Sea", "kind: video\nimage: /wp-content/a.jpg\n"),
        **story(4, "Sea"),
    })  # fmt: skip


def test_every_story_once(site: Site) -> None:
    """No story stands on the front page twice, in whichever of its forms."""
    shown = [node.attrs["href"] for node in site.page("/").css("main .card .p-name")]

    assert len(shown) > 25
    assert len(set(shown)) == len(shown)


def test_headings(site: Site, wordy: Site) -> None:
    """The name of the paper is the first heading; stories of the top are second, and those of a section third."""
    for page in (site.page("/"), wordy.page("/")):
        levels = [int((node.tag or "h0")[1]) for node in page.css("h1, h2, h3, h4")]

        assert 1 == levels[0]
        assert all(second - first <= 1 for first, second in itertools.pairwise(levels))


def test_top(site: Site, wordy: Site) -> None:
    """What is new stands beside a lead with a picture, and below one without."""
    assert 1 == len(site.page("/").css(".top.railed .rail .latest"))
    assert 1 == len(wordy.page("/").css(".top.wide .rail .latest"))


def test_times(site: Site) -> None:
    """The list of what is new tells the time of what is of the newest day, and the day of all else."""
    newest, *others = site.page("/").css(".latest time")

    assert "16:05" == words(newest)
    assert {"24 November 2024"} >= {words(node) for node in others if ":" not in words(node)}


def test_voices(site: Site) -> None:
    """A section of opinions is a strip of voices, each with a name, and a face where one is known."""
    strip = site.page("/").css_first(".voices")
    assert strip is not None

    assert {"By Ada Lowe", "By Ben Farrow"} == {words(node) for node in strip.css(".meta")}
    assert len(strip.css("img[src='/wp-content/ada.svg']")) == len(strip.css(".card")) - len(strip.css(".quote"))
    assert [] == strip.css("img[src='/wp-content/a.jpg']")


def test_rhythm(site: Site) -> None:
    """Sections do not all look alike."""
    forms = [node.attrs["class"] for node in site.page("/").css(".section > .stories")]

    assert len(forms) > 3
    assert all(first != second for first, second in itertools.pairwise(forms))


def test_live(wordy: Site) -> None:
    """A story is marked as live while it is, and not afterwards."""
    page = wordy.page("/")
    labels = {words(card.css_first(".p-name")): words(card.css_first(".label .kind")) for card in page.css(".card")
              if card.css(".label .kind")}  # fmt: skip

    assert ["Story 0"] == [words(card.css_first(".p-name")) for card in page.css(".is-live")]
    assert ("Live", "As it happened") == (labels["Story 0"], labels["Story 1"])
    assert 1 == len(page.css(".label .live"))


def test_signs(wordy: Site) -> None:
    """The picture of a gallery and that of a film have a sign on them."""
    signs = [sign.attrs["class"] for card in wordy.page("/category/sea/").css(".card") for sign in card.css(".sign")]

    assert {"sign pictures", "sign play"} == set(signs)


def test_breaking(site: Site) -> None:
    """What is urgent stands on every page, as plain text that leads to its story."""
    for address in ("/", "/page/2/", "/2024/11/story-3/", "/category/sea/", "/404.html"):
        bar = site.page(address).css_first("aside.breaking")

        assert "Breaking Fire at <the> rope works & more" == words(bar)
        assert bar is not None
        assert ["/2024/11/story-0/"] == [link.attrs["href"] for link in bar.css("a")]


def test_newsletter(site: Site, wordy: Site) -> None:
    """Each page has the form for the newsletter once: a plain POST, a labelled field, no script."""
    for address in ("/", "/page/2/", "/2024/11/story-3/", "/category/sea/"):
        (slot,) = site.page(address).css(".newsletter")
        (form,) = slot.css("form")
        (field,) = form.css("input")

        assert "The <b>tide</b>" == words(slot.css_first("h2"))
        assert ("post", "https://letters.example/join?list=a&b=c") == (form.attrs["method"], form.attrs["action"])
        assert ("email", "email") == (field.attrs["type"], field.attrs["name"])
        assert [field.attrs["id"]] == [label.attrs["for"] for label in form.css("label")]
    assert [] == wordy.page("/").css(".newsletter, .breaking")


def test_newsletter_elsewhere(built: Build) -> None:
    """Where the sender has a page of his own, the slot leads there."""
    text = "newsletter:\n  title: Tide\n  address: https://letters.example/join\n  link: true\n"
    slot = built({"data/site.yaml": text, **story(0, "Sea")}).page("/").css_first(".newsletter")
    assert slot is not None

    assert [] == slot.css("form")
    assert ["https://letters.example/join"] == [link.attrs["href"] for link in slot.css("a")]


@pytest.mark.parametrize("count", [1, 2, 5])
def test_few_stories(built: Build, count: int) -> None:
    """A paper of few stories shows each of them once."""
    files: dict[str, str] = {}
    for number in range(count):
        files |= story(number, "Sea")
    shown = [words(node) for node in built(files).page("/").css("main .p-name")]

    assert [f"Story {number}" for number in range(count)] == sorted(shown)
