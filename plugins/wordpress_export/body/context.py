"""What a body refers to while it is cleaned, and where its notes gather."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from ..model import Article, Export, Media, Note

LONGEST_DETAIL = 200


@dataclass(frozen=True, slots=True)
class Library:
    """What bodies refer to: shared by all articles, and made of plain dicts, so that workers can receive it."""

    site_address: str = ""
    """The old site's home: `https://news.example`."""
    media: Mapping[int, Media] = field(default_factory=dict)
    """By id."""
    media_of: Mapping[int, tuple[int, ...]] = field(default_factory=dict)
    """Ids of the attachments of each article, in the order of a gallery without ids."""
    patterns: Mapping[int, str] = field(default_factory=dict)
    """Bodies of synced patterns by id."""
    permalinks: Mapping[int, str] = field(default_factory=dict)
    """Root-relative old addresses by id."""
    language: str = ""
    """Of the site's pages, BCP 47; empty when unknown."""

    @classmethod
    def of(cls, export: Export) -> "Library":
        """Give the library of an export."""
        gathered: defaultdict[int, list[Media]] = defaultdict(list)
        for attachment in export.media.values():
            if attachment.parent:
                gathered[attachment.parent].append(attachment)
        media_of = {
            parent: tuple(attachment.id for attachment in sorted(found, key=lambda item: (item.order, item.id)))
            for parent, found in gathered.items()
        }
        return cls(
            site_address=export.site.address,
            media=dict(export.media),
            media_of=media_of,
            patterns=dict(export.patterns),
            permalinks=dict(export.permalinks),
            language=export.site.language,
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

    def note(self, kind: str, detail: str = "", *, review: bool = False) -> None:
        """Write down an alteration, a doubt, or a loss."""
        detail = " ".join(detail.split())
        if len(detail) > LONGEST_DETAIL:
            detail = detail[: LONGEST_DETAIL - 1] + "…"
        self.notes.append(Note(kind, detail, review))

    def note_once(self, kind: str) -> None:
        """Write down something that an article has so often that it counts once."""
        if all(note.kind != kind for note in self.notes):
            self.note(kind)
