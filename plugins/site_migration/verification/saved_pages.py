"""The saved pages of a site: which articles they show, and of which of them the database tells."""

import re
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from itertools import pairwise
from pathlib import Path

from .crew import spread
from .locations import OldSite
from .saved_page import SavedPage, read_bare, read_saved
from .site import Site
from .text_dumps import Dumps

_LAST = re.compile(r"[^/]+(?=/?$)")


@dataclass(frozen=True, slots=True)
class Leaf:
    """A saved page of an article, in short."""

    file: Path
    """Where it is."""
    key: tuple[str, int]
    """What the same page saved twice has in common: its item, or its address, and which page of it this is."""
    number: int
    """Its item's; 0 where it does not say."""
    path: str
    """Its address."""
    home: str
    """The site's."""
    title: str
    """Words of the headline."""
    signs: Sequence[int]
    """Of its lines and pictures, each once."""
    copies: tuple[Path, ...]
    """Copied texts of the same page."""
    is_locked: bool
    """Whether it asks for a password."""
    bare: tuple[str, ...]
    """The lines of a page that does not mark its text: its sentences are looked for as those of a copied page."""


@dataclass(frozen=True, slots=True)
class Bare:
    """A page that does not say which article it shows."""

    file: Path
    """Where it is."""
    lines: list[str] | None
    """Its text, of which the sentences are looked for as those of a copied page; nothing where it shows no article."""


@dataclass(slots=True)
class SavedPages:
    """The saved pages of a site."""

    root: Path
    """Where the raw material is."""
    leaves: list[Leaf] = field(default_factory=list)
    """Articles that only saved pages tell of."""
    hidden: list[Leaf] = field(default_factory=list)
    """Pages of what was public once and is no more."""
    shared: frozenset[int] = frozenset()
    """Signs of what stands on the pages of several articles."""
    untold: int = 0
    """Pages that show several articles, or none."""
    led: int = 0
    """Pages of articles that the database tells of."""
    told: set[str] = field(default_factory=set)
    """Paths and numbers of all articles that were seen."""

    def remarks(self) -> Iterator[str]:
        """Give what is not proven, and why."""
        if self.led:
            yield f"Saved pages of articles that the database tells of, which count in their place: {self.led}."
        if self.untold:
            yield f"Saved pages that show no single article: {self.untold}."


def read_pages(files: list[Path], root: Path, known: tuple[Site, Dumps], processes: int) -> SavedPages:
    """Give the saved pages of a site, each article once, those apart that the database knows better."""
    site, dumps = known
    pages, books = SavedPages(root), _Books.of(site)
    signs = array("Q")
    seen: set[tuple[str, int]] = set()
    # The shallowest first: twins for telephones and for print lie below the page itself.
    ordered = sorted(files, key=lambda file: ("?" in file.name, len(file.parts), file))
    bare: dict[Path, list[str]] = {}
    for leaves in spread(_leaves, ordered, (root, dumps), processes):
        for leaf in leaves:
            if isinstance(leaf, Bare):
                bare |= {leaf.file: list(leaf.lines)} if leaf.lines is not None else {}
                pages.untold += leaf.lines is None
            elif leaf.key not in seen:
                seen.add(leaf.key)
                signs.extend(leaf.signs)
                books.enter(leaf, pages)
                if leaf.bare and leaf in pages.leaves[-1:]:
                    bare[leaf.file] = list(leaf.bare)
                dumps.led.update(leaf.copies)
    dumps.add(bare)
    pages.shared = frozenset(sign for sign, following in pairwise(sorted(signs)) if sign == following)
    if not site.old.hosts:
        site.old = _own_addresses(pages.leaves)
    return pages


def _leaves(files: list[Path], known: tuple[Path, Dumps]) -> list[Leaf | Bare]:
    """Give each page in short."""
    root, dumps = known
    pages = ((file, read_saved(file, root)) for file in files)
    return [_leaf(file, page, dumps) if page is not None else Bare(file, read_bare(file)) for file, page in pages]


def _leaf(file: Path, page: SavedPage, dumps: Dumps) -> Leaf:
    words = [word for line in page.lines for word in line.words]
    signs = sorted({*map(sign_of, (" ".join(line.words) for line in page.lines)), *map(sign_of, page.pictures)})
    return Leaf(
        file, (str(page.number or page.path), page.further), page.number, page.path, page.home, " ".join(page.title),
        array("Q", signs), tuple(dumps.copies_in(words)), page.is_locked,
        () if page.is_marked else tuple(line.text for line in page.lines if line.linked < len(line.words)),
    )  # fmt: skip


def read_texts(leaves: list[Leaf], root: Path) -> list[str]:
    """Give headline and text of some pages."""
    pages = (read_saved(leaf.file, root) for leaf in leaves)
    return [page.texts() for page in pages if page is not None]


def sign_of(text: str) -> int:
    """Give a number for a text that is the same in each process."""
    return int.from_bytes(blake2b(text.encode("utf-8", "replace"), digest_size=8).digest())


@dataclass(slots=True)
class _Books:
    site: Site
    """As the database tells it."""
    public: frozenset[str]
    """Places of public items."""
    withdrawn: frozenset[tuple[str, str]]
    """Slug and headline of items that were not public."""

    @classmethod
    def of(cls, site: Site) -> "_Books":
        public = frozenset(site.old.place(item.path) for item in site.public.values())
        return cls(site, public, frozenset(site.withdrawn.values()))

    def enter(self, leaf: Leaf, pages: SavedPages) -> None:
        """Put a page where it belongs."""
        if self._is_hidden(leaf):
            pages.hidden.append(leaf)
        elif leaf.number in self.site.newest or (not leaf.number and self.site.old.place(leaf.path) in self.public):
            pages.led += 1
        elif leaf.is_locked:
            pages.hidden.append(leaf)
        else:
            pages.leaves.append(leaf)

    def _is_hidden(self, leaf: Leaf) -> bool:
        """Tell whether the database hides a page's item: by its number, else by its address.

        An item that was hidden has lost its address: there, the last part of it and the headline tell.
        """
        if leaf.number:
            return leaf.number in self.site.hidden
        last = _LAST.search(leaf.path)
        named = last.group() if last else "", leaf.title
        return self.site.old.place(leaf.path) in self.site.secluded or named in self.withdrawn


def _own_addresses(leaves: Iterable[Leaf]) -> OldSite:
    """Give the site's addresses as most of its pages say, where no database does."""
    homes = Counter(leaf.home for leaf in leaves if leaf.home)
    if not homes:
        return OldSite(frozenset())
    host, _, folder = homes.most_common(1)[0][0].partition("://")[2].partition("/")
    return OldSite(frozenset({host.lower().removeprefix("www.")}), f"/{folder}".rstrip("/"))
