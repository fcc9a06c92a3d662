"""Tells the WebSub hub that feeds have news: https://www.w3.org/TR/websub/."""

import re
from collections.abc import Iterator
from html import unescape

import httpx

from .difference import Difference
from .edition import Edition
from .problems import CheckError

_LINK = re.compile(r"<(?:atom:)?link\s[^>]*>")
_PART = re.compile(r"\b(rel|href)\s*=\s*[\"']([^\"']*)")
_MOST = 30
"""Feeds of one publication that a hub is told of, the site's own first."""


def feeds(edition: Edition, difference: Difference) -> list[tuple[str, str]]:
    """Give hub and address of each feed that was sent and names a hub."""
    sent = [file for file in difference.sent if file.place.endswith("/index.xml")]
    found = [pair for file in sorted(sent, key=lambda file: (file.place.count("/"), file.place))
             for pair in named(edition.text(file.place)[:20_000])]  # fmt: skip
    return found[:_MOST]


def named(feed: str) -> Iterator[tuple[str, str]]:
    """Give each hub that a feed names, with the feed's own address."""
    links = [dict(_PART.findall(link)) for link in _LINK.findall(feed)]
    own = next((unescape(link["href"]) for link in links if link.get("rel") == "self" and "href" in link), "")
    for link in links:
        if own and link.get("rel") == "hub" and link.get("href"):
            yield unescape(link["href"]), own


def ping(told: list[tuple[str, str]]) -> None:
    """Tell hubs. Raises CheckError with what a hub said."""
    with httpx.Client(headers={"User-Agent": "Broadsheet"}, timeout=20) as client:
        for hub, feed in told:
            try:
                client.post(hub, data={"hub.mode": "publish", "hub.url": feed, "hub.topic": feed}).raise_for_status()
            except httpx.HTTPError as error:
                raise CheckError(
                    f"the site is out, but the hub {hub} was not told of {feed}: {error}. Readers' programs find the "
                    "news later by themselves; correct hub in data/site.yaml if it has moved."
                ) from None
