"""Bodies of articles for feeds, which are read on other hosts; and what files a body shows."""

import re
from collections.abc import Iterator
from html import unescape

from selectolax.lexbor import LexborHTMLParser

from .addresses import type_of
from .newspaper import Newspaper

_ADDRESSES = ("href", "src", "poster")
_MAY_HAVE_OWN = re.compile(r"""[=,]\s*["']?/(?!/)""")
_IN_SET = re.compile(r"(^\s*|,\s+)(?=/(?!/))")
_SHOWN = re.compile(r"""<(img|audio|source)\b[^<>]*?\ssrc=["']?([^"'<>]+)""")


def at_home(html: str, paper: Newspaper) -> str:
    """Give a body whose links, pictures and players of the site's own name its host."""
    if not _MAY_HAVE_OWN.search(html):
        return html
    tree = LexborHTMLParser(f"<body>{html}")
    for name in _ADDRESSES:
        for node in tree.css(f'[{name}^="/"]'):
            node.attrs[name] = paper.for_feeds(node.attrs[name] or "")
    for node in tree.css("[srcset]"):
        node.attrs["srcset"] = _IN_SET.sub(lambda found: found[1] + paper.feed_address, node.attrs["srcset"] or "")
    return (tree.body and tree.body.inner_html) or ""


def pictures(html: str) -> Iterator[str]:
    """Give the addresses of a body's pictures, in order."""
    return (unescape(found[2]) for found in _SHOWN.finditer(html) if found[1] == "img")


def recordings(html: str) -> Iterator[str]:
    """Give the addresses of a body's sound recordings, in order."""
    addresses = (unescape(found[2]) for found in _SHOWN.finditer(html) if found[1] != "img")
    return (address for address in addresses if type_of(address).startswith("audio/"))
