"""When an article and its comments were written, as far as a copied page tells."""

from pathlib import Path

import pytest

from cases import Case, read_cases
from wordpress_export.model import Article
from wordpress_export.sources import read_export

CASES = Path(__file__).parent / "cases"
ARTICLE = "Harbour reopens\n\nThe harbour opened on Monday.\n\n"


def last_article(folder: Path, pages: list[str]) -> Article:
    """Give the article of the last page of a folder."""
    for number, page in enumerate(pages):
        (folder / f"{number}.txt").write_text(page, encoding="utf-8")
    *_, last = read_export(folder).read_articles()
    return last


@pytest.mark.parametrize("case", read_cases(CASES / "text_dump_dates.txt"), ids=str)
def test_date_of_an_article(case: Case, tmp_path: Path) -> None:
    """A day that is told for certain is read, and a person asked for the rest."""
    article = last_article(tmp_path, case.given.split("\n*page*\n"))
    told = [f"{note.kind}: {note.detail}" for note in article.notes if note.kind.startswith(("date", "time"))]

    shown = f"{article.published:%Y-%m-%d %H:%M}" if article.published else "-"
    assert case.expected.split("\n") == [shown, *told]
    assert all(note.review for note in article.notes if note.kind.startswith(("date", "time")))


@pytest.mark.parametrize("case", read_cases(CASES / "text_dump_comments.txt"), ids=str)
def test_comments(case: Case, tmp_path: Path) -> None:
    """Each comment has its writer, its day, and its own words; where the writer is not told there is none."""
    article = last_article(tmp_path, [ARTICLE + case.given])
    told = [
        f"{one.author}, {one.written.strftime('%Y-%m-%d %H:%M') if one.written else '-'}: {one.body}"
        for one in article.comments
    ]

    assert case.expected == ("\n".join(told) or "-")
    assert "<p>The harbour opened on Monday.</p>" == article.body
