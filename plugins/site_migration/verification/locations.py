"""Addresses in a form in which the old site's and the new one's are the same."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import parse_qs, unquote, urlsplit

URL = re.compile(r"(?:https?|ftp)://[^\s<>\"'`\\]+")
"""An address that stands in a text."""
FOLLOWED = frozenset({"http", "https", "ftp", "mailto", "tel", ""})
"""The schemes of links that a reader can follow; a `javascript:` link is none."""

MOST_DIGITS = 18
"""More has no number of a database."""

_PROXY = re.compile(r"^i[0-3]\.wp\.com/")
"""Jetpack's picture proxy (Photon): the picture's own address follows."""
_SIZE = re.compile(r"(?:-\d{1,5}x\d{1,5}|-scaled|-rotated)+(?=\.\w{2,5}$)")
"""What WordPress puts at the end of the name of a copy: `-300x200`, `-scaled`."""
_CAMPAIGN = re.compile(r"(?:^|&)(?:utm_\w+|fbclid|gclid|mc_cid|mc_eid)=[^&]*")
"""What says by which campaign a reader came: it leads nowhere else."""
_VIDEOS = (
    ("youtube list", re.compile(r"youtube(?:-nocookie)?\.com/(?:playlist\?|embed/videoseries\?|p/)"
                                r"(?:.*\blist=)?([\w-]{6,})")),
    ("youtube", re.compile(r"(?:youtube(?:-nocookie)?\.com/(?:watch\?(?:.*&)?v=|embed/|v/|shorts/|live/)|youtu\.be/)"
                           r"([\w-]{6,})")),
    ("vimeo", re.compile(r"vimeo\.com/(?:video/|channels/\w+/|moogaloop\.swf\?(?:.*&)?clip_id=)?(\d{5,})")),
    ("dailymotion", re.compile(r"(?:dailymotion\.com/(?:embed/|swf/)?(?:video/)?|dai\.ly/)(\w{5,})")),
    ("tweet", re.compile(r"(?:twitter|x)\.com/\w+/status(?:es)?/(\d+)")),
    ("instagram", re.compile(r"instagram\.com/(?:p|reel|tv)/([\w-]+)")),
    ("tiktok", re.compile(r"tiktok\.com/(?:@[\w.]+/video|embed(?:/v2)?)/(\d+)")),
    ("talk", re.compile(r"(?:embed\.|www\.|//)ted\.com/talks/(?:lang/[\w-]+/)?([\w-]+)")),
    ("spotify", re.compile(r"open\.spotify\.com/(?:embed(?:-podcast)?/)?(\w+/\w+)")),
)  # fmt: skip
"""One film or post has several addresses: for people, for frames, short ones. They share its number."""
_CARRIED = re.compile(r"(?:w\.soundcloud\.com/player|facebook\.com/plugins/\w+\.php).*[?&](?:url|href)=(http[^&]+)")
"""Players that carry the address of what they play."""


@dataclass(frozen=True, slots=True)
class OldSite:
    """Which addresses are the old site's own, and what its numbers mean."""

    hosts: frozenset[str]
    """Without `www.`."""
    folder: str = ""
    """Where the site stands below its host: `/news`, mostly empty."""

    def owns(self, host: str) -> bool:
        """Tell whether a host is the site's."""
        return host.lower().removeprefix("www.") in self.hosts

    def place(self, address: str) -> str:
        """Give an address as it is compared: a path for the site's own, host and path for any other."""
        try:
            parts = urlsplit(address.strip())
        except ValueError:
            return address.strip()
        host = parts.netloc.rpartition("@")[2].lower().removeprefix("www.").removesuffix(":80").removesuffix(":443")
        if parts.scheme in {"mailto", "tel"}:
            return f"{parts.scheme}:{unquote(parts.path).strip()}".casefold()
        own = not host or host in self.hosts
        path = unquote(parts.path).rstrip("/") if not own else self._path(parts.path)
        asked = _CAMPAIGN.sub("", parts.query).lstrip("&")
        query = f"?{unquote(asked)}" if asked else ""
        fragment = f"#{unquote(parts.fragment)}" if parts.fragment else ""
        return f"{'' if own else host}{path}{query}{fragment}" or "/"

    def _path(self, path: str) -> str:
        return unquote(self.below(path)).rstrip("/")

    def below(self, path: str) -> str:
        """Give a path as it is below the site's own folder."""
        return path.removeprefix(self.folder) if self.folder and path.startswith(self.folder + "/") else path

    def picture(self, address: str) -> str:
        """Give the place of a picture whose size does not matter."""
        place = self.place(address).partition("#")[0].partition("?")[0]
        if _PROXY.match(place):
            place = self.place("https://" + _PROXY.sub("", place))
        return _SIZE.sub("", place)

    def upload(self, address: str) -> str:
        """Give the place of an uploaded file, whichever host served it: the path among the uploads is the same.

        WordPress.com serves that folder from a host of its own, whose paths begin below it.
        """
        place = self.place(address)
        host, _, path = place.partition("/")
        if host.endswith(".files.wordpress.com"):
            return f"/wp-content/uploads/{path}"
        below = place.find("/wp-content/uploads/") if host else -1
        return place[below:] if below >= 0 else place

    def embed(self, address: str) -> str:
        """Give the place of a film, a sound or a post elsewhere, by its number where it has several addresses."""
        if carried := _CARRIED.search(address):
            address = unquote(carried.group(1))
        for name, pattern in _VIDEOS:
            if found := pattern.search(address):
                return f"{name}:{found.group(1)}"
        return self.place(address).partition("#")[0]


def number_in(text: str) -> int:
    """Give the number that a text is; 0 where it is none that a database has."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= MOST_DIGITS else 0


def number_asked(place: str) -> int:
    """Give the item that an address without a permalink asks for: `/?p=12`, `?page_id=12`; 0 for none."""
    path, _, query = place.partition("#")[0].partition("?")
    if path.strip("/") or not query:
        return 0
    asked = parse_qs(query)
    return number_in(next((asked[key][0] for key in ("p", "page_id", "attachment_id") if key in asked), ""))


def urls_in(text: str) -> Iterator[str]:
    """Give the addresses that stand in a text, without the stop or bracket behind them."""
    for found in URL.finditer(text):
        yield found.group().rstrip(".,;:!?)]}’”»*_")
