"""What stands at which address of the site: stories, lists, files, and what old addresses lead to."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import chain
from pathlib import PurePosixPath

from markdown_articles.problems import ReferenceNameError
from markdown_articles.registries import Category
from old_addresses.rules import AddressRuleError, same, settle
from old_addresses.site import Site
from old_addresses.stories import NUMBERS
from old_addresses.stories import Story as Listed

from .paper import EXPIRED, PUBLISHED, Paper

_ROOT_FILES = frozenset(
    {"/sitemap.xml", "/sitemap-news.xml", "/robots.txt", "/llms.txt", "/manifest.webmanifest", "/favicon.ico"}
)
_SITEMAP = re.compile(r"/sitemap-[\w-]+\.xml")
_FURTHER = re.compile(
    r"(?P<page>/(?:.*/)?)(?:page/\d+|feed|feed/(?:rss2?|rdf|atom|json|feed)(?:/index\.(?:xml|json))?|feed/index\.xml|amp"
    r"|print|embed|trackback|comment-page-\d+)/?"
)
"""What WordPress had below each page and list; the site has it, or leads on from it."""
_PART_OF_LIST = re.compile(r"(?P<list>/(?:.*/)?)(?:page/\d+|feed(?:/atom|/json)?)(?:/(?:index\.(?:html|xml|json))?)?")
"""What a list has below it: further pages, and feeds."""
_COPY = re.compile(r"-(?:\d+x\d+|scaled)(?=\.\w+$)")
_QUESTIONS = frozenset({"s", "tag", "category_name", "author_name"})


@dataclass(slots=True)
class Standing:
    """What stands where."""

    paper: Paper
    """The paper."""
    lists: set[str] = field(default_factory=set)
    """Addresses of lists, as addresses are compared."""
    led_on: dict[str, str] = field(default_factory=dict)
    """Where old addresses lead, by address as addresses are compared; empty for what is gone."""
    problems: tuple[str, ...] = ()
    """What is wrong with old addresses."""

    def stands(self, address: str) -> bool:
        """Tell whether readers find a page or a file at an address, old addresses apart."""
        compared = same(address)
        story = self.paper.by_address.get(compared)
        if (story is not None and story.is_public) or compared in self.lists or self.is_file(address):
            return True
        part = _PART_OF_LIST.fullmatch(address)
        return part is not None and same(part["list"]) in self.lists

    def is_file(self, address: str) -> bool:
        """Tell whether a file of the paper's or of the theme's is at an address."""
        if address in self.paper.published_files:
            return True
        if address.startswith("/theme/"):
            return (self.paper.settings.theme / "static" / address.removeprefix("/theme/")).is_file()
        return address in _ROOT_FILES or bool(_SITEMAP.fullmatch(address))

    def leads(self, address: str, question: str = "") -> bool:
        """Tell whether readers arrive somewhere, by an old address too."""
        if question and address == "/":
            key, _, value = question.partition("&")[0].partition("=")
            key = NUMBERS[0] if key in NUMBERS else key
            return key in _QUESTIONS or key not in _ASKED or bool(self.led_on.get(same(f"/?{key}={value}")))
        if self.stands(address) or self.led_on.get(same(address)):
            return True
        further = _FURTHER.fullmatch(address)
        if further and further["page"] != address:
            return self.leads(further["page"])
        copy = _COPY.sub("", address)
        return copy != address and copy in self.paper.published_files


_ASKED = frozenset({*NUMBERS, "cat", "author", "m", "feed"})
"""What WordPress's front page could be asked by number, and old addresses answer."""


def standing_of(paper: Paper) -> Standing:
    """Give what stands where in a paper."""
    standing = Standing(paper)
    sections = _sections(paper)
    site = Site(paper.content, list(_listed(paper)), search=paper.settings.url("SEARCH_URL"))
    site.expired = list(_listed(paper, EXPIRED))
    site.sections = sorted(sections)
    site.tags = [
        (paper.settings.url("TAG_URL").format(slug=slug, name=tag.name), tag.aliases)
        for slug, tag in paper.registries.tags.items()
        if tag.aliases
    ]
    site.periods = sorted(_periods(paper))
    standing.lists = set(map(same, chain(sections, _terms(paper), site.periods, _direct(paper))))
    _settle(standing, site)
    return standing


def _settle(standing: Standing, site: Site) -> None:
    try:
        settled = settle(site.rules(), standing.stands)
        standing.led_on = {same(rule.source): rule.target for rule in settled.rules}
    except AddressRuleError as error:
        standing.problems = error.problems
        try:
            standing.led_on = {same(rule.source): rule.target for rule in site.rules()}
        except AddressRuleError:
            standing.led_on = {}


def _listed(paper: Paper, state: str = PUBLISHED) -> Iterator[Listed]:
    for story in paper.stories:
        if story.address and story.state == state:
            aliases = tuple(use.text for use in story.head.aliases)
            yield Listed(story.address, story.head.title, story.head.wordpress_id, aliases, story.place)


def _sections(paper: Paper) -> set[str]:
    """Give the addresses of the sections that have stories, and of those above them."""
    pattern, usual = paper.settings.url("CATEGORY_URL"), str(paper.settings.named["DEFAULT_CATEGORY"])
    names = {use.text for story in paper.public for use in story.head.categories} | {usual}
    lines: set[tuple[Category, ...]] = set()
    for name in names:
        try:
            line = paper.registries.category_line(name)
        except ReferenceNameError:
            continue
        lines |= {line[: length + 1] for length in range(len(line))}
    paths = ("/".join(entry.slug for entry in line) for line in lines)
    return {pattern.format(slug=path, path=path, name="") for path in paths}


def _terms(paper: Paper) -> Iterator[str]:
    """Give the addresses of writers, topics and series that have stories."""
    known = paper.registries
    kinds: tuple[tuple[str, str, Callable[[str], str]], ...] = (
        ("AUTHOR_URL", "authors", lambda name: known.author(name).slug),
        ("TAG_URL", "tags", lambda name: known.tag(name).slug),
        ("SERIES_URL", "series", lambda name: known.one_series(name).slug),
    )
    for setting, key, slug_of in kinds:
        pattern = paper.settings.url(setting)
        for name in {use.text for story in paper.public for use in getattr(story.head, key)}:
            try:
                slug = slug_of(name)
            except ReferenceNameError:
                continue
            yield pattern.format(slug=slug, name=slug)


def _periods(paper: Paper) -> set[str]:
    """Give the addresses of years, months and days that have stories."""
    found: set[str] = set()
    days = {story.head.date.date() for story in paper.public if story.head.date and not story.is_page}
    for name in ("YEAR_ARCHIVE_URL", "MONTH_ARCHIVE_URL", "DAY_ARCHIVE_URL"):
        if pattern := paper.settings.url(name):
            found |= {pattern.format(date=day) for day in days}
    return found


def _direct(paper: Paper) -> Iterator[str]:
    """Give the addresses of lists of which there is one."""
    settings = paper.settings
    for template in settings.named["DIRECT_TEMPLATES"]:
        name = PurePosixPath(str(template)).name
        saved = settings.named.get(f"{name.upper()}_SAVE_AS", f"{name}.html")
        if saved:
            yield settings.url(f"{name.upper()}_URL") or f"/{saved}"
            yield f"/{saved}"
    yield from ("/", settings.url("SERIES_INDEX_URL"), settings.url("SEARCH_URL"))
