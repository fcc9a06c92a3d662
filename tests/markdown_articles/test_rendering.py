"""Markdown → HTML: the dialect's forms, one family a file of cases."""

from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from cases import Case, read_cases
from markdown_articles.rendering import render

CASES = [
    case for path in sorted((Path(__file__).parent / "cases").glob("rendering_*.txt")) for case in read_cases(path)
]
HOSTILE = {
    "nested tags": ("<div>\n\n" * 10_000 + "word", 1),
    "nested quotes": ("> " * 10_000 + "word", 1),
    "nested details": ("<details>\n\n" * 3_000 + "word", 1),
    "brackets": ("[" * 100_000 + "word", 1),
    "stars": ("*word " * 100_000, 100_000),
    "pictures in a row": ("![a](b.jpg)\n*word*\n\n" * 10_000, 10_000),
    "open links": ("[word](" * 50_000, 50_000),
    "footnotes": ("".join(f"word[^{n}]\n\n[^{n}]: word\n\n" for n in range(3_000)), 6_000),
}


@pytest.mark.parametrize("case", CASES, ids=str)
def test_forms(case: Case) -> None:
    """Each form of the dialect becomes the HTML that the theme knows."""
    assert case.expected == render(case.given).removesuffix("\n")


def test_nothing_of_a_third_party_before_the_click() -> None:
    """Every frame is lazy and stands in closed details, so a browser fetches nothing before a reader opens it."""
    embeds = [case.given for case in CASES if "<iframe" in case.expected]
    page = LexborHTMLParser(render("\n\n".join(embeds)))

    assert len(embeds) == len(page.css("details.embed-player > iframe[loading=lazy]"))
    assert [] == page.css("details[open], iframe:not([loading=lazy])")
    assert len(page.css("iframe")) == len(page.css("details > iframe"))


def test_the_link_stays() -> None:
    """Every embed keeps the plain link, for feeds, for print, and for whoever does not want the player."""
    embeds = LexborHTMLParser(render("<https://youtu.be/dQw4w9WgXcQ>\n\n<https://social.example/1>")).css(
        "figure.embed"
    )

    assert ["https://youtu.be/dQw4w9WgXcQ", "https://social.example/1"] == [
        link.attributes["href"] for embed in embeds for link in embed.css("a")
    ]


def test_no_inline_styles_in_code() -> None:
    """Coloured code has classes only, so that the theme chooses the colours, for the dark as well."""
    html = render("```python\ndef f(x):\n    return f'{x!r}'  # why\n```\n")

    assert "<span class=" in html
    assert "style=" not in html


def test_coloured_code_is_the_same_code() -> None:
    """Colours change no character of the code."""
    code = "\n  if a<b and c&d:\n\tprint('é', \"x\")\n\n\n"
    shown = LexborHTMLParser(render(f"```python\n{code}```\n")).css_first("code")

    assert shown is not None
    assert code == shown.text()


def test_long_code_stays_plain() -> None:
    """A dump of megabytes is shown, not coloured."""
    assert "<span" not in render("```python\n" + "x = 1\n" * 50_000 + "```\n")


def test_nul() -> None:
    """A NUL in a body becomes the sign for an unreadable character, as CommonMark says."""
    assert "<p>a�b</p>\n" == render("a\0b")


@pytest.mark.parametrize(("markdown", "words"), HOSTILE.values(), ids=HOSTILE)
def test_hostile_input(markdown: str, words: int) -> None:
    """Input without measure is rendered, without a limit of recursion, and no word of it is lost."""
    page = LexborHTMLParser(f"<body>{render(markdown)}")

    assert page.body is not None
    assert words == page.body.text().count("word")
