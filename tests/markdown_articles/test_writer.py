"""The writer: every transformation as a text case, and each case round."""

from itertools import chain
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag

from cases import Case, read_cases
from markdown_articles.rendering import render
from markdown_articles.round_trip import Form, convert_checked
from markdown_articles.writer import MarkdownWriter, to_markdown, to_safe_markdown

FOLDER = Path(__file__).parent / "cases"
CASES = list(chain.from_iterable(read_cases(path) for path in sorted(FOLDER.glob("writer_*.txt"))))

CHANGED = {
    "a footnote that nothing refers to stays as text",
    "a frame that runs a script goes",
    "a link that runs a script is only its text",
    "a mark without a footnote stays a link",
    "a picture from a script has no address",
    "the address of a poster that would run a script is left out",
    "an item without a list",
    "text among the items",
}
"""Cases whose HTML shows something that Markdown cannot or must not show; all of them are broken or hostile."""


@pytest.mark.parametrize("case", CASES, ids=str)
def test_writes_what_an_editor_would(case: Case) -> None:
    """Each piece of HTML has the Markdown that is written for it, with one newline at its end."""
    assert case.expected + "\n" == to_markdown(case.given)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_its_own_markdown_comes_back(case: Case) -> None:
    """The Markdown of each case, rendered and written again, is the same to the letter."""
    markdown = case.expected + "\n"
    assert markdown == to_markdown(render(markdown))


@pytest.mark.parametrize("case", [case for case in CASES if case.title not in CHANGED], ids=str)
def test_shows_what_the_html_shows(case: Case) -> None:
    """The Markdown of each case shows the same words, links, pictures and structure as its HTML."""
    assert (Form.CLEAN, ()) == (convert_checked(case.given).form, convert_checked(case.given).differences)


@pytest.mark.parametrize("case", [case for case in CASES if case.title in CHANGED], ids=str)
def test_says_what_it_cannot_show(case: Case) -> None:
    """Where the Markdown shows something else, the conversion says so."""
    conversion = convert_checked(case.given)
    assert conversion.form is Form.DIFFERS
    assert conversion.differences


PROSE = [case for case in CASES if "```" not in case.expected and "<pre>" not in case.expected]
"""Cases without code, which keeps its lines as they are."""


@pytest.mark.parametrize("case", PROSE, ids=str)
def test_has_no_stray_spaces(case: Case) -> None:
    """Lines end in two spaces for a break, or in none; empty lines come one at a time, and never first."""
    lines = to_markdown(case.given).split("\n")
    assert [line for line in lines if line.rstrip(" ") not in (line, line[:-2])] == []
    assert "\n\n\n" not in "\n".join(["", *lines])


@pytest.mark.parametrize("html", ["", " \n", "<!-- c -->", "<p></p>", "<div><p>&nbsp;</p></div>", "\ufeff"])
def test_nothing_is_an_empty_file(html: str) -> None:
    """A body that shows nothing gives nothing, not even a newline."""
    assert to_markdown(html) == ""


def test_the_safe_form_has_no_stars() -> None:
    """The safe form writes emphasis as tags and escapes each tilde, where readers could disagree on them."""
    html = "<p>One <b>two</b> <i>~3</i></p>"
    assert to_safe_markdown(html) == "One <strong>two</strong> <em>\\~3</em>\n"


class Shouting(MarkdownWriter):
    """A subclass as a user of markdownify would write it."""

    def convert_mark(self, _el: Tag, text: str, _parent_tags: set[str]) -> str:
        """Write a mark between equals signs."""
        return f"=={text}=="

    def convert_aside(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        """Write an aside as an admonition."""
        return f"!!! {el['class']} {text} {sorted(parent_tags)}\n\n"

    def convert_hN(self, n: int, _el: Tag, text: str, _parent_tags: set[str]) -> str:  # noqa: N802  # markdownify's name
        """Write a heading in capitals."""
        return f"{'=' * n} {text.upper()}"

    def convert_news_card(self, el: Tag, _text: str, _parent_tags: set[str]) -> str:
        """Write an element that HTML does not know."""
        return f"{{{{ card {el['href']} }}}}"


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        ("<p>a <mark>b <b>c</b></mark> d</p>", "a ==b **c**== d\n"),
        ("<p>a</p><aside class=x><p>b*</p></aside><p>c</p>", "a\n\n!!! ['x'] b\\* ['body', 'html']\n\nc\n"),
        ("<h2>a <i>b</i></h2>", "== A *B*\n"),
        ("<p>a</p><news-card href=/x/></news-card>", "a\n\n{{ card /x/ }}\n"),
        ("<ul><li>a<mark>b</mark></li></ul>", "- a==b==\n"),
        ("<table><tr><th>a</th></tr><tr><td><mark>b|c</mark></td></tr></table>", "| a |\n| --- |\n| ==b\\|c== |\n"),
    ],
)
def test_a_subclass_writes_tags_of_its_own(html: str, markdown: str) -> None:
    """Methods named as markdownify documents them write their tags, in a line or as a block."""
    assert markdown == Shouting().convert(html)


class Linking(MarkdownWriter):
    """A subclass that leaves a tag to markdownify."""

    def convert_img(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        """Write a picture as markdownify does, from another folder."""
        written: str = super().convert_img(el, text, {*parent_tags, "p"})  # type: ignore[misc]  # the stub has no such method
        return written.replace("/old/", "/new/")


def test_a_subclass_can_call_markdownify() -> None:
    """The methods of markdownify itself are there for `super()`."""
    assert Linking().convert('<p>a <img src="/old/a.jpg" alt="b"></p>') == "a ![b](/new/a.jpg)\n"


def test_a_subclass_cannot_write_parts_of_a_whole() -> None:
    """A method for a part of a list or a table cannot be honoured, so it is refused with what to write instead."""
    cells = type("Cells", (MarkdownWriter,), {"convert_td": lambda *_: ""})
    with pytest.raises(ValueError, match="convert_td: a <td> is written with its whole"):
        cells()


@pytest.mark.parametrize(
    ("options", "html", "markdown"),
    [
        ({"strip": ["a"]}, "<p>a <a href=/x/>b</a></p>", "a b\n"),
        ({"strip": ["blockquote"]}, "<blockquote><p>a</p></blockquote>", "a\n"),
        ({"convert": ["b", "p"]}, "<h2>a</h2><p><b>b</b> <i>c</i></p>", "a\n\n**b** c\n"),
        ({"autolinks": False}, "<p>a <a href=https://x.y>https://x.y</a></p>", "a [https://x.y](https://x.y)\n"),
        ({"code_language": "text"}, "<pre>a</pre>", "```text\na\n```\n"),
        ({"code_language_callback": lambda el: el["data-l"]}, "<pre data-l=go>a</pre>", "```go\na\n```\n"),
    ],
)
def test_honours_options_that_make_sense(options: dict[str, object], html: str, markdown: str) -> None:
    """Options of markdownify that do not touch the dialect's forms apply."""
    assert markdown == MarkdownWriter(**options).convert(html)


def test_refuses_options_that_the_dialect_fixes() -> None:
    """An option that would write another dialect is an error that names it and those that apply."""
    with pytest.raises(ValueError, match=r"heading_style='atx_closed'.*options that apply: autolinks"):
        MarkdownWriter(heading_style="atx_closed")


def test_takes_a_soup() -> None:
    """A tree that BeautifulSoup has read is converted as markdownify would."""
    soup = BeautifulSoup("<p>a <b>b</b></p>", "html.parser")
    assert MarkdownWriter().convert_soup(soup) == "a **b**\n"
