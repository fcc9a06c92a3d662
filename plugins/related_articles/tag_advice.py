"""Makes the plan about tags of what a site has."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import numpy as np

from .newsroom import FromPelican, Newsroom
from .tag_plan import Addition, Merge, Plan
from .tag_spelling import doubled
from .tag_suggestions import Adviser, Suggestion


def advise(newsroom: Newsroom, content: Path) -> Plan:
    """Give the plan: tags that are one, and tags for articles without any."""
    return Plan(tuple(_merges(newsroom)), tuple(_additions(newsroom, content)))


def used_once(newsroom: Newsroom, content: Path) -> list[tuple[str, str]]:
    """Give the tags that one article alone has, each with the article's file."""
    having: dict[str, list[FromPelican]] = defaultdict(list)
    for article in newsroom.articles:
        for tag in _tags(article):
            having[tag.name].append(article)
    return sorted((name, _file(articles[0], content)) for name, articles in having.items() if len(articles) == 1)


def _merges(newsroom: Newsroom) -> Iterator[Merge]:
    tags = {tag.name: tag for article in newsroom.articles for tag in _tags(article)}
    uses = Counter(tag.name for article in newsroom.articles for tag in _tags(article))
    for found in sorted(doubled(uses), key=lambda found: (found.why == "spelling", found.kept)):
        kept = tags[found.kept]
        gone = [tags[name] for name in found.others if tags[name].slug != kept.slug]
        counts = ", ".join(str(uses[name]) for name in found.others)
        why = f"{uses[found.kept]} stories, the others {counts}: they differ by {found.why}"
        addresses = tuple(f"/{unquote(tag.url)}" for tag in gone)
        yield Merge(found.kept, str(kept.slug), found.others, addresses, why)


def _additions(newsroom: Newsroom, content: Path) -> Iterator[Addition]:
    tags = [[tag.name for tag in _tags(article)] for article in newsroom.articles]
    untagged = np.flatnonzero(np.array([not listed for listed in tags], bool))
    adviser = Adviser(newsroom.likeness.space, tags, untagged)
    # The newest first: an editor may stop reading anywhere.
    for row in untagged[::-1].tolist():
        article = newsroom.articles[row]
        advice = adviser.suggest(row, newsroom.stories[row].language)
        if advice:
            names = tuple(suggestion.tag for suggestion in advice)
            why = tuple(map(_why, advice))
            yield Addition(_file(article, content), names, article.title, why)


def _why(suggestion: Suggestion) -> str:
    said = "it says so" if suggestion.is_said else ""
    like = f"{suggestion.neighbours} of 10 like it" if suggestion.neighbours else ""
    return ", ".join(filter(None, (like, said)))


def _tags(article: FromPelican) -> list[FromPelican]:
    return getattr(article, "tags", None) or []


def _file(article: FromPelican, content: Path) -> str:
    return Path(article.source_path).resolve().relative_to(content.resolve()).as_posix()
