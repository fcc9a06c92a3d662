"""Bodies made up at random, from WordPress to what the site shows: those of `benchmarks/fuzz.py`, but fewer."""

import re
from html import escape
from random import Random

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from bodies import clean
from markdown_articles.rendering import render
from markdown_articles.round_trip import Form, convert_checked
from markdown_articles.round_trip.shown import shown
from markdown_articles.writer import to_markdown
from random_bodies import BLOCKS, INLINE, random_body
from wordpress_export.model import BodyForm

SETTINGS = settings(
    max_examples=60,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example],
)
WORD = re.compile(r"word\d+")
UNSEEN = re.compile(r"[\s\u00ad\u200b-\u200f\u2028-\u202e\ufeff]+")

bodies = st.integers(min_value=0, max_value=10**9).map(lambda seed: random_body(Random(seed)))  # noqa: S311  # repeatable, not secret
numbered = st.just("word")
"""Stands for one word; `number` gives each of them another."""


def _nest(content: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    tags = st.sampled_from(sorted({*INLINE, *BLOCKS, "ul", "ol", "li", "table", "td", "th", "dl", "dd"} - {"o:p"}))
    return st.builds(
        lambda tag, parts: f"<{tag}>{' '.join(parts)}</{tag}>", tags, st.lists(content, min_size=1, max_size=3)
    )


trees = st.lists(st.recursive(numbered, _nest, max_leaves=12), min_size=1, max_size=3).map(" ".join)


def number(html: str) -> str:
    """Make each word another."""
    parts = html.split("word")
    return "".join(f"{part}word{place}" for place, part in enumerate(parts[:-1])) + parts[-1]


def words(html: str) -> list[str]:
    """Give the numbered words of a page, in order."""
    body = LexborHTMLParser(f"<!doctype html><body>{html}").body
    return WORD.findall(body.text()) if body else []


@SETTINGS
@given(bodies)
def test_the_proof_is_true(body: str) -> None:
    """No body raises, and where the proof says that the page shows the same, it does."""
    html = clean(body).html
    conversion = convert_checked(html)
    assert (conversion.form is Form.DIFFERS) == bool(conversion.differences)
    assert (conversion.form is Form.DIFFERS) == (shown(html) != shown(render(conversion.markdown)))


@SETTINGS
@given(bodies)
def test_clean_stays_clean(body: str) -> None:
    """What is clean already passes the checks for HTML bodies unchanged."""
    html = clean(body).html
    assert html == clean(html, BodyForm.HTML).html


@SETTINGS
@given(bodies)
def test_markdown_settles(body: str) -> None:
    """Written, rendered and written again, the Markdown is the same from the second time on."""
    markdown = to_markdown(render(to_markdown(clean(body).html)))
    assert markdown == to_markdown(render(markdown))


@SETTINGS
@given(trees)
def test_no_word_is_lost_or_moved(tree: str) -> None:
    """Whatever stands in whatever, each word is on the page once."""
    body = number(tree)
    assert sorted(words(body)) == sorted(words(render(convert_checked(clean(body).html).markdown)))


@SETTINGS
@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=60))
def test_any_text_is_read_as_it_was_typed(text: str) -> None:
    """Every character of a paragraph's text is on the page, but for white space and what is never seen."""
    html = f"<p>{escape(text)}</p>"
    page = LexborHTMLParser(f"<!doctype html><body>{render(convert_checked(html).markdown)}").body
    assert UNSEEN.sub("", text) == UNSEEN.sub("", page.text() if page else "")
