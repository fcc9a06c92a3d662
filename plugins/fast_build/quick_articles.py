"""What Pelican's generator of articles does in time that grows with the square of their number, in less."""

import calendar
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import groupby
from typing import Any

Article = Any
"""An article of Pelican's, which has no types."""

Write = Callable[..., None]
"""Writes the pages of a list."""

_MARKED = "[{|]"
"""How the pattern of such links begins, unless a site has another one."""
_PARTS = {"year": 1, "month": 2, "day": 3}


class QuickArticles:
    """A mixin for Pelican's ArticlesGenerator, with the same results."""

    articles: list[Article]
    dates: list[Article]
    tags: dict[Any, list[Article]]
    categories: list[tuple[Any, list[Article]]]
    authors: list[tuple[Any, list[Article]]]
    context: dict[str, Any]
    get_template: Callable[[str], Any]

    def generate_pages(self, writer: Any) -> None:  # noqa: ANN401  # Pelican has no types
        """Write the pages; where the writer is ours, all that must be made are made at once."""
        gathers = getattr(type(writer), "write_waiting", None) is not None
        if gathers:
            writer.is_gathering = writer.may_gather
        super().generate_pages(writer)  # type: ignore[misc]  # Pelican's
        if gathers:
            writer.is_gathering = False
            writer.write_waiting()

    def get_files(self, *arguments: Any, **options: Any) -> list[str]:  # noqa: ANN401  # as Pelican's
        """Give the files in the order of their names: Pelican's set has another order in each run."""
        return sorted(super().get_files(*arguments, **options))  # type: ignore[misc]  # Pelican's

    def add_static_links(self, content: Any) -> None:  # noqa: ANN401  # Pelican has no types
        """Note the files to which a body links by Pelican's `{static}`; bodies without such a mark hold none."""
        body = content._content or ""  # noqa: SLF001  # as Pelican looks at it
        is_usual = content.settings["INTRASITE_LINK_REGEX"].startswith(_MARKED)
        if "{" in body or "|" in body or not is_usual:
            super().add_static_links(content)  # type: ignore[misc]  # Pelican's

    def _build_period_archives(
        self, sorted_articles: Sequence[Article], articles: Sequence[Article], settings: dict[str, Any]
    ) -> dict[str, list[dict[str, Any]]]:
        """Give the archives of each year, month and day that have an address."""
        ranks = {id(article): rank for rank, article in enumerate(articles)}
        archives: dict[str, list[dict[str, Any]]] = defaultdict(list)
        for size, parts in _PARTS.items():
            save_as, url = settings[f"{size.upper()}_ARCHIVE_SAVE_AS"], settings[f"{size.upper()}_ARCHIVE_URL"]
            if not save_as:
                continue
            for numbers, group in groupby(sorted_articles, key=lambda article: _numbers(article, parts)):
                dates = list(group)
                day = dates[0].date
                archives[size].append({
                    "dates": dates,
                    "articles": sorted(dates, key=lambda article: ranks[id(article)]),
                    "save_as": save_as.format(date=day),
                    "url": url.format(date=day),
                    "period": (*numbers[:1], *(calendar.month_name[month] for month in numbers[1:2]), *numbers[2:]),
                    "period_num": numbers,
                })  # fmt: skip
        return archives

    def generate_tags(self, write: Write) -> None:
        """Write the pages of tags."""
        self._write_terms(write, "tag", self.tags.items())

    def generate_categories(self, write: Write) -> None:
        """Write the pages of categories."""
        self._write_terms(write, "category", self.categories)

    def generate_authors(self, write: Write) -> None:
        """Write the pages of authors."""
        self._write_terms(write, "author", self.authors)

    def _write_terms(self, write: Write, kind: str, terms: Iterable[tuple[Any, list[Article]]]) -> None:
        ranks = {id(article): rank for rank, article in enumerate(self.dates)}
        template = self.get_template(kind)
        for term, articles in terms:
            dates = sorted((each for each in articles if id(each) in ranks), key=lambda each: ranks[id(each)])
            with _leniency(term):
                write(
                    term.save_as, template, self.context, url=term.url, articles=articles, dates=dates,
                    template_name=kind, blog=True, page_name=term.page_name, all_articles=self.articles, **{kind: term},
                )  # fmt: skip


@contextmanager
def _leniency(term: Any) -> Iterator[None]:  # noqa: ANN401  # Pelican has no types
    """Let a term without a slug have no page where another one has it, as Pelican does."""
    try:
        yield
    except RuntimeError:
        if term.slug:
            raise


def _numbers(article: Article, parts: int) -> tuple[int, ...]:
    date = article.date
    return (date.year, date.month, date.day)[:parts]
