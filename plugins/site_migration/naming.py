"""How front matter names authors, categories and tags: as people do, and so that the reader finds the very same one."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from markdown_articles.problems import ReferenceNameError
from markdown_articles.registries import Registries
from wordpress_export.model import CATEGORY, TAG, Article, Export, TermKey

Find = Callable[[str], str]
"""Gives the slug that a reference in front matter leads to. Raises ReferenceNameError for one that is in doubt."""


@dataclass(frozen=True, slots=True)
class Names:
    """The words by which front matter refers to each author and term. Safe to hand to another process."""

    authors: Mapping[str, str]
    """By slug."""
    categories: Mapping[str, str]
    """By slug: the name, or `Parent/Child`."""
    tags: Mapping[str, str]
    """By slug."""

    @classmethod
    def of(cls, export: Export, lists: Registries) -> "Names":
        """Choose the words, given the lists that the reader will look them up in."""
        tags = {term.slug: term.name for term in export.terms.values() if term.taxonomy == TAG}
        return cls(
            authors={slug: _name(slug, author.name, lambda word: lists.author(word).slug)
                     for slug, author in lists.authors.items()},
            categories={slug: _name(slug, lists.full_name(slug), lambda word: lists.category_line(word)[-1].slug)
                        for slug in lists.categories},
            tags={slug: _name(slug, name, lambda word: lists.tag(word).slug) for slug, name in tags.items()},
        )  # fmt: skip

    def bylines_of(self, article: Article) -> tuple[str, ...]:
        """Give an article's authors in the byline's order."""
        return tuple(self.authors.get(slug, slug) for slug in article.authors)

    def categories_of(self, article: Article) -> tuple[str, ...]:
        """Give an article's categories, the primary one first."""
        return tuple(_known(key, self.categories) for key in article.terms if key.taxonomy == CATEGORY)

    def tags_of(self, article: Article) -> tuple[str, ...]:
        """Give an article's tags."""
        return tuple(_known(key, self.tags) for key in article.terms if key.taxonomy == TAG)


def other_terms_of(article: Article) -> dict[str, str]:
    """Give the names of an article's terms of custom taxonomies, by taxonomy."""
    names: dict[str, list[str]] = {}
    for key in article.terms:
        if key.taxonomy not in {CATEGORY, TAG}:
            names.setdefault(key.taxonomy, []).append(key.name)
    return {taxonomy: ", ".join(found) for taxonomy, found in names.items()}


def _known(key: TermKey, names: Mapping[str, str]) -> str:
    return names.get(key.slug, key.name or key.slug)


def _name(slug: str, name: str, find: Find) -> str:
    """Give the name where it leads to its own slug, and the slug where it leads to another or is in doubt."""
    try:
        return name if name and find(name) == slug else slug
    except ReferenceNameError:
        return slug
