"""Who wrote: users, guests and co-authors of plugins, and whoever a search engine plugin names."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from ...addresses import is_web_address
from ...model import Author
from ...plain_text import plain_words
from ...slugs import make_slug, read_slug
from ..wxr_bylines import CAP, CO_AUTHORS
from .answers import Json, best, inner, number, objects, text, whole

CO_AUTHOR_FIELDS = ("coauthors", "authors", "ppma_author", "newspack_author_info")
"""Of Co-Authors Plus, PublishPress Authors and Newspack: ids of terms, or what a page needs of each author."""
_NAMES = ("display_name", "name", "author_name")
_SLUGS = ("slug", "user_nicename", "nicename")
_PAGES = ("link", "author_link", "url")


@dataclass(slots=True)
class People:
    """The authors of a site, as they become known."""

    authors: dict[str, Author] = field(default_factory=dict)
    """By slug."""
    users: dict[int, str] = field(default_factory=dict)
    """Slugs by id."""
    by_term: dict[int, tuple[str, str]] = field(default_factory=dict)
    """Slug and name of each co-author, by the id of the term that plugins keep for him."""

    def add_user(self, thing: Json) -> None:
        """Add a user; of several answers about one the one that says more counts."""
        slug, name = _slug_of(thing), plain_words(text(thing, "name")).text
        if not slug:
            return
        known = self.authors.get(slug, Author(slug, ""))
        website = text(thing, "url").strip()
        # A name that is an e-mail address is private.
        told = Author(
            slug,
            name.partition("@")[0].strip() or known.name or slug,
            # What articles refer to a user by; in an export the login, which answers do not tell.
            slug,
            plain_words(text(thing, "description")).text or known.bio,
            website if is_web_address(website) else known.website,
            number(thing, "id") or known.id,
        )
        self.authors[slug] = told
        if told.id:
            self.users[told.id] = slug

    def add_term(self, thing: Json) -> None:
        """Add a co-author's term; its description holds names and e-mail addresses, and is not read."""
        slug = read_slug(text(thing, "slug").removeprefix(CAP)).text
        name = plain_words(text(thing, "name")).text
        if slug:
            self.by_term[number(thing, "id")] = (slug, name)

    def byline(self, thing: Json) -> tuple[str, ...]:
        """Give the slugs of an article's authors in order; co-authors stand instead of the user who made it."""
        for name in CO_AUTHOR_FIELDS:
            named = [person for entry in _entries(thing, name) if (person := self._person(entry))]
            if named:
                for slug, called in named:
                    self.authors.setdefault(slug, Author(slug, called.partition("@")[0] or slug))
                return tuple(dict.fromkeys(slug for slug, _ in named))
        author = number(thing, "author")
        slug = self.users.get(author) or self._named_elsewhere(thing, author)
        return (slug,) if slug else ()

    def _person(self, entry: object) -> tuple[str, str] | None:
        if not isinstance(entry, dict):
            return self.by_term.get(whole(entry))
        # PublishPress names the user's own id too; a guest has none.
        slug = self.users.get(number(entry, "user_id")) or _slug_of(entry)
        name = next((found for key in _NAMES if (found := plain_words(text(entry, key)).text)), "")
        return (slug or make_slug(name), name) if slug or name else None

    def _named_elsewhere(self, thing: Json, author: int) -> str:
        """Give the author as Yoast names him, where the site does not show its users."""
        yoast = inner(thing, "yoast_head_json")
        name = plain_words(text(yoast, "author")).text
        if not name:
            return ""
        graph = objects(inner(yoast, "schema"), "@graph")
        people = (node for node in graph if "Person" in str(node.get("@type")))
        same = (node for node in people if plain_words(text(node, "name")).text == name)
        slug = next((found for node in same if (found := _slug_of(node))), "") or make_slug(name)
        self.authors.setdefault(slug, Author(slug, name.partition("@")[0], slug, id=author))
        if author:
            self.users[author] = slug
        return slug


def _entries(thing: Json, name: str) -> Iterator[object]:
    value = thing.get(name)
    return iter(value if isinstance(value, list) else ())


def _slug_of(thing: Json) -> str:
    """Give a person's slug, or else the last part of the address of the page about him."""
    for name in _SLUGS:
        if slug := read_slug(text(thing, name).removeprefix(CAP)).text:
            return slug
    pages = (text(thing, name).partition("?")[0].rstrip("/") for name in _PAGES)
    return next((read_slug(page.rpartition("/")[2]).text for page in pages if "/author/" in page), "")


def is_co_author(thing: Json) -> bool:
    """Tell whether a term is a co-author."""
    return text(thing, "taxonomy") == CO_AUTHORS


def name_of(thing: Json) -> str:
    """Give the words of a title."""
    return plain_words(best(thing, "title")).text
