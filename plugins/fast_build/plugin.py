"""Where the plugin meets Pelican."""

import gc
import logging
import os
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemBytecodeCache
from jinja2.runtime import Context
from pelican import Pelican, signals
from pelican.settings import read_settings

from .bodies import Bodies
from .cluster import Begun, begun
from .crew import Held
from .desk import Desk
from .fragments import Fragments
from .imports import Imports
from .ledger import Ledger
from .listener import Listener
from .memory import Memory
from .notes import Notes
from .page_context import context_class
from .page_writer import HeldError, PageWriter
from .press import Press
from .quick_articles import QuickArticles
from .read_files import Read, ReadFiles
from .seal import now
from .site_values import Site
from .state_files import state_file
from .store import Store
from .story_reader import KeptSite
from .template_code import quicken
from .template_files import References, TemplateFiles
from .watching import watched
from .whole_files import read_whole, write_whole
from .world import world_of

FromPelican = Any
"""An object of Pelican's, which has no types: a Pelican, a generator, a writer."""

logger = logging.getLogger(__name__)

_EACH_PAGE = ("article_generator_write_article", "page_generator_write_page", "content_written")
"""Signals that are sent for each page: who listens to them must hear of all."""
_SELDOM = 20_000, 20, 100
"""After how many new objects Python looks for garbage while pages are made: what is remembered of a page stays."""
_USUALLY = gc.get_threshold()

_TIMES = ("date", "expires")
"""What articles say of when they are shown, and until when."""


@dataclass(slots=True)
class Build:
    """One run of Pelican's."""

    notes: Notes = field(default_factory=lambda: Notes(Memory()))
    """Where use is noted."""
    world: bytes = b""
    """What all pages depend on."""
    begun: Begun | None = None
    """What the workers of a cluster are told."""
    environments: dict[str, Environment] = field(default_factory=dict)
    """Jinja's environments by label."""
    context: dict[str, Any] = field(default_factory=dict)
    """Pelican's variables for templates."""
    listener: Listener = field(default_factory=Listener)
    """Hears what is said."""
    bodies: Bodies | None = None
    """Where bodies of articles wait."""
    files: ReadFiles | None = None
    """The articles and pages that were read."""
    desk: Desk | None = None
    """Where pages are made."""
    writer: PageWriter | None = None
    """Writes them."""
    generators: list[FromPelican] = field(default_factory=list)
    """Pelican's generators of articles and of pages."""


_build: Build


def connect() -> None:
    """Connect everything to Pelican's signals."""
    signals.initialized.connect(_begin)
    signals.generator_init.connect(_prepare)
    signals.content_object_init.connect(_put_away)
    signals.article_generator_init.connect(_quicken)
    signals.article_generator_init.connect(_recall)
    signals.page_generator_init.connect(_recall)
    signals.get_writer.connect(_give_writer)
    signals.article_writer_finalized.connect(_keep_writer)
    signals.finalized.connect(_leave)


def pages_made() -> tuple[Counter[str], int]:
    """Give how many pages the last build made, by the file of their template, and how many the site has."""
    build: Build | None = globals().get("_build")
    return (build.desk.made, len(build.desk.seen)) if build and build.desk else (Counter(), 0)


def _begin(pelican: FromPelican) -> None:
    global _build  # noqa: PLW0603  # Pelican's signals have no other place for what lasts one run
    _build = Build()
    if pelican.settings.get("FAST_BUILD_CLUSTER"):
        _build.begun = begun(dict(pelican.settings))
    pelican.settings["PAGE_NOTES"] = _build.notes
    # What is read stays until the end: to look through it for garbage again and again takes a sixth of the time.
    gc.disable()


def _prepare(generator: FromPelican) -> None:
    """Let the generator's templates note what they use."""
    build, settings = _build, generator.settings
    if not build.world:
        build.world = world_of(settings, settings.get("FAST_BUILD_APART", ()))
        build.notes.memory.open(state_file(settings, "memory"), build.world)
    build.context = generator.context
    environment = getattr(generator, "env", None)
    if environment is None or environment.context_class is not Context:
        return
    label = type(generator).__name__
    while label in build.environments:
        label += "'"
    build.environments[label] = environment
    environment.context_class = context_class(build.notes, label)
    quicken(environment)
    # Nothing changes a template while a site is built, and Jinja asks at each import of each page.
    environment.auto_reload = False
    environment.bytecode_cache = _compiled(state_file(settings, "templates"), build.world, label)


def _compiled(folder: Path, world: bytes, label: str) -> FileSystemBytecodeCache:
    """Give the place of compiled templates. They depend on settings and code too: constants are worked out in them."""
    folder.mkdir(parents=True, exist_ok=True)
    for file in folder.iterdir():
        if not file.name.startswith(world.hex()):
            file.unlink(missing_ok=True)
    return FileSystemBytecodeCache(str(folder), f"{world.hex()}-{label}-%s")


def _put_away(content: FromPelican) -> None:
    """Let an article's body wait on the disk; not where Pelican keeps articles itself."""
    build, settings = _build, content.settings
    if settings.get("CACHE_CONTENT"):
        return
    if build.bodies is None:
        build.bodies = Bodies(Path(settings["CACHE_PATH"], "fast_build"))
    body, digest = build.files.newest if build.files else ("", b"")
    build.bodies.put_away(content, digest if vars(content).get("_content") is body else b"")


def _quicken(generator: FromPelican) -> None:
    kind = type(generator)
    generator.__class__ = type(kind.__name__, (QuickArticles, kind), {"__module__": kind.__module__})


