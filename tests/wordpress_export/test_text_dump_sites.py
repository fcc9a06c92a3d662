"""Many dumps of one site: what repeats over its pages, and many pages in one file."""

from pathlib import Path

import pytest

from cases import Case, read_cases
from samples import SAMPLES, needs_samples
from wordpress_export.model import Article, Export, RawForm, Status
from wordpress_export.sources import read_export, text_dump
from wordpress_export.sources.folder import RawFile
from wordpress_export.sources.text_dump_fates import split_lines
from wordpress_export.sources.text_dump_lines import read_lines, read_title
from wordpress_export.sources.text_dump_repeats import LineCounts, Repeats, fingerprint, learn

CASES = Path(__file__).parent / "cases"
PAGE = "{name} reopens\nBy Ann Lee\n\nThe {name} opened on Monday, after many years.\n"


def repeats_of(pages: list[str]) -> Repeats:
    """Give what repeats over some pages, as a folder of them is read."""
    repeats = learn(lambda: map(split_lines, pages))
    repeats.titles.update([fingerprint(title) for page in pages if (title := read_title(page, repeats))])
    return repeats


def articles_of(folder: Path) -> list[Article]:
    """Give the articles of a folder."""
    export = read_export(folder)
    articles = list(export.read_articles())
    assert export.article_count == len(articles)
    return articles


@pytest.mark.parametrize("name", ["text_dump_furniture.txt", "text_dump_headers.txt"])
def test_each_line_of_a_page_alone_has_its_fate(name: str) -> None:
    """What a page says of itself is told from its lines, in many languages."""
    for case in read_cases(CASES / name):
        reading = read_lines(case.given)

        assert case.expected == "\n".join(f"{line.fate}: {line.text}" for line in reading.lines), case.title


@pytest.mark.parametrize("case", read_cases(CASES / "text_dump_sites.txt"), ids=str)
def test_the_last_page_of_a_site(case: Case) -> None:
    """With other pages of the site, lines that repeat are known as the site's."""
    pages = case.given.split("\n*page*\n")
    reading = read_lines(pages[-1], repeats_of(pages))

    assert case.expected == "\n".join(f"{line.fate}: {line.text}" for line in reading.lines)
    assert "".join(pages[-1].split()) == "".join("".join(line.text.split()) for line in reading.lines)


def test_a_folder_is_one_export(tmp_path: Path) -> None:
    """All dumps of a folder are one export, whose articles can be read again."""
    for name in ("Harbour", "Ferry", "Pier"):
        (tmp_path / f"{name}.txt").write_text(f"The Gull\n{PAGE.format(name=name)}", encoding="utf-8")
    (tmp_path / "empty.txt").write_bytes(b"")
    (export,) = text_dump.read_files([RawFile(path, path.name) for path in sorted(tmp_path.glob("*.txt"))])

    assert RawForm.TEXT == export.form
    for _ in range(2):
        assert ["Ferry reopens", "Harbour reopens", "Pier reopens"] == [one.title for one in export.read_articles()]
    assert ["empty.txt"] == [defect.where for defect in export.defects]
    assert (3, 3, ["ann-lee"]) == (export.article_count, export.item_count, list(export.authors))


def test_memory_does_not_grow_with_the_number_of_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lines that are rare are forgotten, those on every page are not."""
    monkeypatch.setattr("wordpress_export.sources.text_dump_repeats._KEPT", 50)
    counts = LineCounts()
    for number in range(100):
        counts.add([b"menu", *(f"{number} {line}".encode() for line in range(20))])

    assert len(counts.counts) <= 50
    assert 0 < counts.floor < 100
    assert counts.share(b"menu") > 0.5


SEPARATORS = {
    "form feed": "\f",
    "equals signs": "\n=====\n\n",
    "stars": "\n\n**********\n",
    "dashes with a number": "\n----- 2 -----\n",
    "the name of a file": "\n==> ferry.txt <==\n",
}


@pytest.mark.parametrize("separator", SEPARATORS.values(), ids=SEPARATORS)
def test_pages_parted_by_a_separator(tmp_path: Path, separator: str) -> None:
    """A file with something certain between its pages holds an article for each of them."""
    pages = (f"{name} reopens\n\nThe {name} opened on Monday.\n" for name in ("Harbour", "Ferry"))
    (tmp_path / "all.txt").write_text(separator.join(pages), encoding="utf-8")
    articles = articles_of(tmp_path)

    assert ["Harbour reopens", "Ferry reopens"] == [article.title for article in articles]
    assert ["<p>The Harbour opened on Monday.</p>", "<p>The Ferry opened on Monday.</p>"] == [
        article.body for article in articles
    ]
    assert ["all.txt, line 1", "all.txt"] == [articles[0].where, articles[1].where.partition(",")[0]]


def test_pages_that_begin_with_their_address(tmp_path: Path) -> None:
    """A header with an address before each page parts them, and gives each its permalink and slug."""
    header = "URL: https://gull.example/2023/10/{name}/\nDate: 2023-10-17\n\n"
    pages = (header.format(name=name) + PAGE.format(name=name) for name in ("harbour", "ferry"))
    (tmp_path / "all.txt").write_text("\n".join(pages), encoding="utf-8")
    export = read_export(tmp_path)
    articles = list(export.read_articles())

    assert [("/2023/10/harbour/", "harbour"), ("/2023/10/ferry/", "ferry")] == [
        (article.permalink, article.slug) for article in articles
    ]
    assert "https://gull.example" == export.site.address
    assert "old address unknown" not in {note.kind for article in articles for note in article.notes}


def test_addresses_of_two_sites_give_no_home(tmp_path: Path) -> None:
    """Where the pages are of two sites, neither is taken for the site's home."""
    for number in (1, 2):
        text = f"https://{number}.example/a/\n\nTitle\n\nText."
        (tmp_path / f"{number}.txt").write_text(text, encoding="utf-8")

    assert "" == read_export(tmp_path).site.address


