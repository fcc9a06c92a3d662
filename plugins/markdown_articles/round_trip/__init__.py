"""The proof of a conversion: what the Markdown shows, rendered as the site renders it, against what the HTML shows.

The clean form is tried first. Where it shows anything else, the safe form is; where that differs too, the form that
differs least is given with its differences, so that nothing is altered in silence.
"""

from dataclasses import dataclass
from enum import Enum

from ..rendering import render
from ..writer import to_markdown, to_safe_markdown
from .blocks import show_the_same
from .differences import Difference, differences
from .shown import shown

__all__ = ["Conversion", "Difference", "Form", "convert_checked"]


class Form(Enum):
    """In which form a body was written."""

    CLEAN = "the clean form, which shows what the HTML shows"
    SAFE = "emphasis as tags, since the clean form would have shown something else"
    DIFFERS = "the form that differs least; what it shows differently is listed"


@dataclass(frozen=True, slots=True)
class Conversion:
    """A body in Markdown, and how far it was proved to show the same."""

    markdown: str
    """The body."""
    form: Form
    """In which form it is."""
    differences: tuple[Difference, ...] = ()
    """What a reader would see differently, quoted, in short."""


def convert_checked(html: str) -> Conversion:
    """Give the Markdown of a body and the proof that it shows the same words, links, pictures and structure."""
    clean = to_markdown(html)
    rendered = render(clean)
    if show_the_same(html, rendered):
        return Conversion(clean, Form.CLEAN)
    before = shown(html)
    in_clean = differences(before, shown(rendered))
    if not in_clean:
        return Conversion(clean, Form.CLEAN)
    safe = to_safe_markdown(html)
    in_safe = differences(before, shown(render(safe)))
    if not in_safe:
        return Conversion(safe, Form.SAFE)
    markdown, found = min((clean, in_clean), (safe, in_safe), key=lambda form: form[1].size)
    return Conversion(markdown, Form.DIFFERS, found.quotes)
