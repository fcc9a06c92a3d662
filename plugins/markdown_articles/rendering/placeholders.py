"""Pelican's own link forms, `{static}…`, `{filename}…` and the like, which Markdown writes as percent codes."""

import posixpath
import re
from collections.abc import Iterable
from html import unescape
from urllib.parse import unquote

_ENCODED = re.compile(
    r'(?<==")(?:%7B|\{)(static|filename|attach|author|category|tag|index)(?:%7D|\})', flags=re.IGNORECASE
)


def restore_placeholders(html: str) -> str:
    """Give the HTML with each `%7Bstatic%7D` at the start of an address turned back into `{static}`."""
    return _ENCODED.sub(r"{\1}", html) if "%7B" in html else html


_COPIED = re.compile(r"""=\s*(["'])[{|](?:static|attach)[|}](.*?)\1""", re.IGNORECASE | re.DOTALL)


def unpublished_links(html: str, place: str, published: Iterable[str]) -> list[str]:
    """Give the `{static}` and `{attach}` addresses that lead to no published folder.

    Pelican copies whatever they name into the site, even from outside the content folder. `place` is the article's
    file and `published` are the folders (Pelican's STATIC_PATHS), both within the content folder.
    """
    folders = [folder.strip("/") + "/" for folder in published]
    return [
        address
        for _, address in _COPIED.findall(html)
        if not _within(posixpath.dirname(place), unquote(unescape(address))).startswith(tuple(folders))
    ]


def _within(folder: str, address: str) -> str:
    path = re.split("[?#]", address, maxsplit=1)[0]
    return posixpath.normpath(path.lstrip("/") if path.startswith("/") else posixpath.join(folder, path))
