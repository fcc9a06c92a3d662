"""A site's own handlers: loaded from a file, called by name, and never able to stop a migration."""

from dataclasses import replace
from pathlib import Path

import pytest

from bodies import LIBRARY
from wordpress_export.body import CleanBody, clean_body
from wordpress_export.handlers import HandlersError, load_handlers
from wordpress_export.model import Article, Note, Status

OWN = """
def stock(shortcode, context):
    return f"<strong>{shortcode.get('ticker')}</strong>"

def broken(shortcode, context):
    raise KeyError("price")

SHORTCODES = {
    "stock": stock,
    "home": lambda shortcode, context: "https://other.example/",
    "big": lambda shortcode, context: f"<div>\\n\\n  <h3>{shortcode.content}</h3>\\n\\n  tail\\n</div>",
    "number": lambda shortcode, context: 7,
    "broken": broken,
    "gallery": lambda shortcode, context: "ours",
}
BLOCKS = {
    "acme/price": lambda block, inner, context: f"<p>{block.text('price')}</p>{inner}",
    "acme/broken": lambda block, inner, context: 1 / 0,
}
"""


@pytest.fixture(name="handlers")
def handlers_file(tmp_path: Path) -> str:
    """Give the path of a file of handlers."""
    path = tmp_path / "handlers.py"
    path.write_text(OWN, encoding="utf-8")
    return str(path)


def clean_with(handlers: str, body: str) -> CleanBody:
    article = Article(type="post", title="Title", status=Status.PUBLISHED, body=body, id=1)
    return clean_body(article, replace(LIBRARY, handlers=handlers))


@pytest.mark.parametrize(
    ("body", "html"),
    [
        ('Buy [stock ticker="ACM"] now', "<p>Buy <strong>ACM</strong> now</p>"),
        ('[one_half][stock ticker="ACM"][/one_half]', "<p><strong>ACM</strong></p>"),
        ("[gallery]", "<p>ours</p>"),
        ("a\n\n[big]b[/big]", "<p>a</p>\n<h3>b</h3>\n<p>tail</p>"),
        ('<a href="[home]">a</a>', '<p><a href="https://other.example/">a</a></p>'),
        ('<a href="/x/" title="[stock ticker=\'A\']">a</a>', '<p><a href="/x/" title="[stock ticker=\'A\']">a</a></p>'),
        ('<!-- wp:acme/price {"price":"7"} --><p>a</p><!-- /wp:acme/price -->', "<p>7</p>\n<p>a</p>"),
        ('<!-- wp:acme/price {"price":"7"} /-->', "<p>7</p>"),
    ],
)
def test_handlers_give_the_html(handlers: str, body: str, html: str) -> None:
    """A shortcode or a block with a handler is what the handler gives, wherever it stands."""
    assert html == clean_with(handlers, body).html


@pytest.mark.parametrize(
    ("body", "html", "detail"),
    [
        ("a [broken] b", "<p>a [broken] b</p>", "[broken] KeyError: 'price'"),
        ("a [number] b", "<p>a [number] b</p>", "[number] it gave int, and a string is expected"),
        ("<!-- wp:acme/broken --><p>a</p><!-- /wp:acme/broken -->", "<p>a</p>", "acme/broken ZeroDivisionError"),
    ],
)
def test_a_handler_that_fails_stops_nothing(handlers: str, body: str, html: str, detail: str) -> None:
    """Where a handler fails, the text stays, and a note for review says why."""
    cleaned = clean_with(handlers, body)
    (note,) = cleaned.notes

    assert html == cleaned.html
    assert ("handler failed", True) == (note.kind, note.review)
    assert note.detail.startswith(detail)


def test_what_a_handler_gives_is_made_harmless(tmp_path: Path) -> None:
    """A handler's HTML goes the way of the body's."""
    path = tmp_path / "handlers.py"
    path.write_text("SHORTCODES = {'x': lambda s, c: '<p onclick=x>a<script>b</script></p>'}", encoding="utf-8")
    assert "<p>a</p>" == clean_with(str(path), "[x]").html


def test_handlers_may_make_notes(tmp_path: Path) -> None:
    """A handler gets the context of the article, and may note what it left out."""
    path = tmp_path / "handlers.py"
    path.write_text("SHORTCODES = {'x': lambda s, c: c.note('price left out', s.get('p')) or ''}", encoding="utf-8")
    assert (Note("price left out", "7"),) == clean_with(str(path), 'a [x p="7"]').notes


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (None, "there is no such file of handlers"),
        ("def f(: pass", "fails when it is loaded: SyntaxError"),
        ("import no_such_module_at_all", "fails when it is loaded: ModuleNotFoundError"),
        ("SHORTCODE = {}", "has neither SHORTCODES nor BLOCKS"),
        ("SHORTCODES = ['a']", "SHORTCODES is list, and a dict"),
        ("SHORTCODES = {'a': 'b'}", "SHORTCODES['a'] must be a function"),
        ("BLOCKS = {7: print}", "BLOCKS[7] must be a function with a name for its key"),
    ],
)
def test_files_that_are_no_handlers(tmp_path: Path, text: str | None, words: str) -> None:
    """What is wrong with a file of handlers is said with its path before anything begins."""
    path = tmp_path / "handlers.py"
    if text is not None:
        path.write_text(text, encoding="utf-8")
    with pytest.raises(HandlersError) as problem:
        load_handlers(str(path))

    assert str(path) in str(problem.value)
    assert words in str(problem.value)


def test_no_file_is_no_handler() -> None:
    """Without a setting nothing is loaded."""
    assert ({}, {}) == (load_handlers("").shortcodes, load_handlers("").blocks)
