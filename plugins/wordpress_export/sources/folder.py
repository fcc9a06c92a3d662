"""A folder of raw exports of one site, read as one: split exports, or an export with copied pages beside it."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import TypeVar

from ..addresses import is_same_site
from ..errors import ExportError
from ..model import Author, Export, Origin, RawForm, SetAside, Site, Term
from ..shelves import media_shelf
from ..terms import cut_loops
from .mixture import Mixture
from .mixture_fields import TRUST


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

    What has a key (authors, terms, media, patterns) is joined by it, and articles as `mixture` says. `other_files` is
    how many files of the folder no source recognised.

    Raises SeveralSitesError where they are of more than one site, since ids of two sites mean different things.
    """
    if not exports[1:]:
        return replace(exports[0], set_aside=(*exports[0].set_aside, *_unknown(other_files)))
    exports = sorted(exports, key=lambda export: TRUST[export.form])
    whole = _whole(_site(exports), exports, Mixture.of(exports))
    return replace(whole, set_aside=(*whole.set_aside, *_unknown(other_files)))


def _whole(site: Site, exports: Sequence[Export], mixture: Mixture) -> Export:
    repeated = mixture.copies.repeated
    return Export(
        site=site,
        read_articles=mixture.articles,
        read_glimpses=mixture.glimpses,
        article_count=sum(export.article_count for export in exports) - sum(repeated.values()),
        form=exports[0].form,
        origins=_origins(exports, repeated),
        item_count=sum(export.item_count for export in exports),
        authors=_authors(exports),
        terms=_terms(exports),
        media=media_shelf(item for export in exports for item in export.media.values()),
        menus=tuple({menu.slug: menu for export in reversed(exports) for menu in export.menus}.values()),
        patterns=_joined(export.patterns for export in exports),
        permalinks=_joined(_last(export.permalinks, mixture, n) for n, export in enumerate(exports)),
        hidden=_joined(_last(export.hidden, mixture, n) for n, export in enumerate(exports)),
        former=_joined(export.former for export in exports),
        former_homes=tuple(sorted({home for export in exports for home in export.former_homes})),
        holds=frozenset().union(*(export.holds for export in exports)),
        set_aside=(
            *(entry for export in exports for entry in export.set_aside),
            *_led(repeated),
        ),
        defects=tuple(defect for export in exports for defect in export.defects),
    )


def _authors(exports: Sequence[Export]) -> dict[str, Author]:
    """Join the authors; what the first export that has one does not say of him, the next ones may."""
    authors: dict[str, Author] = {}
    for export in exports:
        for slug, author in export.authors.items():
            known = authors.setdefault(slug, author)
            told = {field.name: getattr(known, field.name) or getattr(author, field.name) for field in fields(Author)}
            authors[slug] = Author(**told)
    return authors


def _terms(exports: Sequence[Export]) -> dict[tuple[str, str], Term]:
    terms: dict[tuple[str, str], Term] = {}
    for export in exports:
        for key, term in export.terms.items():
            terms[key] = _more_of(terms[key], term) if key in terms else term
    # Two exports of different years can each hold one half of a loop.
    cut_loops(terms)
    return terms


def _last(places: Mapping[int, str], mixture: Mixture, number: int) -> dict[int, str]:
    """Give what an export says of the articles of which its copy leads, and of what is no article."""
    return {key: place for key, place in places.items() if mixture.copies.leader_of(key) in {None, number}}


def _site(exports: Sequence[Export]) -> Site:
    """Give the facts of the site, each from the first export that tells it."""
    site = next((export.site for export in exports if export.site.address), exports[0].site)
    addresses = {export.site.address for export in exports if export.site.address}
    if not all(is_same_site(address, site.address) for address in addresses):
        raise SeveralSitesError(
            f"the folder holds exports of several sites ({', '.join(sorted(addresses))}): "
            "put the exports of each site into a folder of their own, and migrate one after the other"
        )
    told = {
        field.name: next((value for export in exports if (value := getattr(export.site, field.name))), "")
        for field in fields(Site)
    }
    return Site(**told | {"address": site.address})


Key = TypeVar("Key")
Value = TypeVar("Value")


def _joined(parts: Iterable[Mapping[Key, Value]]) -> dict[Key, Value]:
    """Join what has keys; of two entries with one key the first counts."""
    joined: dict[Key, Value] = {}
    for part in parts:
        for key, value in part.items():
            joined.setdefault(key, value)
    return joined


def _more_of(term: Term, other: Term) -> Term:
    """Give a term with what another form knows of it; a name that is only its slug was never told."""
    name = other.name if term.name == term.slug else term.name
    told = {field: getattr(term, field) or getattr(other, field) for field in ("parent", "description", "id")}
    return replace(term, name=name, **told)


def _origins(exports: Sequence[Export], repeated: Mapping[RawForm, int]) -> tuple[Origin, ...]:
    """Give what each form gave."""
    counts: Counter[RawForm] = Counter()
    for export in exports:
        counts[export.form] += export.article_count
    return tuple(Origin(form, counts[form] - repeated.get(form, 0), repeated.get(form, 0)) for form in counts)


def _led(repeated: Mapping[RawForm, int]) -> Iterable[SetAside]:
    for form, count in repeated.items():
        yield SetAside("article", "merged", f"{form}: a newer or more trusted copy is there too", count)


def _unknown(other_files: int) -> Iterable[SetAside]:
    if other_files:
        yield SetAside("file", "skipped", "in none of the raw forms that can be read", other_files, is_item=False)
