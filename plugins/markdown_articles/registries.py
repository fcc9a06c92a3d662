"""Who and what articles refer to: authors, categories, tags, series, menus, facts of the site, from `content/data/`.

What an article names and no registry lists is made from the name, so an editor may use a new tag without any ceremony.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property

from .problems import ReferenceNameError
from .slugs import slug_of


@dataclass(frozen=True, slots=True)
class Link:
    """A place elsewhere."""

    name: str
    """As people know it: `Mastodon`."""
    address: str
    """Absolute."""


@dataclass(frozen=True, slots=True)
class Author:
    """A person with a byline."""

    slug: str
    """The last part of the address of the author's page."""
    name: str
    """As the byline prints it."""
    bio: str = ""
    """Simple HTML."""
    website: str = ""
    """Absolute address."""
    avatar: str = ""
    """Address of a portrait."""
    links: tuple[Link, ...] = ()
    """Where else the author is to be found."""


@dataclass(frozen=True, slots=True)
class Category:
    """A section of the paper."""

    slug: str
    """The last part of its address. Unique among the categories."""
    name: str
    """As people read it."""
    parent: str = ""
    """The slug of the category above it; empty at the top."""
    description: str = ""
    """Simple HTML."""


@dataclass(frozen=True, slots=True)
class Tag:
    """What an article is about."""

    slug: str
    """The last part of its address."""
    name: str
    """As people read it."""
    description: str = ""
    """Simple HTML."""
    aliases: tuple[str, ...] = ()
    """Old addresses that lead to its page: root-relative."""


@dataclass(frozen=True, slots=True)
class Series:
    """Stories that belong together, to be read one after another."""

    slug: str
    """The last part of its address."""
    name: str
    """As people read it."""
    description: str = ""
    """Simple HTML."""


@dataclass(frozen=True, slots=True)
class MenuItem:
    """One line of a menu, with the lines below it."""

    title: str
    """Plain text."""
    address: str = ""
    """Root-relative where it is the site's own, else absolute. Empty for a bare heading."""
    items: tuple["MenuItem", ...] = ()
    """In order."""


@dataclass(frozen=True, slots=True)
class Menu:
    """A navigation menu."""

    slug: str
    """What the theme asks for it by."""
    name: str
    """As editors know it."""
    items: tuple[MenuItem, ...] = ()
    """In order."""


@dataclass(frozen=True, slots=True)
class Breaking:
    """What happens right now, for a bar above each page."""

    text: str
    """One line, plain text."""
    address: str = ""
    """Of the story: root-relative where it is the site's own, else absolute."""
    until: datetime | None = None
    """When it is no longer news, aware: no build after that shows it."""


@dataclass(frozen=True, slots=True)
class Newsletter:
    """Letters to readers, and how to get them."""

    address: str
    """Where a form is sent to, by POST; or, with `link`, a page where readers sign up."""
    title: str = ""
    """Plain text."""
    text: str = ""
    """A sentence about the letter, plain text."""
    link: bool = False
    """Whether the address is a page to go to, and no form is shown."""
    field: str = ""
    """The name by which the form sends the reader's address; empty for `email`."""


@dataclass(frozen=True, slots=True)
class Site:
    """Facts about the site as a whole."""

    title: str = ""
    """The name in its masthead."""
    tagline: str = ""
    """The line under the name."""
    address: str = ""
    """Where it was, or is, at home: `https://news.example`."""
    language: str = ""
    """BCP 47: `en-US`."""
    permalinks: str = ""
    """The pattern of articles' addresses: `/{date:%Y}/{date:%m}/{slug}/`."""
    files: tuple[str, ...] = ()
    """Folders and files in the content folder that are published as they are, beside `wp-content`: `images`."""
    logo: str = ""
    """Address of its logo, for search engines and feeds."""
    icon: str = ""
    """Address of a square picture, for tabs and home screens."""
    hub: str = ""
    """Address of the WebSub hub that tells readers of feeds what is new."""
    breaking: Breaking | None = None
    """What happens right now."""
    newsletter: Newsletter | None = None
    """Letters to readers."""


