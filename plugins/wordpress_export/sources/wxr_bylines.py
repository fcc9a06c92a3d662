"""Who wrote what: the site's users, and the co-authors and guests that plugins add."""

from dataclasses import dataclass, field, replace

from ..addresses import is_web_address
from ..model import Author
from ..plain_text import plain_words
from ..slugs import make_slug, read_slug
from .wxr_item import Item

CO_AUTHORS = "author"
"""The taxonomy in which Co-Authors Plus and PublishPress Authors keep bylines."""
CAP = "cap-"
"""Co-Authors Plus puts it before each slug, so that authors do not clash with tags."""


@dataclass(slots=True)
class Bylines:
    """The authors of an export, as they become known."""

    by_login: dict[str, str] = field(default_factory=dict)
    """The slug of each user, by login in small letters: WordPress tells logins apart without regard to case."""
    authors: dict[str, Author] = field(default_factory=dict)
    """By slug."""
    named_only: set[str] = field(default_factory=set)
    """Slugs of those of whom no more than a byline is known."""

    def add_user(self, login: str, name: str, number: int = 0) -> None:
        """Add a user of the channel's list, or of WXR 1.0, which has no list."""
        login, name = login.strip(), plain_words(name).text
        if (login or name) and (login or name).lower() not in self.by_login:
            # A login that is an e-mail address must not become a name or a key: it is private.
            public = login.partition("@")[0] or name
            slug = self._free(make_slug(login) or make_slug(name) or "author")
            self.by_login[(login or name).lower()] = slug
            self.named_only.discard(slug)
            self.authors[slug] = Author(
                slug, name if name and "@" not in name else public, "" if "@" in login else login, id=number
            )

    def _free(self, slug: str) -> str:
        taken, number = slug, 1
        while taken in self.authors and taken not in self.named_only:
            number += 1
            taken = f"{slug}-{number}"
        return taken

    def add_guest(self, item: Item) -> None:
        """Add a guest author of Co-Authors Plus: an item of the type `guest-author`."""
        slug = (
            read_slug(item.field("wp:post_name").removeprefix(CAP)).text or make_slug(item.field("title")) or "author"
        )
        name = plain_words(item.meta.get("cap-display_name", "") or item.field("title")).text
        website = item.meta.get("cap-website", "").strip()
        bio = plain_words(item.meta.get("cap-description", "")).text
        known = self.authors.get(slug)
        login, user = (known.login, known.id) if known else ("", 0)
        self.authors[slug] = Author(slug, name or slug, login, bio, website if is_web_address(website) else "", user)
        self.named_only.discard(slug)

    def add_byline(self, item: Item) -> None:
        """Add whoever an item names and no list does."""
        for slug, name in _co_authors(item):
            self._add_co_author(slug, name)
        creator = item.field("dc:creator")
        if creator and creator.lower() not in self.by_login:
            self.add_user(creator, "")

    def _add_co_author(self, slug: str, name: str) -> None:
        login = name.lower()
        user = self.by_login.get(login)
        if user and user != slug and slug not in self.authors:
            # Co-Authors Plus names its terms by login, and their slugs by the address that the author really had.
            old = self.authors.pop(user)
            self.by_login[login] = slug
            self.authors[slug] = replace(old, slug=slug)
        elif slug not in self.authors:
            self.authors[slug] = Author(slug, name or slug)
            self.named_only.add(slug)

    def slugs_of(self, item: Item) -> tuple[str, ...]:
        """Give an item's authors in the byline's order; co-authors stand instead of the user who made the item."""
        named = tuple(dict.fromkeys(slug for slug, _ in _co_authors(item)))
        slug = self.by_login.get(item.field("dc:creator").lower(), "")
        return named or ((slug,) if slug else ())


def _co_authors(item: Item) -> list[tuple[str, str]]:
    terms = [term for term in item.terms if term.taxonomy == CO_AUTHORS]
    pairs = [(read_slug(term.nicename.removeprefix(CAP)).text, plain_words(term.name).text) for term in terms]
    return [(slug or make_slug(name), name) for slug, name in pairs if slug or make_slug(name)]
