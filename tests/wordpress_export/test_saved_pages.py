"""What a folder of saved pages gives: articles with what their pages show of them, whatever theme made these."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from cases import Case, read_cases
from wordpress_export.model import Article, Export, RawForm, Status
from wordpress_export.sources import read_export, saved_pages
from wordpress_export.sources.folder import RawFile

CASES = Path(__file__).parent / "cases"


def shown(article: Article, export: Export) -> Iterator[str]:
    """Give what was found of an article, a line each; what was not found has none."""
    yield f"id: {article.id} {article.type} {article.permalink}"
    yield f"title: {article.title}".strip()
    yield from (f"subtitle: {article.subtitle}",) if article.subtitle else ()
    people = [export.authors[slug] for slug in article.authors]
    named = (f"{person.name} ({person.slug})" + (f": {person.bio}" if person.bio else "") for person in people)
    yield f"authors: {'; '.join(named)}".strip()
    yield from (f"published: {article.published.isoformat()}",) if article.published else ()
    yield from (f"modified: {article.modified.isoformat()}",) if article.modified else ()
    yield from (f"status: {article.status}",) if article.status is not Status.PUBLISHED else ()
    terms = []
    for key in article.terms:
        parent = export.terms[key.taxonomy, key.slug].parent
        terms.append(f"{key.taxonomy} {key.slug} {key.name}" + (f" ({parent})" if parent else ""))
    yield from (f"terms: {'; '.join(terms)}",) if terms else ()
    yield from (f"parent: {article.parent}",) if article.parent else ()
    picture = (article.image, article.image_alt, article.image_caption, article.image_credit)
    yield from (f"image: {' | '.join(picture)}".rstrip(),) if article.image else ()
    yield from (f"seo: {article.seo_description}",) if article.seo_description else ()
    for comment in article.comments:
        written = comment.written.isoformat() if comment.written else None
        answers = f" answers {comment.parent}" if comment.parent else ""
        who = f"{comment.author} ({comment.website})"
        yield f"comment {comment.id} {comment.kind}: {who} {written} {comment.body!r}{answers}"
    yield f"body: {article.body}".strip()
    yield from (f"note: {note.sentence}" for note in article.notes)


def saved(folder: Path, pages: Mapping[str, str | bytes]) -> Export:
    """Give what a folder with these files holds."""
    for name, page in pages.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(page if isinstance(page, bytes) else page.encode())
    return read_export(folder)


@pytest.mark.parametrize("case", read_cases(CASES / "saved_page_themes.txt"), ids=str)
def test_themes(case: Case, tmp_path: Path) -> None:
    """Each theme puts the same things into marks of its own."""
    path = tmp_path / "page.html"
    path.write_text(case.given, encoding="utf-8")
    (export,) = saved_pages.read_files([RawFile(path, "page.html")])
    (article,) = export.read_articles()

    assert case.expected.split("\n") == list(shown(article, export))
    assert RawForm.PAGE is export.form
