"""Who plays what: from the address of a video or a sound to the address of its player.

The players are those that the providers document for embedding, in the form that tracks the reader least.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from urllib.parse import parse_qsl, quote, urlsplit

Query = Mapping[str, str]
"""The parameters of an address."""


@dataclass(frozen=True, slots=True)
class Player:
    """What plays an address on the page."""

    provider: str
    """The provider's name, as people know it."""
    medium: str
    """`video` or `audio`: wide, or a low strip."""
    address: str
    """What the frame loads."""


@dataclass(frozen=True, slots=True)
class Provider:
    """One provider, and one form of its addresses."""

    name: str
    """As people know it."""
    medium: str
    """`video` or `audio`."""
    address: re.Pattern[str]
    """Matches host and path, without `www.` and `m.`; a part that the player needs is the group `id`."""
    player: Callable[[str, Query], str]
    """Gives the player's address from the group `id` and the parameters; empty when they are not enough."""


def _at(start: str, end: str = "") -> Callable[[str, Query], str]:
    return lambda part, _query: f"{start}{part}{end}"


def _youtube(video: str, query: Query) -> str:
    part = video or query.get("v", "")
    extra = [(name, query[key]) for key, name in (("list", "list"), ("start", "start"), ("t", "start")) if key in query]
    if not part and "list" in query:
        part = "videoseries"
    asked = "&".join(f"{name}={_seconds(text) if name == 'start' else quote(text, safe='')}" for name, text in extra)
    if not re.fullmatch(r"[\w-]{6,24}", part, flags=re.ASCII):
        return ""
    return f"https://www.youtube-nocookie.com/embed/{part}" + (f"?{asked}" if asked else "")


def _seconds(text: str) -> int:
    """Give the seconds of `90`, `90s` or `1m30s`; 0 for anything else."""
    found = re.fullmatch(r"(?:(\d{1,3})h)?(?:(\d{1,4})m)?(?:(\d{1,6})s?)?", text, flags=re.ASCII)
    hours, minutes, seconds = (int(part or 0) for part in found.groups()) if found else (0, 0, 0)
    return 3600 * hours + 60 * minutes + seconds


def _vimeo(video: str, query: Query) -> str:
    number, _, path_hash = video.partition("/")
    secret = path_hash or query.get("h", "")
    shared = f"&h={secret}" if re.fullmatch(r"[0-9a-f]{6,40}", secret) else ""
    return f"https://player.vimeo.com/video/{number}?dnt=1{shared}"


def _soundcloud(path: str, _query: Query) -> str:
    return f"https://w.soundcloud.com/player/?url={quote(f'https://soundcloud.com/{path}', safe='')}"


def _apple(show: str, query: Query) -> str:
    episode = query.get("i", "")
    return f"https://embed.podcasts.apple.com/{show}" + (f"?i={episode}" if episode.isdecimal() else "")


def _of(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, flags=re.ASCII)


PROVIDERS: tuple[Provider, ...] = (
    Provider("YouTube", "video", _of(r"youtube(?:-nocookie)?\.com/(?:watch|playlist)/?(?P<id>)"), _youtube),
    Provider("YouTube", "video", _of(r"youtube(?:-nocookie)?\.com/(?:embed|shorts|live|v)/(?P<id>[\w-]+)/?"), _youtube),
    Provider("YouTube", "video", _of(r"youtu\.be/(?P<id>[\w-]+)/?"), _youtube),
    Provider("Vimeo", "video", _of(r"(?:player\.)?vimeo\.com/(?:video/)?(?P<id>\d+(?:/[0-9a-f]+)?)/?"), _vimeo),
    Provider(
        "Dailymotion",
        "video",
        _of(r"(?:dailymotion\.com/(?:embed/)?video|dai\.ly)/(?P<id>[A-Za-z0-9]+)(?:_[\w-]*)?/?"),
        _at("https://www.dailymotion.com/embed/video/"),
    ),
    Provider("TED", "video", _of(r"(?:embed\.)?ted\.com/talks/(?P<id>\w+)/?"), _at("https://embed.ted.com/talks/")),
    Provider(
        "TikTok", "video", _of(r"tiktok\.com/@[\w.-]+/video/(?P<id>\d+)/?"), _at("https://www.tiktok.com/embed/v2/")
    ),
    Provider(
        "Streamable", "video", _of(r"streamable\.com/(?:e/)?(?P<id>[a-z0-9]+)/?"), _at("https://streamable.com/e/")
    ),
    Provider(
        "Internet Archive",
        "video",
        _of(r"archive\.org/(?:details|embed)/(?P<id>[\w.-]+)/?"),
        _at("https://archive.org/embed/"),
    ),
    Provider(
        "Spotify",
        "audio",
        _of(
            r"open\.spotify\.com/(?:intl-[a-z]+/)?(?:embed/)?"
            r"(?P<id>(?:track|album|artist|playlist|episode|show)/[A-Za-z0-9]+)/?"
        ),
        _at("https://open.spotify.com/embed/"),
    ),
    Provider("SoundCloud", "audio", _of(r"soundcloud\.com/(?P<id>[\w-]+/(?:sets/)?[\w-]+)/?"), _soundcloud),
    Provider(
        "Apple Podcasts",
        "audio",
        _of(r"(?:embed\.)?podcasts\.apple\.com/(?P<id>[a-z]{2}/podcast/[\w%-]+/id\d+)/?"),
        _apple,
    ),
)
"""Every form of address that can be played on the page, the first that matches counts."""


def player_of(address: str) -> Player | None:
    """Give what plays an address on the page, or None when only a link will do."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    place = re.sub(r"^(?:www|m)\.", "", parts.netloc.lower()) + parts.path
    for provider in PROVIDERS:
        found = provider.address.fullmatch(place)
        player = found and provider.player(found["id"], dict(parse_qsl(parts.query)))
        if player:
            return Player(provider.name, provider.medium, player)
    return None
