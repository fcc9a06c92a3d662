"""Where the plugin meets Pelican."""

import logging
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from pelican import signals

from .hosts import FORMS, WITHOUT_QUESTIONS
from .plan import Plan
from .rules import AddressRuleError, Rule
from .shards import count_for, split, texts
from .site import Built, Site, plan_of, settled
from .stories import Story
from .suggestions import Named, suggestions
from .tables import table_of

FromPelican = Any
"""An object of Pelican's, which has no types: a Pelican, a generator, an article, a page."""

log = logging.getLogger(__name__)

_NAME = "old_addresses"
_USUAL = {"REDIRECTS_FOR": ["html", "netlify"], "REDIRECT_PAGES_MOST": 5000}
_PUBLIC = ("articles", "translations", "hidden_articles", "hidden_translations", "pages", "hidden_pages")
"""Where Pelican's generators keep what they write for everyone."""
_UNSEEN = ("drafts", "drafts_translations", "draft_pages", "draft_translations")
"""Where they keep what only editors see: what has expired is there too."""


def connect() -> None:
    """Connect everything to Pelican's signals."""
    signals.initialized.connect(_take_settings)
    signals.all_generators_finalized.connect(_note_site)
    signals.finalized.connect(_write)
    logging.getLogger("pelican").addFilter(_without_traceback)


def _take_settings(pelican: FromPelican) -> None:
    """Add the settings that the site leaves to us. Raises AddressRuleError for forms that there are not."""
    for name, value in _USUAL.items():
        pelican.settings.setdefault(name, value)
    forms = pelican.settings["REDIRECTS_FOR"]
    if unknown := sorted(set(forms) - set(FORMS)):
        raise AddressRuleError(f"REDIRECTS_FOR: there is no {', '.join(unknown)}: write some of {', '.join(FORMS)}")
    if {"netlify", "cloudflare"} <= set(forms):
        raise AddressRuleError("REDIRECTS_FOR: netlify and cloudflare both read _redirects: keep the one that you use")


def _note_site(generators: Sequence[FromPelican]) -> None:
    """Note what the site knows while generators are there to ask, and tell templates what their scripts need."""
    settings = generators[0].settings
    # A site may have the address, and no file at it: that is how it says that it has no search.
    search = settings.get("SEARCH_URL", "") if settings.get("SEARCH_SAVE_AS", "search/index.html") else ""
    site = Site(
        Path(settings["PATH"]), list(_stories(generators, _PUBLIC)), search=_address_at(search) if search else ""
    )
    site.expired = [story for story in _stories(generators, _UNSEEN) if story.has_expired]
    site.tags = list(_aliased_tags(settings))
    for generator in generators:
        if hasattr(generator, "articles"):
            site.sections = [_address_at(each.url) for each, _ in generator.categories]
            named = (dict(each) for each in (generator.categories, generator.tags, generator.authors))
            site.lists = sorted({_address_at(each.url) for each in chain.from_iterable(named)})
            site.periods = [
                _address_at(each["url"]) for each in chain.from_iterable(generator.period_archives.values())
            ]
    told = {
        "tables": count_for(site.size()),
        "words": count_for(len(site.stories)),
        "search": site.search,
        "asks": bool(WITHOUT_QUESTIONS & set(settings["REDIRECTS_FOR"])),
    }
    for generator in generators:
        generator.context[_NAME] = told
    settings[_NAME] = site, told


def _stories(generators: Iterable[FromPelican], lists: Iterable[str]) -> Iterator[Story]:
    for generator in generators:
        for name in lists:
            for content in getattr(generator, name, ()):
                number, aliases = getattr(content, "wordpress_id", None), getattr(content, "aliases", ())
                yield Story(
                    getattr(content, "address", "") or _address_at(content.url),
                    str(content.title),
                    number if isinstance(number, int) else 0,
                    tuple(aliases) if isinstance(aliases, list | tuple) else (),
                    content.get_relative_source_path() or str(content.title),
                    bool(getattr(content, "expired", False)),
                )


def _aliased_tags(settings: Mapping[str, Any]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Give the addresses of tags that have aliases, which markdown_articles read; some have no stories."""
    for slug, tag in getattr(settings.get("REGISTRIES"), "tags", {}).items():
        if tag.aliases:
            yield _address_at(settings["TAG_URL"].format(slug=slug, name=tag.name)), tag.aliases


def _address_at(url: str) -> str:
    return "/" + unquote(url).lstrip("/")


def _write(pelican: FromPelican) -> None:
    """Settle the rules, and write them for each host. Raises AddressRuleError with all that is wrong with them."""
    settings = pelican.settings
    site, told = settings.pop(_NAME)
    built = Built(Path(pelican.output_path), frozenset(story.address for story in site.stories))
    found = settled(site, built)
    _tell_of_dropped([rule for rule in found.dropped if not rule.standing])
    plan = replace(
        plan_of(site, built, found.rules),
        home=settings["SITEURL"], language=settings["DEFAULT_LANG"], most_pages=settings["REDIRECT_PAGES_MOST"],
    )  # fmt: skip
    for place, text in chain(_for_hosts(plan, settings["REDIRECTS_FOR"]), _for_scripts(site, plan, told)):
        path = built.output / place
        if path.is_dir() or f"/{place}" in built.known:
            log.warning("/%s is the address of a page, and %s cannot be written: give the page another.", place, place)
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")


def _for_hosts(plan: Plan, names: Iterable[str]) -> Iterator[tuple[str, str]]:
    for name in names:
        written = FORMS[name](plan)
        for warning in written.warnings:
            log.warning("%s", warning)
        yield from written.texts.items()


def _for_scripts(site: Site, plan: Plan, told: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Give the files that scripts ask: which stories are meant; where no host answers for us, all old addresses."""
    named = (Named(story.address, story.title) for story in site.stories)
    yield from texts("words", suggestions(named, told["words"]))
    if told["asks"]:
        yield from texts("table", split(table_of(plan.rules), told["tables"]))


def _tell_of_dropped(dropped: Sequence[Rule]) -> None:
    if dropped:
        first = dropped[0]
        log.warning(
            "%d old addresses lead nowhere, the first is %s: %s is not in the site. Bring the file, or take the line "
            "out of %s.",
            len(dropped), first.source, first.target, first.told_by,
        )  # fmt: skip


def _without_traceback(record: logging.LogRecord) -> bool:
    """Let a message about a rule through without Python's traceback: it says itself where and what."""
    if record.exc_info and isinstance(record.exc_info[1], AddressRuleError):
        record.exc_info = None
    return True
