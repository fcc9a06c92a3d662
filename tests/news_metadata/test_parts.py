"""What linked data says of live coverage, corrections, films and sounds."""

from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any

import pytest

from news_metadata.newspaper import Newspaper
from news_metadata.plain_words import in_script, running_words
from news_metadata.schema import story_facts
from news_metadata.stories import read_story

HOSTILE = "</script><b>&\"'\u2028"
PAPER = Newspaper("The Gull", address="https://gull.example")
BEGUN = datetime(2024, 11, 23, 6, 40, tzinfo=UTC)
IMAGE = {"image": "/wp-content/lead.jpg"}
VIDEO = '<p>A</p><video src="/wp-content/tide.mp4" poster="/wp-content/still.jpg"></video>'
EMBED = (
    '<figure class="embed"><details class="embed-player embed-{0}"><summary>{1}<span>X</span></summary>'
    '<iframe src="https://player.example/1"></iframe></details></figure>'
)


def facts(body: str = "<p>Words.</p>", **more: Any) -> dict[str, Any]:  # noqa: ANN401  # whatever a reader sets
    content = SimpleNamespace(
        **{"title": "Storm", "url": "storm/", "status": "published", "content": body, "metadata": {}, "date": BEGUN}
        | more
    )
    return story_facts(read_story(content), PAPER)


def update(hour: int, headline: str = "", html: str = "<p>It <b>blows</b>.</p><p>More.</p>") -> SimpleNamespace:
    return SimpleNamespace(
        id=f"at-{hour}", moment=datetime(2024, 11, 23, hour, 0, tzinfo=UTC), headline=headline, html=html
    )


def test_live_coverage() -> None:
    """A live story tells when it began, when it ended, and each entry with its time, words and address."""
    told = facts(kind="live", live_updates=(update(9, "Two boats"), update(5)), coverage_end=BEGUN.replace(hour=22))

    assert "LiveBlogPosting" == told["@type"]
    assert ("2024-11-23T05:00:00+00:00", "2024-11-23T22:40:00+00:00") == (
        told["coverageStartTime"],
        told["coverageEndTime"],
    )
    assert [
        {
            "@type": "BlogPosting",
            "headline": "Two boats",
            "datePublished": "2024-11-23T09:00:00+00:00",
            "articleBody": "It blows. More.",
            "url": "https://gull.example/storm/#at-9",
        },
        {
            "@type": "BlogPosting",
            "datePublished": "2024-11-23T05:00:00+00:00",
            "articleBody": "It blows. More.",
            "url": "https://gull.example/storm/#at-5",
        },
    ] == told["liveBlogUpdate"]


def test_coverage_that_goes_on() -> None:
    """While coverage goes on no end of it is told, whenever the story last changed."""
    told = facts(kind="live", live_updates=(update(9),), modified=BEGUN.replace(hour=12))

    assert "coverageEndTime" not in told
    assert "2024-11-23T06:40:00+00:00" == told["coverageStartTime"]


def test_long_coverage() -> None:
    """Of long coverage the newest entries are told."""
    told = facts(kind="live", live_updates=tuple(update(9, str(number)) for number in range(500)))

    assert [str(number) for number in range(30)] == [each["headline"] for each in told["liveBlogUpdate"]]


def test_only_live_stories_are_covered() -> None:
    """A story of another kind tells of no coverage, and every story can be read for nothing."""
    told = facts(kind="news", coverage_end=BEGUN)

    assert not {"coverageStartTime", "coverageEndTime", "liveBlogUpdate"} & set(told)
    assert told["isAccessibleForFree"] is True


def test_corrections() -> None:
    """Each correction is told with its date; lines without one, as Pelican's own readers give them, are not."""
    correction = SimpleNamespace(date=BEGUN, text="It is 40 m long.")
    expected = {"@type": "CorrectionComment", "text": "It is 40 m long.", "datePublished": "2024-11-23T06:40:00+00:00"}

    assert [expected] == facts(corrections=(correction,))["correction"]
    assert "correction" not in facts(corrections=())
    assert "correction" not in facts(corrections="It is 40 m long.")


