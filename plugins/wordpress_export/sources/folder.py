"""A folder of raw exports of one site, read as one: split exports, or an export with copied pages beside it."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

from ..addresses import is_same_site
from ..body.stories.sights import glimpse_reader
from ..errors import ExportError
from ..model import Article, Export, Glimpse, SetAside, Site, Term
from ..shelves import media_shelf
from ..terms import cut_loops

OLDEST = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class RawFile:
    """A file of the raw material."""

    path: Path
    """Where it is."""
    name: str
    """What messages call it: its path below the folder that is read."""


class SeveralSitesError(ExportError):
    """The exports in a folder are of more than one site."""


def raw_files(folder: Path) -> list[Path]:
    """Give the files in a folder and below it that may be raw exports, in the order of their paths.

    Hidden files are none, and neither are those of WordPress's media folder, which often lies beside an export and can
    hold a hundred thousand.
    """
    files = (path for path in folder.rglob("*") if path.is_file())
    return sorted(file for file in files if not any(_holds_no_exports(part) for part in file.relative_to(folder).parts))


def _holds_no_exports(name: str) -> bool:
    return name.startswith(".") or name == "uploads"


def merge(exports: Sequence[Export], other_files: int) -> Export:
    """Give several exports as one.

    What has a key (authors, terms, media, patterns) is joined by it, and of articles with one id the last changed is
    taken. `other_files` is how many files of the folder no source recognised.

    Raises SeveralSitesError where they are of more than one site, since ids of two sites mean different things.
    """
    if len(exports) == 1 and not other_files:
        return exports[0]
    overlap = _overlap(exports)
    return Export(
        site=_site(exports),
        read_articles=lambda: _unrepeated((export.read_articles for export in exports), overlap),
        read_glimpses=lambda: _unrepeated(map(glimpse_reader, exports), overlap),
        article_count=sum(export.article_count for export in exports) - overlap.repeated,
        item_count=sum(export.item_count for export in exports),
        authors=_joined(export.authors for export in exports),
        terms=_terms(exports),
        media=media_shelf(item for export in exports for item in export.media.values()),
        menus=tuple({menu.slug: menu for export in reversed(exports) for menu in export.menus}.values()),
        patterns=_joined(export.patterns for export in exports),
        permalinks=_joined(_last(export.permalinks, overlap, n) for n, export in enumerate(exports)),
        hidden=_joined(_last(export.hidden, overlap, n) for n, export in enumerate(exports)),
        former=_joined(export.former for export in exports),
        former_homes=tuple(sorted({home for export in exports for home in export.former_homes})),
        holds=frozenset().union(*(export.holds for export in exports)),
        set_aside=_set_aside(exports, overlap, other_files),
        defects=tuple(defect for export in exports for defect in export.defects),
    )


def _terms(exports: Sequence[Export]) -> dict[tuple[str, str], Term]:
    terms = _joined(export.terms for export in exports)
    # Two exports of different years can each hold one half of a loop.
    cut_loops(terms)
    return terms


@dataclass(frozen=True, slots=True)
class _Overlap:
    """Articles that stand in more than one export."""

    newest: dict[int, int]
    """The number of the export that has an article's last version, by the article's id."""
    repeated: int = 0
    """How many articles are not taken, since another export has them too."""


def _overlap(exports: Sequence[Export]) -> _Overlap:
    """Find the articles that several exports have: a reading of its own, made only where there can be any."""
    numbered = [number for number, export in enumerate(exports) if export.site.address]
    if not numbered[1:]:
        return _Overlap({})
    copies: Counter[int] = Counter()
    newest: dict[int, tuple[datetime, int]] = {}
    for number in numbered:
        for article in exports[number].read_articles():
            if article.id is not None:
                copies[article.id] += 1
                version = (article.modified or article.published or OLDEST, number)
                newest[article.id] = max(newest.get(article.id, version), version)
    several = {key: count for key, count in copies.items() if count > 1}
    return _Overlap({key: newest[key][1] for key in several}, sum(several.values()) - len(several))


Numbered = TypeVar("Numbered", Article, Glimpse)


def _unrepeated(readers: Iterable[Callable[[], Iterator[Numbered]]], overlap: _Overlap) -> Iterator[Numbered]:
    """Give the articles of several exports, each from the one that has its last version."""
    for number, read in enumerate(readers):
        for article in read():
            if article.id is None or overlap.newest.get(article.id, number) == number:
                yield article


def _last(places: Mapping[int, str], overlap: _Overlap, number: int) -> dict[int, str]:
    """Give what an export says of the articles of which it has the last version."""
    return {key: place for key, place in places.items() if overlap.newest.get(key, number) == number}


def _site(exports: Sequence[Export]) -> Site:
    site = next((export.site for export in exports if export.site.address), exports[0].site)
    addresses = {export.site.address for export in exports if export.site.address}
    if not all(is_same_site(address, site.address) for address in addresses):
        raise SeveralSitesError(
            f"the folder holds exports of several sites ({', '.join(sorted(addresses))}): "
            "put the exports of each site into a folder of their own, and migrate one after the other"
        )
    return site


Key = TypeVar("Key")
Value = TypeVar("Value")


def _joined(parts: Iterable[Mapping[Key, Value]]) -> dict[Key, Value]:
    """Join what has keys; of two entries with one key the first counts."""
    joined: dict[Key, Value] = {}
    for part in parts:
        for key, value in part.items():
            joined.setdefault(key, value)
    return joined


def _set_aside(exports: Sequence[Export], overlap: _Overlap, other_files: int) -> tuple[SetAside, ...]:
    aside = [entry for export in exports for entry in export.set_aside]
    if overlap.repeated:
        aside.append(SetAside("article", "merged", "another export of the folder has it too", overlap.repeated))
    if other_files:
        aside.append(
            SetAside("file", "skipped", "in none of the raw forms that can be read", other_files, is_item=False)
        )
    return tuple(aside)
