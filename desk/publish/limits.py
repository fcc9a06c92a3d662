"""What each kind of target takes at most, and what to do about it; asked before anything is sent.

GitHub: https://docs.github.com/en/pages/getting-started-with-github-pages/github-pages-limits
Cloudflare: https://developers.cloudflare.com/pages/platform/limits/ and …/pages/configuration/headers/
Amazon: https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-keys.html
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from .difference import size
from .edition import HOSTS_FOLDER, Edition, SiteFile
from .settings import Cloudflare, Target, kind_of

_MEGABYTE, _GIGABYTE, _MEBIBYTE = 10**6, 10**9, 1 << 20
_CLOUDFLARE_FILES: Mapping[str, int] = {"free": 20_000, "paid": 100_000}
_CLOUDFLARE_BYTES = 25 * _MEBIBYTE
_REDIRECTS, _PATTERNS, _REDIRECT = 2_000, 100, 1_000
_HEADER_RULES, _HEADER = 100, 2_000
_KEY, _NAME = 1_024, 255

Rule = Callable[[Edition, Any], Iterator[str]]
"""Gives sentences: what is too much, and what to do."""


def too_much(edition: Edition, target: Target) -> list[str]:
    """Give all that a target does not take of an edition, as the target takes it."""
    return [sentence for rule in _RULES[kind_of(target)] for sentence in rule(edition, target)]


def left_behind(edition: Edition, target: Target) -> list[str]:
    """Give what works less well than it could: old addresses that the target is not told of."""
    kind = kind_of(target)
    wanted, name = _REDIRECT_FORMS.get(kind, ("", ""))
    if not wanted or any(place.startswith(wanted) for place in edition.files):
        return []
    return [f"old addresses lead nowhere there: let REDIRECTS_FOR in pelicanconf.py name {name}, and build again."]


_REDIRECT_FORMS: Mapping[str, tuple[str, str]] = {
    "netlify": ("_redirects", "netlify"),
    "cloudflare": ("_redirects", "cloudflare"),
    "s3": (f"{HOSTS_FOLDER}s3-", "s3"),
    "rsync": (HOSTS_FOLDER, "your server: nginx, caddy or apache"),
}


def _largest(edition: Edition, most: int, advice: str) -> Iterator[str]:
    large = [file for file in edition.files.values() if file.size > most]
    if large:
        worst = max(large, key=lambda file: file.size)
        others = f", and {len(large) - 1:,} others too" if len(large) > 1 else ""
        yield f"/{worst.place} has {size(worst.size)}, and {size(most)} are taken{others}: {advice}"


def _github(edition: Edition, _: Target) -> Iterator[str]:
    advice = "make it smaller, or keep it with a provider of films."
    yield from _largest(edition, 100 * _MEGABYTE, advice)
    if (octets := edition.size()) > _GIGABYTE:
        yield (
            f"the site has {size(octets)}, and GitHub Pages takes 1 GB: publish it by rsync or to S3, or keep pictures "
            "elsewhere."
        )


def _cloudflare(edition: Edition, target: Cloudflare) -> Iterator[str]:
    yield from _largest(edition, _CLOUDFLARE_BYTES, "make it smaller, or keep it in R2.")
    most = _CLOUDFLARE_FILES[target.plan]
    if len(edition.files) > most:
        other = "say plan = 'paid' if yours is, or" if target.plan == "free" else "take"
        yield (
            f"the site has {len(edition.files):,} files, and Cloudflare Pages takes {most:,} on the {target.plan} "
            f"plan: {other} publish by rsync or to S3 (Cloudflare's R2 speaks S3)."
        )


def _cloudflare_rules(edition: Edition, _: Target) -> Iterator[str]:
    lines = [line for line in edition.text("_redirects").splitlines() if line.strip() and line[0] != "#"]
    if any(line.endswith("!") for line in lines):
        yield "_redirects is written for Netlify: let REDIRECTS_FOR name cloudflare instead, and build again."
        return
    patterns = [line for line in lines if "/:" in line.split()[0] or "*" in line.split()[0]]
    plain = len(lines) - len(patterns)
    if plain > _REDIRECTS or len(patterns) > _PATTERNS:
        yield (
            f"_redirects has {plain:,} lines and {len(patterns):,} with patterns, and Cloudflare takes "
            f"{_REDIRECTS:,} and {_PATTERNS}: let REDIRECTS_FOR name cloudflare, which leaves the rest to the 404 page."
        )
    if long := [line for line in lines if len(line) > _REDIRECT]:
        yield f"_redirects: {long[0][:60]}… has more than {_REDIRECT:,} characters: take it out of data/addresses.yaml."
    headers = edition.text("_headers").splitlines()
    if sum(line[:1] == "/" for line in headers) > _HEADER_RULES:
        yield f"_headers has more rules than the {_HEADER_RULES} that Cloudflare takes."
    if any(len(line) > _HEADER for line in headers):
        yield f"[headers] policy in publish.toml has over {_HEADER:,} characters, which Cloudflare ignores: shorten it."


def _netlify_names(edition: Edition, _: Target) -> Iterator[str]:
    if wrong := [place for place in edition.files if "#" in place or "?" in place]:
        yield f"/{wrong[0]}: Netlify takes no name with # or ?: rename the file in content/, and build again."


def _keys(edition: Edition, _: Target) -> Iterator[str]:
    if wrong := [place for place in edition.files if len(place.encode()) > _KEY]:
        yield f"/{wrong[0][:60]}…: S3 takes names of up to {_KEY:,} bytes: give the article a shorter slug."


def _names(edition: Edition, _: Target) -> Iterator[str]:
    def longest(file: SiteFile) -> int:
        return max(len(part.encode()) for part in file.place.split("/"))

    if wrong := [file.place for file in edition.files.values() if longest(file) > _NAME]:
        yield f"/{wrong[0][:60]}…: a folder takes names of up to {_NAME} bytes: give the article a shorter slug."


_RULES: Mapping[str, tuple[Rule, ...]] = {
    "folder": (_names,),
    "rsync": (_names,),
    "s3": (_keys,),
    "github-pages": (_github,),
    "netlify": (_netlify_names,),
    "cloudflare": (_cloudflare, _cloudflare_rules),
}
