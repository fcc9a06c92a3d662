"""What a build must find in order before it writes anything: one address for each page, and files that can be read."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from .problems import unreadable

Content = Any
"""An article, a page or a static file of Pelican's, which has no types, made by our reader or by another."""

INCOMING = ".incoming"
"""The ending of a text of the old site that stands beside an editor's, where a migration could not merge the two."""

_TEXTS = frozenset({"", ".md", ".markdown", ".mdown", ".mkd", ".txt", ".html", ".htm", ".rst"})
"""Endings of what an editor may have meant as an article."""

_LISTS = (
    "articles",
    "translations",
    "hidden_articles",
    "hidden_translations",
    "drafts",
    "drafts_translations",
    "pages",
    "hidden_pages",
    "draft_pages",
    "draft_translations",
)
"""Where Pelican's generators keep what they will write."""


def contents_of(generators: Iterable[Any]) -> list[Content]:
    """Give all articles and pages, in the order of their files."""
    found = (content for generator in generators for name in _LISTS for content in getattr(generator, name, ()))
    return sorted(found, key=_name)


def shared_addresses(contents: Iterable[Content]) -> Iterator[str]:
    """Say which pages have the address of another; what is written nowhere, such as a draft, may have any."""
    owners: dict[str, Content] = {}
    for content in contents:
        owner = owners.setdefault(content.save_as, content)
        if owner is not content and content.save_as:
            address = getattr(content, "address", f"/{content.url}")
            yield (
                f"{_name(content)}: its address {address} is that of {_name(owner)} too: "
                "change the slug or the permalink of one"
            )


def unreadable_files(contents: Iterable[Content]) -> Iterator[str]:
    """Say which static files are links to nothing, or closed to us: Pelican would leave them out without a word."""
    for content in contents:
        if os.path.lexists(content.source_path) and not os.access(content.source_path, os.R_OK):
            try:
                Path(content.source_path).open("rb").close()
            except OSError as error:
                yield unreadable(_name(content), error)


def strays(content: Path, folders: Iterable[str]) -> Iterator[str]:
    """Say which files in the folders of articles and pages no one reads, because their names do not end in `.md`."""
    for folder in folders:
        for file in sorted(_unread(content / folder)):
            is_text = file.suffix.lower() in _TEXTS
            remedy = f"name it {file.stem}.md" if is_text else "move it below wp-content/uploads/"
            yield f"{os.path.relpath(file)}: nothing reads it: {remedy}, or move it out of {folder}/"


def _unread(folder: Path) -> Iterator[Path]:
    """Give the files of a folder that are no articles, hidden ones apart. Of articles, the most, no path is made."""
    for place, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        others = (name for name in names if not name.endswith((".md", INCOMING)) and not name.startswith("."))
        yield from (path for path in (Path(place, name) for name in others) if path.is_file())


def _name(content: Content) -> str:
    """Give the file's path as the editor sees it; what a plugin made from something else has its title."""
    return os.path.relpath(content.source_path) if content.source_path else repr(content.title)
