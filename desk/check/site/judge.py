"""Whether a link within the site leads to something that readers see, and to a place that it has."""

import posixpath
import re
from difflib import get_close_matches
from typing import NamedTuple
from urllib.parse import unquote

from old_addresses.rules import same

from ..addresses import led_to
from ..facts import Use
from ..finding import Remark
from .nearest import Nearest
from .paper import HIDDEN, Story
from .standing import Standing

PLACEHOLDER = re.compile(r"[{|](\w+)[}|](.*)", re.DOTALL)
"""How a link of Pelican's own form begins: `{static}`, `{filename}`."""
_OWN_PLACES = frozenset({"", "top", "content", "comments", "corrections", "comments-title", "corrections-title"})
"""Places that the theme gives each page."""
_ASTRAY = "readers find nothing there"
_NO_SCHEME = re.compile(r"/?(?:www\.|(?:[\w-]+\.)+(?:com|org|net|de|uk|fr|info|eu|example)(?:/|$))", re.IGNORECASE)


class Target(NamedTuple):
    """Where a link leads."""

    path: str
    """Root-relative and decoded."""
    question: str
    """What is asked there."""
    anchor: str
    """The place on the page."""


class Judge:
    """Tells of links whether they are alive; what it has told of an address it remembers."""

    def __init__(self, standing: Standing, nearest: Nearest) -> None:
        self._paper = standing.paper
        self._standing = standing
        self._nearest = nearest
        self._folders = tuple(f"/{folder}/" for folder in standing.paper.folders)
        self._judged: dict[Target, tuple[str, str]] = {}

    def remark(self, story: Story, use: Use) -> Remark | None:
        """Give what is to be said about a link of a story."""
        address = use.text.strip()
        if not address:
            return Remark("dead-link", use.line, "a link without an address: write one between ( and )")
        if found := PLACEHOLDER.match(unquote(address)):
            return self._placeholder(story, use.line, (found[1].lower(), found[2]))
        try:
            target = Target(*led_to(address, story.address or "/"))
        except ValueError:
            return Remark("dead-link", use.line, f"{address[:100]!r} is no address: write /2024/11/tram/ or https://…")
        if target.path == story.address:
            return self._anchor(story, use.line, target.anchor)
        kind, said = self.judged(target, is_seen=story.is_public)
        return Remark(kind, use.line, said + _hint(address)) if kind else None

    def judged(self, target: Target, *, is_seen: bool = True) -> tuple[str, str]:
        """Give the kind of remark and what is to be said about an address; nothing for one that is alive."""
        if target not in self._judged:
            self._judged[target] = self._judge(target)
        kind, said = self._judged[target]
        hidden = self._paper.by_address.get(same(target.path)) if kind else None
        return ("", "") if hidden is not None and not hidden.is_public and not is_seen else (kind, said)

    def _judge(self, target: Target) -> tuple[str, str]:
        story = self._paper.by_address.get(same(target.path))
        if story is not None and story.is_public:
            remark = self._anchor(story, 0, target.anchor)
            return (remark.kind, remark.what) if remark else ("", "")
        last = target.path.rstrip("/").rpartition("/")[2].casefold()
        if self._standing.leads(target.path, target.question) or last in self._paper.unread:
            return "", ""
        if target.path.startswith(self._folders):
            return "missing-file", f"there is no file {target.path}: {self._nearest.file_advice(target.path)}"
        return "dead-link", f"the link leads to {self._nothing_at(target, story)}"

    def _nothing_at(self, target: Target, story: Story | None) -> str:
        if story is not None:
            return f"{target.path}, and {story.place} is {HIDDEN[story.state]}: {_ASTRAY}"
        if target.question and target.path == "/":
            return f"/?{target.question}, and nothing has this number: write the story's address"
        if self._standing.led_on.get(same(target.path)) == "":
            return f"{target.path}, which was withdrawn: take the link out"
        return f"{target.path}, where nothing stands: {self._nearest.advice(target.path)}"

    def _anchor(self, story: Story, line: int, anchor: str) -> Remark | None:
        if anchor in _OWN_PLACES or anchor.startswith(":~:") or anchor in story.facts.body.anchors:
            return None
        thread = self._paper.thread_of(story)
        if thread is not None and anchor in thread.body.anchors:
            return None
        page = story.address or "the page"
        known = (*story.facts.body.anchors, *(thread.body.anchors if thread else ()))
        close = get_close_matches(anchor, known, n=1)
        remedy = f"did you mean #{close[0]}?" if close else f"correct it, or take #{anchor} out"
        return Remark("dead-anchor", line, f"the link leads to #{anchor}, and {page} has no such place: {remedy}")

    def _placeholder(self, story: Story, line: int, found: tuple[str, str]) -> Remark | None:
        word, rest = found
        path, _, anchor = rest.partition("#")
        folder = posixpath.dirname(story.place)
        place = posixpath.normpath(path.lstrip("/") if path.startswith("/") else posixpath.join(folder, path))
        if f"/{place}" in self._paper.published_files or word not in {"static", "attach", "filename"}:
            return None
        if word == "filename":
            return self._file(story, Use(line, place), anchor)
        if not f"/{place}".startswith(self._folders):
            return None  # which is said where the link is looked at by itself
        return Remark("missing-file", line, f"there is no file {place}: {self._nearest.file_advice(place)}")

    def _file(self, story: Story, use: Use, anchor: str) -> Remark | None:
        """Give what is to be said about a link to the file of a story."""
        meant = self._paper.by_place.get(use.text)
        if meant is None:
            said = f"there is no file {use.text}: correct it, or write the story's address"
            # One whose head cannot be read is told of by itself.
            return None if use.text in self._paper.files else Remark("dead-link", use.line, said)
        if meant.is_public or not story.is_public:
            return self._anchor(meant, use.line, anchor)
        said = f"the link leads to {use.text}, which is {HIDDEN[meant.state]}: {_ASTRAY}"
        return Remark("dead-link", use.line, said)


def _hint(address: str) -> str:
    return f" (another site's address begins with https://: https://{address})" if _NO_SCHEME.match(address) else ""
