"""What the addresses of the old site lead to: found out once, looked up in every body."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from ..addresses import WEB, decode_path, host_of, split_address
from ..model import CATEGORY, Export, Media
from ..shelves import NUMBERS, Shelf
from ..terms import term_address
from .file_names import split_upload, without_edits

SEVERAL = 0
"""Stands for the number of an article where a slug is that of several."""
WHOLE = frozenset({"post", "page", CATEGORY})
"""What an export of all content holds; one of a single type lists no categories."""
_MOST_FOLDERS = 12


@dataclass(frozen=True, slots=True)
class AddressBook:
    """Addresses by what they lead to, and the other way round. Paths are decoded and root-relative.

    What it prints as is the same in each process: what follows from other fields, or is the library's too, is left out.
    """

    host: str = ""
    """Of the site's home, in the form by which hosts are compared."""
    folder: str = ""
    """The path of the home, without a slash at its end; nearly always empty."""
    former_homes: tuple[str, ...] = ()
    """As in `Export`, the longest first."""
    places: Mapping[int, str] = field(default_factory=dict, repr=False)
    """Where each public article will stand, by id."""
    items: Mapping[str, int] = field(default_factory=dict)
    """Ids by old address: of public articles and attachment pages, and by their former addresses."""
    hidden: Mapping[str, int] = field(default_factory=dict)
    """Ids of articles that are not public by old address."""
    hidden_ids: frozenset[int] = frozenset()
    """All of them, with an address or without."""
    slugs: Mapping[str, int] = field(default_factory=dict)
    """Ids of public articles by the last part of their address; SEVERAL where that is not one article's alone."""
    files: Mapping[str, int] = field(default_factory=dict)
    """Ids of attachments by the address of their file, and by the addresses of the files that it was made from."""
    upload_folders: tuple[str, ...] = ()
    """Where files lie, up to the year: `/wp-content/uploads/`; that of most files first."""
    file_hosts: tuple[str, ...] = ()
    """Hosts of files that do not lie on the site's own."""
    terms: Mapping[tuple[str, str], str] = field(default_factory=dict)
    """Addresses by taxonomy and slug."""
    term_ids: Mapping[int, tuple[str, str]] = field(default_factory=dict)
    """Taxonomies and slugs by id."""
    authors: Mapping[str | int, str] = field(default_factory=dict)
    """Addresses by slug and by id."""
    archives: frozenset[str] = field(default=frozenset(), repr=False)
    """The addresses of terms and authors."""
    media: Mapping[int, Media] = field(default_factory=dict, repr=False)
    """Attachments by id."""
    holds: tuple[str, ...] = ()
    """As in `Export`, in order."""

    @classmethod
    def of(cls, export: Export, moved: Mapping[int, str]) -> "AddressBook":
        """Give the book of an export; `moved` has the new addresses of articles that do not keep theirs."""
        home = urlsplit(export.site.address)
        folder = decode_path(home.path).rstrip("/")
        terms = {key: term_address(term, export.terms, folder) for key, term in export.terms.items()}
        authors = dict(_author_places(export, folder))
        return cls(
            host=host_of(home),
            folder=folder,
            former_homes=tuple(sorted(export.former_homes, key=lambda place: (-len(place), place))),
            places={**export.permalinks, **moved},
            items=_items(export),
            hidden={place: number for number, place in export.hidden.items() if place},
            hidden_ids=frozenset(export.hidden),
            slugs=_slugs(export),
            files=_files(export),
            upload_folders=_upload_folders(export),
            file_hosts=_file_hosts(export),
            terms=terms,
            term_ids={term.id: key for key, term in export.terms.items() if term.id},
            authors=authors,
            archives=frozenset((*terms.values(), *authors.values())),
            media=export.media,
            holds=tuple(sorted(export.holds)),
        )

    @property
    def is_whole(self) -> bool:
        """Whether the export is one of all content, so that what is not in it is nowhere."""
        return set(self.holds) >= WHOLE

    def item_at(self, path: str) -> int:
        """Give the id of what stands at a path, public or not; 0 where nothing is known to."""
        return next((number for form in _forms(path) if (number := self._at(form))), 0)

    def _at(self, path: str) -> int:
        return self.items.get(path, 0) or self.hidden.get(path, 0)

    def file_at(self, path: str) -> int:
        """Give the id of the attachment whose file has an address, in whichever folder files lie now; 0 for none."""
        number = self.files.get(path, 0)
        if number:
            return number
        _, tail = split_upload(path)
        places = (f"{folder}{tail}" for folder in self.upload_folders if tail)
        return next((number for place in places if (number := self.files.get(place, 0))), 0)

    def archive_at(self, path: str) -> str:
        """Give the address of the term or the author that a path means; nothing where it means none."""
        return next((form for form in _forms(path) if form in self.archives), "")


def _forms(path: str) -> Iterator[str]:
    """Give a path, and the forms that WordPress takes for the same (`redirect_canonical`)."""
    yield path
    plain = path.rstrip("/")
    yield plain if path.endswith("/") else f"{path}/"
    if path != (lower := path.lower()):
        yield from (lower, lower.rstrip("/") if path.endswith("/") else f"{lower}/")


def _items(export: Export) -> dict[str, int]:
    items: dict[str, int] = {}
    for number, place in export.permalinks.items():
        items.setdefault(place, number)
    for place, number in export.former.items():
        items.setdefault(place, number)
    return items


def _slugs(export: Export) -> dict[str, int]:
    slugs: dict[str, int] = {}
    for number, place in export.permalinks.items():
        if number not in export.media and (slug := last_part(place)):
            slugs[slug] = SEVERAL if slug in slugs else number
    return slugs


def last_part(path: str) -> str:
    """Give the last part of a path with text in it."""
    return path.rstrip("/").rpartition("/")[2]


def _files(export: Export) -> Shelf[str, int]:
    files = Shelf(NUMBERS)
    for number, media in export.media.items():
        files.put(media.address, number)
    for number, media in export.media.items():
        if media.scaled:
            files.put(media.scaled, number)
    for number, media in export.media.items():
        for address in (*without_edits(media.address), *_origins(media)):
            files.put_new(address, number)
    return files


def _origins(media: Media) -> Iterator[str]:
    """Give a file's addresses on the host where it lay, in the form in which they are looked up."""
    parts = split_address(media.origin) if media.origin else None
    if parts is not None:
        place = host_of(parts) + decode_path(parts.path)
        yield from (f"{scheme}://{path}" for scheme in WEB for path in (place, *without_edits(place)))


def _upload_folders(export: Export) -> tuple[str, ...]:
    counts = Counter(split_upload(media.address)[0] for media in export.media.values())
    common = sorted(counts, key=lambda folder: (-counts[folder], folder))
    return tuple(folder for folder in common if folder)[:_MOST_FOLDERS]


def _file_hosts(export: Export) -> tuple[str, ...]:
    places = (media.origin or media.address for media in export.media.values())
    hosts = (host_of(parts) for place in places if (parts := split_address(place)))
    return tuple(sorted({host for host in hosts if host}))[:_MOST_FOLDERS]


def _author_places(export: Export, folder: str) -> Iterable[tuple[str | int, str]]:
    for slug, author in export.authors.items():
        place = f"{folder}/author/{slug}/"
        yield slug, place
        if author.id:
            yield author.id, place
