"""WordPress's two grammars: shortcodes and block delimiters."""

import pytest

from wordpress_export.body.blocks.delimiters import Block, read_blocks
from wordpress_export.body.shortcodes.grammar import (
    Closing,
    Form,
    Markup,
    Piece,
    Plain,
    Shortcode,
    read_attributes,
    read_shortcodes,
)

FORMS = {"a": Form.ELEMENT, "b-c": Form.ELEMENT, "row": Form.BRACKET}


def read(text: str) -> list[Piece]:
    """Give the pieces of a text that knows `[a]`, `[b-c]`, and `[row]`, which only arranges."""
    return [piece for piece in read_shortcodes(text, FORMS.get) if piece != Plain("")]


@pytest.mark.parametrize(
    ("text", "named", "bare"),
    [
        ("""one="1" two='2' three=3""", {"one": "1", "two": "2", "three": "3"}, ()),
        (""" ONE = "a b" """, {"one": "a b"}, ()),
        ('https://x.example/?a=b "two words"', {}, ("https://x.example/?a=b", "two words")),
        ('one=""', {"one": ""}, ()),
        ("one\u00a0two", {}, ("one", "two")),
    ],
)
def test_attributes(text: str, named: dict[str, str], bare: tuple[str, ...]) -> None:
    """Attributes are quoted either way or not at all, and some have no name."""
    assert (named, bare) == read_attributes(text)


def test_closing_tag_makes_content() -> None:
    """All between a tag and the first closing tag of its name is its content."""
    assert [Shortcode("a", {}, (), "x [b-c] y", "[a]x [b-c] y[/a]")] == read("[a]x [b-c] y[/a]")


def test_tag_without_closing_tag_stands_alone() -> None:
    """Without a closing tag, or with a slash of its own, a shortcode has no content."""
    assert [Shortcode("a", {}, (), None, "[a /]"), Plain("x"), Shortcode("a", {}, (), None, "[a]")] == read("[a /]x[a]")


def test_doubled_brackets_are_text() -> None:
    """`[[a]]` is how authors write about shortcodes."""
    assert [Plain("x [a]"), Plain(" y")] == read("x [[a]] y")
    assert [Plain("x [a]z[/a]"), Plain(" y")] == read("x [[a]z[/a]] y")


def test_longer_names_are_other_names() -> None:
    """`[ab]` and `[a-b]` are not `[a]`."""
    assert [Plain("[ab] [a-b] [a_b]")] == read("[ab] [a-b] [a_b]")


def test_tags_that_arrange_are_read_by_themselves() -> None:
    """Opening and closing tags of rows are pieces of their own, whatever stands between them."""
    assert [Shortcode("row", {}, (), None, "[row]"), Plain("x"), Closing("row", "[/row]")] == read("[row]x[/row]")


def test_brackets_in_tags_and_comments_are_no_shortcodes() -> None:
    """What stands inside a tag or a comment is one piece with it."""
    assert [Markup('<i a="[a]">'), Plain("x"), Markup("<!-- [a] -->")] == read('<i a="[a]">x<!-- [a] -->')


def test_comments_that_do_not_end_take_the_rest() -> None:
    """As in HTML, all behind the opening of a comment is in it."""
    assert [Markup("<!-- [a] x")] == read("<!-- [a] x")


def test_blocks_nest() -> None:
    """Blocks hold HTML and blocks in order."""
    text = '<!-- wp:group {"a":{"b":"--"}} --><div><!-- wp:acme/x /--></div><!-- /wp:group -->after'
    group = Block("core/group", {"a": {"b": "--"}}, ["<div>", Block("acme/x"), "</div>"])
    assert [group, Block("", inner=["after"])] == read_blocks(text)


def test_unclosed_blocks_end_with_the_body() -> None:
    """A body that breaks off loses no block."""
    assert [Block("core/a", inner=[Block("core/b", inner=["x"])])] == read_blocks("<!-- wp:a --><!-- wp:b -->x")


def test_stray_closing_comments_end_the_blocks() -> None:
    """Behind a closing comment without an opening one, all is text."""
    assert [Block("core/a"), Block("", inner=["<!-- /wp:b --><!-- wp:c /-->"])] == read_blocks(
        "<!-- wp:a /--><!-- /wp:b --><!-- wp:c /-->"
    )


def test_broken_attributes_keep_the_block() -> None:
    """A block whose attributes are no JSON has none."""
    assert [Block("core/a", {}, ["x"])] == read_blocks('<!-- wp:a {"b":} -->x<!-- /wp:a -->')


@pytest.mark.parametrize("comment", ["<!-- wp: -->", "<!--wp:a -->", "<!-- wp:A -->", "<!-- wp:a-->", "<!-- wp:a {"])
def test_other_comments_are_text(comment: str) -> None:
    """Only comments of the exact form are delimiters."""
    assert [Block("", inner=[comment])] == read_blocks(comment)
