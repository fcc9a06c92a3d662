"""Saved pages of a site: a mirror by `wget` or HTTrack, pages that a browser saved, or files of any name.

Read twice: the first reading learns over all pages what is the site's, what repeats and which files show one article;
the second gives the articles, one at a time, so that memory does not grow with their texts.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from ...model import Article, Defect, Export, RawForm
from ...terms import cut_loops
from ..folder import RawFile
from .article import Known, read_article, unreadable
from .files import looks_like_page, read_page_text
from .page import open_page
from .places import mirror_path, place_of
from .survey import FEED, FILE, Group, Survey, account, arrange

LOOKS_FOR = "saved pages of the site (.html, .php, .mhtml, a mirror by wget or HTTrack)"


@dataclass(slots=True)
class _Material:
    """All pages, by the host that they are of."""

    surveys: defaultdict[str, Survey] = field(default_factory=lambda: defaultdict(Survey))
    """The host is empty where pages do not tell it."""
    feeds: list[tuple[str, RawFile]] = field(default_factory=list)
    """Hosts, and their feeds, which are read when the sites are known."""
    defects: list[Defect] = field(default_factory=list)
    """Files that could not be read."""


def recognises(path: Path) -> bool:
    """Tell by its name and first bytes whether a file is a saved page."""
    return looks_like_page(path)


def read_files(files: Sequence[RawFile]) -> Sequence[Export]:
    """Give the pages of each host as an export."""
    material = _Material()
    for file in files:
        _survey(file, material)
    _settle(material)
    exports = [_export(host, survey) for host, survey in material.surveys.items()]
    if not exports:
        exports = [_export("", Survey())]
    return [replace(exports[0], defects=tuple(material.defects)), *exports[1:]]


def _survey(file: RawFile, material: _Material) -> None:
    """Read a file for the first time; whatever is wrong with it is wrong with it alone."""
    try:
        text = read_page_text(file.path)
        if text.is_feed:
            material.feeds.append((mirror_path(file).partition("/")[0], file))
            return
        page = open_page(text, file)
        place = place_of(page)
        material.surveys[place.host].add(page, place)
    except (OSError, ValueError) as error:
        material.defects.append(_defect(file, error))
    except Exception as error:  # noqa: BLE001  # one page out of 100,000 must not stop the others, whatever it holds
        material.defects.append(_defect(file, error))


def _defect(file: RawFile, error: Exception) -> Defect:
    reason = error.strerror or str(error) if isinstance(error, OSError) else str(error) or type(error).__name__
    return Defect(
        where=file.name,
        what=f"the saved page could not be read: {reason}",
        remedy="Open it in a browser and save it again, or leave the file out.",
    )


def _settle(material: _Material) -> None:
    """Give the pages of no known host, and the feeds, to the site that they can only be of."""
    surveys = material.surveys
    for survey in surveys.values():
        for file in survey.unmarked if survey.repetition.usual_place else ():
            page = open_page(read_page_text(file.path), file)
            survey.add_unmarked(page, place_of(page))
    hosts = [host for host, survey in surveys.items() if host and survey.leaves]
    if hosts:
        # Frames and advertisements of other hosts, which a mirror brings along, are no sites.
        for host in [host for host, survey in surveys.items() if host and not survey.leaves and host not in hosts]:
            count = sum(surveys.pop(host).aside.values())
            surveys[hosts[0]].aside[FILE, "skipped", f"a page of another host ({host})"] += count
    if len(hosts) == 1 and "" in surveys:
        _join(surveys[hosts[0]], surveys.pop(""))
    for host, file in material.feeds:
        known = host.removeprefix("www.")
        target = known if known in surveys else next(iter(hosts or surveys), "")
        survey = surveys[target]
        survey.add_feed(read_page_text(file.path).text, survey.home or (f"https://{target}" if target else ""))


def _join(survey: Survey, other: Survey) -> None:
    """Give the pages whose host is unknown to the one site that there is."""
    survey.leaves += other.leaves
    survey.aside += other.aside
    for person in other.people.by_slug.values():
        survey.people.add(person, is_linked=person.name.casefold() in other.people.slugs)
    for key, term in other.terms.known.items():
        survey.terms.known.setdefault(key, term)
    survey.moved |= other.moved
    survey.terms.above |= other.terms.above
    survey.terms.listed |= other.terms.listed
    survey.terms.unlinked |= other.terms.unlinked
    survey.repetition.join(other.repetition)


def _export(host: str, survey: Survey) -> Export:
    """Give the site of a host."""
    site = survey.site(host)
    groups = arrange(survey)
    known = Known.of(survey, site)
    terms = survey.terms.all_terms()
    cut_loops(terms)
    return Export(
        site=site,
        read_articles=lambda: _articles(groups, known),
        article_count=len(groups),
        form=RawForm.PAGE,
        item_count=len(groups) + sum(n for (kind, _, _), n in survey.aside.items() if kind not in (FILE, FEED)),
        authors=survey.people.known(),
        terms=terms,
        media=survey.media,
        menus=tuple(survey.menus.values()),
        permalinks={
            group.first.id: group.first.permalink for group in groups if group.first.id and group.first.permalink
        },
        set_aside=account(survey),
    )


def _articles(groups: Sequence[Group], known: Known) -> Iterator[Article]:
    for group in groups:
        try:
            yield read_article(group, known)
        except Exception as error:  # noqa: BLE001  # the same page was read before: the number of articles must stand
            yield unreadable(group.first, error)
