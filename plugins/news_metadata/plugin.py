"""The Pelican side: give templates their head, and write the files for machines."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from jinja2 import pass_context
from pelican import signals
from pelican.generators import Generator
from pelican.utils import sanitised_join

from .addresses import encoded
from .files import published_files
from .head import Head
from .heads import address_of, head_of
from .newspaper import read_newspaper
from .newsroom import Newsroom, built_at

FromPelican = Any
"""An object of Pelican's, which has no types."""

_NAME = "news_metadata"


class MetadataGenerator(Generator):  # type: ignore[misc]  # Pelican has no types
    """Runs after Pelican's own generators have read all, and before static files, which may replace what it writes."""

    def generate_context(self) -> None:
        """Give templates `head_metadata` and `site_icon`."""
        paper = read_newspaper(self.settings)
        limit = self.settings.get("FEED_MAX_ITEMS")
        self._notes = self.settings.get("PAGE_NOTES")
        self._newsroom = Newsroom(paper, published_files(self.settings), self.context, limit, self._notes)
        if self._notes:
            self._notes.keep(_NAME, self._versions_of)
        # Connected to last of all, so that every plugin has said what it has to say of an article.
        signals.all_generators_finalized.connect(self._read)
        self.context["head_metadata"] = self._head
        self.context["feed_address"] = "feed/index.xml" if paper.feed_address else ""
        self.context["site_icon"] = paper.icon

    def generate_output(self, writer: FromPelican) -> None:
        """Write feeds, sitemaps and the small files; what an editor's page has the address of is the page's."""
        del writer
        taken = {content.save_as for name in ("articles", "pages") for content in self.context.get(name, ())}
        for place, text in self._newsroom.texts(built_at(os.environ)):
            file = unquote(place).lstrip("/")
            if file not in taken:
                path = Path(sanitised_join(self.output_path, file))
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, encoding="utf-8", newline="\n")

    def _read(self, generators: list[FromPelican]) -> None:
        """Read all articles and pages before any is made: what all are read for is not what one page uses."""
        del generators
        self._newsroom.known  # noqa: B018  # remembered there

    def _versions_of(self, address: str) -> object:
        return self._newsroom.versions.get(address)

    @pass_context
    def _head(self, context: Mapping[str, Any], title: str = "") -> Head:
        if self._notes and self._newsroom.paper.address:
            self._notes.read(_NAME, encoded(address_of(context["output_file"])))
        # What a template never set is undefined, which is no text but false.
        return head_of(context, self._newsroom.known, str(title or ""))

    # Beside that it depends on nothing but settings and what the template is given.
    _head.page_notes = True  # type: ignore[attr-defined]


def connect() -> None:
    """Connect to Pelican."""
    signals.get_generators.connect(_add_generator)


def _add_generator(pelican: FromPelican) -> type[MetadataGenerator]:
    del pelican
    return MetadataGenerator
