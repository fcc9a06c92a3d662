"""Read text dumps: what a person gets who selects all on an article's page and copies it.

A dump has no id and no picture, mostly no address, and hardly ever an exact date; nothing is invented in their place,
and the article's notes say what an editor should add. Each word of a page has exactly one fate, which
`text_dump_lines.read_lines` gives; the article is composed of those and of nothing else.

With several pages of one site, lines that repeat are known as the site's (`text_dump_repeats`). No text is kept: each
file is read again whenever its articles are asked for.
"""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from ..addresses import is_same_site
from ..model import Article, Author, Defect, Export, RawForm, Site, Term
from .folder import RawFile
from .text_dump_article import DumpArticle, compose
from .text_dump_decoding import NoTextError, read_start
from .text_dump_fates import Line, split_lines
from .text_dump_lines import read_lines, read_title
from .text_dump_moments import Habits, HabitSurvey
from .text_dump_pages import DumpPage, read_pages
from .text_dump_repeats import Repeats, fingerprint, learn

LOOKS_FOR = "the text of an article's page as copied from a browser (.txt)"

_MARKUP = re.compile(r"<(?:\?xml|!doctype|!--|html|head|body|rss|feed)\b|<!--", re.IGNORECASE)
_JSON = re.compile(r"[\[{]\s*(?:[\[{\"]|[}\]]\s*$)")
_ROBOTS = re.compile(r"(?:\s*(?:#[^\n]*)?\n)*\s*(?:user-agent|sitemap|disallow|allow)\s*:", re.IGNORECASE)
_PLUGIN = re.compile(r"\s*===[^=\n]+===\s*\n")


def recognises(path: Path) -> bool:
    """Tell whether the path is a text dump, by its beginning.

    One that is empty, or that cannot be read as text, is recognised too, so that its defect is told. What a site holds
    for machines (`robots.txt`), and the descriptions of plugins (`readme.txt`), are none.
    """
    if path.suffix.lower() != ".txt" or not path.is_file():
        return False
    try:
        start = read_start(path).lstrip("\ufeff \t\r\n")
    except (OSError, NoTextError):
        return True
    return not (_MARKUP.match(start) or _is_json(start) or _ROBOTS.match(start) or _PLUGIN.match(start))


def _is_json(start: str) -> bool:
    if not start.startswith(("{", "[")):
        return False
    try:
        json.loads(start)
    except (ValueError, RecursionError):
        # Only its beginning is here, and a reader's `[…]` is none.
        return _JSON.match(start) is not None
    return True


def read(path: Path, called: str = "") -> Export:
    """Give one dump as an export; `called` is what messages call it, its name where nothing is given."""
    (export,) = read_files([RawFile(path, called or path.name)])
    return export


def read_files(files: Sequence[RawFile]) -> Sequence[Export]:
    """Give all dumps of a folder as one export. A file that cannot be read, or that has no words, is a defect."""
    survey = _Survey()
    repeats = learn(lambda: _lines(files, survey))
    if repeats.pages > 1:
        titles = (read_title(page.text, repeats, page.called) for page in _pages(files))
        # All at once, so that no page's reading depends on those before it.
        repeats.titles.update([fingerprint(title) for title in titles if title])
    dates = HabitSurvey()
    for page in _pages(files, survey):
        reading = read_lines(page.text, repeats, page.called)
        dates.add(reading)
        survey.add(compose(reading, page.where))
    home, habits = survey.home, dates.habits
    return [
        Export(
            site=Site(home),
            read_articles=lambda: _articles(files, repeats, habits),
            article_count=survey.count,
            form=RawForm.TEXT,
            item_count=survey.count,
            authors=survey.authors,
            terms=survey.terms,
            defects=tuple(survey.defects.values()),
        )
    ]


@dataclass(slots=True)
class _Survey:
    """What is known of all the dumps together."""

    count: int = 0
    """Articles."""
    authors: dict[str, Author] = field(default_factory=dict)
    """By slug."""
    terms: dict[tuple[str, str], Term] = field(default_factory=dict)
    """By taxonomy and slug."""
    homes: set[str] = field(default_factory=set)
    """Of the sites that the articles' addresses are on."""
    defects: dict[str, Defect] = field(default_factory=dict)
    """By file."""

    def add(self, dump: DumpArticle) -> None:
        """Take in an article."""
        self.count += 1
        for author in dump.authors:
            self.authors.setdefault(author.slug, author)
        for key in dump.article.terms:
            self.terms.setdefault((key.taxonomy, key.slug), Term(key.taxonomy, key.slug, key.name))
        if dump.home and not any(is_same_site(dump.home, home) for home in self.homes):
            self.homes.add(dump.home)

    @property
    def home(self) -> str:
        """The site's address, where all articles that have one are on the same site."""
        return next(iter(self.homes)) if len(self.homes) == 1 else ""


def _pages(files: Sequence[RawFile], survey: _Survey | None = None) -> Iterator[DumpPage]:
    for file in files:
        try:
            yield from read_pages(file)
        except (OSError, NoTextError) as error:
            if survey is not None:
                survey.defects[file.name] = _defect(file.name, error)


def _lines(files: Sequence[RawFile], survey: _Survey) -> Iterator[tuple[Line, ...]]:
    return (split_lines(page.text) for page in _pages(files, survey))


def _articles(files: Sequence[RawFile], repeats: Repeats, habits: Habits) -> Iterator[Article]:
    for page in _pages(files):
        yield compose(read_lines(page.text, repeats, page.called), page.where, page.notes, habits).article


def _defect(name: str, error: Exception) -> Defect:
    reason = error.strerror or str(error) if isinstance(error, OSError) else str(error)
    return Defect(
        where=name,
        what=f"the article in this text could not be read: {reason}",
        remedy="Copy the article's page again and save it as UTF-8 text, or leave the file out.",
    )
