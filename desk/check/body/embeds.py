"""Films, sounds and posts of other sites."""

import re
from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

from selectolax.lexbor import LexborNode

from markdown_articles.rendering.embeds import is_bare
from markdown_articles.rendering.providers import player_of
from markdown_articles.rendering.tree import paragraph_begun_by, subject_and_caption

from ..addresses import is_elsewhere
from ..finding import Remark
from .tree import Looked, is_markdown

_FILM = re.compile(
    r"youtu\.be/|youtube(?:-nocookie)?\.com/(?:watch|embed/|shorts/|live/|v/|playlist)|vimeo\.com/[^/]+/?$"
    r"|player\.vimeo\.com/|dailymotion\.com/(?:embed/)?video|dai\.ly/|ted\.com/talks/.|tiktok\.com/@[^/]+/video"
    r"|streamable\.com/.|archive\.org/(?:details|embed)/|open\.spotify\.com/.|soundcloud\.com/[^/]+/[^/]+"
    r"|podcasts\.apple\.com/[a-z]+/podcast/",
    re.ASCII,
)
"""Addresses that can only mean a film or a sound, whole or not."""
_YOUTUBE = re.compile(r"youtu\.be/|youtube(?:-nocookie)?\.com/", re.ASCII)
_YOUTUBE_ID = 11
_FOREIGN = {
    "iframe": "a frame", "script": "a script", "embed": "an object", "object": "an object", "link": "a style sheet",
}  # fmt: skip


def remarks(looked: Looked) -> Iterator[Remark]:
    """Say which addresses alone in a paragraph are no film, and which films stand where they cannot be played."""
    for link in looked.tree.tags("a"):
        if not is_markdown(link):
            continue
        address = link.attributes.get("href") or ""
        paragraph = paragraph_begun_by(link)
        if paragraph is not None and subject_and_caption(paragraph) is not None:
            is_poster = link.css_first("img") is not None
            if (is_bare(link) or is_poster) and _is_broken(address):
                yield Remark(
                    "embed", looked.line(link, address),
                    f"{address[:100]} is no film or sound that can be played: copy its address anew",
                )  # fmt: skip
        elif is_bare(link) and player_of(address) and _fills_its_line(link):
            yield Remark(
                "embed", looked.line(link, address),
                f"{address[:100]} will be a link, not a player: put an empty line before and after it, and its "
                "caption in *…* right below",
            )  # fmt: skip


def frames(looked: Looked) -> Iterator[Remark]:
    """Say which HTML loads something of another site."""
    for tag, what in _FOREIGN.items():
        for node in looked.tree.tags(tag):
            address = node.attributes.get("src") or node.attributes.get("data") or node.attributes.get("href") or ""
            if is_elsewhere(address, looked.homes):
                yield Remark(
                    "third-party", looked.line(node, address),
                    f"{what} of {urlsplit_host(address)} loads before a reader asks: write its address in < and >, "
                    "alone in a paragraph",
                )  # fmt: skip


def urlsplit_host(address: str) -> str:
    """Give the host of an address; all of it where it has none."""
    try:
        return urlsplit(address).netloc or address[:100]
    except ValueError:
        return address[:100]


def _is_broken(address: str) -> bool:
    """Tell whether an address means a film or a sound, and leads to none."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return True
    place = re.sub(r"^(?:www|m)\.", "", parts.netloc.lower()) + parts.path
    if not _FILM.match(place):
        return False
    if player_of(address) is None:
        return True
    asked = parse_qs(parts.query)
    film = asked["v"][0] if "v" in asked else place.rstrip("/").rpartition("/")[2]
    return bool(_YOUTUBE.match(place)) and "list" not in asked and len(film) < _YOUTUBE_ID


def _fills_its_line(link: LexborNode) -> bool:
    before, after = link.prev, link.next
    starts = before is None or (before.is_text_node and (before.text_content or "").endswith("\n"))
    ends = after is None or (after.is_text_node and (after.text_content or "").startswith("\n"))
    return starts and ends
