"""Several exports of one site as one: split files, or raw forms of every kind, each filling the others' gaps."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from ..body.address_book import WHOLE
from ..body.stories.sights import glimpse_reader
from ..glimpses import Glimpse
from ..model import Article, Export, Note, RawForm, TermKey
from .mixture_copies import Copies
from .mixture_fields import DATABASE

Numbered = TypeVar("Numbered", Article, Glimpse)


@dataclass(frozen=True, slots=True)
class Mixture:
    """The articles of several exports, each given once."""

    exports: Sequence[Export]
    """In the order of trust."""
    copies: Copies
    """Which of their articles are one."""
    authors: Mapping[str, str]
    """People's slugs by those that were made of their names."""
    terms: Mapping[TermKey, TermKey]
    """The same of terms."""

    @classmethod
    def of(cls, exports: Sequence[Export]) -> "Mixture":
        """Read the articles of all exports once, and find which are one."""
        copies = Copies([export.form for export in exports])
        for number, export in enumerate(exports):
            copies.add(number, export.read_articles())
        copies.find_teams()
        return cls(exports, copies, _authors(exports), _terms(exports))

    def articles(self) -> Iterator[Article]:
        """Give each article once: the leading copy, its gaps filled."""
        for number, export in enumerate(self.exports):
            for position, article in self._leading(number, export.read_articles):
                yield self._at_home(self.copies.with_others(number, position, article), export.form)

    def glimpses(self) -> Iterator[Glimpse]:
        """Give the same in short."""
        for number, export in enumerate(self.exports):
            for _, glimpse in self._leading(number, glimpse_reader(export)):
                yield glimpse

    def _leading(self, number: int, read: Callable[[], Iterator[Numbered]]) -> Iterator[tuple[int, Numbered]]:
        for position, found in enumerate(read()):
            if self.copies.leads(number, position):
                yield position, found

    def _at_home(self, article: Article, form: RawForm) -> Article:
        """Give an article with its people, terms and related stories as the rest of the site knows them."""
        if form in DATABASE:
            return replace(article, related=self._related(article)) if article.related else article
        notes = (*article.notes, *self._absent())
        authors = tuple(dict.fromkeys(self.authors.get(slug, slug) for slug in article.authors))
        terms = tuple(dict.fromkeys(self.terms.get(key, key) for key in article.terms))
        return replace(article, authors=authors, terms=terms, related=self._related(article), notes=notes)

    def _related(self, article: Article) -> tuple[str, ...]:
        """Give addresses for related stories that are named by title, where one public article alone has it."""
        return tuple(dict.fromkeys(map(self._address_of, article.related)))

    def _address_of(self, story: str) -> str:
        if story.startswith(("/", "http:", "https:")):
            return story
        found = list(self.copies.addresses_of(story))
        return found[0] if len(found) == 1 else story

    def _absent(self) -> Iterator[Note]:
        """Say of an article that an export of all content should have, and has not."""
        if any(export.form in DATABASE and export.holds >= WHOLE for export in self.exports):
            told = "it may have been deleted, or hidden, since its page was saved"
            yield Note("article that the export of all content does not have", told, review=True)


def _authors(exports: Sequence[Export]) -> dict[str, str]:
    """Give people's slugs by those that forms without slugs have made of their names; none where two have one name."""
    known = [author for export in exports if export.form in DATABASE for author in export.authors.values()]
    made = [author for export in exports if export.form not in DATABASE for author in export.authors.values()]
    slugs = _only((author.name, author.slug) for author in known)
    taken = {author.slug for author in known}
    return {author.slug: slugs[author.name] for author in made if author.slug not in taken and author.name in slugs}


def _terms(exports: Sequence[Export]) -> dict[TermKey, TermKey]:
    """Do the same for terms."""
    known = [term for export in exports if export.form in DATABASE for term in export.terms.values()]
    made = [term for export in exports if export.form not in DATABASE for term in export.terms.values()]
    slugs = _only(((term.taxonomy, term.name), term.slug) for term in known)
    taken = {(term.taxonomy, term.slug) for term in known}
    return {
        TermKey(term.taxonomy, term.slug, term.name): TermKey(term.taxonomy, slug, term.name)
        for term in made
        if (term.taxonomy, term.slug) not in taken and (slug := slugs.get((term.taxonomy, term.name)))
    }


Name = TypeVar("Name")


def _only(pairs: Iterable[tuple[Name, str]]) -> dict[Name, str]:
    """Give what belongs to each name, where it is one thing alone."""
    found: dict[Name, set[str]] = {}
    for name, slug in pairs:
        found.setdefault(name, set()).add(slug)
    return {name: next(iter(slugs)) for name, slugs in found.items() if len(slugs) == 1}
