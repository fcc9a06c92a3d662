"""What is never published: no site of ours, a site for the desk alone, one that lost its pages."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from .difference import Difference
from .edition import Edition

_MARK = re.compile(r'<meta (?=[^>]*name="?generator)[^>]*content="?Broadsheet')
_CANONICAL = re.compile(r"<link (?=[^>]*rel=[\"']?canonical)[^>]*href=[\"']?(https?://[^\"'\s>]+)")
_FEWER = 3
"""A third of all pages gone is no edit, it is an accident."""


@dataclass(frozen=True, slots=True)
class Allowed:
    """What was asked for by name."""

    shrink: bool = False
    """That pages go."""
    unfinished: bool = False
    """That the build is none for production."""


def site_address(edition: Edition) -> str:
    """Give the site's own address, as its front page says; empty where the build did not know it."""
    found = _CANONICAL.search(edition.text("index.html"))
    return found[1].rstrip("/") if found else ""


def refusals(edition: Edition, allowed: Allowed) -> list[str]:
    """Give all that speaks against publishing a site, before the target is asked."""
    return [sentence for rule in _RULES for sentence in rule(edition, allowed)][:3]


def refusals_of(difference: Difference, allowed: Allowed) -> list[str]:
    """Give what speaks against it, in view of what is there."""
    before = difference.pages_before
    gone = sum(place.endswith(".html") for place in difference.removed)
    if allowed.shrink or not before or gone * _FEWER <= before:
        return []
    return [
        f"{gone:,} of {before:,} pages would go. If they are meant to, say --allow-shrink; else look at what was built."
    ]


def _unmarked(edition: Edition, _: Allowed) -> Iterator[str]:
    if not edition.files:
        yield f"{edition.folder} is empty: build the site first, ./inv build --production."
    elif not _MARK.search(edition.text("index.html")):
        yield f"{edition.folder} is no site that ./inv build made: its index.html does not say so. Name it by --output."


def _reloading(edition: Edition, _: Allowed) -> Iterator[str]:
    if edition.reloading:
        yield (
            f"{edition.folder / edition.reloading} holds the script of ./inv serve, and maybe drafts too: "
            "publish what ./inv build --production made."
        )


def _homeless(edition: Edition, _: Allowed) -> Iterator[str]:
    if edition.files and not site_address(edition):
        yield (
            f"{edition.folder} does not know its address, so that no page says where it belongs: "
            "SITEURL=https://your.domain ./inv build --production."
        )


def _unfinished(edition: Edition, allowed: Allowed) -> Iterator[str]:
    # page_delivery puts it there, and nothing else does.
    if edition.files and not allowed.unfinished and "index.html.gz" not in edition.files:
        yield (
            f"{edition.folder} was not built for production: ./inv build --production; or say --unfinished, "
            "where that is meant."
        )


_RULES: tuple[Callable[[Edition, Allowed], Iterator[str]], ...] = (_unmarked, _reloading, _homeless, _unfinished)
