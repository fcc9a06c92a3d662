"""Shortcodes that name what they show by its number at a provider: `[youtube dQw4w9WgXcQ]`, `[spotify id=…]`."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import unescape

from ..context import BodyContext
from ..embed_forms import embed_html, watch_address
from .embeds import address_in, without_address
from .grammar import Shortcode
from .parts import bare_text
from .renderer import Renderer, named

# WordPress.com lets sizes follow: `[youtube=https://youtu.be/abc&w=640&h=385]`.
_SIZE = re.compile(r"(?:&amp;|&|\?)(?:w|h|width|height|rel|hd)=\d+%?")


@dataclass(frozen=True, slots=True)
class Provider:
    """How one provider's shortcode becomes the address of what it shows."""

    identifier: re.Pattern[str]
    """What it is known by there."""
    address: str
    """The address, with `{}` for that."""
    names: tuple[str, ...] = ("id",)
    """The attributes that may hold it."""

    def render(self, shortcode: Shortcode, context: BodyContext) -> str:
        """Give the embed, by the address where that is given, else by the identifier."""
        if address := address_in(shortcode):
            return embed_html(watch_address(_SIZE.sub("", address)))
        given = [bare_text(shortcode.content or ""), *(shortcode.get(name) for name in self.names)]
        given += [value.lstrip("=") for value in shortcode.bare]
        for value in given:
            if found := self.identifier.fullmatch(_SIZE.sub("", unescape(value)).strip("\"' /")):
                return embed_html(self.address.format(*(found.groups() or (found[0],))))
        return without_address(shortcode, context)


def _provider(identifier: str, address: str, names: str = "id") -> Renderer:
    return Provider(re.compile(identifier), address, tuple(names.split())).render


_VIDEO = "id v video video_id videoid clip_id key"
_YOUTUBE = _provider(r"[\w-]{11}", "https://www.youtube.com/watch?v={}", _VIDEO)
_VIMEO = _provider(r"\d{4,}", "https://vimeo.com/{}", _VIDEO)
_DAILYMOTION = _provider(r"[a-zA-Z0-9]{5,}", "https://www.dailymotion.com/video/{}", _VIDEO)
_TWEET = _provider(r"\d{6,}", "https://twitter.com/i/status/{}", "id tweet tweet_id")
_VIDEOPRESS = _provider(r"[a-zA-Z0-9]{8}", "https://videopress.com/v/{}", "id guid")
_POLL = _provider(r"\d{4,}", "https://poll.fm/{}", "poll id")
_GIST = _provider(r"(?:[\w-]+/)?[0-9a-f]{5,}", "https://gist.github.com/{}", "id gist")
_INSTAGRAM = _provider(r"[\w-]{8,}", "https://www.instagram.com/p/{}/", "id code")

PROVIDERS: Mapping[str, Renderer] = {
    **named(
        _YOUTUBE,
        "youtube youtubevideo yt youtube_video fusion_youtube su_youtube su_youtube_advanced av_youtube us_youtube"
        " embed_youtube youtube_embed video_youtube",
    ),
    **named(_VIMEO, "vimeo vimeovideo fusion_vimeo su_vimeo embed_vimeo vimeo_embed video_vimeo"),
    **named(_DAILYMOTION, "dailymotion su_dailymotion dailymotion_embed"),
    **named(_TWEET, "tweet twitter embed_tweet"),
    **named(_VIDEOPRESS, "wpvideo videopress"),
    **named(_POLL, "polldaddy crowdsignal"),
    **named(_GIST, "gist github_gist"),
    "instagram": _INSTAGRAM,
    "ted": _provider(r"[\w-]+", "https://www.ted.com/talks/{}"),
    "soundcloud": _provider(r"\d{4,}", "https://api.soundcloud.com/tracks/{}", "id track"),
    "spotify": _provider(
        r"(?:spotify:)?(album|artist|episode|playlist|show|track)[:/](\w+)", "https://open.spotify.com/{}/{}", "id uri"
    ),
    "slideshare": _provider(r"(\d{4,})(?:&.*)?", "https://www.slideshare.net/slideshow/embed_code/{}"),
    "scribd": _provider(r"\d{4,}", "https://www.scribd.com/document/{}"),
    "bandcamp": _provider(r"\d{4,}", "https://bandcamp.com/EmbeddedPlayer/album={}/", "album track"),
    "mixcloud": _provider(r"[\w%-]+/[\w%-]+", "https://www.mixcloud.com/{}/"),
    "googlevideo": _provider(r"-?\d{6,}", "https://video.google.com/videoplay?docid={}"),
    "ustream": _provider(r"\d{4,}", "https://www.ustream.tv/channel/{}"),
    "hulu": _provider(r"[\w-]{4,}", "https://www.hulu.com/watch/{}"),
    "wistia": _provider(r"\w{8,}", "https://fast.wistia.net/embed/iframe/{}"),
    "codepen": _provider(r"\w{5,}", "https://codepen.io/pen/{}", "id slug_hash hash"),
    "codepen_embed": _provider(r"\w{5,}", "https://codepen.io/pen/{}", "id slug_hash hash"),
    "jsfiddle": _provider(r"[\w/]{4,}", "https://jsfiddle.net/{}/"),
    "metacafe": _provider(r"\d{4,}", "https://www.metacafe.com/watch/{}/"),
    "liveleak": _provider(r"\w{6,}", "https://www.liveleak.com/view?i={}"),
    "tiktok_video": _provider(r"\d{8,}", "https://www.tiktok.com/embed/{}"),
}
"""Providers by the name of their shortcode."""
