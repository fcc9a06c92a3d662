"""What a command showed on a terminal, as a drawing (SVG) that moves: lines come as they came, without long waits."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from html import escape
from io import StringIO
from itertools import pairwise
from string import Template

from rich.console import Console
from rich.text import Text

from .terminal import COLUMNS, Line

ROWS = 30
"""Lines that are seen at once."""
_SIZE = 20
"""Units of a letter, in rich's drawings; a line is 1.22 times as high."""
_HIGH = _SIZE * 1.22
_LONGEST = 1.2
"""Seconds of the longest wait that is shown."""
_SHORTEST = 0.06
"""Seconds between two lines at the least, so that an eye can follow."""
_END = 6.0
"""Seconds for which the end stays."""
_WIDTH = COLUMNS * _SIZE * 0.61
_MARGIN, _HEAD = 16, 44

_FORM = Template("""\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 $wide $high" role="img" aria-label="$title">
<style>
text {{ font: ${size}px ui-monospace, Menlo, Consolas, "DejaVu Sans Mono", monospace; }}
.lines {{ transform: translateY(${last}px); animation: rise ${seconds}s step-end infinite; }}
.rest {{ transform: translateY(${window}px); animation: fall ${seconds}s step-end infinite; }}
@keyframes rise {{ $rise }}
@keyframes fall {{ $fall }}
@media (prefers-reduced-motion: reduce) {{ .lines, .rest {{ animation: none; }} }}
{styles}
</style>
<rect width="100%" height="100%" rx="10" fill="#1b1d23"/>
<circle cx="24" cy="22" r="7" fill="#ff5f57"/><circle cx="46" cy="22" r="7" fill="#febc2e"/>
<circle cx="68" cy="22" r="7" fill="#28c840"/>
<text x="50%" y="28" fill="#c5c8c6" text-anchor="middle">$title</text>
<svg x="$margin" y="$head" width="$inner" height="$window"><g class="lines">
{backgrounds}
<g class="{unique_id}-matrix">{matrix}</g>
</g>
<rect class="rest" width="100%" height="100%" fill="#1b1d23"/></svg>
</svg>
""")
"""Ours stands after $, rich's between braces."""


def drawn(title: str, lines: Sequence[Line]) -> str:
    """Give the drawing of a terminal in which lines come one after the other, and which begins anew at its end."""
    console = Console(record=True, width=COLUMNS, file=StringIO(), force_terminal=True, color_system="truecolor")
    rows = [(row, line.moment) for line in lines for row in _rows(line)]
    for row, _ in rows:
        console.print(row, no_wrap=True, crop=True)
    moments = list(_moments([moment for _, moment in rows]))
    seconds = moments[-1] + _END
    form = _FORM.substitute(
        title=escape(title).replace("{", "{{").replace("}", "}}"), size=_SIZE, margin=_MARGIN, head=_HEAD,
        wide=f"{_WIDTH + 2 * _MARGIN:.0f}", high=f"{ROWS * _HIGH + _HEAD + _MARGIN:.0f}", inner=f"{_WIDTH:.0f}",
        window=f"{ROWS * _HIGH:.1f}", seconds=f"{seconds:.2f}", last=f"{_risen(len(rows)):.1f}",
        rise=_keyframes(moments, seconds, _risen), fall=_keyframes(moments, seconds, _fallen),
    )  # fmt: skip
    drawing = console.export_svg(code_format=form, unique_id="t")
    # Lines are cut by the window; rich would cut each by a shape of its own.
    return _without_clips(drawing)


def _without_clips(drawing: str) -> str:
    pieces = drawing.split(' clip-path="url(#t-line-')
    return pieces[0] + "".join(piece.partition(')"')[2] for piece in pieces[1:])


def _rows(line: Line) -> list[Text]:
    """Give a line as a terminal shows it: a long one goes on below."""
    text = Text.from_ansi(line.text)
    return list(text.divide(range(COLUMNS, len(text), COLUMNS)))


def _moments(real: Iterable[float]) -> Iterator[float]:
    """Give when each row comes in the drawing."""
    moment = _SHORTEST
    yield moment
    for before, after in pairwise(real):
        moment += min(max(after - before, _SHORTEST), _LONGEST)
        yield moment


def _keyframes(moments: Sequence[float], seconds: float, place: Callable[[int], float]) -> str:
    """Give the steps of something that has its place by how many rows have come; none where it stays."""
    places = [place(count) for count in range(1, len(moments) + 1)]
    steps = [
        f"{100 * moment / seconds:.2f}% {{{{ transform: translateY({now:.1f}px) }}}}"
        for moment, before, now in zip(moments, [place(0), *places], places, strict=False)
        if now != before
    ]
    return " ".join([f"0% {{{{ transform: translateY({place(0):.1f}px) }}}}", *steps])


def _risen(count: int) -> float:
    """Give where all rows stand when so many have come: they move up once the window is full."""
    return min(ROWS - count, 0) * _HIGH


def _fallen(count: int) -> float:
    """Give where the cover stands that hides the rows which have not come."""
    return min(count, ROWS) * _HIGH
