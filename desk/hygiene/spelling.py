"""One spelling for a story's text: `tidied` gives it, and never a text that shows anything else."""

import re
from dataclasses import dataclass
from functools import cache
from typing import cast

import mdformat
import mdformat.plugins
from markdown_it import MarkdownIt
from mdformat._util import build_mdit
from mdformat.renderer import MDRenderer

from markdown_articles.rendering import render

from . import dialect

_HEAD = re.compile(r"---[ \t]*\n(?:.*\n)*?---[ \t]*\n(?:[ \t]*\n)*")
_EXTENSIONS = ("gfm", "footnote", "broadsheet")
_OPTIONS = {"wrap": "keep", "number": False, "compact_tables": True}


@dataclass(frozen=True, slots=True)
class Tidied:
    """A text in one spelling."""

    text: str
    """The text; as it was where it cannot be spelt in another way."""
    kept: bool = False
    """Whether it was left as it was, because another spelling would have shown something else."""


def tidied(body: str) -> Tidied:
    """Give a body in one spelling. What readers see is the same: the page's own renderer is asked each time."""
    written = _written(body)
    if written == body:
        return Tidied(body)
    if render(written) == render(body) and _written(written) == written:
        return Tidied(written)
    return Tidied(body, kept=True)


def tidied_file(text: str) -> Tidied:
    """Give a file with its body in one spelling, and its front matter as it stands; its line ends are newlines."""
    plain = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    head, body = _parts(plain)
    done = tidied(body)
    return Tidied(f"{head}{done.text}\n" if body else plain, done.kept)


def _parts(text: str) -> tuple[str, str]:
    """Give the lines above the first of the body, and the body; no body where there is no front matter."""
    found = _HEAD.match(text)
    return (found[0], text[found.end() :].rstrip("\n")) if found else (text, "")


def _written(body: str) -> str:
    return str(_formatter().render(body)).removesuffix("\n")


@cache
def _formatter() -> MarkdownIt:
    # An extension is found by the name under which a package announces it; ours is in no package.
    cast("dict[str, object]", mdformat.plugins.PARSER_EXTENSIONS)["broadsheet"] = dialect
    return build_mdit(MDRenderer, mdformat_opts=_OPTIONS, extensions=_EXTENSIONS)
