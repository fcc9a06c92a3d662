"""The one form of everything that is shown from elsewhere, and the providers that WordPress shows it from."""

import re
from collections.abc import Callable, Mapping
from html import escape
from urllib.parse import SplitResult, parse_qs, urlsplit

# The hosts of WP_OEmbed's list of providers, and of Facebook and Instagram, which left it in 2020.
_ANY = re.compile("")
_PROVIDERS: Mapping[str, re.Pattern[str]] = {
    "youtube.com": re.compile(r"/(?:watch|playlist|shorts/|live/|v/|embed/)"),
    "youtu.be": re.compile("/."),
    "youtube-nocookie.com": re.compile("/(?:embed|v)/"),
    "vimeo.com": re.compile(r"/.*\d"),
    "dailymotion.com": re.compile("/(?:video|playlist|embed)/"),
    "dai.ly": re.compile("/."),
    "flickr.com": re.compile("/photos/"),
    "flic.kr": re.compile("/."),
    "scribd.com": re.compile("/doc"),
    "wordpress.tv": re.compile("/."),
    "videopress.com": re.compile("/(?:v|embed)/"),
    "crowdsignal.net": _ANY,
    "polldaddy.com": re.compile("/(?:poll|s|ratings)/"),
    "poll.fm": re.compile("/."),
    "survey.fm": _ANY,
    "twitter.com": re.compile("/(?:i/)?[^/]+/(?:status(?:es)?|moments|timelines)/|/i/moments/"),
    "x.com": re.compile("/(?:i/)?[^/]+/(?:status(?:es)?|moments|timelines)/"),
    "soundcloud.com": re.compile("/."),
    "spotify.com": re.compile("/(?:album|artist|embed|episode|playlist|show|track|user)/"),
    "imgur.com": re.compile("/."),
    "issuu.com": re.compile("/.+/docs/"),
    "mixcloud.com": re.compile("/."),
    "ted.com": re.compile("/talks/"),
    "tumblr.com": re.compile("/post/"),
    "kickstarter.com": re.compile("/projects/"),
    "kck.st": re.compile("/."),
    "cloudup.com": re.compile("/."),
    "reverbnation.com": re.compile("/."),
    "reddit.com": re.compile("/r/[^/]+/comments/"),
    "speakerdeck.com": re.compile("/.+/."),
    "slideshare.net": re.compile("/.+/."),
    "smugmug.com": re.compile("/."),
    "screencast.com": re.compile("/."),
    "tiktok.com": re.compile("/(?:@[^/]+/video/|embed/)"),
    "pinterest.com": re.compile("/pin/"),
    "pca.st": re.compile("/."),
    "bsky.app": re.compile("/profile/[^/]+/post/"),
    "facebook.com": re.compile("/.+/(?:posts|videos|photos)/|/(?:watch|photo|permalink|video|plugins|reel)"),
    "fb.watch": re.compile("/."),
    "instagram.com": re.compile("/(?:[^/]+/)?(?:p|tv|reel)/"),
}


def _split(address: str) -> tuple[SplitResult, str] | None:
    """Give the parts of a web address and the name of its provider's host; none where it has no provider."""
    try:
        parts = urlsplit(address)
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:
        return None
    while host and host not in _PROVIDERS:
        host = host.partition(".")[2]
    return (parts, host) if host and parts.scheme in ("http", "https") else None


def is_embeddable(address: str) -> bool:
    """Whether WordPress shows this address rather than print it."""
    found = _split(address)
    return found is not None and _PROVIDERS[found[1]].match(found[0].path) is not None


def embed_html(address: str) -> str:
    """Give the HTML of an embed, as a block of its own."""
    shown = escape(address, quote=False)
    return f'\n\n<figure class="embed"><a href="{escape(address)}">{shown}</a></figure>\n\n'


def watch_address(address: str) -> str:
    """Give the address that a person opens for the address of a player: `/embed/ID` becomes `/watch?v=ID`."""
    if address.startswith("//"):
        address = f"https:{address}"
    found = _split(address)
    rule = _WATCH.get(found[1]) if found else None
    return (rule(found[0]) if rule and found else "") or address


