"""The chain against a real WordPress: the same words in the same order as `the_content` shows, for every item."""

import json
import re
from functools import cache
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from samples import SAMPLES, needs_samples
from wordpress_export.body import Library, clean_body
from wordpress_export.model import Article
from wordpress_export.sources import wxr

RENDERED = SAMPLES / "unit" / "rendered"
SHUFFLED = (1031,)
"""Items with a gallery in random order, of which each page shows another."""
DYNAMIC = (
    "script, style, select, form, nav, .wp-block-calendar, .wp-block-rss, .wp-block-tag-cloud, .wp-block-archives,"
    " .wp-block-latest-posts, .wp-block-latest-comments, .wp-block-categories, .wp-block-search"
)
"""What WordPress fills in when it shows a page."""
FILLED_IN = f"{DYNAMIC}, .components-placeholder, .wp-block-file__button, audio, video"
"""And its words of its own: an error's, a second button's, those inside players for browsers that cannot play them."""
INLINE = re.compile(
    "-text|-comment|a|abbr|acronym|b|big|code|del|em|font|i|ins|kbd|q|s|small|span|strike|strong|su[bp]|tt|u|var"
)
"""Tags inside which words run on; all others part them."""
# What `wptexturize` makes of the author's characters.
TEXTURE = str.maketrans(
    {"“": '"', "”": '"', "″": '"', "‘": "'", "’": "'", "′": "'", "…": "...", "\u00a0": " ", "×": "x"}
)


@cache
def library_and_articles() -> tuple[Library, dict[int, Article]]:
    """Give the unit site: what bodies refer to, and every article by id."""
    export = wxr.read(SAMPLES / "unit" / "export.xml")
    return Library.of(export), {article.id or 0: article for article in export.read_articles()}


def words_of(html: str) -> list[str]:
    """Give the words that a page shows, with plain quotes and dashes."""
    body = LexborHTMLParser(f"<!doctype html><body>{html}").css("body")[0]
    for node in body.css(FILLED_IN):
        node.decompose()
    pieces = [
        (node.text_content or "") if node.is_text_node else "" if INLINE.fullmatch(node.tag or "") else " "
        for node in body.traverse(include_text=True)
    ]
    text = "".join(pieces).translate(TEXTURE).replace("—", "-").replace("–", "-")
    return text.replace("---", "-").replace("--", "-").split()


def item_ids() -> list[int]:
    """Give the ids of the items whose rendering is known."""
    return sorted(int(path.stem) for path in RENDERED.glob("*.html"))


@needs_samples
@pytest.mark.parametrize("number", item_ids())
def test_words_in_order(number: int) -> None:
    """Every word of an item is there, in order, and no other."""
    library, articles = library_and_articles()
    body = clean_body(articles[number], library)
    shown, kept = words_of((RENDERED / f"{number}.html").read_text(encoding="utf-8")), words_of(body.html)
    arranged = sorted if number in SHUFFLED else list
    assert arranged(shown) == arranged(kept)


@needs_samples
@pytest.mark.parametrize("number", item_ids())
def test_no_picture_or_player_is_lost(number: int) -> None:
    """Each picture, player, quote, table and heading of an item is there."""
    library, articles = library_and_articles()
    rendered = LexborHTMLParser((RENDERED / f"{number}.html").read_text(encoding="utf-8"))
    for node in rendered.css(DYNAMIC):
        node.decompose()
    cleaned = LexborHTMLParser(clean_body(articles[number], library).html)
    for selector in ("img", "audio", "video", "blockquote", "table", "h2, h1"):
        assert len(rendered.css(selector)) <= len(cleaned.css(selector)), selector


@needs_samples
@pytest.mark.parametrize("path", sorted((SAMPLES / "exports").glob("*.xml")), ids=lambda path: path.stem)
def test_every_sample_is_cleaned(path: Path) -> None:
    """No body of a genuine export raises, and none becomes nothing without a note."""
    export = wxr.read(path)
    library = Library.of(export)
    for article in export.read_articles():
        cleaned = clean_body(article, library)
        assert cleaned.html or cleaned.notes or not article.body.strip(), json.dumps(article.body)
