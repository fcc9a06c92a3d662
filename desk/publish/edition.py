"""An edition: all files of a built site that go out, each with its size and the digest of its content."""

import os
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from .digests import Digests, Read
from .problems import RefusalError

HOSTS_FOLDER = "_hosts/"
"""Where a build puts files for servers' own settings; no reader is shown them."""
TWINS = (".br", ".gz")
"""Endings of what page_delivery compressed, beside the file itself."""
_SHOWN = (".well-known", ".htaccess", ".nojekyll")
"""Hidden names that are part of a site all the same."""


@dataclass(frozen=True, slots=True)
class SiteFile:
    """One file of an edition."""

    place: str
    """Where it is in the site, with slashes: `2024/11/tram/index.html`."""
    size: int
    """Bytes."""
    digest: str
    """SHA-256 of its content, in hexadecimal."""
    octets: bytes | None = None
    """Its content, where it is made for the target and stands in no folder."""
    leads_to: str = ""
    """Where a host that keeps redirects as files sends readers instead."""

    @property
    def is_page(self) -> bool:
        """Tell whether readers see it as a page."""
        return self.place.endswith(".html")


@dataclass(slots=True)
class Edition:
    """What goes out."""

    folder: Path
    """The folder of the built site."""
    files: dict[str, SiteFile]
    """By place, sorted."""
    styles: frozenset[str] = frozenset()
    """Hashes of the inline styles of all pages, as a content security policy names them."""
    rules: frozenset[str] = frozenset()
    """Hashes of inline blocks that run nothing and yet need leave: speculation rules."""
    scripts: dict[str, str] = field(default_factory=dict)
    """Inline scripts that run: by hash, a page that holds it."""
    reloading: str = ""
    """A page that holds the script by which `./inv serve` reloads it; empty where none does."""

    def octets(self, file: SiteFile) -> bytes:
        """Give the content of a file."""
        return self.path(file).read_bytes() if file.octets is None else file.octets

    def path(self, file: SiteFile) -> Path:
        """Give where a file lies; not for those that were made for the target."""
        return self.folder / file.place

    def text(self, place: str) -> str:
        """Give the text of a file; empty where there is none."""
        file = self.files.get(place)
        return self.octets(file).decode("utf-8", "replace") if file else ""

    def pages(self) -> int:
        """Give how many pages it has."""
        return sum(file.is_page for file in self.files.values())

    def size(self) -> int:
        """Give all bytes."""
        return sum(file.size for file in self.files.values())

    def with_files(self, files: Iterable[SiteFile]) -> "Edition":
        """Give the edition with other files."""
        sorted_files = {file.place: file for file in sorted(files, key=lambda file: file.place)}
        return Edition(self.folder, sorted_files, self.styles, self.rules, self.scripts, self.reloading)


def made(place: str, text: str | bytes, leads_to: str = "") -> SiteFile:
    """Give a file that is made for a target."""
    octets = text.encode() if isinstance(text, str) else text
    digest = sha256(octets + b"\0" + leads_to.encode()).hexdigest() if leads_to else sha256(octets).hexdigest()
    return SiteFile(place, len(octets), digest, octets, leads_to)


def read_edition(folder: Path, digests: Digests) -> Edition:
    """Read a built site. Raises RefusalError for names and links that no host takes."""
    edition = Edition(folder, {})
    styles, rules = set(), set()
    for read in digests.of(folder, _found(folder)):
        edition.files[read.place] = SiteFile(read.place, read.size, read.digest)
        for mark in read.marks:
            kind, _, value = mark.partition("=")
            if kind == "style":
                styles.add(value)
            elif kind == "rules":
                rules.add(value)
            elif kind == "script":
                edition.scripts.setdefault(value, read.place)
            else:
                edition.reloading = read.place
    edition.styles, edition.rules = frozenset(styles), frozenset(rules)
    return edition.with_files(edition.files.values())


def _found(folder: Path) -> Iterator[Read]:
    """Give the files of a folder, unread. What is hidden is no part of the site."""
    waiting = [""]
    while waiting:
        within = waiting.pop()
        with os.scandir(folder / within) as entries:
            for entry in sorted(entries, key=lambda entry: entry.name):
                if entry.name.startswith(".") and entry.name not in _SHOWN:
                    continue
                place = f"{within}{entry.name}"
                _refuse_hostile(folder, place, is_link=entry.is_symlink())
                if entry.is_dir(follow_symlinks=False):
                    waiting.append(f"{place}/")
                else:
                    told = entry.stat(follow_symlinks=False)
                    yield Read(place, told.st_size, (told.st_mtime_ns, told.st_ino))


def _refuse_hostile(folder: Path, place: str, *, is_link: bool) -> None:
    shown = place.encode("utf-8", "backslashreplace").decode()
    if is_link:
        raise RefusalError(f"{folder / shown}: is a link, which could lead anywhere: put the file itself there.")
    if shown != place or any(unicodedata.category(sign) == "Cc" for sign in place):
        raise RefusalError(
            f"{shown!r} in {folder}: no host takes this name, which is no UTF-8 or holds control characters: "
            "rename the file in content/ and build again."
        )


def without_twins(files: Iterable[SiteFile]) -> list[SiteFile]:
    """Leave out what page_delivery compressed beside a file: for hosts that compress themselves."""
    kept = list(files)
    places = {file.place for file in kept}
    return [file for file in kept if not (file.place.endswith(TWINS) and file.place[:-3] in places)]


def without_folder(files: Iterable[SiteFile], folder: str) -> list[SiteFile]:
    """Leave out a folder of files."""
    return [file for file in files if not file.place.startswith(folder)]


def in_order(files: Iterable[SiteFile]) -> Sequence[Sequence[SiteFile]]:
    """Give files in the order in which they may appear: what pages need, then pages, then what leads to pages."""
    phases: tuple[list[SiteFile], list[SiteFile], list[SiteFile]] = ([], [], [])
    for file in files:
        phases[_phase(file)].append(file)
    return phases


def _phase(file: SiteFile) -> int:
    if file.is_page or file.place.endswith((".html.br", ".html.gz")):
        return 2 if file.place.startswith("index.html") else 1
    return 2 if file.place.endswith((".xml", ".xml.br", ".xml.gz")) else 0
