"""Read a text dump into its ledger: head, body, what is below it, comments, foot."""

from .text_dump_body import read_body
from .text_dump_borders import find_body_end, find_borders, trim
from .text_dump_comments import read_comments
from .text_dump_fates import DumpReading, split_lines
from .text_dump_foot import read_foot
from .text_dump_head import read_head


def read_lines(text: str) -> DumpReading:
    """Give every piece of every line of the dump with its one fate, in order."""
    lines = split_lines(text)
    borders = find_borders(lines)
    # An avatar below the body of a short article would pass for the byline's: it must be out of sight of the head.
    head, start = read_head(lines[: trim(lines, 1, borders.comments)], borders.quoted_title)
    end = find_body_end(lines, start, borders.comments)
    zones = (
        head,
        read_body(lines[start:end]),
        read_foot(lines[end : borders.comments]),
        read_comments(lines[borders.comments : borders.foot], borders.quoted_title),
        read_foot(lines[borders.foot :]),
    )
    return DumpReading(
        tuple(line for zone in zones for line in zone.lines), tuple(doubt for zone in zones for doubt in zone.doubts)
    )
