"""Where each article's file goes, and where its page will be: no two share a file, no two public ones an address."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import count
from pathlib import PurePosixPath
from unicodedata import normalize

from markdown_articles.addresses import address_of, save_as_of
from markdown_articles.front_matter import FrontMatter
from markdown_articles.problems import AddressError
from markdown_articles.slugs import slug_of
from wordpress_export.model import Article, Export, Note, Status
from wordpress_export.slugs import UNSAFE, UNSEEN

from .roll_call import key_of

LONGEST_NAME = 200
"""Bytes of a file's name without its ending: WordPress's own limit of a slug, and well below that of file systems."""

LONGEST_ADDRESS = 2000
"""Bytes of an address that a file can have on every system, in whatever folder the site is built."""

INDEX = re.compile(r"/index\.html?(?:/|$)", re.IGNORECASE)
"""In the name of a folder it takes the place of the page of the folder above; alone it is that page."""

FOLDERS = ("articles", "pages")
"""The folders that articles are written to."""

RESERVED = frozenset(
    {"con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in "123456789")}
)
"""Names that Windows takes for devices, whatever their ending."""

HAD_AN_ADDRESS = frozenset({Status.PUBLISHED, Status.PASSWORD, Status.PRIVATE})
"""Whose addresses may stand in links. The others get theirs when an editor publishes them."""

_INDEX = "index.html"
_FRONT_PAGE = "the old front page has moved"


@dataclass(frozen=True, slots=True)
class Place:
    """A file and an address that belong to one article alone."""

    file: str
    """Below the content folder: `articles/2023/10/slug.md`."""
    slug: str
    """For the front matter; empty where the file's name is the slug."""
    permalink: str
    """For the front matter; empty where file, date and slug lead to the address by themselves."""
    address: str
    """Where the article's page is built once it is public."""
    notes: tuple[Note, ...] = ()
    """What had to be changed."""


@dataclass(slots=True)
class Addresses:
    """Addresses that are taken, told apart by the files that a build writes for them.

    They are kept as they are, so that they cost no second string each: as paths, 100,000 of them took 40 MB and thrice
    the time.
    """

    pages: set[str] = field(default_factory=set)
    """Those in whose folder `index.html` is written: `/2023/10/slug/`."""
    files: set[str] = field(default_factory=set)
    """Those that are files themselves: `/2023/10/slug.html`."""
    folders: set[str] = field(default_factory=set)
    """What lies above them, with a slash at its end: `/2023/10/`."""

    def take(self, address: str) -> None:
        """Count an address as taken."""
        place = _place_of(address)
        (self.pages if place.endswith("/") else self.files).add(place)
        for above in _above(place.rstrip("/")):
            if f"{above}/" in self.folders:
                break
            self.folders.add(f"{above}/")

    def clash(self, address: str) -> bool:
        """Tell whether a page at this address would overwrite another, or be a file where another needs a folder."""
        place = _place_of(address)
        if place in self.pages or place in self.files:
            return True
        folder = f"{place}{_INDEX}/" if place.endswith("/") else f"{place}/"
        return folder in self.pages or folder in self.folders or any(map(self._is_file, _above(place)))

    def _is_file(self, place: str) -> bool:
        return place in self.files or (place.endswith(f"/{_INDEX}") and place.removesuffix(_INDEX) in self.pages)


def _place_of(address: str) -> str:
    """Give an address as `Addresses` compares it: with a slash at its end where it is a folder with an index in it."""
    file = "/" + "/".join(part for part in _seen(save_as_of(address)).split("/") if part.strip("."))
    place = file.removesuffix(_INDEX) if file.endswith(f"/{_INDEX}") else file
    return address if place == address else place


def _above(place: str) -> Iterator[str]:
    """Give the folders that a place lies in, from the nearest up; of an index its own is the first."""
    above = place.rpartition("/")[0]
    while above:
        yield above
        above = above.rpartition("/")[0]


