"""Markup that acts, all the way: as WordPress stores it, cleaned, written as Markdown, and rendered as the site is."""

import re
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from bodies import clean
from cases import Case, read_cases
from markdown_articles.rendering import render
from markdown_articles.round_trip import convert_checked
from wordpress_export.body.tree import tag_set
from wordpress_export.model import BodyForm

CASES = read_cases(Path(__file__).parent / "cases" / "hostile_bodies.txt")
ACTING = tag_set(
    "applet base button canvas embed fencedframe foreignobject form frame frameset input link meta noscript object"
    " portal script select style svg template textarea title"
)
NEVER = tag_set("srcdoc ping formaction autofocus contenteditable")
ADDRESSES = ("action", "background", "cite", "data", "formaction", "href", "poster", "src", "srcset", "xlink:href")
ACTS = re.compile(r"javascript:|vbscript:|livescript:|data:(?!image/(?:png|gif|jpeg|webp)[;,])|view-source:")
ALIGNED = re.compile(r"text-align: ?(?:left|right|center)")
UNSEEN = re.compile(r"[\x00-\x20\x7f-\xa0]")


def acts(html: str) -> list[str]:
    """Name what could act in a page that holds this HTML."""
    tree = LexborHTMLParser(f"<!doctype html><html><head></head><body>{html}")
    return [found for node in (tree.body or tree.root).traverse() for found in _acts(node)] if tree.root else []


def _acts(node: LexborNode) -> list[str]:
    found = [node.tag or "an instruction"] if node.tag in ACTING or node.tag is None else []
    for name, value in node.attributes.items():
        meant = UNSEEN.sub("", value or "").lower()
        is_address = name in ADDRESSES and ACTS.match(meant) is not None
        is_style = name == "style" and not ALIGNED.fullmatch(value or "")
        if name.startswith("on") or name in NEVER or is_address or is_style:
            found.append(f"{node.tag} {name}={value}")
    return found


def reading(html: str) -> str:
    """Give the words of a page in one line, with the pictures' words in brackets."""
    tree = LexborHTMLParser(f"<!doctype html><body>{html}")
    for picture in tree.css("img"):
        picture.replace_with(f" [{picture.attributes.get('alt') or ''}] ")
    for block in tree.css("p, li, td, figure, figcaption, pre, br"):
        block.insert_before(" ")
    return " ".join(tree.body.text().split()) if tree.body else ""


@pytest.mark.parametrize("case", CASES, ids=str)
def test_nothing_that_acts_comes_out(case: Case) -> None:
    """No script, no handler, no address that runs code is in the page, and what it was is in the notes."""
    cleaned = clean(case.given)
    conversion = convert_checked(cleaned.html)
    page = render(conversion.markdown)
    kinds = list(dict.fromkeys(note.kind for note in cleaned.notes))
    assert ([], ()) == (acts(page), conversion.differences)
    assert case.expected == "\n".join((reading(page), *(f"({kind})" for kind in kinds)))


@pytest.mark.parametrize("case", CASES, ids=str)
def test_nothing_that_acts_comes_out_of_other_bodies(case: Case) -> None:
    """The same for comments, biographies and pages copied from a browser, whose HTML is taken as it is."""
    cleaned = clean(case.given, BodyForm.HTML)
    assert [] == acts(render(convert_checked(cleaned.html).markdown))


@pytest.mark.parametrize(
    "html",
    [
        "<p onclick=x>a</p>",
        "<a href=' java\nscript:x'>a</a>",
        "<svg></svg>",
        "<?x ?>",
        "<p style='a:b'>",
        "<iframe srcdoc=x></iframe>",
        "<img src='data:image/svg+xml,x'>",
    ],
)
def test_what_acts_is_seen(html: str) -> None:
    """The look-out of these tests sees what acts."""
    assert acts(html)
