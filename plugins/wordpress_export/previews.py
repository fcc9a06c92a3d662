"""What a preview of an export shows: public articles, with their bodies clean and the places that they had."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from urllib.parse import quote

from .body import Library, clean_body
from .model import Article, Export, Status, TermKey

PAGE = "page"


@dataclass(frozen=True, slots=True)
class Preview:
    """An article that can be shown."""

    article: Article
    """As it was read."""
    html: str
    """Its body."""
    authors: tuple[tuple[str, str], ...]
    """Slug and name of each."""

    @property
    def place(self) -> tuple[str, str] | None:
        """Its encoded address and its file, both relative to the site; none where it had no address."""
        address = self.article.permalink
        path = address.strip("/")
        if not address:
            return None
        # `/2023/10/mr.-smith/` has no suffix: what ends with a slash is a folder.
        if PurePosixPath(path).suffix and not address.endswith("/"):
            return quote(path), path
        folder = f"{path}/" if path else ""
        return quote(folder), f"{folder}index.html"

    @property
    def is_page(self) -> bool:
        """Whether it is a page; posts and items of all other types are articles."""
        return self.article.type == PAGE

    def terms(self, taxonomy: str) -> tuple[TermKey, ...]:
        """Give its terms in a taxonomy, in order."""
        return tuple(key for key in self.article.terms if key.taxonomy == taxonomy)


def previews(export: Export, handlers: str = "") -> Iterator[Preview]:
    """Give the public articles and pages; `handlers` is the path of the site's own handlers."""
    library = replace(Library.of(export), handlers=handlers)
    for article in export.read_articles():
        if article.status is Status.PUBLISHED:
            authors = tuple((slug, export.authors[slug].name) for slug in article.authors)
            yield Preview(article, clean_body(article, library).html, authors)
