"""Addresses of the old site that are no article's: numbers of lists and files, pages of files, empty lists.

They go to `content/data/addresses/`, where `old_addresses` reads them: from where, to where, a line each. A line rests
as long as something stands at its address, so that a topic may be listed there before its first story is published.
"""

import re
import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from itertools import groupby
from operator import itemgetter

from markdown_articles.yaml_lines import scalar
from wordpress_export.model import CATEGORY, TAG, Article, Export, Media, Status, Term

from .media.places import place_of

FOLDER = "addresses"
"""Below `content/data/`."""
FORMATS = "post_format"
"""The taxonomy whose lists stood at `/type/…/`."""
TOGETHER = 10_000
"""So many numbers of files share a list, so that none grows large."""

_AUTHOR = "author"
_ALL_CATEGORIES, _ALL_TAGS, _ALL_AUTHORS, _ALL_STORIES = "/categories/", "/tags/", "/authors/", "/archives/"
_NO_LISTS = frozenset(
    {CATEGORY, TAG, "author", "nav_menu", "wp_theme", "link_category", "language", "wp_template_part_area"}
)
"""Taxonomies whose lists are named by themselves, and those that never had a list."""

_ASKED = re.compile(r"/(?!/)[^?#\x00-\x1f\x7f]*|/\?\w+=[^&=#\x00-\x1f\x7f]+")
"""What a browser can ask of the site: a path, or one question to the front page."""

Line = tuple[str, str]
"""From where to where."""


@dataclass(slots=True)
class Listed:
    """Lists that have an article in them: these are pages of the new site too."""

    terms: set[tuple[str, str]] = field(default_factory=set)
    """Taxonomy and slug."""
    authors: set[str] = field(default_factory=set)
    """By slug."""

    hidden: set[tuple[str, str]] = field(default_factory=set)
    """Those that an article has that is not public: what only these have is no one's to read."""

    def note(self, article: Article) -> Article:
        """Note where an article is listed."""
        if article.status is Status.PASSWORD:
            return article  # WordPress listed it for everyone
        if article.status is not Status.PUBLISHED:
            self.hidden.update((key.taxonomy, key.slug) for key in article.terms)
            self.hidden.update((_AUTHOR, slug) for slug in article.authors)
        elif article.type == "post":
            self.terms.update((key.taxonomy, key.slug) for key in article.terms)
            self.authors.update(article.authors)
            if article.format:
                self.terms.add((FORMATS, article.format))
        return article

    def is_hidden(self, taxonomy: str, slug: str) -> bool:
        """Tell whether only articles that are not public have a term."""
        key = (taxonomy, slug)
        return key in self.hidden and key not in self.terms and not (taxonomy == _AUTHOR and slug in self.authors)


def address_lists(export: Export, listed: Listed) -> Iterator[tuple[str, str]]:
    """Give name (below `data/`) and text of each list that has something to say."""
    if text := _text(sorted(_list_lines(export, listed))):
        yield f"{FOLDER}/lists.yaml", text
    for kind, lines_of in (("files", _file_lines), ("sizes", _size_lines)):
        numbered = ((item.id // TOGETHER, line) for item in _shown_files(export) for line in lines_of(item))
        for name, lines in groupby(numbered, key=itemgetter(0)):
            yield f"{FOLDER}/{kind}-{name:04}.yaml", _text(line for _, line in lines)


def further_pages(address: str, count: int) -> tuple[str, ...]:
    """Give the addresses of an article's pages 2, 3 and so on: it is one page here."""
    return tuple(f"{address.rstrip('/')}/{number}/" for number in range(2, count + 1))


def _list_lines(export: Export, listed: Listed) -> Iterator[Line]:
    for term in export.terms.values():
        if listed.is_hidden(term.taxonomy, term.slug):
            continue
        if term.taxonomy == CATEGORY:
            yield from _category_lines(term, export.terms, listed.terms)
        elif term.taxonomy == TAG and (TAG, term.slug) not in listed.terms:
            yield f"/tag/{term.slug}/", _ALL_TAGS
    yield from _other_lines(key for key in {*export.terms, *listed.terms} if not listed.is_hidden(*key))
    for author in export.authors.values():
        if listed.is_hidden(_AUTHOR, author.slug):
            continue
        if author.id:
            yield f"/?author={author.id}", f"/author/{author.slug}/"
        if author.slug not in listed.authors:
            yield f"/author/{author.slug}/", _ALL_AUTHORS


def _other_lines(terms: Iterable[tuple[str, str]]) -> Iterator[Line]:
    """Give the lines of post formats and of taxonomies of plugins, whose lists the site has no more."""
    for taxonomy, slug in terms:
        if taxonomy == FORMATS:
            yield f"/type/{slug.removeprefix('post-format-')}/", _ALL_STORIES
        elif taxonomy not in _NO_LISTS:
            yield f"/{taxonomy}/{slug}/", _ALL_STORIES


def _category_lines(
    term: Term, terms: Mapping[tuple[str, str], Term], listed: Collection[tuple[str, str]]
) -> Iterator[Line]:
    slugs, above = [term.slug], terms.get((CATEGORY, term.parent))
    while above is not None:
        slugs.insert(0, above.slug)
        above = terms.get((CATEGORY, above.parent))
    address = f"/category/{'/'.join(slugs)}/"
    if term.id:
        yield f"/?cat={term.id}", address
    if (CATEGORY, term.slug) not in listed:
        yield address, _ALL_CATEGORIES


def _shown_files(export: Export) -> Iterator[Media]:
    """Give the site's own files, but those of articles that are not public, in order of their numbers."""
    return (item for item in _own_files(export.media) if item.parent not in export.hidden)


def _own_files(media: Mapping[int, Media]) -> Iterator[Media]:
    """Give the site's own files in order of their numbers; only these are sorted, on the disk."""
    with closing(sqlite3.connect("")) as connection:
        connection.execute("create table numbers (number integer primary key)")
        own = ((number,) for number, item in media.items() if number > 0 and place_of(item.address))
        connection.executemany("insert or ignore into numbers values (?)", own)
        for (number,) in connection.execute("select number from numbers order by number"):
            yield media[number]


def _file_lines(item: Media) -> Iterator[Line]:
    yield f"/?attachment_id={item.id}", item.address
    # A theme may have led to a part of the page: no host is told of what stands behind a #.
    page = item.permalink.partition("#")[0]
    if page and page != "/":
        yield page, item.address


def _size_lines(item: Media) -> Iterator[Line]:
    """Give a line for a picture with copies: hosts that know no patterns are told each of them."""
    if item.sizes:
        yield item.address, " ".join(item.sizes)


def _text(lines: Iterable[Line]) -> str:
    """Give the text of a list; of two lines from one address the first stays, and what nobody can ask goes."""
    first: dict[str, str] = {}
    for source, target in lines:
        if _ASKED.fullmatch(source):
            first.setdefault(source, target)
    return "".join(f"{scalar('an address', source)}: {scalar('an address', first[source])}\n" for source in first)
