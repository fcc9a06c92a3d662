"""Every provider of films and sounds: from what an editor copies to a player that loads after a click."""

import pytest
from selectolax.lexbor import LexborHTMLParser

from markdown_articles.rendering import render
from markdown_articles.rendering.providers import PROVIDERS

YOUTUBE = "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ"
VIMEO = "https://player.vimeo.com/video/76979871?dnt=1"
EMBEDS = {
    "https://www.youtube.com/watch?v=dQw4w9WgXcQ": ("video", YOUTUBE),
    "https://m.youtube.com/watch?v=dQw4w9WgXcQ&t=90s": ("video", f"{YOUTUBE}?start=90"),
    "https://www.youtube.com/playlist?list=PL1234567890": (
        "video",
        "https://www.youtube-nocookie.com/embed/videoseries?list=PL1234567890",
    ),
    "https://www.youtube.com/embed/dQw4w9WgXcQ": ("video", YOUTUBE),
    "https://www.youtube.com/shorts/dQw4w9WgXcQ": ("video", YOUTUBE),
    "https://www.youtube.com/live/dQw4w9WgXcQ?feature=share": ("video", YOUTUBE),
    "https://youtu.be/dQw4w9WgXcQ?si=abc": ("video", YOUTUBE),
    "https://vimeo.com/76979871": ("video", VIMEO),
    "https://player.vimeo.com/video/76979871?h=0f3b1c2d4e": ("video", f"{VIMEO}&h=0f3b1c2d4e"),
    "https://www.dailymotion.com/video/x7tgcev_the-tide": ("video", "https://www.dailymotion.com/embed/video/x7tgcev"),
    "https://dai.ly/x7tgcev": ("video", "https://www.dailymotion.com/embed/video/x7tgcev"),
    "https://www.ted.com/talks/ada_on_engines": ("video", "https://embed.ted.com/talks/ada_on_engines"),
    "https://www.tiktok.com/@tide/video/7123456789012345678": (
        "video",
        "https://www.tiktok.com/embed/v2/7123456789012345678",
    ),
    "https://streamable.com/abc123": ("video", "https://streamable.com/e/abc123"),
    "https://archive.org/details/night-ferry_1931": ("video", "https://archive.org/embed/night-ferry_1931"),
    "https://open.spotify.com/show/4rOoJ6Egrf8K2IrywzwOMk": (
        "audio",
        "https://open.spotify.com/embed/show/4rOoJ6Egrf8K2IrywzwOMk",
    ),
    "https://soundcloud.com/tidewick/sets/foghorns": (
        "audio",
        "https://w.soundcloud.com/player/?url=https%3A%2F%2Fsoundcloud.com%2Ftidewick%2Fsets%2Ffoghorns",
    ),
    "https://podcasts.apple.com/gb/podcast/tides/id1234567890?i=1000123": (
        "audio",
        "https://embed.podcasts.apple.com/gb/podcast/tides/id1234567890?i=1000123",
    ),
}
"""What an editor copies; whether it is seen or heard; what its player loads."""


@pytest.mark.parametrize("address", EMBEDS)
@pytest.mark.parametrize("form", ["<{}>", "[![A *quay*](/wp-content/quay.jpg)]({})", "<{}>\n*A caption*"])
def test_players(address: str, form: str) -> None:
    """With a poster or without one, a known address has its own player behind a click, and stays a link."""
    tree = LexborHTMLParser(render(form.format(address)))
    (details,) = tree.css("figure.embed > details.embed-player")
    (frame,) = tree.css("iframe")
    (link,) = tree.css("figure.embed > a")
    medium, player = EMBEDS[address]

    assert (player, "lazy") == (frame.attributes["src"], frame.attributes["loading"])
    assert f"embed-{medium}" in (details.attributes["class"] or "").split()
    assert address == link.attributes["href"] == link.text()
    assert "open" not in details.attributes
    posters = ["/wp-content/quay.jpg"] if "!" in form else []
    assert posters == [picture.attributes["src"] for picture in tree.css("summary > img")]


def test_every_provider_is_tried() -> None:
    """Each form of address that is known is among those above."""
    places = [address.partition("//")[2].removeprefix("www.").removeprefix("m.").partition("?")[0]
              for address in EMBEDS]  # fmt: skip

    assert [] == [
        provider.name for provider in PROVIDERS if not any(provider.address.fullmatch(place) for place in places)
    ]
