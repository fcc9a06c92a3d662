"""Where each article's file goes. Two articles never share a file or an address."""

from dataclasses import dataclass, field
from pathlib import PurePosixPath

from markdown_articles.slugs import slug_of
from wordpress_export.model import Article, Note, Status

LONGEST_NAME = 200
"""Bytes of a file's name without its ending: WordPress's own limit of a slug, and well below that of file systems."""


@dataclass(frozen=True, slots=True)
class Place:
    """A file and an address that belong to one article alone."""

    file: str
    """Below the content folder: `articles/2023/10/slug.md`."""
    slug: str
    """For the front matter; empty where the file's name says it."""
    permalink: str
    """The address to keep, root-relative; empty where the old one is unknown."""
    notes: tuple[Note, ...] = ()
    """What had to be changed."""


@dataclass(slots=True)
class Places:
    """The files and addresses given away so far."""

    files: set[str] = field(default_factory=set)
    """Case-folded, for file systems that do not tell case apart."""
    addresses: set[str] = field(default_factory=set)
    """Those of the old site."""

    def find(self, article: Article) -> Place:
        """Give an article its place."""
        notes: list[Note] = []
        permalink = article.permalink if article.status in _HAD_AN_ADDRESS else ""
        if permalink == "/" and article.type != "post":
            notes.append(
                Note("the old front page has moved", f"it was at /, where the news now stands: {article.title}")
            )
            permalink = ""
        if permalink and permalink in self.addresses:
            notes.append(Note("address taken by another item", permalink, review=True))
            permalink = ""
        if permalink:
            self.addresses.add(permalink)
        file = self._free(_wish(article, permalink), article, notes)
        return Place(file, article.slug, permalink, tuple(notes))

    def _free(self, wish: PurePosixPath, article: Article, notes: list[Note]) -> str:
        file, number = wish, 2
        while str(file).casefold() in self.files:
            mark = article.id if article.id is not None and number == 2 else number  # noqa: PLR2004  # the second of its name
            file = wish.with_name(f"{wish.name.removesuffix('.md')}-{mark}.md")
            number += 1
        if file != wish:
            notes.append(Note("file name taken by another item", f"{wish} became {file.name}"))
        self.files.add(str(file).casefold())
        return str(file)


_HAD_AN_ADDRESS = frozenset({Status.PUBLISHED, Status.PASSWORD, Status.PRIVATE})


def _wish(article: Article, permalink: str) -> PurePosixPath:
    """Give the file that an article would have if it were alone."""
    name = f"{_short(_name(article))}.md"
    if article.type != "post":
        return _page_folder(permalink) / name
    if article.published is None:
        return PurePosixPath("articles", "undated", name)
    return PurePosixPath("articles", f"{article.published:%Y}", f"{article.published:%m}", name)


def _name(article: Article) -> str:
    if article.slug:
        return article.slug
    return slug_of(article.title) if article.title.strip() else f"untitled-{article.id or 'article'}"


def _page_folder(permalink: str) -> PurePosixPath:
    """Give a page the folders of its old address, so that the tree of files is the tree of the site."""
    above = PurePosixPath(permalink.strip("/")).parent if permalink else PurePosixPath("drafts")
    # Sources give safe addresses; a file is written here, so it is made certain.
    return PurePosixPath("pages", *(part for part in above.parts if part != ".."))


def _short(name: str) -> str:
    """Cut a name to what file systems take, between characters."""
    return name.encode("utf-8")[:LONGEST_NAME].decode("utf-8", "ignore").rstrip("-.") or "untitled"
