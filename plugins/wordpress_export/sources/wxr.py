"""WordPress's own export: WXR 1.0 to 1.2, as `.xml` or `.xml.gz`, whole or of one type of item alone.

Read twice: the first reading takes everything but the articles, the second streams them, so that memory does not grow
with their number. The format is that of `export_wp` in wp-admin/includes/export.php.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from ..model import Article, Defect, Export, Menu, SetAside, Site
from .folder import RawFile
from .wxr_article import read_article
from .wxr_file import ExportFile, Opening, export_file, looks_like_wxr, read_opening
from .wxr_item import read_item, type_of
from .wxr_menus import INTO_MENU, Places
from .wxr_nodes import read_nodes
from .wxr_survey import Survey, read_site, set_aside, survey

LOOKS_FOR = "an export of WordPress's own (WXR, .xml or .xml.gz)"


def recognises(path: Path) -> bool:
    """Tell by its content whether a file is a WordPress export."""
    return path.is_file() and looks_like_wxr(export_file(path))


def read_files(files: Sequence[RawFile]) -> Sequence[Export]:
    """Give each file as an export of its own."""
    return [read(file.path, file.name) for file in files]


def read(path: Path, called: str = "") -> Export:
    """Give the site that an export holds; `called` is what messages call it, its name where nothing is given.

    Raises HostileExportError when the file declares a document type, OSError when it cannot be opened.
    """
    file = export_file(path, called)
    opening = read_opening(file)
    found = survey(file, opening)
    site = read_site(found)
    menus, left_out = grown_menus(found, site)
    return Export(
        site=site,
        read_articles=lambda: _articles(file, opening, found, site),
        read_glimpses=lambda: found.glimpses.read(found.is_article, site.address),
        article_count=found.article_count,
        item_count=found.item_count,
        authors=found.bylines.authors,
        terms=found.terms.known,
        media=found.media,
        menus=menus,
        patterns=found.patterns,
        # An address by number must not give away the slug of what was not public.
        permalinks={number: place for number, place in found.permalinks.items() if number not in found.hidden},
        hidden=found.hidden,
        former=found.former,
        former_homes=found.homes.found(site.address),
        holds=found.holds,
        set_aside=correct_menus(set_aside(found), left_out),
        defects=tuple(found.defects),
    )


def grown_menus(found: Survey, site: Site) -> tuple[tuple[Menu, ...], dict[str, int]]:
    """Give the menus, and how many of their lines were left out, by reason."""
    places = Places(site.address, found.permalinks, found.titles, frozenset(found.hidden), found.terms)
    grown = found.menus.grown(places)
    # Menus alone needed the titles; an export of a million posts should not carry them on.
    found.titles.clear()
    return grown


def _articles(file: ExportFile, opening: Opening, found: Survey, site: Site) -> Iterator[Article]:
    for node in read_nodes(file, opening, _known_already):
        if node.element.tag == "item" and found.is_article(type_of(node)):
            yield read_article(read_item(node), found, site, f"{file.name}, line {node.line}")


def _known_already(defect: Defect) -> None:
    """Take a loss that the first reading has reported."""


def correct_menus(account: tuple[SetAside, ...], left_out: dict[str, int]) -> tuple[SetAside, ...]:
    """Count menu lines that turned out to point nowhere as skipped."""
    items = {(entry.type, entry.fate, entry.reason): entry.count for entry in account if entry.is_item}
    counts = Counter(items)
    for reason, count in left_out.items():
        counts["nav_menu_item", "merged", INTO_MENU] -= count
        counts["nav_menu_item", "skipped", reason] += count
    others = (entry for entry in account if not entry.is_item)
    return (*(SetAside(*key, count) for key, count in sorted((+counts).items())), *others)
