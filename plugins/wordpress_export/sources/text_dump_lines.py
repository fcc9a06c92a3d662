"""Read a text dump into its ledger: head, body, what is below it, comments, foot."""

from dataclasses import replace

from .text_dump_body import read_body
from .text_dump_borders import Borders, find_body_end, find_borders, trim
from .text_dump_bylines import is_person
from .text_dump_comments import read_comments
from .text_dump_fates import Doubt, DumpReading, Fate, FatedLine, Line, Zone, split_lines
from .text_dump_foot import read_foot
from .text_dump_head import read_head
from .text_dump_header import Header, read_header
from .text_dump_phrases import asks_password
from .text_dump_repeats import Repeats, fingerprint
from .text_dump_title import Hints, find_title
from .text_dump_within import part_body

ALONE = Repeats()
"""What is known of other pages where there are none."""


def read_lines(text: str, repeats: Repeats = ALONE, called: str = "") -> DumpReading:
    """Give every piece of every line of the dump with its one fate, in order.

    `called` is the slug that the file's name would be, where it may be the article's.
    """
    header, lines = read_header(split_lines(text))
    lines = repeats.mark(lines)
    borders = find_borders(lines)
    zones = _with_author((Zone(header.lines), *_zones(lines, borders, _hints(lines, borders, header, called))))
    # What was taken out of the body goes back to its place.
    pieces = sorted((line for zone in zones for line in zone.lines), key=lambda line: line.number)
    return DumpReading(tuple(pieces), tuple(doubt for zone in zones for doubt in zone.doubts))


def read_title(text: str, repeats: Repeats, called: str = "") -> str:
    """Give the title alone, without reading the rest."""
    header, lines = read_header(split_lines(text))
    lines = repeats.mark(lines)
    borders = find_borders(lines)
    found = find_title(lines[: trim(lines, 1, borders.comments)], _hints(lines, borders, header, called))
    return header.title or ("" if found.place is None else lines[found.place].text)


def _hints(lines: tuple[Line, ...], borders: Borders, header: Header, called: str) -> Hints:
    return Hints(borders.quoted_title, called, header.title, any(asks_password(line.text) for line in lines))


def _zones(lines: tuple[Line, ...], borders: Borders, hints: Hints) -> tuple[Zone, ...]:
    comments, foot = borders.comments, borders.foot
    # An avatar below the body of a short article would pass for the byline's: it must be out of sight of the head.
    head, start = read_head(lines[: trim(lines, 1, comments)], hints)
    lines = _without_own_title(lines, head)
    end = find_body_end(lines, start, comments)
    body, within = part_body(lines[start:end])
    titled = bool(hints.told) or any(line.fate is Fate.TITLE for line in head.lines)
    return (
        head,
        read_body(body),
        within,
        read_foot(lines[end:comments]),
        read_comments(lines[comments:foot], hints.quoted, titled=titled),
        read_foot(lines[foot:], widgets=comments < foot),
    )


def _without_own_title(lines: tuple[Line, ...], head: Zone) -> tuple[Line, ...]:
    """Give the lines, none of which is another page's headline where it says what the page's own does."""
    own = {fingerprint(line.text) for line in head.lines if line.fate is Fate.TITLE}
    return tuple(
        replace(line, is_headline=False) if line.is_headline and fingerprint(line.text) in own else line
        for line in lines
    )


def _with_author(zones: tuple[Zone, ...]) -> tuple[Zone, ...]:
    """Take for the author whose name stands beside the date, and alone below the text, where no byline names one."""
    pieces = [line for zone in zones for line in zone.lines]
    if any(line.fate is Fate.BYLINE for line in pieces):
        return zones
    below = {line.text for line in pieces if line.fate in {Fate.BELOW, Fate.AUTHOR_BOX, Fate.REPEATED}}
    named = next((line for line in zones[1].lines if _is_beside_date(line, zones[1]) and line.text in below), None)
    if named is None:
        return zones
    head = tuple(replace(line, fate=Fate.BYLINE) if line is named else line for line in zones[1].lines)
    doubt = Doubt("author taken from the name beside the date, which stands below the text too", named.text)
    return (zones[0], Zone(head, (*zones[1].doubts, doubt)), *zones[2:])


def _is_beside_date(line: FatedLine, head: Zone) -> bool:
    dated = any(other.number == line.number and other.fate is Fate.DATE for other in head.lines)
    return line.fate is Fate.BESIDE and dated and is_person(line.text)
