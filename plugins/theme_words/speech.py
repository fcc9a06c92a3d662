"""All languages that a theme speaks."""

from functools import cached_property
from gettext import NullTranslations
from pathlib import Path

from babel import Locale
from markupsafe import Markup

from .calendar_words import CldrCalendar, IsoCalendar
from .catalogue import CatalogueError, read_catalogue
from .tags import Direction, Tag, direction, locale_of, read_tag, spelled
from .words import Words

ENGLISH = "en"
"""The language in which templates ask for sentences."""


class Speech:
    """Gives the words of a language; each is read once."""

    page_notes = True
    """Says to fast_build that what it gives depends on nothing but what it is asked, settings and theme."""

    def __init__(self, folder: Path, home: str = ENGLISH) -> None:
        self.home = home
        """The site's own language."""
        self._folder = folder
        self._known: dict[tuple[str, str], Words] = {}

    def __call__(self, tag: str | None, otherwise: str = ENGLISH) -> Words:
        """Give the words of a language, such as `pt-BR`: of `pt`, where that has no catalogue of its own.

        A language without a catalogue has the sentences of `otherwise`, or English ones, and its own dates where CLDR
        knows them. Without a tag it is `otherwise` itself.

        Raises:
            CatalogueError: the catalogue is broken.
        """
        asked = (tag or otherwise, otherwise)
        if asked not in self._known:
            self._known[asked] = self._words(*asked)
        return self._known[asked]

    def page_facts(self) -> str:
        """Give what fast_build must know of it; the catalogues are files of the theme."""
        return self.home

    def _words(self, tag: str, otherwise: str) -> Words:
        said_in = next((each for each in (tag, otherwise) if self._speaks(each)), ENGLISH)
        catalogue, locale = self._catalogue(said_in), locale_of(tag)
        return Words(
            tag=spelled(tag),
            direction=direction(tag),
            sentences=read_catalogue(catalogue) if catalogue else NullTranslations(),
            listing=locale_of(said_in) or Locale("en", "GB"),
            calendar=CldrCalendar(locale) if locale else IsoCalendar(),
            passage=_passage(spelled(tag), direction(tag)) if spelled(tag) != spelled(otherwise) else Markup(),
        )

    def _speaks(self, tag: str) -> bool:
        return read_tag(tag).language == ENGLISH or self._catalogue(tag) is not None

    def _catalogue(self, tag: str) -> Path | None:
        asked = read_tag(tag)
        return self._catalogues.get(asked) or self._catalogues.get(asked._replace(territory=""))

    @cached_property
    def _catalogues(self) -> dict[Tag, Path]:
        files = sorted(self._folder.glob("*.po"))
        for path in files:
            if locale_of(path.stem) is None:
                raise CatalogueError(
                    f"{path}:1: {path.stem!r} is no language that Babel knows: name the file as pt.po, pt_BR.po or "
                    "zh_Hant.po"
                )
        return {read_tag(path.stem): path for path in files}


def _passage(tag: str, written: Direction) -> Markup:
    return Markup(' lang="{}" dir="{}"').format(tag, written)
