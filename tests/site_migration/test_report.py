"""The report for people and for programs: what it says of an account made by hand, and of a migration."""

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from site_migration import migration
from site_migration.charts import MOST_YEARS, fate_bar, year_rows
from site_migration.ledger import Entry, Fate, Ledger
from site_migration.report import Heading, address_link, file_link, report_html, report_json
from site_migration.upkeep import BOTH_CHANGED
from tiny_exports import item, migrated
from wordpress_export.model import Article, Export, Note, Origin, RawForm, SetAside
from wordpress_export.sources import read_export

HEADING = Heading("The Gull", "export.xml", "content", "https://gull.example/blog")
LINK = Note("tracking in an address left out", "“ebb”", before="/ebb/?utm_source=x", after="/ebb/")


def entry(*notes: Note, file: str = "articles/2023/10/tide.md", address: str = "/2023/10/tide/") -> Entry:
    return Entry(
        1, "post", "Tide", "published", Fate.WRITTEN, file=file, address=address, old="/2023/10/tide/", notes=notes
    )  # fmt: skip


def account(*entries: Entry) -> Ledger:
    ledger = Ledger()
    for one in entries:
        ledger.enter(one)
    return ledger


def page(ledger: Ledger, heading: Heading = HEADING) -> LexborHTMLParser:
    return LexborHTMLParser(report_html(ledger, heading))


def text_of(page: LexborHTMLParser, selector: str) -> list[str]:
    return [" ".join(node.text(separator=" ").split()) for node in page.css(selector)]


def test_before_and_after() -> None:
    """An alteration stands in two columns, where it is counted and where a person should look."""
    shown = page(account(entry(LINK, replace(LINK, kind="address taken by another item", review=True))))

    assert ["before /ebb/?utm_source=x", "after /ebb/"] * 3 == text_of(shown, ".pair div")


def test_rehearsal() -> None:
    """The report of a rehearsal says so, and has no links to files that were not written."""
    conflict = Note(BOTH_CHANGED, "title", review=True, before="High", after="Low")
    shown = page(account(entry(conflict)), replace(HEADING, is_rehearsal=True))

    assert [] == shown.css("a[href^='../']")
    assert any("A rehearsal" in text for text in text_of(shown, ".soft"))
    assert "articles/2023/10/tide.md" in text_of(shown, "code")


def test_origins() -> None:
    """Where there were several raw forms, a table tells what each of them gave."""
    ledger = account(entry())
    ledger.origins = (Origin(RawForm.WXR, 1200, 3),)
    assert [] == page(ledger).css("#origins")
    ledger.origins = (Origin(RawForm.WXR, 1200, 3), Origin(RawForm.TEXT, 1))
    assert ["export file 1,200 3", "text dump 1 0"] == text_of(page(ledger), "#origins + .scroll tbody tr")


def test_nothing_on_one_side() -> None:
    """What was left out has a dash for what stands there now."""
    shown = page(account(entry(Note("label of a related story", before="Read more:"))))

    assert ["before Read more:", "after –"] == text_of(shown, ".pair div")


def test_conflict() -> None:
    """Of a conflict neither side was first: they are named by whose they are, and the export's text is linked."""
    shown = page(account(entry(Note(BOTH_CHANGED, "title", review=True, before="High", after="Low"))))

    assert ["the editor’s, which stays High", "the export’s Low"] == text_of(shown, "#review ~ ol .pair div")
    assert shown.css_first("a[href='../articles/2023/10/tide.md.incoming']") is not None


def test_sides_are_text() -> None:
    """Both sides of an alteration are text, whatever stands in them."""
    html = report_html(
        account(entry(Note("x", before="<script>a()</script>", after="<img src=x onerror=b()>"))), HEADING
    )

    assert not re.search(r"<script|<img", html)


