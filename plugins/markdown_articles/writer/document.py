"""A whole body: read, looked over once for what its parts need to know of each other, and walked."""

import re
from collections.abc import Mapping
from dataclasses import replace

from selectolax.lexbor import LexborHTMLParser

from ..languages import forget_the_obvious, speaks
from . import figures, footnotes, lists, markup, preformatted, quotes, tables
from .walk import Enter, Scope, Walk

ENTER: dict[str, Enter] = {
    **markup.ENTER,
    **lists.ENTER,
    **quotes.ENTER,
    **figures.ENTER,
    **tables.ENTER,
    **preformatted.ENTER,
    **footnotes.ENTER,
}
"""What is done with each tag; a tag that is not here shows its content."""

_IN_PAGE_LINK = re.compile(r"""href\s*=\s*["']?#([^"'\s>]+)""")


def write_markdown(html: str, scope: Scope, enter: Mapping[str, Enter] = ENTER) -> str:
    """Give a body's Markdown, with a newline at its end unless it is empty."""
    # The doctype makes the parser close a paragraph before a table, as browsers do on every WordPress page.
    tree = LexborHTMLParser(f"<!doctype html><body>{html}")
    notes = footnotes.names_of_notes(tree) if "footnotes" in html else frozenset()
    speaking = speaks(html)
    usual = enter is ENTER and not scope.style.safe and not speaking
    characters = len(html) if usual else 0
    scope = replace(scope, targets=_targets(html), notes=notes, speaks=speaking, characters=characters)
    if speaking:
        forget_the_obvious(tree, html)
    root = tree.body or tree.root
    if root is None:
        return ""
    text = Walk(scope, enter).over(root).lstrip("\n")
    if text.startswith("\ufeff"):
        # A byte order mark at the start of a file is none of its words; before a sign, it keeps that from being one.
        bare = text.lstrip("\ufeff\n")
        text = bare if bare[:1].isalpha() else bare and f"&#65279;{bare}"
    return text + "\n" if text else ""


def _targets(html: str) -> frozenset[str]:
    """Give the ids that links within the document point to; footnotes have their own marks."""
    if "#" not in html:
        return frozenset()
    return frozenset(name for name in _IN_PAGE_LINK.findall(html) if not name.startswith(("fn-", "fnref-")))
