"""What pages the documentation has: the table of contents in docs/README.md, and all that it leads to."""

import posixpath
from collections import deque
from dataclasses import dataclass
from pathlib import Path

from .markdown_links import addresses

CONTENTS = "docs/README.md"
"""Where a reader begins."""


class DocsError(Exception):
    """A page of the documentation that cannot become one; says which, and what to do."""


@dataclass(frozen=True, slots=True)
class DocsPage:
    """One page."""

    source: str
    """Its file, from the project's folder: `docs/write.md`."""
    title: str
    """The words of its first line."""
    text: str
    """Its Markdown below the title."""

    @property
    def address(self) -> str:
        """Where the page is on the site: `/write/`, and `/reference/plugins/fast_build/` for what is not in docs/."""
        path = self.source.removesuffix(".md").removesuffix("README")
        path = path.removeprefix("docs/") if path.startswith("docs/") else f"reference/{path}"
        return f"/{path}/".replace("//", "/")


def read_pages(project: Path) -> list[DocsPage]:
    """Give the page of contents, and each page that it leads to, nearest first.

    Raises DocsError, naming a page, where a link leads to no file, or a page begins with no title.
    """
    pages: dict[str, DocsPage] = {}
    waiting = deque([CONTENTS])
    while waiting:
        source = waiting.popleft()
        if source not in pages:
            pages[source] = _read(project, source)
            waiting += [target for target in _targets(project, pages[source]) if target.endswith(".md")]
    return list(pages.values())


def target_of(source: str, address: str) -> str:
    """Give the file that a relative link of a page leads to, from the project's folder."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(source), address.partition("#")[0]))


def is_local(address: str) -> bool:
    """Tell whether a link leads to another file of the project."""
    return ":" not in address and not address.startswith(("#", "/", "{"))


def _targets(project: Path, page: DocsPage) -> list[str]:
    targets = [target_of(page.source, address) for address in addresses(page.text) if is_local(address)]
    for target in targets:
        if not (project / target).exists():
            raise DocsError(f"{page.source}: a link leads to {target}, which is not there: correct it")
    return targets


def _read(project: Path, source: str) -> DocsPage:
    first, _, text = (project / source).read_text(encoding="utf-8").partition("\n")
    if not first.startswith("# "):
        raise DocsError(f"{source}:1: no title: begin the page with a line # Title")
    # Spaces at its start may make code of it.
    return DocsPage(source, first.removeprefix("# ").strip().replace("`", ""), text.strip("\n") + "\n")
