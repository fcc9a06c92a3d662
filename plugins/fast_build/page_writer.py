"""Pelican's writer, which writes only those pages that would not be what they were."""

import logging
import os
import shutil
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from jinja2 import Template
from pelican import signals
from pelican.paginator import Page as ListPage
from pelican.paginator import Paginator
from pelican.utils import sanitised_join
from pelican.writers import Writer

from .canonical import digest_of_bytes
from .desk import Desk, Given, Job, Page
from .press import Press
from .printed import Printed
from .watching import watched_list_page, watched_paginator

FromPelican = Any
"""An object of Pelican's, which has no types."""

logger = logging.getLogger(__name__)


class HeldError(RuntimeError):
    """All pages of articles and lists are known, and none is made."""

    def __init__(self, jobs: Mapping[str, Job]) -> None:
        super().__init__()
        self.jobs = jobs


class PageWriter(Writer):  # type: ignore[misc]  # Pelican has no types
    """Writes pages; where a page of the last build is what it would be made to now, that one stays."""

    desk: Desk
    """Where pages are made."""
    press: Press
    """Makes many at once."""
    keeps_jobs = False
    """Whether pages stay known, so that one can be made again."""
    may_gather = True
    """Whether pages may wait until many can be made at once."""
    is_held = False
    """Whether none is written: who began this build wants to know its pages."""

    def __init__(self, output_path: str, settings: FromPelican = None) -> None:
        super().__init__(output_path, settings)
        self.is_gathering = False
        """Whether pages wait now."""
        self.jobs: dict[str, Job] = {}
        """The pages, by place, where they stay known."""
        self._waiting: list[Job] = []
        self._folders: set[str] = set()
        self._paginator = watched_paginator(Paginator, self.desk.notes)
        self._paginator.pages = watched_list_page(ListPage, self.desk.notes)

    def write_file(  # noqa: PLR0913, PLR0917  # as Pelican has it
        self,
        name: str,
        template: Template,
        context: dict[str, Any],
        relative_urls: bool = False,
        paginated: Mapping[str, Any] | None = None,
        template_name: str | None = None,
        override_output: bool = False,
        url: str | None = None,
        **own: Any,  # noqa: ANN401  # whatever a generator gives a template
    ) -> None:
        """Write a page, or the pages of a list, as Pelican does."""
        if relative_urls or not name:
            super().write_file(
                name, template, context, relative_urls, paginated, template_name, override_output, url, **own
            )
            return
        local = context.get("localsiteurl")
        lists = self._lists(paginated, template_name or "", own)
        is_same = bool(lists) and context is self.desk.site.context
        is_same = is_same and self.desk.is_given_as_before(name, {**own, "paginated": lists, "url": url})
        for place, given in self._pages((name, url or ""), template_name or "", lists, own):
            path = sanitised_join(self.output_path, place)
            self._take(Job(place, path, template, context, given, local, override_output, is_same))

    def write_waiting(self) -> None:
        """Write the pages that wait. Raises HeldError in a build that ends here."""
        if self.is_held:
            raise HeldError(self.jobs)
        jobs, self._waiting = self._waiting, []
        desk, anew = self.desk, []
        for job in jobs:
            record = desk.reusable(job)
            if record is None:
                anew.append(job)
            else:
                desk.keep(job, record, is_one_file=self._reuse(job))
        if signals.content_written.receivers:
            for job in anew:
                self._write(job, desk.make(job).text.encode())
                desk.remember(job, None)
                signals.content_written.send(job.path, context={**job.context, **job.own()})
            return
        for job, printed in zip(anew, self.press.printed(anew, self._print, self._put), strict=True):
            desk.remember(job, printed.record)
            desk.notes.finished.add(job.place)

    def _lists(
        self, paginated: Mapping[str, Any] | None, template_name: str, own: Mapping[str, Any]
    ) -> dict[str, list[Any]]:
        """Give the lists that go over several pages, by name."""
        if template_name not in self.settings["PAGINATED_TEMPLATES"]:
            return {}
        if paginated is None:
            return {key: value for key, value in own.items() if key in {"articles", "dates"}}
        return dict(paginated)

    def _pages(
        self, name: tuple[str, str], template_name: str, lists: Mapping[str, Any], own: dict[str, Any]
    ) -> Iterator[tuple[str, Given]]:
        """Give the place of each page, and what only it is given."""
        noted = self.desk.noted(own)
        if lists:
            length = self.settings["PAGINATED_TEMPLATES"][template_name] or self.settings["DEFAULT_PAGINATION"]
            yield from self._list_pages(name, lists, noted, length)
        else:
            yield name[0], partial(dict, noted)

    def _list_pages(
        self, name: tuple[str, str], paginated: Mapping[str, Any], own: dict[str, Any], length: int
    ) -> Iterator[tuple[str, Given]]:
        paginators = {key: self._paginator(*name, items, self.settings, length) for key, items in paginated.items()}
        for key, paginator in paginators.items():
            paginator.given_as = f"{key}_paginator"
        last = list(paginators.values())[-1]
        for number in range(1, next(iter(paginators.values())).num_pages + 1):
            yield last.page(number).save_as, partial(self._list_page, own, paginators, number)

    def _list_page(self, own: dict[str, Any], paginators: Mapping[str, Any], number: int) -> dict[str, Any]:
        variables = dict(own)
        for key, paginator in paginators.items():
            variables[f"{key}_paginator"] = paginator
            for name, which in (("page", number), ("previous_page", number - 1), ("next_page", number + 1)):
                is_there = 1 <= which <= paginator.num_pages
                variables[f"{key}_{name}"] = paginator.page(which, f"{key}_{name}") if is_there else None
        return variables

    def _take(self, job: Job) -> None:
        if job.path in self._written_files and self.is_held:
            return
        if job.path in self._written_files:
            # Two pages of one name: Pelican decides which of them is written, or that this must not be.
            self.write_waiting()
            if job.override and job.path not in self._overridden_files:
                # The file that is replaced may be one with the last site's, which must stay as it is.
                Path(job.path).unlink(missing_ok=True)
            with self._open_w(job.path, "utf-8", override=job.override) as file:
                file.write(self.desk.make(job).text)
            self.desk.remember(job, None)
            return
        self._written_files.add(job.path)
        if job.override:
            self._overridden_files.add(job.path)
        self._waiting.append(job)
        if self.keeps_jobs:
            self.jobs[job.place] = job
        if not self.is_gathering:
            self.write_waiting()

    def _reuse(self, job: Job) -> bool:
        """Take over the file of the last site; tell whether it is the very same."""
        source = f"{self.desk.last_output}/{job.place}"
        if source == job.path:
            return True
        self._make_folder(job.path)
        return link_or_copy(source, job.path)

    def _print(self, job: Job) -> Printed:
        """Make a page, write it, and give what is to be remembered of it."""
        desk = self.desk
        page: Page = desk.make(job)
        octets = page.text.encode()
        digest = digest_of_bytes(octets)
        self._put(job, octets, digest)
        return Printed(desk.record(job, page, digest), bool(page.frame and page.frame.reasons))

    def _put(self, job: Job, octets: bytes, digest: bytes) -> None:
        """Write a page that was made."""
        if self.desk.is_as_it_was(job, digest):
            # Other parts of the site changed, and this page turned out the same: it keeps its time of change.
            self._reuse(job)
        else:
            self._write(job, octets)

    def _write(self, job: Job, octets: bytes) -> None:
        self._make_folder(job.path)
        with open(job.path, "wb") as file:  # noqa: PTH123  # a page a call
            file.write(octets)
        logger.info('Writing "%s"', job.path)

    def _make_folder(self, path: str) -> None:
        folder = os.path.dirname(path)  # noqa: PTH120  # a page a call
        if folder not in self._folders:
            try:
                os.mkdir(folder)  # noqa: PTH102
            except OSError:
                os.makedirs(folder, exist_ok=True)  # noqa: PTH103
            self._folders.add(folder)


def link_or_copy(source: str, target: str) -> bool:
    """Put a file of the last site into the new one, with its time of change; tell whether it is linked."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)
        return False
    return True
