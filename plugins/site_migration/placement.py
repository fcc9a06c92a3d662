"""Where each article's file goes, and where its page will be: no two share a file, no two public ones an address."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import count
from pathlib import PurePosixPath

from markdown_articles.addresses import address_of, save_as_of
from markdown_articles.front_matter import FrontMatter
from markdown_articles.problems import AddressError
from markdown_articles.slugs import slug_of
from wordpress_export.model import Article, Export, Note, Status

LONGEST_NAME = 200
"""Bytes of a file's name without its ending: WordPress's own limit of a slug, and well below that of file systems."""

HAD_AN_ADDRESS = frozenset({Status.PUBLISHED, Status.PASSWORD, Status.PRIVATE})
"""Whose addresses may stand in links. The others get theirs when an editor publishes them."""


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
    """Addresses that are taken, told apart by the files that a build writes for them."""

    files: set[str] = field(default_factory=set)
    """`2023/10/slug/index.html`."""
    folders: set[str] = field(default_factory=set)
    """Those that the files lie in."""

    def take(self, address: str) -> None:
        """Count an address as taken."""
        file = save_as_of(address)
        self.files.add(file)
        self.folders.update(map(str, PurePosixPath(file).parents))

    def clash(self, address: str) -> bool:
        """Tell whether a page at this address would overwrite another, or be a file where another needs a folder."""
        file = save_as_of(address)
        return (
            file in self.files
            or file in self.folders
            or any(str(folder) in self.files for folder in PurePosixPath(file).parents)
        )


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
    """Case-folded, for file systems that do not tell case apart."""
    addresses: Addresses = field(default_factory=Addresses)
    """Of items that had one."""
    reserved: Addresses = field(init=False)
    """The old addresses, whosever they are."""

    def __post_init__(self) -> None:
        self.reserved = Addresses()
        for address in self.old.values():
            self.reserved.take(address)
        self.files.update(file.casefold() for file in self.earlier.values())

    def find(self, article: Article) -> Place:
        """Give an article its place."""
        notes: list[Note] = []
        permalink = self._kept(article, notes)
        file = self._free_file(self._wish(article, permalink), article, notes)
        slug, address = self._address(article, file, permalink)
        if article.status in HAD_AN_ADDRESS:
            self.addresses.take(address)
        natural = self._natural(article, file, slug)
        return Place(file, slug, "" if address == natural else address, address, tuple(notes))

    def _kept(self, article: Article, notes: list[Note]) -> str:
        """Give the old address, where there was one and the article keeps it."""
        if article.status not in HAD_AN_ADDRESS or not article.permalink:
            return ""
        if article.permalink == "/":
            notes.append(Note("the old front page has moved", f"the news now stands at /, not {article.title}"))
            return ""
        if not _is_possible(article.permalink):
            notes.append(Note("old address that no file can have", article.permalink, review=True))
            return ""
        if self.addresses.clash(article.permalink):
            notes.append(Note("address taken by another item", article.permalink, review=True))
            return ""
        return article.permalink

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
        return PurePosixPath("pages", *(part for part in above.parts if part.strip("/.")))

    def _free_file(self, wish: PurePosixPath, article: Article, notes: list[Note]) -> str:
        if earlier := self.earlier.get(key_of(article)):
            return earlier
        file = next(file for file in _names_like(wish, article) if str(file).casefold() not in self.files)
        if file != wish:
            notes.append(Note("file name taken by another item", f"{wish} became {file.name}"))
        self.files.add(str(file).casefold())
        return str(file)

    def _address(self, article: Article, file: str, permalink: str) -> tuple[str, str]:
        """Give the slug and the address: the old one, else the natural one that no other item has or had."""
        if permalink:
            return article.slug, permalink
        for slug in (article.slug, ""):
            address = self._natural(article, file, slug)
            if address and self._is_free(address, article):
                return slug, address
        stem = f"/{PurePosixPath(file).stem}"
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
        return article.status not in HAD_AN_ADDRESS or not (
            self.addresses.clash(address) or self.reserved.clash(address)
        )


def key_of(article: Article) -> str:
    """Give the name under which an item is known from run to run: by its number, or by its place in the source."""
    return f"{article.type}:{article.id}" if article.id is not None else f"{article.type}:{article.where}"


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
        return bool(address_of(FrontMatter(title="", permalink=permalink), ""))
    except AddressError:
        return False


def _names_like(wish: PurePosixPath, article: Article) -> Iterator[PurePosixPath]:
    """Give the wish, the wish with the article's id, and the wish with 2, 3 and so on."""
    yield wish
    if article.id is not None:
        yield wish.with_stem(f"{wish.stem}-{article.id}")
    yield from (wish.with_stem(f"{wish.stem}-{number}") for number in count(2))


def _name(article: Article) -> str:
    if article.slug:
        return article.slug
    return slug_of(article.title) if article.title.strip() else f"untitled-{article.id or 'article'}"


def _short(name: str) -> str:
    """Cut a name to what file systems take, between characters."""
    return name.encode("utf-8")[:LONGEST_NAME].decode("utf-8", "ignore").rstrip("-.") or "untitled"
