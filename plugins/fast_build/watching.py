"""Articles, pages and pages of lists that note when a template uses them."""

from collections.abc import Callable
from functools import partial
from typing import Any, ClassVar

from .bodies import body_of
from .notes import Notes

_SILENT = frozenset({"given_as", "known", "near", "pages", "settings", "paginator"})
_NEAR = 50
"""How many pages of a list stay known: one page asks for its neighbours, the first and the last."""
_get = object.__getattribute__


def watched(kind: type, notes: Notes) -> type:
    """Give a class like that of an article or a page, whose objects note that they are used.

    An object notes its first use by a page, and then is of a class that notes no more but the use of its body; when
    the page is made, it is of the first class again. So only the first use costs anything.
    """
    seen = _noting_bodies(kind, notes)

    class Unseen(seen):  # type: ignore[valid-type, misc]  # a class that was made
        def __getattribute__(self, name: str) -> Any:  # noqa: ANN401  # whatever the attribute is
            frame = notes.frame
            if frame is not None and name != "unseen":
                self.__class__ = seen
                frame.contents.append(self)
                return getattr(self, name)
            return _get(self, name)

    seen.unseen = Unseen
    for each in (seen, Unseen):
        # Pelican looks settings up by the name of the class.
        each.__name__, each.__qualname__, each.__module__ = kind.__name__, kind.__qualname__, kind.__module__
    return Unseen


def _noting_bodies(kind: type, notes: Notes) -> Any:  # noqa: ANN401  # a class that is made
    """Give a class like that of an article, whose objects note that their body is used."""

    class Seen(_noting_summaries(kind, notes)):  # type: ignore[misc]  # any class of Pelican's or of a plugin's
        unseen: ClassVar[type]

        @property
        def _content(self) -> Any:  # noqa: ANN401  # Pelican has no types
            self._note_body()
            return body_of(self)

        @_content.setter
        def _content(self, value: Any) -> None:  # noqa: ANN401
            self.__dict__["_content"] = value

        @property
        def content(self) -> Any:  # noqa: ANN401
            self._note_body()
            return super().content

        def get_content(self, *arguments: Any) -> Any:  # noqa: ANN401
            self._note_body()
            return super().get_content(*arguments)

    return Seen


def _noting_summaries(kind: type, notes: Notes) -> Any:  # noqa: ANN401  # a class that is made
    """Give a class like that of an article, whose objects note that their body is used for a summary."""

    class Summed(kind):  # type: ignore[misc]  # any class of Pelican's or of a plugin's
        def _note_body(self) -> None:
            if notes.frame is not None:
                notes.frame.bodies.append(self)

        @property
        def summary(self) -> Any:  # noqa: ANN401
            if "summary" not in self.__dict__["metadata"]:
                self._note_body()
            return super().summary

        @summary.setter
        def summary(self, value: Any) -> None:  # noqa: ANN401
            kind.summary.__set__(self, value)  # type: ignore[attr-defined]  # Pelican has a property

        def get_summary(self, *arguments: Any) -> Any:  # noqa: ANN401
            if "summary" not in self.__dict__["metadata"]:
                self._note_body()
            return super().get_summary(*arguments)

    return Summed


def watched_list_page(kind: type, notes: Notes) -> Any:  # noqa: ANN401  # a class that was made
    """Give a class like Pelican's page of a list, whose objects note what is used of them."""

    class WatchedPage(_noting_parts(kind, notes)):  # type: ignore[misc]  # a class that was made
        known: dict[str, Any]

        # Each list page has the addresses of its neighbours, and they are told again for its digest.
        url = property(lambda self: _kept(self.known, "url", partial(kind.url.fget, self)))  # type: ignore[attr-defined]
        save_as = property(lambda self: _kept(self.known, "save_as", partial(kind.save_as.fget, self)))  # type: ignore[attr-defined]

    return WatchedPage


def watched_paginator(kind: type, notes: Notes) -> Any:  # noqa: ANN401  # a class that was made
    """Give a class like Pelican's paginator, whose objects note what is used of them and of their pages."""

    class WatchedPaginator(_noting_parts(kind, notes)):  # type: ignore[misc]  # a class that was made
        pages: Any = None

        def __init__(self, *arguments: Any) -> None:  # noqa: ANN401  # as Pelican's
            super().__init__(*arguments)
            self.near: dict[int, dict[str, Any]] = {}

        def page(self, number: int, given_as: str = "") -> Any:  # noqa: ANN401  # Pelican has no types
            """Give a page of a list, as its paginator does; what is used of that is noted too."""
            frame, notes.frame = notes.frame, None
            try:
                parts = self.near.get(number)
                if parts is None:
                    if len(self.near) > _NEAR:
                        self.near.clear()
                    parts = self.near[number] = vars(super().page(number)) | {"known": {}}
                page = object.__new__(self.pages)
                vars(page).update(parts, given_as=given_as or f"{self.given_as}/{number}")
            finally:
                notes.frame = frame
            return page

    return WatchedPaginator


def _noting_parts(kind: type, notes: Notes) -> Any:  # noqa: ANN401  # a class that was made
    class NotingParts(kind):  # type: ignore[misc]  # Pelican has no types
        given_as = ""

        def __getattribute__(self, name: str) -> Any:  # noqa: ANN401  # whatever the attribute is
            frame = notes.frame
            if frame is None or name in _SILENT:
                return _get(self, name)
            # What it is worked out from does not count: its value tells all.
            notes.frame = None
            try:
                value = _get(self, name)
                if not callable(value):
                    frame.own_touches[("of", self.given_as, name)] = None
            finally:
                notes.frame = frame
            return value

    return NotingParts


def _kept(known: dict[str, Any], name: str, make: Callable[[], Any]) -> Any:  # noqa: ANN401  # Pelican has no types
    if name not in known:
        known[name] = make()
    return known[name]