def _youtube(parts: SplitResult) -> str:
    query = parse_qs(parts.query)
    player = re.fullmatch(r"/(?:embed|v|shorts|live)/([\w-]+).*", parts.path)
    if player is None:
        listed = re.fullmatch(r"/p/([\w-]+).*", parts.path)
        return f"https://www.youtube.com/playlist?list={listed[1]}" if listed else ""
    if player[1] == "videoseries":
        return f"https://www.youtube.com/playlist?list={query['list'][0]}" if "list" in query else ""
    start = query.get("start", query.get("t", [""]))[0]
    return f"https://www.youtube.com/watch?v={player[1]}" + (f"&t={start}" if start else "")


def _vimeo(parts: SplitResult) -> str:
    query = parse_qs(parts.query)
    if parts.path == "/moogaloop.swf":
        return f"https://vimeo.com/{query['clip_id'][0]}" if "clip_id" in query else ""
    player = re.fullmatch(r"/video/(\d+).*", parts.path)
    private = query.get("h", [""])[0]
    return f"https://vimeo.com/{player[1]}" + (f"/{private}" if private else "") if player else ""


def _dailymotion(parts: SplitResult) -> str:
    player = re.fullmatch(r"/(?:embed/video|swf/video|swf)/([^\W_]+).*", parts.path)
    film = player[1] if player else parse_qs(parts.query).get("video", [""])[0]
    return f"https://www.dailymotion.com/video/{film}" if re.fullmatch(r"[^\W_]+", film) else ""


def _rewritten(path: str, address: str) -> Callable[[SplitResult], str]:
    """Give a rule for players whose path holds what the page's address is made of."""
    pattern = re.compile(path)

    def rewrite(parts: SplitResult) -> str:
        player = pattern.fullmatch(parts.path)
        return address.format(*player.groups()) if player else ""

    return rewrite


def _tweet(parts: SplitResult) -> str:
    number = parse_qs(parts.query).get("id", [""])[0] if parts.path == "/embed/Tweet.html" else ""
    return f"https://twitter.com/i/status/{number}" if number.isdecimal() else ""


def _mixcloud(parts: SplitResult) -> str:
    show = parse_qs(parts.query).get("feed", [""])[0]
    return f"https://www.mixcloud.com{show}" if show.startswith("/") else show


def _quoted(name: str) -> Callable[[SplitResult], str]:
    """Give a rule for players that carry the address in their query."""
    return lambda parts: parse_qs(parts.query).get(name, [""])[0]


def _without_embed(host: str) -> Callable[[SplitResult], str]:
    """Give a rule for players whose path is the page's with `/embed` in front."""
    return lambda parts: f"https://{host}{parts.path.removeprefix('/embed')}"


_WATCH: Mapping[str, Callable[[SplitResult], str]] = {
    "youtube.com": _youtube,
    "youtube-nocookie.com": _youtube,
    "vimeo.com": _vimeo,
    "dailymotion.com": _dailymotion,
    "soundcloud.com": _quoted("url"),
    "spotify.com": _without_embed("open.spotify.com"),
    "ted.com": _without_embed("www.ted.com"),
    "facebook.com": _quoted("href"),
    "mixcloud.com": _mixcloud,
    "twitter.com": _tweet,
    "instagram.com": _rewritten(r"/((?:p|reel|tv)/[\w-]+)/embed/?(?:captioned/?)?", "https://www.instagram.com/{}/"),
    "videopress.com": _rewritten(r"/embed/(\w+)", "https://videopress.com/v/{}"),
    "kickstarter.com": _rewritten(r"/(projects/[\w-]+/[\w-]+)/widget/.*", "https://www.kickstarter.com/{}"),
    "scribd.com": _rewritten(r"/embeds/(\d+)(?:/.*)?", "https://www.scribd.com/doc/{}"),
}
