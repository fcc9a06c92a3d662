"""Feeds are read on other hosts: what their entries point to on the site gets the site's address."""

import re
from collections.abc import Mapping
from typing import Any

from feedgenerator import get_tag_uri
from selectolax.lexbor import LexborHTMLParser

_ADDRESSES = ("href", "src", "poster")
_OWN = re.compile(r"/(?!/)")
"""Matches an address from the root of the site, not one of another host without a scheme."""

_MAY_HAVE_OWN = re.compile(r"""=["']?/(?!/)""")


def entry_at(site: str, entry: Mapping[str, Any]) -> dict[str, Any]:
    """Give an entry of a feed with every address of the site's own made absolute, and its id made of the new one."""
    link = absolute(site, entry["link"])
    texts = {name: at_home(site, entry[name]) for name in ("description", "content") if entry[name]}
    return {**entry, **texts, "link": link, "unique_id": get_tag_uri(link, entry["pubdate"])}


def absolute(site: str, address: str) -> str:
    """Give the address with the site before it where it begins at the site's root."""
    return site + address if _OWN.match(address) else address


def at_home(site: str, html: str) -> str:
    """Give a body whose links, pictures and players of the site's own name the site."""
    if not _MAY_HAVE_OWN.search(html):
        return html
    tree = LexborHTMLParser(f"<body>{html}")
    for name in _ADDRESSES:
        for node in tree.css(f'[{name}^="/"]'):
            node.attrs[name] = absolute(site, node.attrs[name] or "")
    return (tree.body and tree.body.inner_html) or ""
