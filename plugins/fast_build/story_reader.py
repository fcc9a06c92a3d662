"""A site that was built in this process and stays: its stories are read again, and their pages made, one by one."""

import os
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from pelican import signals
from pelican.contents import Article, Page

from .desk import Desk, Job
from .page_writer import PageWriter

FromPelican = Any
"""An object of Pelican's, which has no types: a generator, an article, a page."""

_PROBLEMS = "ARTICLE_PROBLEMS"
"""The setting under which readers gather what is wrong with files."""
_UNPUBLISHED = ("drafts", "drafts_translations", "draft_pages", "draft_translations")
"""Where generators keep what is no reader's to see yet, or any more."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A page that was made again."""

    place: str
    """Of its file, in the site."""
    text: str
    """What it is."""
    about: dict[str, str]
    """What `about` gives of its story; nothing for another page."""


@dataclass(frozen=True, slots=True)
class KeptSite:
    """A site that was built in this process."""

    desk: Desk
    """Where its pages are made."""
    writer: PageWriter
    """Knows the pages."""
    generators: list[FromPelican]
    """Read articles and pages."""

    def shown_anew(self, file: Path) -> Shown | list[str]:
        """Give the page of a story or a page whose file was saved, or what is wrong with it; nothing for neither.

        What plugins worked out of all stories together stays as it was until the next whole build.
        """
        for generator in self.generators:
            place = os.path.relpath(file, generator.path)
            kind = Article if hasattr(generator, "articles") else Page
            folders = generator.settings["ARTICLE_PATHS" if kind is Article else "PAGE_PATHS"]
            if file.is_file() and any(Path(place).is_relative_to(folder) for folder in folders):
                new, problems = self._read(generator, place, kind)
                return problems if new is None else self._shown(generator, place, new)
        return []

    def made_again(self, places: list[str]) -> Iterator[Shown]:
        """Give pages by the templates as they are saved now. Raises what Jinja raises."""
        desk = self.desk
        desk.imports.forget()
        desk.ledger.fragments.macros.clear()
        desk.ledger.fragments.forget()
        for generator in self.generators:
            generator._templates.clear()  # noqa: SLF001  # Pelican keeps what it has found, and has no other word for it
        for job in map(self.writer.jobs.get, places):
            if job is not None:
                template = job.template.environment.get_template(str(job.template.name))
                self.writer.jobs[job.place] = fresh = replace(job, template=template)
                yield Shown(job.place, desk.make(fresh).text, {})

    def unpublished(self) -> list[dict[str, str]]:
        """Tell of each story that is no reader's to see yet, or any more."""
        lists = (getattr(generator, name, ()) for generator in self.generators for name in _UNPUBLISHED)
        return [about(content) for contents in lists for content in contents]

    def _shown(self, generator: FromPelican, place: str, new: FromPelican) -> Shown | list[str]:
        old: FromPelican = self.desk.site.contents.get(place)
        job = self.writer.jobs.get(new.save_as)
        if job is not None and _content_of(job).get_relative_source_path() != place:
            return []  # it has the address of another page: the whole build tells
        if job is not None and _content_of(job) is old and new.status == old.status:
            old.__dict__.update(new.__dict__)
            # Pelican remembers bodies by article for as long as the process lives.
            Article.__mro__[1].get_content.cache.clear()
        else:
            job = self._job(generator, new)
        self.desk.ledger.fragments.forget()
        return Shown(job.place, self.desk.make(job).text, about(new))

    def _job(self, generator: FromPelican, new: FromPelican) -> Job:
        """Give the page of what the last build did not know, as Pelican would write it."""
        own = {"article": new, "category": new.category, "blog": True} if isinstance(new, Article) else {"page": new}
        path = os.path.join(self.writer.output_path, new.save_as)  # noqa: PTH118  # as the writer has it
        context = generator.context
        job = Job(
            new.save_as, path, generator.get_template(new.template), context, partial(dict, own),
            context.get("localsiteurl"), override=True,
        )  # fmt: skip
        self.writer.jobs[new.save_as] = job
        return job

    def _read(self, generator: FromPelican, place: str, kind: FromPelican) -> tuple[FromPelican | None, list[str]]:
        sort = "article" if kind is Article else "page"
        settings = generator.settings
        settings.pop(_PROBLEMS, None)
        try:
            content = generator.readers.read_file(
                base_path=generator.path, path=place, content_class=kind, context=generator.context,
                preread_signal=getattr(signals, f"{sort}_generator_preread"), preread_sender=generator,
                context_signal=getattr(signals, f"{sort}_generator_context"), context_sender=generator,
            )  # fmt: skip
        except Exception:  # noqa: BLE001  # the whole build that follows says what is wrong
            return None, []
        if not isinstance(content, kind) or not content.is_valid() or not content.save_as:
            return None, settings.pop(_PROBLEMS, [])
        name = "pages" if kind is Page else "drafts" if content.status == "draft" else "articles"
        for receiver in list(signals.all_generators_finalized.receivers_for(None)):
            if getattr(receiver, "page_alone", False):
                receiver([SimpleNamespace(**{name: [content]}, settings=settings, context=generator.context)])
        return content, []


def about(content: FromPelican) -> dict[str, str]:
    """Tell of a story: its address, title and file; whether readers see it, and until or since when they do not."""
    state, moment = content.status, None
    if getattr(content, "scheduled", False):
        state, moment = "scheduled", content.date
    elif getattr(content, "expired", False):
        state, moment = "expired", content.expires
    return {
        "address": f"/{content.url}",
        "title": str(content.title),
        "file": os.path.relpath(content.source_path),
        "state": state,
        "moment": moment.isoformat() if moment else "",
        "place": content.save_as,
    }


def _content_of(job: Job) -> FromPelican:
    """Give the story that a page shows; an object without a file for a list."""
    own = job.own()
    return own.get("article") or own.get("page") or SimpleNamespace(get_relative_source_path=str)