@pytest.mark.parametrize(
    "text",
    [
        "Harbour\n\nThe first part ended.\n\n*****\n\nThe second part is a paragraph, not a title.",
        "Harbour\n=======\n\nIt opened.\n\nFerry\n=====\n\nIt sails.",
    ],
)
def test_what_is_not_certain_stays_one_article(tmp_path: Path, text: str) -> None:
    """A rule between paragraphs and a line under a title part no articles, and a person should look."""
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    (article,) = articles_of(tmp_path)

    assert "lines of signs kept" in {note.kind for note in article.notes if note.review}


def test_two_comment_forms_are_for_review(tmp_path: Path) -> None:
    """What a page has but once, and this file twice, is told."""
    (tmp_path / "a.txt").write_text(2 * "Harbour\n\nIt opened.\n\nLeave a Reply\n\n", encoding="utf-8")
    (article,) = articles_of(tmp_path)

    assert "perhaps several articles in one file" in {note.kind for note in article.notes if note.review}


def test_the_name_of_a_file_tells_the_title(tmp_path: Path) -> None:
    """A line of the head that the file is named after is the title."""
    (tmp_path / "old-pier-reopens.txt").write_text("The Gull\nOld pier reopens\n\nIt opened.", encoding="utf-8")
    (article,) = articles_of(tmp_path)

    assert "Old pier reopens" == article.title


def test_a_protected_article_stays_so(tmp_path: Path) -> None:
    """A page that asks for a password is an article with one, and without a body."""
    form = "This content is password protected. To view it please enter your password below.\n\nPassword:"
    (tmp_path / "a.txt").write_text(f"Protected: Harbour\n\n{form}", encoding="utf-8")
    (article,) = articles_of(tmp_path)

    assert (Status.PASSWORD, "Harbour", "") == (article.status, article.title, article.body)


@pytest.mark.parametrize(
    "text", ["User-agent: *\nDisallow: /wp-admin/\n", "# robots\n\nSitemap: x\n", "=== A plugin ===\n"]
)
def test_what_is_for_machines_is_no_dump(tmp_path: Path, text: str) -> None:
    """The rules for robots and a plugin's description are no articles."""
    (tmp_path / "robots.txt").write_text(text, encoding="utf-8")

    assert not text_dump.recognises(tmp_path / "robots.txt")


def test_a_large_file_is_known_by_its_beginning_and_refused(tmp_path: Path) -> None:
    """Of a file that is too large nothing but the beginning is read, and a sentence says so."""
    path = tmp_path / "a.txt"
    path.write_bytes(b"Title\n\nText.")
    with path.open("r+b") as file:
        file.truncate(65 << 20)
    export: Export = text_dump.read(path)

    assert text_dump.recognises(path)
    assert [
        "the article in this text could not be read: it has 65 MB, and 64 MB is the most that is read of one text"
    ] == [defect.what for defect in export.defects]


@needs_samples
def test_the_genuine_site() -> None:
    """With the other pages of its site each genuine dump keeps its title, and none gets an author it does not name."""
    files = sorted((SAMPLES / "unit" / "text").glob("*.txt"))
    export = read_export(SAMPLES / "unit" / "text")
    articles = list(export.read_articles())

    assert [file.name for file in files] == [article.where for article in articles]
    assert {} == export.authors
    assert ["edge-case-no-title.txt"] == [article.where for article in articles if not article.title]
