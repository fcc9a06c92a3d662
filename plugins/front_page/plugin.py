"""The Pelican side: give templates the front page."""

import logging
import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from pelican import signals

from .arrangement import Layout, arrange
from .front_file import FrontFileError, Plan, read_plan

FromPelican = Any
"""An object of Pelican's, which has no types: a generator, an article, a category."""

logger = logging.getLogger(__name__)


def lay_out(generators: Iterable[FromPelican]) -> None:
    """Set `front` when all articles are read. Raises FrontFileError with all that is wrong with the editors' file."""
    for generator in generators:
        if hasattr(generator, "articles"):
            plan = _plan(Path(generator.settings["PATH"], "data", "front.yaml"))
            arranged = arrange(generator.articles, generator.categories, plan, _layout(generator))
            for remark in arranged.remarks:
                logger.warning("%s", remark)
            generator.context["front"] = arranged.front


def _plan(file: Path) -> Plan:
    name = os.path.relpath(file)
    try:
        return read_plan(file.read_bytes(), name)
    except FileNotFoundError:
        return Plan(name)
    except OSError as error:
        raise FrontFileError(f"{name}: cannot be read ({error.strerror}): mend the file's rights") from None


def _layout(generator: FromPelican) -> Layout:
    settings: Mapping[str, Any] = generator.settings
    usual = Layout()
    return Layout(
        beside=settings.get("FRONT_PAGE_BESIDE", usual.beside),
        listed=_listed(len(generator.articles), settings),
        sections=settings.get("FRONT_PAGE_SECTIONS", usual.sections),
        section_stories=settings.get("FRONT_PAGE_SECTION_STORIES", usual.section_stories),
        sticky_days=settings.get("FRONT_PAGE_STICKY_DAYS", usual.sticky_days),
        unsorted=settings.get("DEFAULT_CATEGORY") or "",
    )


def _listed(count: int, settings: Mapping[str, Any]) -> int:
    """Give how many stories Pelican puts on the first page of its list: page 2 goes on after them."""
    length = settings["PAGINATED_TEMPLATES"].get("index") or settings["DEFAULT_PAGINATION"] or Layout().listed
    return count if count <= length + settings["DEFAULT_ORPHANS"] else int(length)


def connect() -> None:
    """Connect to Pelican."""
    # Not article_generator_finalized: another plugin may list the categories anew there, before or after us.
    signals.all_generators_finalized.connect(lay_out)
    logging.getLogger("pelican").addFilter(_without_traceback)


def _without_traceback(record: logging.LogRecord) -> bool:
    """Let a message about the editors' file through without Python's traceback: it says itself where and what."""
    if record.exc_info and isinstance(record.exc_info[1], FrontFileError):
        record.exc_info = None
    return True
