"""Where links lead."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from ..addresses import is_elsewhere
from ..facts import Use
from ..finding import Remark
from .tree import Looked, text_nodes

_OTHER = ("mailto:", "tel:", "sms:", "geo:", "whatsapp:", "data:", "magnet:", "xmpp:", "bitcoin:", "webcal:")
_LEFT = re.compile(r"\[[^\[\]\n]{0,200}(?P<sign>\]\([^\n()]*\)?)")
"""The signs of a link, where they are text."""


class Uses(NamedTuple):
    """Links, parted by where they lead."""

    own: tuple[Use, ...] = ()
    """Within the site."""
    web: tuple[Use, ...] = ()
    """To other sites."""


def uses(looked: Looked) -> Uses:
    """Give the links of a body."""
    own: dict[Use, None] = {}
    web: dict[Use, None] = {}
    for tag in ("a", "area"):
        for link in looked.tree.tags(tag):
            address = link.attributes.get("href")
            if address is None or address.startswith(_OTHER) or _is_made(link.attributes):
                continue
            to = web if is_elsewhere(address, looked.homes) else own
            to[Use(looked.line(link, address), address)] = None
    return Uses(tuple(own), tuple(web))


def broken_forms(looked: Looked) -> Iterator[Remark]:
    """Say where the signs of a link are left, because a space or a bracket keeps it from being one."""
    body = looked.tree.body
    for node in text_nodes(body) if body is not None else ():
        for found in _LEFT.finditer(node.text_content or ""):
            sign = found["sign"][:30]
            line = looked.line_of(sign, 0)
            if sign in looked.source(line):  # else there is a \ before it, so that it is meant to be seen
                said = f"{found[0][:60]!r} is no link: write [words](address), and %20 for a space in the address"
                yield Remark("markup", line, said)


def _is_made(attributes: dict[str, str | None]) -> bool:
    """Tell whether a link is one of those that the renderer makes for footnotes."""
    return "data-footnote-ref" in attributes or "data-footnote-backref" in attributes