def test_hostile_words() -> None:
    """Whatever an entry or a correction says, no browser takes it for markup."""
    told = facts(
        kind="live",
        live_updates=(update(9, HOSTILE, "<p>&lt;/script&gt;</p>"),),
        corrections=(SimpleNamespace(date=BEGUN, text=HOSTILE),),
    )

    assert HOSTILE == told["liveBlogUpdate"][0]["headline"] == told["correction"][0]["text"]
    assert not set("<>&\u2028") & set(in_script(told))


def test_film_of_our_own() -> None:
    """A story that is a film tells its address, its still and its date."""
    assert {
        "@type": "VideoObject",
        "name": "Storm",
        "description": "A",
        "uploadDate": "2024-11-23T06:40:00+00:00",
        "thumbnailUrl": "https://gull.example/wp-content/still.jpg",
        "contentUrl": "https://gull.example/wp-content/tide.mp4",
        "encodingFormat": "video/mp4",
    } == facts(VIDEO, kind="video")["video"]


@pytest.mark.parametrize(
    ("poster", "lead", "still"),
    [
        ('<img src="/wp-content/poster.jpg" alt="">', IMAGE, "poster.jpg"),
        ('<picture><source><img src="/wp-content/poster.jpg" alt=""></picture>', IMAGE, "poster.jpg"),
        ("", IMAGE, "lead.jpg"),
    ],
)
def test_film_of_a_provider(poster: str, lead: dict[str, str], still: str) -> None:
    """A film that others play has the address of their player, and the poster, else the lead picture, for a still."""
    told = facts(EMBED.format("video", poster), kind="video", **lead)["video"]

    assert ("https://player.example/1", f"https://gull.example/wp-content/{still}") == (
        told["embedUrl"],
        told["thumbnailUrl"],
    )


def test_sound() -> None:
    """A sound needs no still; its file may stand in a source."""
    own = '<audio controls><source src="/wp-content/horn.mp3"></audio>'

    assert "https://gull.example/wp-content/horn.mp3" == facts(own, kind="audio")["audio"]["contentUrl"]
    assert "AudioObject" == facts(EMBED.format("audio", ""), kind="podcast")["audio"]["@type"]


@pytest.mark.parametrize(
    ("body", "more"),
    [
        (VIDEO, {"kind": "news"}),
        (VIDEO, {"kind": "audio"}),
        (VIDEO, {"kind": "video", "undated": True}),
        ("<p>No film.</p>", {"kind": "video", **IMAGE}),
        ("<video></video>", {"kind": "video", **IMAGE}),
        ('<video src="/tide.mp4"></video>', {"kind": "video"}),
        ('<video src="/tide.mp4" poster="/still.svg"></video>', {"kind": "video"}),
    ],
)
def test_no_recording(body: str, more: dict[str, Any]) -> None:
    """A film without a still or a date, and one in a story of another kind, is told to no one."""
    assert not {"video", "audio"} & set(facts(body, **more))


@pytest.mark.parametrize(("kind", "expected"), [
    ("analysis", "AnalysisNewsArticle"), ("Opinion", "OpinionNewsArticle"), ("review", "ReviewNewsArticle"),
    ("explainer", "BackgroundNewsArticle"), ("interview", "NewsArticle"), ("obituary", "NewsArticle"),
    ("gallery", "NewsArticle"), ("", "NewsArticle"),
])  # fmt: skip
def test_types(kind: str, expected: str) -> None:
    """Kinds that schema.org has a type for have that, all others are news."""
    assert expected == facts(kind=kind)["@type"]


@pytest.mark.parametrize(("html", "words"), [
    ("<p>One</p><p>two</p>", "One two"), ("a<b>b</b>c", "abc"), ("one<br>two", "one two"),
    ("<ul><li>one</li><li>two</li></ul>", "one two"), ("(<a href='/x'>link</a>)", "(link)"),
    ("<pre>x</pre>&amp;lt;", "x&lt;"), ("<", "<"),
])  # fmt: skip
def test_running_words(html: str, words: str) -> None:
    """Words of neighbouring paragraphs are parted, those of one are not."""
    assert words == running_words(html)
