"""What is sent with each file: how long it may be kept, and what a page may load and run."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from .edition import Edition
from .settings import Headers

_HASHED = re.compile(
    r"(?:^|/)(?:[^/]+\.[0-9a-f]{10}\.\w+|[0-9a-f]{20}(?:-\d+)?\.\w+|[^/]+\.pf_(?:fragment|index|filter|meta))"
    r"(?:\.br|\.gz)?$"
)
"""Names that tell their content: page_delivery's, responsive_images', and Pagefind's."""
IMMUTABLE = "public, max-age=31536000, immutable"
_SHORT = frozenset({".html", ".xml", ".json", ".txt", ".webmanifest", ".js", ".mjs", ".css", ".pagefind", ""})
MOST_HASHES = 30
"""Hashes of styles in a policy: so many fit into the 2,000 characters that Cloudflare takes, and into a packet."""
ADMIN = "admin/"
"""The folder of web editing, which has a policy of its own in its page."""


@dataclass(frozen=True, slots=True)
class Policy:
    """The content security policy of a site."""

    text: str
    """As it is sent; empty where none is."""
    note: str = ""
    """What whoever publishes should know of it."""


def is_hashed(place: str) -> bool:
    """Tell whether a file's name tells its content, so that browsers may keep it for ever."""
    return bool(_HASHED.search(place))


def cache_for(place: str, headers: Headers) -> str:
    """Give the Cache-Control of a file."""
    if is_hashed(place):
        return IMMUTABLE
    seconds = headers.pages if _suffix(place) in _SHORT else headers.files
    return f"public, max-age={seconds}" + (", must-revalidate" if seconds == headers.pages else "")


def _suffix(place: str) -> str:
    return PurePosixPath(place.removesuffix(".br").removesuffix(".gz")).suffix.lower()


def policy_of(edition: Edition, headers: Headers, *, follows: bool = True) -> Policy:
    """Give the policy for what pages truly hold.

    Scripts inline have no place in it: what someone planted in an article would be let in by its hash. `follows` says
    that the host sends each edition with its own policy; where a server has to be reloaded by hand, hashes of another
    day would leave pages without their style.
    """
    if headers.policy:
        return Policy("" if headers.policy == "none" else headers.policy)
    by_hash = follows and len(edition.styles) <= MOST_HASHES
    note = ""
    if edition.scripts:
        place = next(iter(edition.scripts.values()))
        note = (
            f"/{place} holds a script of its own, which the policy stops. Take it out of the article, or write the "
            "policy yourself: [headers] policy = … in publish.toml."
        )
    return Policy("; ".join(_directives(edition, by_hash=by_hash)), note)


def _directives(edition: Edition, *, by_hash: bool) -> Iterator[str]:
    search = ["'wasm-unsafe-eval'"] if "pagefind/pagefind.js" in edition.files else []
    yield "default-src 'none'"
    yield " ".join(["script-src 'self'", *search, *_quoted(edition.rules)])
    # Colours of pictures and columns of tables stand in attributes; browsers that know no more take this line alone.
    yield "style-src 'self' 'unsafe-inline'"
    if by_hash:
        yield " ".join(["style-src-elem 'self'", *_quoted(edition.styles)])
    yield "img-src 'self' data: https:"
    yield "media-src 'self' https:"
    yield "font-src 'self'"
    yield "connect-src 'self'"
    yield "manifest-src 'self'"
    yield "frame-src https:"
    yield "frame-ancestors 'self'"
    yield "base-uri 'none'"


def _quoted(hashes: frozenset[str]) -> list[str]:
    return [f"'{each}'" for each in sorted(hashes)]


def everywhere(policy: Policy, headers: Headers) -> list[tuple[str, str]]:
    """Give the headers of every file, policy first."""
    found = [("Content-Security-Policy", policy.text)] if policy.text else []
    if headers.hsts:
        found.append(("Strict-Transport-Security", f"max-age={headers.hsts}"))
    return [*found, ("X-Content-Type-Options", "nosniff"), ("Referrer-Policy", headers.referrer)]


def hashed_folders(edition: Edition) -> list[str]:
    """Give the folders in which every file's name tells its content, without those within such a folder."""
    whole: dict[str, bool] = {}
    for place in edition.files:
        hashed = is_hashed(place)
        for parent in PurePosixPath(place).parents:
            name = str(parent)
            if name == "." or (name in whole and not whole[name]):
                continue
            whole[name] = hashed
    kept = sorted(name for name, is_whole in whole.items() if is_whole)
    return [name for name in kept if not any(name.startswith(f"{other}/") for other in kept)]
