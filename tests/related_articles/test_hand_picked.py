from dataclasses import dataclass, field

import pytest

from related_articles.hand_picked import Picked, catalogue, located, pick, spoken


@dataclass(eq=False)
class Article:
    """Stands for an article of Pelican's."""

    title: str
    slug: str
    url: str
    related: tuple[str, ...] | str = field(default=())


TRAM = Article("The “night” tram – back on the quay", "night-tram", "2024/11/night-tram/")
MARKET = Article("سوق السمك", "سوق-السمك", "2024/11/%D8%B3%D9%88%D9%82-%D8%A7%D9%84%D8%B3%D9%85%D9%83/")
BRIDGE = Article("Bridge & ferry", "bridge", "2024/10/bridge/")
OLD_BRIDGE = Article("Bridge & ferry", "bridge", "2019/03/bridge/")
PUBLISHED = catalogue([TRAM, MARKET, BRIDGE, OLD_BRIDGE])


def picked(*related: str) -> Picked[Article]:
    return pick(Article("A story", "a-story", "2024/11/a-story/", related), PUBLISHED)


@pytest.mark.parametrize(
    "words",
    [
        "The “night” tram – back on the quay",
        'the "Night" tram - back on the quay',
        "The &#8220;night&#8221;  tram&nbsp;&ndash; back\non the quay ",
        "night-tram",
        "/2024/11/night-tram/",
        "2024/11/night-tram",
        "https://courier.example/2024/11/night-tram/?utm_source=letter#top",
    ],
)
def test_however_typed(words: str) -> None:
    """A story is found by title, slug or address; case, spaces, quotes, dashes and entities do not matter."""
    assert Picked((TRAM,), ()) == picked(words)


@pytest.mark.parametrize("words", ["/2024/11/سوق-السمك/", MARKET.url, "سوق السمك", "سوق-السمك"])
def test_any_script(words: str) -> None:
    """An address is found decoded and percent-encoded, in any script."""
    assert Picked((MARKET,), ()) == picked(words)


def test_order() -> None:
    """The editor's order stands."""
    assert (MARKET, TRAM, BRIDGE) == picked("سوق السمك", "night-tram", "/2024/10/bridge/").stories


def test_once() -> None:
    """A story named twice is shown once."""
    assert Picked((TRAM,), ()) == picked("night-tram", "/2024/11/night-tram/")


def test_not_itself() -> None:
    """A story is not related to itself, and naming it is no mistake worth a warning."""
    story = Article("A story", "a-story", "2024/11/a-story/", ("A story",))

    assert Picked((), ()) == pick(story, catalogue([story, TRAM]))


def test_newer_of_two() -> None:
    """Where two stories share a title, the newer is meant; the address finds the older."""
    assert (BRIDGE, OLD_BRIDGE) == picked("Bridge &amp; ferry", "/2019/03/bridge/").stories


def test_unresolved() -> None:
    """Words that name nothing published are given back as they were typed."""
    assert Picked((TRAM,), ("Nobody wrote this", "[")) == picked("Nobody wrote this", "night-tram", "[")


def test_title_is_no_address() -> None:
    """A story titled like another's slug is found by its title: a title comes before a slug."""
    titled = Article("bridge", "about-a-word", "2024/09/about-a-word/")
    story = Article("A story", "a-story", "2024/11/a-story/", ("Bridge",))

    assert (titled,) == pick(story, catalogue([BRIDGE, titled])).stories


def test_single_line() -> None:
    """Pelican's own readers give one line of text: it is one pick."""
    story = Article("A story", "a-story", "2024/11/a-story/", "Bridge & ferry")

    assert (BRIDGE,) == pick(story, PUBLISHED).stories


def test_spoken() -> None:
    """Soft hyphens and full-width letters are invisible to a reader, and so to the search."""
    assert "tidewick" == spoken("Tide\u00adＷick")


def test_located() -> None:
    """An address is its decoded path."""
    assert "2024/10/a b" == located(" https://courier.example/2024/10/A%20b/?x=1 ")
