"""The writer as whoever adapts it meets it: a subclass of markdownify's `MarkdownConverter`.

markdownify walks a BeautifulSoup tree recursively and decides on each tag by itself. That loses text where Markdown
depends on the neighbours, and fails on deep trees. So here the walk is another, one pass over lexbor's tree, and
markdownify lends its interface: `convert(html)`, `convert_soup(soup)`, options by keyword, and `convert_<tag>` methods
that a subclass defines for the tags it wants to write itself.
"""

from collections.abc import Callable
from typing import Any

from bs4 import BeautifulSoup
from markdownify import MarkdownConverter
from selectolax.lexbor import LexborNode

from .document import ENTER, write_markdown
from .inline import Style
from .overrides import as_soup, overridden, stripped
from .walk import Scope

_HONOURED = frozenset({"autolinks", "bs4_options", "code_language", "code_language_callback", "convert", "strip"})


class MarkdownWriter(MarkdownConverter):
    """Writes HTML as Markdown of the one dialect; a subclass may write single tags in its own way.

    A subclass defines `convert_<tag>(self, el, text, parent_tags)`, as markdownify documents it: `el` is the element
    as BeautifulSoup has it, with all that it holds and without what is around it; `text` is its content in Markdown;
    `parent_tags` are the names of the elements around it. What it gives stands in the file as it is. Parts of a list
    or a table (`li`, `tr`, `td` …) are written with their whole, so a subclass writes `ul`, `ol` or `table`.

    Of markdownify's options these apply: `strip`, `convert`, `autolinks`, `code_language`, `code_language_callback`.
    The dialect has one form for everything else. Raises ValueError for any other option, and for a method that cannot
    apply.
    """

    options: dict[str, Any]

    def __init__(self, **options: Any) -> None:  # noqa: ANN401  # markdownify's options are of many types
        super().__init__(**options)
        self._refuse_fixed_options()
        self._enter = stripped(ENTER, self.options["strip"], self.options["convert"])
        self._enter |= overridden(self, MarkdownWriter)
        self._scope = Scope(Style(autolinks=self.options["autolinks"]), language=self._language)

    def convert(self, html: str) -> str:
        """Give a body's Markdown, with a newline at its end unless it is empty."""
        return write_markdown(html, self._scope, self._enter)

    def convert_soup(self, soup: BeautifulSoup) -> str:
        """Give the Markdown of a tree that BeautifulSoup has read."""
        return self.convert(str(soup))

    def _refuse_fixed_options(self) -> None:
        usual = vars(MarkdownConverter.DefaultOptions)  # type: ignore[attr-defined]  # its type stub leaves this out
        for name, value in self.options.items():
            if name not in _HONOURED and value != usual.get(name):
                raise ValueError(
                    f"{name}={value!r}: the dialect has one form for this; "
                    f"options that apply: {', '.join(sorted(_HONOURED))}"
                )

    def _language(self, pre: LexborNode) -> str:
        callback: Callable[[Any], str | None] | None = self.options["code_language_callback"]
        return (callback(as_soup(pre)) if callback else None) or str(self.options["code_language"])
