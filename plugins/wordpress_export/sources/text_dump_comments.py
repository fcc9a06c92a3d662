"""The readers' comments of a text dump: who wrote what, and when. In answer to whom, it does not say."""

from dataclasses import dataclass, field, replace

from .text_dump_borders import quoted_title
from .text_dump_comment_styles import STYLES, Start, by_name_alone, ends_comment, is_pingback, signed
from .text_dump_dates import is_date, tells_time
from .text_dump_fates import Fate, FatedLine, Line, Zone
from .text_dump_phrases import counts_comments, is_comment_form, is_reply_link, says, split_says


@dataclass(slots=True)
class _Section:
    """The comments section, as far as it has been read."""

    is_parted: bool
    """Whether the links to answer part the comments, and nothing else does."""
    title: str
    """The article's, as the heading quotes it; empty where it does not."""
    titled: bool
    """Whether the article has its title already."""
    name: str = ""
    """Who is speaking; empty where the dump does not say."""
    begun: bool = False
    """Whether a word of that reader is read."""
    pieces: list[FatedLine] = field(default_factory=list)
    """Fated so far."""

    def take(self, fated: tuple[FatedLine, ...]) -> None:
        """Take in a line."""
        names = [piece.text for piece in fated if piece.fate is Fate.COMMENTER]
        self.name = names[0] if names else self.name
        self.begun = not names and (self.begun or any(piece.fate is Fate.COMMENT for piece in fated))
        self.pieces.extend(fated)

    def part(self) -> None:
        """Begin the words of a reader whose name is not known: it was a link, and links were not copied."""
        self.name, self.begun = "", False


def read_comments(lines: tuple[Line, ...], title: str, *, titled: bool = True) -> Zone:
    """Give the comments; words before the first name have none.

    Each comment begins at its writer's avatar or, where there are none, at `Bo Ray says:` (`wp_list_comments`).
    `title` is the title as their heading quotes it, or empty; it is the article's where that is not `titled` yet.
    """
    starts = next((start for is_start, start in STYLES if any(is_start(line.text) for line in lines)), None)
    section = _Section(starts is None, title, titled)
    starts = starts or by_name_alone(lines)
    for place, line in enumerate(lines):
        if not section.titled and title and title in line.text:
            before, _, after = line.text.partition(title)
            section.pieces += line.fated((before, Fate.COMMENT_FORM), (title, Fate.TITLE), (after, Fate.COMMENT_FORM))
            section.titled = True
            continue
        section.take(_read(section, starts, (line, *lines[place + 1 : place + 2])))
    return Zone(_boxes(section.pieces))


def _read(section: _Section, starts: Start, lines: tuple[Line, ...]) -> tuple[FatedLine, ...]:
    """Read the first of some lines, the others of which stand below it."""
    line, below = lines[0], lines[1:]
    if section.is_parted and ends_comment(line) and not is_pingback(line.text):
        section.part()
        return line.fated((line.text, Fate.COMMENT_FORM))
    if _is_of_form(line.text, section.title):
        return line.fated((line.text, Fate.COMMENT_FORM))
    if is_pingback(line.text):
        section.part()
        return line.fated((line.text, Fate.NAMELESS_COMMENT))
    fated = starts(line, below)
    alone = len(fated) == 1 and fated[0].fate is Fate.COMMENTER
    # The only words of a reader are no other reader's name.
    if alone and section.name and not section.begun and below and below[0].block != line.block:
        fated = ()
    unnamed = bool(fated) and all(piece.fate is not Fate.COMMENTER for piece in fated)
    if unnamed or (section.begun and (says(line.text) or (starts is signed and tells_time(line.text)))):
        section.part()
    return fated or _comment_line(line, section.name, begun=section.begun)


def _is_of_form(text: str, title: str) -> bool:
    named = bool(title) and (quoted_title(text) == title or text.endswith(f" {title}"))
    return named or counts_comments(text) or is_reply_link(text) or is_comment_form(text)


def _comment_line(line: Line, name: str, *, begun: bool) -> tuple[FatedLine, ...]:
    text = line.text
    parts = split_says(text)
    if says(text) and not name:
        return line.fated((text, Fate.LABEL))
    if name and not begun and (text == name or says(text) or (parts is not None and parts[0].strip() == name)):
        return line.fated((text, Fate.LABEL))
    if not begun and is_date(text):
        return line.fated((text, Fate.COMMENT_DATE))
    return line.fated((text, Fate.COMMENT if name else Fate.NAMELESS_COMMENT))


def _boxes(pieces: list[FatedLine]) -> tuple[FatedLine, ...]:
    """Make an author box of a name that no words follow: who that is, the dump does not say."""
    spoken = False
    result: list[FatedLine] = []
    for piece in reversed(pieces):
        silent = piece.fate is Fate.COMMENTER and not spoken
        result.append(replace(piece, fate=Fate.AUTHOR_BOX) if silent else piece)
        spoken = piece.fate is Fate.COMMENT or (spoken and piece.fate is not Fate.COMMENTER)
    return tuple(reversed(result))
