"""What a body refers to while it is cleaned, and where its notes gather."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from ..model import Article, Export, Media, Note
from .address_book import AddressBook
from .stories.learning import Stories, survey_stories

LONGEST_DETAIL = 200
_NOTHING_MOVED: Mapping[int, str] = {}


@dataclass(frozen=True, slots=True)
class Library:
    """What bodies refer to: shared by all articles, and made of plain dicts, so that workers can receive it."""

    media: Mapping[int, Media] = field(default_factory=dict)
    """By id."""
    media_of: Mapping[int, tuple[int, ...]] = field(default_factory=dict)
    """Ids of the attachments of each article, in the order of a gallery without ids."""
    patterns: Mapping[int, str] = field(default_factory=dict)
    """Bodies of synced patterns by id."""
    permalinks: Mapping[int, str] = field(default_factory=dict)
    """Root-relative addresses by id: the old ones, or the new ones of articles that do not keep theirs."""
    language: str = ""
    """Of the site's pages, BCP 47; empty when unknown."""
    handlers: str = ""
    """Path of the Python file with the site's own shortcodes and blocks (`handlers.py`); empty for none."""
    stories: Stories = field(default_factory=Stories)
    """Which articles there are, and what labels links to them as related stories."""
    book: AddressBook = field(default_factory=AddressBook)
    """What the addresses of the old site lead to."""

    @classmethod
    def of(cls, export: Export, moved: Mapping[int, str] = _NOTHING_MOVED) -> "Library":
        """Give the library of an export; `moved` has the new addresses, by id, of articles that do not keep theirs."""
        gathered: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
        for attachment in export.media.values():
            if attachment.parent:
                gathered[attachment.parent].append((attachment.order, attachment.id))
        media_of = {parent: tuple(number for _, number in sorted(found)) for parent, found in gathered.items()}
        book = AddressBook.of(export, moved)
        return cls(
            media=book.media,
            media_of=media_of,
            patterns=dict(export.patterns),
            permalinks=book.places,
            language=export.site.language,
            stories=survey_stories(export, book),
            book=book,
        )


@dataclass(slots=True)
class BodyContext:
    """One article on its way through the chain."""

    article: Article
    """Whose body it is."""
    library: Library
    """What it refers to."""
    notes: list[Note] = field(default_factory=list)
    """What the steps had to say, in the order of the steps."""
    open_patterns: tuple[int, ...] = ()
    """Ids of the synced patterns that are being rendered, outermost first: a pattern may not hold itself."""
    patterns_rendered: int = 0
    """How many synced patterns were rendered so far."""
    footnotes: list[tuple[str, str]] = field(default_factory=list)
    """Name and HTML of each note that a shortcode holds, in order."""

    def note(self, kind: str, detail: str = "", *, review: bool = False, count: int = 1) -> None:
        """Write down an alteration, a doubt, or a loss."""
        self.notes.append(Note(kind, _short(detail), review, count))

    def note_change(self, kind: str, before: str, after: str, detail: str = "") -> None:
        """Write down what stood there, and what stands there now."""
        self.notes.append(Note(kind, _short(detail), before=_short(before), after=_short(after)))

    def note_once(self, kind: str) -> None:
        """Write down something that an article has so often that it counts once."""
        if all(note.kind != kind for note in self.notes):
            self.note(kind)


def _short(text: str) -> str:
    """Give a text in one line, cut where it is long."""
    text = " ".join(text.split())
    return text if len(text) <= LONGEST_DETAIL else text[: LONGEST_DETAIL - 1] + "…"
