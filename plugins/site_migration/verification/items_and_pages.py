"""Public items of the export against their pages and their comments, a batch at a time."""

from dataclasses import dataclass
from pathlib import Path

from .comparison import compare
from .export import Item
from .locations import OldSite
from .markup import read_markup
from .pages import Page, Shelf, files_at, read_page
from .picture_files import compare_files
from .site import Site
from .threads import Threads, compare_comments
from .verdict import Verdict


@dataclass(slots=True)
class Library:
    """What is needed to compare any item."""

    site: Site
    """The old site."""
    threads: Threads
    """Its comments, as written."""
    shelf: Shelf
    """The built pages."""


def compare_items(items: list[Item], library: Library) -> Verdict:
    """Give the verdict over some public items."""
    verdict = Verdict()
    for item in items:
        compare_comments(item, library.site, library.threads, verdict)
        page = _page(item, library, verdict)
        if page is not None:
            compare(item, page, library.site, verdict)
            where = library.site.public[item.id].path
            compare_files(page, where, library.site.old, (library.shelf.output, verdict))
    return verdict


def _page(item: Item, library: Library, verdict: Verdict) -> Page | None:
    """Give the page of a public item: at its old address, else wherever it stands now."""
    path, title = library.site.public[item.id].path, read_markup(item.title).words
    page = find_page(library.shelf, library.site.old, path, (title, item.date[:10]))
    verdict.count("articles with a page", 1, int(page is not None))
    if page is None:
        verdict.lack("articles with a page", path, f"“{item.title}” ({item.type} {item.id}) has no page")
    return page


def find_page(shelf: Shelf, old: OldSite, path: str, sought: tuple[list[str], str]) -> Page | None:
    """Give the page at an old address, else the one that has the headline and the date sought."""
    page = None if "?" in path else _page_at(shelf.output, path) or _page_at(shelf.output, old.below(path))
    title, published = sought
    if page is None or (title and page.title != title):
        moved = shelf.find(title, published)
        page = (read_page(moved) if moved else None) or page
    return page


def _page_at(output: Path, path: str) -> Page | None:
    pages = (read_page(file) for file in files_at(output, path) if file.suffix == ".html")
    return next((page for page in pages if page is not None), None)
