"""What the site itself knows of old addresses: its stories by number and alias, its lists by name and date."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from .rules import WORDPRESS, Rule

NUMBERS = ("p", "page_id", "attachment_id")
"""Under which WordPress takes the number of a story, a page or a file; it takes each for all three."""
TAGS = "data/tags.yaml"
"""Where tags have their aliases."""


@dataclass(frozen=True, slots=True)
class Story:
    """An article or a page that is published, or was until it expired."""

    address: str
    """Root-relative and decoded."""
    title: str
    """Plain text."""
    number: int
    """WordPress's own; 0 where it has none."""
    aliases: tuple[str, ...]
    """Addresses that lead to it."""
    file: str
    """Where it is written."""
    has_expired: bool = False
    """Whether its time is over."""


def story_rules(stories: Iterable[Story]) -> Iterator[Rule]:
    """Give the rules of stories: by number, and by alias."""
    for story in stories:
        if story.number:
            yield Rule(f"/?{NUMBERS[0]}={story.number}", story.address, story.file)
        for alias in story.aliases:
            yield Rule(_rooted(alias), story.address, story.file)


def gone_rules(stories: Iterable[Story]) -> Iterator[Rule]:
    """Give the rules of stories that have expired: they are gone, unless an editor leads their readers elsewhere."""
    for story in stories:
        numbered = (f"/?{NUMBERS[0]}={story.number}",) if story.number else ()
        for source in (story.address, *numbered, *map(_rooted, story.aliases)):
            yield Rule(source, "", story.file, rests=True)


def _rooted(alias: str) -> str:
    return alias if alias.startswith("/") else f"/{alias}"


def file_rules(rules: Iterable[Rule]) -> Iterator[Rule]:
    """Give the rules of the lists, those of numbers under the one key that stands for all three."""
    for rule in rules:
        key, number = rule.question
        yield Rule(f"/?{NUMBERS[0]}={number}", rule.target, rule.told_by, rule.rests) if key in NUMBERS[1:] else rule


def tag_rules(tags: Iterable[tuple[str, Iterable[str]]]) -> Iterator[Rule]:
    """Give the rules of tags: what led to one that became another leads to that. A tag in use again counts first."""
    for address, aliases in tags:
        yield from (Rule(_rooted(alias), address, TAGS, rests=True) for alias in aliases)


def section_rules(sections: Iterable[str]) -> Iterator[Rule]:
    """Give the rules of sections below others: WordPress answered `/category/child/` as well as its full address."""
    for address in sections:
        first, *line = address.strip("/").split("/")
        if len(line) > 1:
            yield Rule(f"/{first}/{line[-1]}/", address, WORDPRESS, rests=True)


def period_rules(periods: Iterable[str]) -> Iterator[Rule]:
    """Give the rules of years, months and days: `?m=202310` for `/2023/10/`."""
    for address in periods:
        digits = address.replace("/", "")
        if digits.isdecimal():
            yield Rule(f"/?m={digits}", address, WORDPRESS, rests=True)


def standing_rules(search: str) -> Iterator[Rule]:
    """Give the rules that every site that WordPress made needs; `search` is the address of the search page, if any."""
    for source, target in _EVERYWHERE:
        yield Rule(source, target, WORDPRESS, rests=True)
    if search:
        yield Rule("/search/", search, WORDPRESS, rests=True)


_FEED, _ATOM, _MAP = "/feed/", "/feed/atom/", "/sitemap.xml"
_EVERYWHERE = (
    *((f"/{name}/", _FEED) for name in ("rss", "rss2", "rdf", "feed/rss", "feed/rss2", "feed/rdf", "feed/feed")),
    ("/atom/", _ATOM),
    *((f"/comments/feed{form}/", _FEED) for form in ("", "/rss", "/rss2", "/rdf")),
    ("/comments/feed/atom/", _ATOM),
    *((f"/wp-{name}.php", _FEED) for name in ("feed", "rss", "rss2", "rdf", "commentsrss2")),
    ("/wp-atom.php", _ATOM),
    *((f"/{name}.xml", _FEED) for name in ("index", "rss", "feed")),
    ("/atom.xml", _ATOM),
    *((f"/?feed={name}", _FEED) for name in ("feed", "rss", "rss2", "rdf", "comments-rss2")),
    *((f"/?feed={name}", _ATOM) for name in ("atom", "comments-atom")),
    *((f"/{name}.xml", _MAP) for name in ("wp-sitemap", "sitemap_index", "post-sitemap", "page-sitemap")),
    *((f"/{name}-sitemap.xml", _MAP) for name in ("category", "post_tag", "author")),
    ("/index.php", "/"),
)
"""What redirect_canonical() and WordPress's rewrite rules make of these; the site has no comments' feeds."""