@dataclass(slots=True)
class Places:
    """The files and addresses given away so far."""

    pattern: str
    """The pattern of the site's addresses."""
    old: Mapping[int, str] = field(default_factory=dict)
    """The old addresses of all items by id: none of them goes to another item."""
    earlier: Mapping[str, str] = field(default_factory=dict)
    """The files that items had in earlier runs, by the key of the item: each keeps its own."""
    files: set[str] = field(default_factory=set)
    """As `_seen` gives them."""
    counted: Counter[PurePosixPath] = field(default_factory=Counter)
    """The last number that a name was given a second time with."""
    addresses: Addresses = field(default_factory=Addresses)
    """Of items that had one."""
    reserved: Addresses = field(init=False)
    """The old addresses, whosever they are."""

    def __post_init__(self) -> None:
        self.reserved = Addresses()
        for address in self.old.values():
            self.reserved.take(address)
        self.files.update(map(_seen, self.earlier.values()))

    def find(self, article: Article) -> Place:
        """Give an article its place."""
        notes: list[Note] = []
        permalink, obstacle = self._kept(article)
        file = self._free_file(self._wish(article, permalink), article, notes)
        slug, address = self._address(article, file, permalink)
        if article.status in HAD_AN_ADDRESS:
            self.addresses.take(address)
        if obstacle:
            notes.append(Note(obstacle, review=obstacle != _FRONT_PAGE, before=article.permalink, after=address))
        natural = self._natural(article, file, slug)
        return Place(file, slug, "" if address == natural else address, address, tuple(notes))

    def _kept(self, article: Article) -> tuple[str, str]:
        """Give the old address, where there was one and the article keeps it; and why it does not."""
        if article.status not in HAD_AN_ADDRESS or not article.permalink:
            return "", ""
        if article.permalink == "/":
            return "", _FRONT_PAGE
        if not _is_possible(article.permalink):
            return "", "old address that no file can have"
        if self.addresses.clash(article.permalink):
            return "", "address taken by another item"
        return article.permalink, ""

    def _wish(self, article: Article, permalink: str) -> PurePosixPath:
        """Give the file that an article would have if it were alone."""
        name = f"{_short(_name(article))}.md"
        if article.type != "post":
            return self._page_folder(article, permalink) / name
        if article.published is None:
            return PurePosixPath("articles", "undated", name)
        return PurePosixPath("articles", f"{article.published:%Y}", f"{article.published:%m}", name)

    def _page_folder(self, article: Article, permalink: str) -> PurePosixPath:
        """Give a page the folders of its old address, so that the tree of files is the tree of the site."""
        above = PurePosixPath(permalink).parent if permalink else PurePosixPath(self.old.get(article.parent, ""))
        # Sources give safe addresses; a file is written here, so it is made certain.
        folders = tuple(filter(None, map(_folder, above.parts)))
        return PurePosixPath("pages", *(folders if len(bytes(above)) <= LONGEST_ADDRESS else ()))

    def _free_file(self, wish: PurePosixPath, article: Article, notes: list[Note]) -> str:
        # The memory may come with the content from elsewhere.
        if (earlier := self.earlier.get(key_of(article), "")) and _is_place(earlier):
            return earlier
        file = next(file for file in self._names_like(wish, article) if _seen(str(file)) not in self.files)
        if file != wish:
            notes.append(Note("file name taken by another item", before=str(wish), after=str(file)))
        self.files.add(_seen(str(file)))
        return str(file)

    def _names_like(self, wish: PurePosixPath, article: Article) -> Iterator[PurePosixPath]:
        """Give the wish, the wish with the article's id, and the wish with 2, 3 and so on."""
        yield wish
        if article.id is not None:
            yield wish.with_stem(f"{wish.stem}-{article.id}")
        for number in count(max(self.counted[wish] + 1, 2)):
            self.counted[wish] = number
            yield wish.with_stem(f"{wish.stem}-{number}")

    def _address(self, article: Article, file: str, permalink: str) -> tuple[str, str]:
        """Give the slug and the address: the old one, else the natural one that no other item has or had."""
        if permalink:
            return article.slug, permalink
        for slug in (article.slug, ""):
            address = self._natural(article, file, slug)
            if address and self._is_free(address, article):
                return slug, address
        stem = f"/{PurePosixPath(file).stem}"
        if not _is_possible(f"{stem}-2/"):
            stem = "/untitled"
        wishes = (f"{stem}-{number}/" for number in count(article.id or 2))
        return "", next(address for address in wishes if self._is_free(address, article))

    def _natural(self, article: Article, file: str, slug: str) -> str:
        """Give the address that an article without a permalink has; empty where its slug gives none."""
        try:
            return address_of(FrontMatter(title="", date=article.published, slug=slug), file, self.pattern)
        except AddressError:
            return ""

    def _is_free(self, address: str, article: Article) -> bool:
        """Tell whether an address is no one's; a draft claims none, an editor will be told when publishing it."""
        if article.status not in HAD_AN_ADDRESS:
            return True
        return _is_possible(address) and not (self.addresses.clash(address) or self.reserved.clash(address))


