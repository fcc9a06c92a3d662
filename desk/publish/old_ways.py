"""Which old address should lead where, as the rules for the target's server say; read back from what was sent."""

import re
from collections.abc import Iterator

from .edition import HOSTS_FOLDER, Edition

_NGINX_MAP = re.compile(r"^map \$old_bare \$old_path \{\n(.*?)^\}", re.DOTALL | re.MULTILINE)
_NGINX_LINE = re.compile(r'^ {2}"(/[^"\\]*)" "((?:/|https?://)[^"\\]*)";$', re.MULTILINE)
_CADDY_MAP = re.compile(r"^\s*map \{path\} \{old_path\} \{\n(.*?)^\s*\}", re.DOTALL | re.MULTILINE)
_CADDY_LINE = re.compile(r"^\s+`(/[^`]*)` `((?:/|https?://)[^`]*)`$", re.MULTILINE)
_LINE_PARTS = 3

Way = tuple[str, str]
"""An old address, and where it leads."""


def old_ways(edition: Edition) -> list[Way]:
    """Give old addresses with their targets: of the first form that the site has."""
    for form in (_underscored, _of_bucket, _of_nginx, _of_caddy):
        if found := list(form(edition)):
            return found
    return []


def _underscored(edition: Edition) -> Iterator[Way]:
    for line in edition.text("_redirects").splitlines():
        parts = line.split()
        if len(parts) == _LINE_PARTS and parts[2].startswith("301") and not re.search(r"[:*]", parts[0] + parts[1][8:]):
            yield parts[0], parts[1]


def _of_bucket(edition: Edition) -> Iterator[Way]:
    for file in edition.files.values():
        if file.leads_to:
            yield f"/{file.place.removesuffix('index.html')}", file.leads_to


def _of_nginx(edition: Edition) -> Iterator[Way]:
    yield from _of_map(edition, "nginx-http.conf", _NGINX_MAP, _NGINX_LINE)


def _of_caddy(edition: Edition) -> Iterator[Way]:
    yield from _of_map(edition, "Caddyfile", _CADDY_MAP, _CADDY_LINE)


def _of_map(edition: Edition, name: str, block: re.Pattern[str], line: re.Pattern[str]) -> Iterator[Way]:
    if found := block.search(edition.text(f"{HOSTS_FOLDER}{name}")):
        yield from line.findall(found[1])
