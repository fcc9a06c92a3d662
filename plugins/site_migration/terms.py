"""How front matter names categories and tags: as people write them, and still without a doubt."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from wordpress_export.model import Article, Term, TermKey

CATEGORY = "category"
TAG = "post_tag"


@dataclass(frozen=True, slots=True)
class TermNames:
    """The words by which front matter refers to each term. Safe to hand to another process."""

    names: Mapping[tuple[str, str], str]
    """By taxonomy and slug: the name, `Parent/Child` for a child, or the slug where a name would be in doubt."""

    @classmethod
    def of(cls, terms: Iterable[Term]) -> "TermNames":
        """Choose the words for the terms of an export."""
        by_key = {(term.taxonomy, term.slug): term for term in terms}
        paths = {key: _path(term, by_key) for key, term in by_key.items()}
        uses = Counter((taxonomy, path.casefold()) for (taxonomy, _), path in paths.items())
        doubtful = {
            key
            for key, path in paths.items()
            if uses[key[0], path.casefold()] > 1 or "/" in by_key[key].name or not path
        }
        return cls({key: key[1] if key in doubtful else path for key, path in paths.items()})

    def categories_of(self, article: Article) -> tuple[str, ...]:
        """Give an article's categories, the primary one first."""
        return tuple(self._name(key) for key in article.terms if key.taxonomy == CATEGORY)

    def tags_of(self, article: Article) -> tuple[str, ...]:
        """Give an article's tags."""
        return tuple(self._name(key) for key in article.terms if key.taxonomy == TAG)

    def others_of(self, article: Article) -> dict[str, str]:
        """Give the names of an article's terms of custom taxonomies, by taxonomy."""
        names: dict[str, list[str]] = {}
        for key in article.terms:
            if key.taxonomy not in {CATEGORY, TAG}:
                names.setdefault(key.taxonomy, []).append(key.name)
        return {taxonomy: ", ".join(found) for taxonomy, found in names.items()}

    def _name(self, key: TermKey) -> str:
        return self.names.get((key.taxonomy, key.slug), key.name or key.slug)


def _path(term: Term, terms: Mapping[tuple[str, str], Term]) -> str:
    """Give `Parent/Child`; a loop of parents, which a damaged database can hold, ends at its first repetition."""
    names, seen = [term.name], {term.slug}
    parent = terms.get((term.taxonomy, term.parent))
    while parent is not None and parent.slug not in seen:
        names.append(parent.name)
        seen.add(parent.slug)
        parent = terms.get((parent.taxonomy, parent.parent))
    return "/".join(reversed(names))
