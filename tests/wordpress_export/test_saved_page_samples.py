"""The same site in a block theme and a classic theme: what its pages give, held against its database."""

import json
import re
from collections import Counter
from html import unescape
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from samples import SAMPLES, needs_samples
from wordpress_export.model import CATEGORY, TAG, Article, Export, Status
from wordpress_export.sources import saved_pages
from wordpress_export.sources.folder import RawFile

UNIT = SAMPLES / "unit"
FILLED_IN = 1782
"""A post of lists and calendars, which a server fills in anew for each visitor."""
OTHER_QUOTE = 1174
"""A post in whose title the sample's rendering has another apostrophe than its pages."""


def read(*folders: str) -> Export:
    """Give what these folders of the sample hold."""
    paths = [path for folder in folders for path in sorted((UNIT / folder).iterdir())]
    files = [RawFile(path, path.name) for path in paths if saved_pages.recognises(path)]
    (export,) = saved_pages.read_files(files)
    return export


def words(html: str) -> Counter[str]:
    """Count the words that some HTML shows."""
    body = LexborHTMLParser(f"<body>{html}").body
    assert body is not None
    for node in body.css("script, style, noscript"):
        node.decompose()
    return Counter(re.findall(r"\w+", body.text(separator=" ")))


def truth() -> dict[int, dict[str, object]]:
    """Give the items of the site's database, by id."""
    items: list[dict[str, object]] = json.loads((UNIT / "posts.json").read_text(encoding="utf-8"))
    return {int(str(item["id"])): item for item in items}


def facts(article: Article, export: Export) -> dict[str, object]:
    """Give what was found of an article in the form of the sample's truth."""
    by_name: dict[str, object] = {
        tax: sorted(key.name for key in article.terms if key.taxonomy == tax) for tax in (CATEGORY, TAG)
    }
    people = [export.authors[slug].name for slug in article.authors] if article.type == "post" else []
    return {"title": article.title, "type": article.type, "authors": people, "image": article.image} | by_name


def true_facts(item: dict[str, object]) -> dict[str, object]:
    """Give what is true of an item."""
    title = re.sub(r"^(?:Protected|Private): ", "", unescape(re.sub(r"<[^>]+>", "", str(item["title_rendered"]))))
    terms = item["terms"] if isinstance(item["terms"], dict) else {}
    by_name: dict[str, object] = {tax: sorted(map(unescape, terms.get(tax, []))) for tax in (CATEGORY, TAG)}
    people = [item["author_name"]] if item["type"] == "post" else []
    image = re.sub(r"^https?://[^/]+", "", str(item["thumbnail"] or ""))
    return {"title": title, "type": item["type"], "authors": people, "image": image} | by_name


@needs_samples
@pytest.mark.parametrize("theme", ["html", "html-classic"])
def test_fields(theme: str) -> None:
    """Every article is found once, with its title, authors, terms and lead picture exactly right."""
    export, known = read(theme), truth()
    found = {article.id: article for article in export.read_articles() if article.id}

    assert sum(1 for _ in Path(UNIT / theme).iterdir()) == len(found) == export.article_count
    assert {number: true_facts(known[number]) for number in found if number != OTHER_QUOTE} == {
        number: facts(article, export) for number, article in found.items() if number != OTHER_QUOTE
    }
    assert () == export.defects


@needs_samples
@pytest.mark.parametrize("theme", ["html", "html-classic"])
def test_words(theme: str) -> None:
    """The text of an article that is all on one page has the words that WordPress gives, and no other."""
    known = truth()
    public = (article for article in read(theme).read_articles() if article.status is Status.PUBLISHED)
    whole = [one for one in public if one.id and known[one.id]["pages"] == 1 and one.id != FILLED_IN]
    rendered = {one.id: (UNIT / "rendered" / f"{one.id}.html").read_text(encoding="utf-8") for one in whole}

    assert {number: words(html) for number, html in rendered.items()} == {one.id: words(one.body) for one in whole}


@needs_samples
def test_dates_that_only_lists_and_feeds_show() -> None:
    """The block theme prints no dates: with the site's lists and feeds beside them all are known but one's hour."""
    known = truth()
    dated = [one for one in read("html", "html-other").read_articles() if one.type == "post" and one.published]
    days = {one.id: f"{one.published:%Y-%m-%d}" for one in dated if one.published}

    assert {number: str(known[number or 0]["date"])[:10] for number in days} == days
    assert sum(item["type"] == "post" and item["status"] == "publish" for item in known.values()) == len(days)
