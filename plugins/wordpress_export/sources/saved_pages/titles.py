"""An article's title, the line below it, and the name of the site, which stands behind the title in a page's head."""

import re
from collections.abc import Iterator
from hashlib import blake2b

from ...body.tree import words
from ...model import Note
from ...plain_text import PlainText, plain_words
from .page import Page

HEADLINES = (
    "h1.entry-title", "h1.wp-block-post-title", "h1.post-title", "h1.single-post-title", "h1.article-title",
    "h1.jeg_post_title", "h1.tdb-title-text", "h1[itemprop=headline]", "h1.page-title", "h1.fusion-post-title",
    ".elementor-widget-theme-post-title .elementor-heading-title", ".et_pb_title_container h1", "header h1",
    ".entry-title", ".wp-block-post-title", ".post-title", "[itemprop=headline]", ".p-name", "h1",
    "h2.title", ".post > h2", ".storytitle",
)  # fmt: skip
"""Where themes put the title, from the surest to the oldest."""
_SUBTITLES = (
    ".newspack-post-subtitle", ".entry-subtitle", ".post-subtitle", ".td-post-sub-title", ".jeg_post_subtitle",
    ".wp-block-newspack-blocks-post-subtitle", ".dek", ".entry-dek", ".article-dek", ".post-dek", ".single-subtitle",
    "[itemprop=alternativeHeadline]", ".standfirst",
)  # fmt: skip
_SEPARATOR = re.compile(r"\s+[-–—|»«·•:/~⋆<>]+\s+")
_PREFIX = re.compile(r"^[^:：]{2,30}?\s?[:：]\s*(?=\S)")


def read_title(page: Page, site: str) -> PlainText:
    """Give an article's title; `site` is the site's name where it is known."""
    told = list(dict.fromkeys(filter(None, (without_site(title, site) for title in _head_titles(page)))))
    for number, look in enumerate(page.circles()):
        for selector in HEADLINES:
            is_named = selector not in ("h1", "header h1") and not number
            for node in look(selector):
                link = node.css_first("a")
                # Old themes link the title to the article itself.
                around = link if link is not None and words(link) == words(node) else node
                shown = plain_words(around.inner_html or "")
                if shown.text and shown.text != site and _agrees(shown.text, told, is_named=is_named):
                    return shown
    if any(True for _ in page.find(", ".join(HEADLINES[:5]))):
        # WordPress allows an article without a title: its place is there, and empty.
        return PlainText("")
    title = next(iter(told), "")
    return PlainText(title, (Note("title from the page's head", title[:200]),) if title else ())


def _agrees(shown: str, told: list[str], *, is_named: bool) -> bool:
    """Tell whether a headline is the article's: a theme named it so, or the head says the same."""
    letters = _letters(shown)
    return is_named or not told or any(letters in _letters(title) or _letters(title) in letters for title in told)


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))


def _head_titles(page: Page) -> Iterator[str]:
    facts = page.facts
    yield facts.text(facts.article, "headline", "name")
    yield page.meta("og:title")
    yield page.meta("twitter:title")
    node = page.root.css_first("title")
    yield plain_words(node.text()).text if node else ""


def without_site(title: str, site: str) -> str:
    """Give a title of the head without the site's name behind or before it."""
    if title == site:
        # WordPress's own for an article without a title.
        return ""
    if site and len(title) > len(site):
        for part in (title.removesuffix(site), title.removeprefix(site)):
            # The sign between must be one that parts: `Life in Athens` ends with no site's name.
            trimmed = part.strip()
            if part != title and (bare := trimmed.strip("-–—|»«·•:/~⋆<> ")) != trimmed:
                return bare
    return title


def site_names(page: Page) -> Iterator[str]:
    """Give what may be the site's name, as one page tells it."""
    yield page.meta("og:site_name")
    facts = page.facts
    yield facts.text(facts.of_type({"WebSite"}), "name")
    node = page.body.css_first(".wp-block-site-title, .site-title, #site-title, #blog-title, #masthead a[rel~=home]")
    yield words(node) if node else ""
    for link in page.links.get("alternate", ())[:1]:
        # `Name » Feed`, in any language (`feed_links`).
        yield link.title.partition(" » ")[0].strip() if link.type == "application/rss+xml" else ""


def title_end(page: Page) -> str:
    """Give what stands behind the last sign that parts, in the title of the head."""
    node = page.root.css_first("title")
    parts = _SEPARATOR.split(plain_words(node.text()).text) if node else []
    return parts[-1].strip() if len(parts) > 1 else ""


def title_number(page: Page) -> int:
    """Give a number by which titles are compared."""
    told = next(filter(None, _head_titles(page)), "")
    return number_of_title(without_site(told, title_end(page)))


def number_of_title(title: str) -> int:
    """Give the number of a title that is known."""
    return int.from_bytes(blake2b(_letters(title).encode(), digest_size=6).digest())


def tagline_of(page: Page) -> str:
    """Give the line under the site's name."""
    node = page.body.css_first(".wp-block-site-tagline, .site-description, #site-description, .tagline")
    facts = page.facts
    return words(node) if node else facts.text(facts.of_type({"WebSite"}), "description")


def without_protection(page: Page, title: str) -> str:
    """Give a title without what WordPress puts before that of an article with a password (`Protected: %s`).

    The words differ by language: the head has the title without them, or else the text before the first colon goes,
    which every language has there.
    """
    in_head = (without_site(told, "") for told in _head_titles(page))
    bare = next((told for told in in_head if told and title != told and title.endswith(told)), "")
    return bare or _PREFIX.sub("", title, count=1)


def read_subtitle(page: Page, title: str) -> PlainText:
    """Give the line below the title, where the theme or a plugin keeps one."""
    node = page.first(*_SUBTITLES)
    told = plain_words(node.inner_html or "", "a subtitle") if node else PlainText("")
    return told if told.text != title else PlainText("")
