"""Articles, pages and pages of lists that note when a template uses them."""

from typing import Any, ClassVar

from .bodies import body_of
from .notes import Notes

_SILENT = frozenset({"given_as", "pages", "settings", "paginator"})
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
    """Give a class like Pelican's page of a list, or of its paginator, whose objects note what is used of them."""

    class WatchedPage(kind):  # type: ignore[misc]  # Pelican has no types
        given_as = ""
        pages: Any = None

        def __getattribute__(self, name: str) -> Any:  # noqa: ANN401  # whatever the attribute is
            frame = notes.frame
            if frame is None or name in _SILENT:
                return _get(self, name)
            # What it is worked out from does not count: its value tells all.
            notes.frame = None
            try:
                value = _get(self, name)
            finally:
                notes.frame = frame
            if not callable(value):
                frame.own_touches.add(("of", _get(self, "given_as"), name))
            return value

        def page(self, number: int) -> Any:  # noqa: ANN401  # Pelican has no types
            """Give a page of a list, as its paginator does; what is used of that is noted too."""
            with notes.hushed():
                page = super().page(number)
                page.__class__ = self.pages
                page.given_as = f"{self.given_as}/{number}"
            return page

    return WatchedPage
