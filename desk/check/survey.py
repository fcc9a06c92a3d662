"""The whole check: every file looked at, by several processes where they are many, then what they say of others."""

import gc
import os
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import chain
from pathlib import Path
from urllib.parse import urlsplit

from markdown_articles.registry_files import read_sound

from .addresses import bare_host
from .examination import Digest, Ground, digest_of, examine, examine_all, places_below, read_file
from .facts import FileFacts
from .finding import Finding, Level, Remark
from .memory import Known, Memory
from .site import site_remarks
from .site.paper import Paper
from .site_settings import SiteSettings, read_settings

PROJECT = Path(__file__).parents[2]
"""Where `pelicanconf.py` is."""
CACHE = PROJECT / ".cache" / "check"
"""Where facts are kept between checks."""

_FEW = 150
"""Files below which no other process is worth its start."""
_PORTION = 100
"""Files that a process is given at once."""


@dataclass(frozen=True, slots=True)
class CheckOptions:
    """How to check."""

    cache: Path | None = CACHE
    """Where facts are kept between checks; None for nowhere."""
    workers: int = 0
    """Processes that look at files; 0 for one a processor."""
    settings: SiteSettings | None = None
    """The site's settings; None for those of `pelicanconf.py`."""
    now: datetime | None = None
    """When it is checked, aware; None for now."""
    told: Callable[[int, int], None] = lambda _done, _count: None
    """Hears how many files of how many have been looked at."""


def check_site(content: Path, options: CheckOptions | None = None) -> tuple[Finding, ...]:
    """Give all that is to be said about a content folder, by file and line.

    Raises ValueError where the site's settings are of no use.
    """
    options = options or CheckOptions()
    with without_collection():
        return findings_of(survey(content, options))


@contextmanager
def without_collection() -> Iterator[None]:
    """Let Python look for no waste meanwhile: a check makes much and drops little, and to look takes as long again."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def survey(content: Path, options: CheckOptions) -> Paper:
    """Give the paper, with the facts of each of its files. Raises ValueError as `check_site`."""
    settings = options.settings or read_settings(PROJECT)
    registries, problems = read_sound(content / "data", settings.zone)
    hosts = {bare_host(urlsplit(home).netloc) for home in (settings.named["SITEURL"], registries.site.address) if home}
    folders = (*settings.folders("STATIC_PATHS"), *registries.site.files)
    ground = Ground(str(content), settings.zone.key, tuple(dict.fromkeys(folders)), tuple(sorted(hosts - {""})))
    known = _facts(_places(content, settings), ground, options)
    facts = {place: known[place][1] for place in sorted(known)}
    return Paper(content, settings, registries, tuple(problems), facts, options.now or _now())


def findings_of(paper: Paper) -> tuple[Finding, ...]:
    """Give all that is to be said about a paper, by file and line."""
    own = ((place, remark) for place, facts in paper.files.items() for remark in facts.remarks)
    weights = paper.settings.levels
    found = {_finding(place, remark, weights[remark.kind]) for place, remark in chain(own, site_remarks(paper))}
    return tuple(sorted(each for each in found if each.level is not Level.OFF))


def _finding(place: str, remark: Remark, level: Level) -> Finding:
    return Finding(place, remark.line, remark.column, level, remark.kind, remark.what)


def _places(content: Path, settings: SiteSettings) -> list[str]:
    """Give the files to look at, by their places within the content folder."""
    texts = (*settings.folders("ARTICLE_PATHS"), *settings.folders("PAGE_PATHS"))
    found = [place for folder in dict.fromkeys(texts) for place in places_below(content, folder, (".md",))]
    found += places_below(content, "comments", (".yaml",))
    found += places_below(content, "data/media", (".yaml",))
    return list(dict.fromkeys(found))


def _facts(places: Sequence[str], ground: Ground, options: CheckOptions) -> Known:
    """Give what is known of each file, from memory where it holds what it held."""
    memory = Memory(options.cache, ground)
    before = memory.recall()
    known: Known = {}
    fresh = []
    for place in places:
        kept = before.get(place)
        try:
            same = kept is not None and digest_of(read_file(place, ground.content)) == kept[0]
        except OSError:
            same = False
        if kept is not None and same:
            known[place] = kept
        else:
            fresh.append(place)
    known |= _examined(fresh, ground, options)
    memory.keep(known, before)
    return known


def _examined(places: Sequence[str], ground: Ground, options: CheckOptions) -> Known:
    workers = options.workers or _processors()
    if len(places) < _FEW or workers == 1:
        return dict(_in_turn(places, ground, options))
    # Slow to import, and not needed for the few files that change in a day.
    from concurrent.futures.process import BrokenProcessPool, ProcessPoolExecutor  # noqa: PLC0415

    portions = [places[start : start + _PORTION] for start in range(0, len(places), _PORTION)]
    known: Known = {}
    with ProcessPoolExecutor(min(workers, len(portions)), initializer=_begin_work) as pool:
        try:
            for found in pool.map(examine_all, portions, [ground] * len(portions)):
                known |= {place: (digest, facts) for place, digest, facts in found}
                options.told(len(known), len(places))
        except BrokenProcessPool:
            raise ValueError("a process that looked at files was ended from outside: is the memory full?") from None
        except KeyboardInterrupt:
            pool.shutdown(wait=False, cancel_futures=True)
            raise
    return known


def _processors() -> int:
    """Give how many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _now() -> datetime:
    """Give the time of the check: now, or what SOURCE_DATE_EPOCH says, as for a build."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "").strip()
    return datetime.fromtimestamp(int(epoch), UTC) if epoch.isdecimal() else datetime.now(UTC)


def _begin_work() -> None:
    """Leave Ctrl-C to the process that waits for this one, and end when that has ended, however it did."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    from multiprocessing import parent_process  # noqa: PLC0415  # as above

    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _in_turn(
    places: Sequence[str], ground: Ground, options: CheckOptions
) -> Iterator[tuple[str, tuple[Digest, FileFacts]]]:
    for number, place in enumerate(places, 1):
        yield place, examine(place, ground)
        if number % _PORTION == 0 or number == len(places):
            options.told(number, len(places))


__all__ = ["CheckOptions", "check_site", "findings_of", "survey", "without_collection"]