def test_links() -> None:
    """Each example leads to its file and to its page; to both pages where the address has changed."""
    stayed = page(account(entry(LINK)))
    moved = page(account(entry(LINK, file="articles/2023/10/tide 100%.md", address="/new/")))
    hidden = page(account(replace(entry(LINK), address="", old="")))

    assert ["../articles/2023/10/tide.md", "https://gull.example/2023/10/tide/"] == links(stayed)
    assert [
        "../articles/2023/10/tide%20100%25.md", "https://gull.example/2023/10/tide/", "https://gull.example/new/"
    ] == links(moved)  # fmt: skip
    assert ["../articles/2023/10/tide.md"] == links(hidden)


def links(page: LexborHTMLParser) -> list[str | None]:
    return [link.attributes["href"] for link in page.css("details li a")]


@pytest.mark.parametrize("home", ["", "javascript:alert(1)//x", "ftp://gull.example", "//gull.example"])
def test_no_link_without_a_host(home: str) -> None:
    """A page is linked only on a known site of the web."""
    assert "" == address_link("/2023/10/tide/", home)


def test_links_are_encoded() -> None:
    """Names and addresses in any script, and marks that mean something in an address, are encoded."""
    assert "../articles/%CF%80%23%3F.md" == file_link("articles/π#?.md")
    assert "https://gull.example/%CF%80/" == address_link("/π/", "https://gull.example")
    assert "" == address_link("javascript:alert(1)", "https://gull.example")


def test_plain_numbers() -> None:
    """One is one, and more are many."""
    ledger = account(entry())
    ledger.set_aside(SetAside("attachment", "merged", "read into the media library", 1))
    ledger.set_aside(SetAside("revision", "skipped", "not what readers saw", 1204))
    ledger.set_aside(SetAside("event", "skipped", "without an address", 2))
    shown = text_of(page(ledger), "li")

    assert "1 post, published: written" in shown
    assert "1 picture or other file: merged, read into the media library" in shown
    assert "1,204 earlier versions: skipped, not what readers saw" in shown
    assert "2 items of type event: skipped, without an address" in shown


def test_charts() -> None:
    """The bar of fates and the bars of years are in proportion, and both are told in words."""
    dated = [replace(entry(), file=f"articles/{year}/01/x.md") for year in (2019, 2023, 2023)]
    ledger = account(*dated, replace(dated[2], status="draft"))
    shown = page(ledger)

    assert [("written", 0.0, 100.0)] == [(part.name, part.start, part.width) for part in fate_bar(ledger)]
    assert ["Of all items: 4 written"] == [svg.attributes["aria-label"] for svg in shown.css("svg[role=img]")]
    assert ["2019 1 –", "2023 2 1"] == text_of(shown, ".years tbody tr")
    assert [[(0.0, 33.33)], [(0.0, 66.67), (66.67, 33.33)]] == [
        [(part.start, part.width) for part in row.bar] for row in year_rows(ledger)
    ]


def test_many_years() -> None:
    """Posts of absurd dates make no endless chart: the early years are one row, and none is left out."""
    ledger = account(*(replace(entry(), file=f"articles/{year}/01/x.md") for year in range(1000, 2000)))
    rows = year_rows(ledger)

    assert (MOST_YEARS + 1, "before 1940") == (len(rows), rows[0].year)
    assert 1000 == sum(row.public for row in rows)


def test_self_contained() -> None:
    """The page fetches nothing and runs nothing, and each line of its contents leads to a heading."""
    ledger = account(entry(LINK))
    html = report_html(ledger, HEADING)
    shown = page(ledger)

    assert not re.search(r"<script|<link|@import|url\(|\bsrc=|\son\w+=", html)
    for link in shown.css("nav a"):
        assert shown.css_first(link.attributes["href"] or "") is not None


def test_same_for_programs() -> None:
    """The JSON has each example with both sides, and the years."""
    programs = json.loads(report_json(account(entry(LINK)), HEADING))
    example = programs["examples"][LINK.kind][0]

    assert ("Tide", "/ebb/?utm_source=x", "/ebb/") == (
        example["title"], example["note"]["before"], example["note"]["after"]
    )  # fmt: skip
    assert [{"year": "2023", "status": "published", "count": 1}] == programs["years"]


