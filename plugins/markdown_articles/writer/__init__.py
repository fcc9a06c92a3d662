"""Writes clean HTML as Markdown of the dialect, the way an editor would write it by hand.

`to_markdown(html)` gives the clean form. `MarkdownWriter` is the same for whoever adapts it: a subclass of
markdownify's `MarkdownConverter`.
"""

from .converter import MarkdownWriter
from .document import write_markdown
from .inline import Style
from .walk import Scope

__all__ = ["MarkdownWriter", "to_markdown", "to_safe_markdown"]

_CLEAN = Scope(Style())
_SAFE = Scope(Style(safe=True))


def to_markdown(html: str) -> str:
    """Give the Markdown of a body, in the clean form."""
    return write_markdown(html, _CLEAN)


def to_safe_markdown(html: str) -> str:
    """Give the Markdown of a body with emphasis as tags and tildes escaped, for where the clean form is misread."""
    return write_markdown(html, _SAFE)