def moved_addresses(export: Export, pattern: str) -> dict[int, str]:
    """Give the new addresses, by id, of public articles that do not keep theirs, so that links can follow.

    Finding them takes a reading of all articles, which is made only where one of them must move.
    """
    if not export.site.address or not _some_must_move(export):
        return {}
    places = Places(pattern, export.permalinks)
    placed = ((article, places.find(article)) for article in export.read_articles())
    return {
        article.id: place.address
        for article, place in placed
        if article.id and article.status is Status.PUBLISHED and place.address != article.permalink
    }


def _some_must_move(export: Export) -> bool:
    """Tell whether an article has no address of its own (`?p=7`), or one that it cannot have alone, or at all."""
    public = [address for number, address in export.permalinks.items() if number not in export.media]
    if export.article_count - len(export.hidden) > len(public):
        return True
    taken = Addresses()
    for address in (*public, *filter(None, export.hidden.values())):
        if address == "/" or not _is_possible(address) or taken.clash(address):
            return True
        taken.take(address)
    return False


def _is_possible(permalink: str) -> bool:
    try:
        address = address_of(FrontMatter(title="", permalink=permalink), "")
    except AddressError:
        return False
    # WordPress makes no slug that begins with a dot, and web servers obey such files (`.htaccess`).
    return "/." not in address and not INDEX.search(address) and len(address.encode()) <= LONGEST_ADDRESS


def _name(article: Article) -> str:
    if article.slug:
        return article.slug
    return slug_of(article.title) if article.title.strip() else f"untitled-{article.id or 'article'}"


def _short(name: str) -> str:
    """Cut a name to what file systems take, between characters."""
    short = name.encode("utf-8")[:LONGEST_NAME].decode("utf-8", "ignore").rstrip("-.") or "untitled"
    return f"{short}_" if short.partition(".")[0].casefold() in RESERVED else short


def _folder(part: str) -> str:
    """Give the name of a folder for a part of an address; nothing for none."""
    name = UNSAFE.sub("-", UNSEEN.sub("", part)).strip("-. ")
    return _short(name) if name else ""


def _seen(file: str) -> str:
    """Give a file as systems see it that tell neither case nor forms of Unicode apart.

    Neither does WordPress, so that nothing of its own is lost thereby: its database compares slugs in the same way.
    """
    return normalize("NFC", normalize("NFD", file).casefold()) if not file.isascii() else file.lower()


def _is_place(file: str) -> bool:
    """Tell whether a file is one that an article can have."""
    parts = PurePosixPath(file).parts
    return parts[:1] in {(folder,) for folder in FOLDERS} and ".." not in parts and file.endswith(".md")