def test_addresses_that_lead_on(tmp_path: Path) -> None:
    """What the old site answered and the new one leads on from is counted for this site alone."""
    migrated(tmp_path, item(body="One.<!--nextpage-->Two."), item(2, slug="ebb"))
    html = (tmp_path / "content/migration/report.html").read_text(encoding="utf-8")
    programs = json.loads((tmp_path / "content/migration/report.json").read_text(encoding="utf-8"))

    assert {"addresses by number": 2, "further page of an article": 1} == {
        kind["what"]: kind["count"] for kind in programs["led_on"]
    }
    assert "pages of pictures" not in html


Reading = Callable[[list[Article]], list[Article]]


@pytest.mark.parametrize(
    "lie",
    [
        pytest.param((lambda told: told[:2], "announced 3 articles and gave 2."), id="too few"),
        pytest.param((lambda told: [*told, replace(told[0], id=9)], "announced 3 articles and gave 4."), id="too many"),
        pytest.param(
            (lambda told: [told[0], told[0], told[2]], "gave the same item more than once: “Tide 1”"),
            id="one for another",
        ),
    ],
)
def test_source_that_lies(
    lie: tuple[Reading, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A source that gives other items than it announced fails the run with a sentence, in the report too."""
    told, sentence = lie

    def lying(path: Path) -> Export:
        export = read_export(path)

        def read() -> Iterator[Article]:
            return iter(told(list(export.read_articles())))

        return replace(export, read_articles=read)

    monkeypatch.setattr(migration, "read_export", lying)

    assert 1 == migrated(tmp_path, item(1), item(2, slug="ebb"), item(3, slug="flow"))
    printed = " ".join(capsys.readouterr().out.split())
    assert sentence in printed
    assert "Nothing was lost" not in printed
    assert sentence in " ".join(text_of(read_report(tmp_path), "#lost ~ ul li"))


def test_item_that_the_source_forgets(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """An item of the raw material that becomes neither an article nor anything else fails the run with a sentence."""
    monkeypatch.setattr(migration, "read_export", lambda path: replace(read_export(path), set_aside=()))
    revision = item(2, slug="").replace("<wp:post_type>post<", "<wp:post_type>revision<")

    assert 1 == migrated(tmp_path, item(1), revision)
    assert "The raw material holds 2 items; accounted for: 1." in " ".join(capsys.readouterr().out.split())


def test_items_of_every_type(tmp_path: Path) -> None:
    """The sums hold over posts, pages, pictures, menus, earlier versions and what plugins made."""
    types = ("post", "page", "attachment", "nav_menu_item", "revision", "wp_block", "acme_log", "wp_navigation")
    posts = (item(number, slug=f"x-{number}").replace(">post<", f">{kind}<") for number, kind in enumerate(types))

    assert 0 == migrated(tmp_path, *posts)
    programs = json.loads((tmp_path / "content/migration/report.json").read_text(encoding="utf-8"))
    assert [8, []] == [sum(row["count"] for row in programs["fates"]), programs["wrong_sums"]]


def test_two_items_of_one_number(tmp_path: Path) -> None:
    """Two posts with one number stay two files, run after run, and a person is told."""
    posts = [item(1, body="First."), item(1, slug="ebb", body="Second.")]
    assert [0, 0] == [migrated(tmp_path, *posts), migrated(tmp_path, *posts)]
    texts = [(tmp_path / f"content/articles/2023/10/{name}.md").read_text("utf-8") for name in ("tide", "ebb")]

    assert all(word in text for word, text in zip(("First.", "Second."), texts, strict=True))
    assert any("number of another item" in line for line in text_of(read_report(tmp_path), "#review ~ ol li"))


def read_report(folder: Path) -> LexborHTMLParser:
    return LexborHTMLParser((folder / "content/migration/report.html").read_text(encoding="utf-8"))
