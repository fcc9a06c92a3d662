"""Bodies of articles, which stay in a file until somebody asks for one: most pages show none but their own."""

import os
import tempfile
import weakref
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from .canonical import digest_of_bytes

Content = Any
"""An article or a page of Pelican's, which has no types."""

_SHORT = 200
"""A text of fewer characters takes as much memory as a note of its place."""
_USUAL_LINKS = "[{|](?P<what>.*?)[|}]"
"""Pelican's own pattern of links to files."""


@dataclass(slots=True, eq=False)
class Place:
    """Stands for a text that was put away."""

    bodies: "Bodies"
    """Where it is."""
    start: int
    """Of its octets in the file."""
    size: int
    """How many there are."""
    digest: bytes
    """Of the octets."""
    is_shown: bool = False
    """Whether somebody asked what the article shows: with Pelican's own, that stays, whatever becomes of the body."""

    def text(self) -> str:
        """Give the text."""
        return os.pread(self.bodies.file, self.size, self.start).decode("utf-8", "surrogatepass")

    def __reduce__(self) -> tuple[Any, ...]:
        # Who keeps or copies an article gets the text itself.
        return str, (self.text(),)


@dataclass(slots=True, weakref_slot=True, eq=False)
class Bodies:
    """A file without a name, which is gone with this object. Processes that are copies of this one read it too."""

    folder: Path
    """On which disk it lies."""
    file: int = field(init=False)
    """Its number in the system."""
    size: int = field(init=False, default=0)
    """Octets that it holds."""
    last: tuple[Place, str, str] | None = field(init=False, default=None)
    """The body that was asked for last, on which site, and what is shown of it."""
    kinds: dict[type, type] = field(init=False, default_factory=dict)
    """Classes of articles and pages whose objects hold the place of their body, by Pelican's."""
    shown: dict[int, Place] = field(init=False, default_factory=dict)
    """Bodies of articles that got other ones when they had been asked what they show, by the article's identity."""

    def __post_init__(self) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        self.file, name = tempfile.mkstemp(dir=self.folder, prefix=".bodies-")
        os.unlink(name)  # noqa: PTH108  # as the line above gave it
        weakref.finalize(self, os.close, self.file)

    def put_away(self, content: Content, digest: bytes = b"") -> None:
        """Let an article or a page that was just read hold only the place of its body, whose digest may be known."""
        body = vars(content).get("_content")
        if type(body) is not str or len(body) < _SHORT:
            return
        kind = type(content)
        if kind not in self.kinds:
            self.kinds[kind] = _keeping(kind, self)
        content.__class__ = self.kinds[kind]
        content.__dict__["_content"] = self.place(body, digest)

    def put(self, body: str | None, place: str | Place | None) -> str | Place | None:
        """Give what stands for a body that takes the place of another one."""
        if type(body) is not str or len(body) < _SHORT:
            return body
        return place if type(place) is Place and place.text() == body else self.place(body)

    def place(self, body: str, digest: bytes = b"") -> Place:
        """Write a text, and give its place."""
        whole = body.encode("utf-8", "surrogatepass")
        octets = memoryview(whole)
        place = Place(self, self.size, len(octets), digest or digest_of_bytes(whole))
        while octets:
            written = os.pwrite(self.file, octets, self.size)
            self.size += written
            octets = octets[written:]
        return place


def body_of(content: Content) -> str | None:
    """Give the body of an article as it was read; what it shows, `content.content`, has links led to their places."""
    body: Any = vars(content).get("_content")
    return body.text() if type(body) is Place else body


def _keeping(kind: type, bodies: Bodies) -> type:
    """Give a class like that of an article, whose objects hold the place of their body."""

    class Keeping(kind):  # type: ignore[misc]  # any class of Pelican's or of a plugin's
        @property
        def _content(self) -> str | None:
            return body_of(self)

        @_content.setter
        def _content(self, body: str | None) -> None:
            place = self.__dict__["_content"]
            if type(place) is Place and place.is_shown:
                bodies.shown[id(self)] = place
            # Another plugin that gives each article its own body back must not fill the memory with them.
            self.__dict__["_content"] = bodies.put(body, place)

        def get_content(self, site: str) -> str:
            """Give what the article shows. Pelican's own remembers that of every article for ever."""
            place = bodies.shown.get(id(self)) or self.__dict__["_content"]
            if type(place) is not Place or hasattr(self, "_get_content"):
                shown: str = super().get_content(site)
                return shown
            if bodies.last is None or bodies.last[:2] != (place, site):
                bodies.last = place, site, _shown(self, place.text(), site)
            place.is_shown = True
            return bodies.last[2]

    # Pelican looks settings up by the name of the class.
    Keeping.__name__, Keeping.__qualname__, Keeping.__module__ = kind.__name__, kind.__qualname__, kind.__module__
    return Keeping


def _shown(content: Content, body: str, site: str) -> str:
    """Give a body with Pelican's links to files, `{filename}` and the like, led to their places."""
    if content.settings["INTRASITE_LINK_REGEX"] == _USUAL_LINKS and "{" not in body and "|" not in body:
        return body
    shown: str = content._update_content(body, site)  # noqa: SLF001  # Pelican has no other word for it
    return shown