def _recall(generator: FromPelican) -> None:
    """Let what was read in an earlier build be recalled, by the doors that Pelican has for that."""
    build, settings, readers = _build, generator.settings, generator.readers
    build.generators.append(generator)
    if build.files is None:
        build.files = ReadFiles(settings, build.notes.memory)
    files, heard = build.files, {"count": 0}

    def recalled(path: str, _: Read) -> Read:
        heard["count"] = build.listener.count
        return files.recalled(path)

    def keep(path: str, read: Read) -> None:
        reader = readers.readers.get(path.rpartition(".")[2])
        is_quiet = build.listener.count == heard["count"] and read[1].get("status") != "skip"
        if is_quiet and getattr(reader, "page_notes", False) and not any(map(_is_to_come, map(read[1].get, _TIMES))):
            files.keep(path, read)

    readers.get_cached_data, readers.cache_data = recalled, keep


def _is_to_come(date: datetime | None) -> bool:
    """Tell whether a moment is of the future: what is read of an article now is not what will be read then."""
    return isinstance(date, datetime) and (date if date.tzinfo else date.replace(tzinfo=UTC)) > now()


def _give_writer(pelican: FromPelican) -> type[PageWriter] | None:
    """Give the writer that leaves alone what is as it was."""
    settings, build = pelican.settings, _build
    # From here on there is garbage, of each page some.
    gc.freeze()
    gc.enable()
    gc.set_threshold(*_SELDOM)
    if len(signals.get_writer.receivers) > 1:
        logger.warning("Another plugin brings a writer, and pages are all made anew: take one of the two away.")
        return None
    heard = [name for name in _EACH_PAGE if getattr(signals, name).receivers]
    if heard:
        logger.info("Plugins listen to %s, so that all pages are made anew.", ", ".join(heard))
    desk = build.desk = _desk(pelican, Store() if heard else read_whole(state_file(settings, "pages")) or Store())
    kinds: dict[type, type] = {}
    for content in desk.site.contents.values():
        kind = type(content)
        kinds[kind] = kinds.get(kind) or watched(kind, build.notes)
        content.__class__ = kinds[kind]
    workers = 1 if heard else settings.get("FAST_BUILD_WORKERS") or os.cpu_count() or 1
    press = Press(desk, workers, settings.get("FAST_BUILD_CLUSTER") or "", None if heard else build.begun)
    return type("PageWriter", (PageWriter,), {"desk": desk, "press": press, "may_gather": not heard})


def _desk(pelican: FromPelican, store: Store) -> Desk:
    build = _build
    notes, environments, settings = build.notes, build.environments, pelican.settings
    read: dict[bytes, References] = {}
    files = {label: TemplateFiles(each, notes.recall, read) for label, each in environments.items()}
    site = Site(
        build.context,
        {label: each.globals for label, each in environments.items()},
        notes,
        build.world,
        lambda label, name: files[label].digest(name) if label in files else b"",
        build.files.known if build.files else {},
    )
    if store.world != build.world:
        store = Store(build.world)
    imports = Imports(environments, files, notes, settings.get("FAST_BUILD_PURE", {}))
    make: Callable[[str, str], object] = lambda label, file: imports.make(label, file, fragments)  # noqa: E731
    fragments = Fragments(notes, site.arguments, lambda: build.listener.count, make)
    ledger = Ledger(store, site.value, site.note_contents, fragments, notes.numbers)
    labels = {id(each): label for label, each in environments.items()}
    return Desk(site, notes, ledger, imports, labels, build.listener, _last_output(pelican))


def _last_output(pelican: FromPelican) -> Path | None:
    named = pelican.settings.get("FAST_BUILD_LAST", "")
    if named:
        return Path(named)
    return None if pelican.delete_outputdir else Path(pelican.output_path)


def _keep_writer(_: FromPelican, writer: FromPelican) -> None:
    if isinstance(writer, PageWriter):
        _build.writer = writer


def _leave(pelican: FromPelican) -> None:
    """Leave to the next build what this one knows."""
    build, desk, settings = _build, _build.desk, pelican.settings
    build.listener.leave()
    gc.unfreeze()
    gc.set_threshold(*_USUALLY)
    if desk is None:
        return
    write_whole(state_file(settings, "pages"), desk.close())
    build.notes.memory.close()
    if settings.get("FAST_BUILD_SEALED"):
        write_whole(state_file(settings, "until"), (build.notes.due,))
    logger.info("%d of %d pages were made", desk.made.total(), len(desk.seen))
    for reason, count in sorted(desk.reasons.items()):
        logger.info("%d pages may depend on anything, because of %s", count, reason)


def build_site(settings_file: str, changes: dict[str, Any]) -> KeptSite:
    """Build a site in this process, and keep it. Raises what Pelican raises; RuntimeError where it has no writer."""
    PageWriter.keeps_jobs = True
    pelican = Pelican(read_settings(settings_file, override=changes))
    pelican.run()
    build = _build
    if build.desk is None or build.writer is None:
        raise RuntimeError("another plugin brings a writer, so that pages cannot be made one by one")
    return KeptSite(build.desk, build.writer, build.generators)


def hold_site(settings: dict[str, Any]) -> Held:
    """Read a site in this process, and make no page before it is asked for.

    Raises what Pelican raises; RuntimeError where plugins must hear of each page.
    """
    PageWriter.keeps_jobs = PageWriter.is_held = True
    pelican = Pelican(settings | {"FAST_BUILD_CLUSTER": "", "FAST_BUILD_LAST": "", "FAST_BUILD_WORKERS": 1})
    try:
        pelican.run()
    except HeldError as held:
        desk = _build.desk
        if desk is not None:
            return Held(desk, held.jobs)
    raise RuntimeError("plugins must hear of each page, so that none can be made apart")