@dataclass(frozen=True)
class Registries:
    """All registries of a site, and the look-ups that front matter needs."""

    authors: Mapping[str, Author] = field(default_factory=dict)
    """By slug."""
    categories: Mapping[str, Category] = field(default_factory=dict)
    """By slug; every parent is among them, and none is above itself."""
    tags: Mapping[str, Tag] = field(default_factory=dict)
    """By slug."""
    series: Mapping[str, Series] = field(default_factory=dict)
    """By slug."""
    menus: Mapping[str, Menu] = field(default_factory=dict)
    """By slug."""
    site: Site = field(default_factory=Site)
    """Facts about the site."""

    def author(self, reference: str) -> Author:
        """Give the author with this name or slug, made from the name where there is none.

        Raises ReferenceNameError for a name that two share; so do `tag`, `one_series` and `category_line`.
        """
        slug = _found(reference, self._author_slugs)
        return self.authors[slug] if slug else Author(slug_of(reference), reference.strip())

    def tag(self, reference: str) -> Tag:
        """Give the tag with this name or slug, made from the name where there is none."""
        slug = _found(reference, self._tag_slugs)
        return self.tags[slug] if slug else Tag(slug_of(reference), reference.strip())

    def one_series(self, reference: str) -> Series:
        """Give the series with this name or slug, made from the name where there is none."""
        slug = _found(reference, self._series_slugs)
        return self.series[slug] if slug else Series(slug_of(reference), reference.strip())

    def category_line(self, reference: str) -> tuple[Category, ...]:
        """Give a category by full path, name or slug, with those above it before it.

        `Parent/Child` that no registry lists is a child of what `Parent` gives.
        """
        slug = _found(reference, self._category_slugs)
        if slug:
            return self._line(slug)
        above, _, name = reference.strip(" /").rpartition("/")
        line = self.category_line(above) if above.strip(" /") else ()
        return (*line, Category(slug_of(name), name.strip(), line[-1].slug if line else ""))

    def full_name(self, slug: str) -> str:
        """Give the names of a registered category and of those above it, as front matter has them: `Parent/Child`."""
        return "/".join(category.name for category in self._line(slug))

    def _line(self, slug: str) -> tuple[Category, ...]:
        line: list[Category] = []
        while slug:
            line.append(self.categories[slug])
            slug = line[-1].parent
        return tuple(reversed(line))

    @cached_property
    def _author_slugs(self) -> dict[str, str]:
        return _slugs_by_reference(self.authors)

    @cached_property
    def _tag_slugs(self) -> dict[str, str]:
        return _slugs_by_reference(self.tags)

    @cached_property
    def _series_slugs(self) -> dict[str, str]:
        return _slugs_by_reference(self.series)

    @cached_property
    def _category_slugs(self) -> dict[str, str]:
        # Slugs of WordPress are unique among all categories, names among the children of one.
        paths = {"/".join(category.slug for category in self._line(slug)): slug for slug in self.categories}
        # WordPress lets two at the top have one name too.
        shared, single = _slugs_by_name({slug: self.full_name(slug) for slug in self.categories})
        return shared | _slugs_by_reference(self.categories) | paths | single


def _slugs_by_reference(entries: Mapping[str, Author | Category | Tag | Series]) -> dict[str, str]:
    """Give the slug for each slug and name; a name counts more than another's slug, and one that two share gives ""."""
    shared, single = _slugs_by_name({slug: entry.name.strip() for slug, entry in entries.items()})
    return shared | {slug: slug for slug in entries} | single


def _slugs_by_name(names: Mapping[str, str]) -> tuple[dict[str, str], dict[str, str]]:
    """Give "" for each name that several share, and the slug for each other one."""
    slugs: dict[str, list[str]] = {}
    for slug, name in names.items():
        slugs.setdefault(name, []).append(slug)
    shared = {name: "" for name, found in slugs.items() if found[1:]}
    return shared, {name: found[0] for name, found in slugs.items() if not found[1:]}


def _found(reference: str, slugs: Mapping[str, str]) -> str | None:
    """Give the slug that a reference means, or None for a new name. Raises ReferenceNameError where two share it."""
    slug = slugs.get(reference.strip())
    if slug == "":
        raise ReferenceNameError(f"{reference!r} is the name of two: write the slug of the one that is meant")
    return slug
