"""Genuine exports against what the database and the site said."""

import csv
import json
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import unquote

import pytest

from samples import SAMPLES, needs_samples
from wordpress_export.model import Article, Export, Status
from wordpress_export.sources import wxr

UNIT = SAMPLES / "unit"
HOME = "https://themetest.example"
STATUSES = {"publish": Status.PUBLISHED, "draft": Status.DRAFT, "future": Status.SCHEDULED}
EXPORTS = sorted([*(SAMPLES / "exports").glob("*.xml"), *UNIT.glob("*.xml")])
DAMAGED = {"importer-malformed.xml"}


def public(path: Path) -> dict[int, Article]:
    return {article.id or 0: article for article in wxr.read(path).read_articles()}


def rows() -> list[dict[str, object]]:
    truth: list[dict[str, object]] = json.loads((UNIT / "posts.json").read_text(encoding="utf-8"))
    return truth


def path_of(link: object) -> str:
    return "" if "?" in str(link) else unquote(str(link).removeprefix(HOME))


@needs_samples
@pytest.mark.parametrize("path", EXPORTS, ids=lambda path: path.name)
def test_reads(path: Path) -> None:
    """Every genuine export is read whole: each item is an article or is set aside, and nothing is lost."""
    export = wxr.read(path)
    articles = list(export.read_articles())
    items = path.read_text(encoding="utf-8", errors="replace").count("<item>")

    assert export.article_count == len(articles)
    assert items == len(articles) + sum(entry.count for entry in export.set_aside if entry.type != "comment")
    assert (path.name in DAMAGED) == bool(export.defects)
    assert all(slug in export.authors for article in articles for slug in article.authors)
    assert all((key.taxonomy, key.slug) in export.terms for article in articles for key in article.terms)


@needs_samples
@pytest.mark.parametrize("row", rows() if UNIT.is_dir() else [], ids=lambda row: f"{row['type']} {row['id']}")
def test_every_item_is_as_the_database_has_it(row: dict[str, object], unit: Export, found: dict[int, Article]) -> None:
    """Link, status, date, terms, stickiness, format, parent, excerpt and comments are those of the database."""
    number = int(str(row["id"]))
    if row["type"] == "attachment":
        media = unit.media[number]
        assert (path_of(row["link"]), path_of(row["file"])) == (media.permalink, media.address)
        assert (row["parent"], row["menu_order"]) == (media.parent, media.order)
        return
    article = found[number]
    featured = unit.media[article.featured].address if article.featured else ""

    status = Status.PASSWORD if row["password"] else STATUSES[str(row["status"])]

    assert (row["type"], status) == (article.type, article.status)
    assert (row["slug"] and unquote(str(row["slug"])), path_of(row["link"])) == (article.slug, article.permalink)
    assert (row["parent"], row["sticky"], row["excerpt"]) == (article.parent, article.sticky, article.excerpt)
    assert (row["author"], row["format"] or "") == (article.authors[0], article.format)
    assert row["comments"] == len(article.comments)
    assert path_of(row["thumbnail"]) == featured
    assert terms_of(row) == names_of(article)
    assert str(row["date"]) == f"{article.published:%Y-%m-%d %H:%M:%S}"
    if not str(row["date_gmt"]).startswith("0000"):
        assert (
            datetime.fromisoformat(f"{row['date_gmt']}+00:00") == article.published.astimezone(UTC)
            if article.published
            else False
        )


def terms_of(row: dict[str, object]) -> dict[str, list[str]]:
    terms = row["terms"]
    if not isinstance(terms, dict):
        return {}
    return {name: sorted(names) for name, names in terms.items() if name != "post_format"}


def names_of(article: Article) -> dict[str, list[str]]:
    taxonomies = dict.fromkeys(key.taxonomy for key in article.terms)
    return {name: sorted(key.name for key in article.terms if key.taxonomy == name) for name in taxonomies}


@pytest.fixture(scope="module")
def unit() -> Export:
    """Give the whole export of the unit test site."""
    return wxr.read(UNIT / "export.xml")


@pytest.fixture(scope="module")
def found(unit: Export) -> dict[int, Article]:
    """Give its articles by id."""
    return {article.id or 0: article for article in unit.read_articles()}


@needs_samples
def test_every_address(unit: Export, found: dict[int, Article]) -> None:
    """Each address that the site answered at for a post, page or picture is that of exactly this item."""
    with (UNIT / "urls.tsv").open(encoding="utf-8") as table:
        truth = {
            int(line[2]): unquote(line[0].removeprefix(HOME))
            for line in csv.reader(table, delimiter="\t")
            if line[1] in ("post", "page", "attachment") and line[3] == "200"
        }

    hidden = {number for number, article in found.items() if article.status is not Status.PUBLISHED}
    assert {number: path for number, path in truth.items() if number not in hidden} == dict(unit.permalinks)
    assert {number: path for number, path in truth.items() if number not in unit.media} == {
        number: article.permalink for number, article in found.items() if article.permalink
    }


@needs_samples
def test_menu_addresses(unit: Export) -> None:
    """Each address of the site's own in a menu is one that the site answered at."""
    with (UNIT / "urls.tsv").open(encoding="utf-8") as table:
        answered = {
            unquote(line[0].removeprefix(HOME)) for line in csv.reader(table, delimiter="\t") if line[3] == "200"
        }
    waiting, addresses = [item for menu in unit.menus for item in menu.items], set[str]()
    while waiting:
        item = waiting.pop()
        waiting += item.items
        addresses |= {item.address} if item.address.startswith("/") else set()

    assert addresses
    assert set() == addresses - answered


@needs_samples
def test_partial_exports_agree(found: dict[int, Article]) -> None:
    """Articles from exports of one type are those of the whole export, but for where they stand."""
    for name in ("export-posts.xml", "export-pages.xml"):
        for number, article in public(UNIT / name).items():
            whole = found[number]
            assert (whole.title, whole.body, whole.permalink, whole.published) == (
                article.title, article.body, article.permalink, article.published
            )  # fmt: skip


@needs_samples
def test_co_authors() -> None:
    """Co-Authors Plus: two, three and one author, in order."""
    bylines = [article.authors for article in wxr.read(SAMPLES / "exports/ghost-co-authors-plus.xml").read_articles()]

    assert [("alice-smith", "bob-jones"), ("alice-smith", "bob-jones", "carol-white"), ("bob-jones",)] == bylines[:3]


@needs_samples
def test_crazy_cdata() -> None:
    """CDATA within CDATA is given back as WordPress's own importer does."""
    (article,) = wxr.read(SAMPLES / "exports/importer-crazy-cdata.xml").read_articles()

    assert article.body == "Content with nested <![CDATA[ tags ]]> :)"
