"""Where the time of a build went, as a picture: a page by itself, with areas as large as the times."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from string import Template
from textwrap import wrap

from .time_owners import Family
from .time_spent import Profile, Work
from .time_words import caution, conclusion, heading, percent, shown_parts, title

_WIDTH, _HEIGHT = 1200.0, 560.0
_LETTER = 8.2
"""How wide a letter is, about."""
_LINE = 20.0
_COLOURS = {Family.PAGES: "pages", Family.PLUGINS: "plugins", Family.READING: "reading", Family.KEEPING: "keeping",
            Family.REST: "rest"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle of the picture."""

    x: float
    """From the left."""
    y: float
    """From the top."""
    width: float
    """To the right."""
    height: float
    """Downwards."""


def areas(sizes: Sequence[float], whole: Area) -> list[Area]:
    """Divide an area by sizes, largest first, into parts that are as near to squares as rows of them can be."""
    found: list[Area] = []
    left, room = list(sizes), whole
    while left:
        if not (total := sum(left)):
            return found + [Area(room.x, room.y, 0.0, 0.0)] * len(left)
        scale = room.width * room.height / total
        side = min(room.width, room.height)
        count = 1
        while count < len(left) and _longest(left[: count + 1], scale, side) <= _longest(left[:count], scale, side):
            count += 1
        row, room = _row(left[:count], total, room)
        found += row
        left = left[count:]
    return found


def _longest(row: Sequence[float], scale: float, side: float) -> float:
    """Give how many times longer than wide the worst of a row is."""
    depth = sum(row) * scale / side
    lengths = [size * scale / depth for size in row if size]
    return max(max(length / depth, depth / length) for length in lengths) if lengths else float("inf")


def _row(row: Sequence[float], total: float, room: Area) -> tuple[list[Area], Area]:
    """Lay a row along the shorter side of the room, and give what room is left."""
    share = sum(row) / total
    found: list[Area] = []
    place = 0.0
    is_wide = room.width >= room.height
    depth = share * (room.width if is_wide else room.height)
    for size in row:
        length = size / sum(row) * (room.height if is_wide else room.width)
        found.append(
            Area(room.x, room.y + place, depth, length) if is_wide else Area(room.x + place, room.y, length, depth)
        )
        place += length
    if is_wide:
        return found, Area(room.x + depth, room.y, room.width - depth, room.height)
    return found, Area(room.x, room.y + depth, room.width, room.height - depth)


def picture(profile: Profile, works: Sequence[Work], calls: str = "") -> str:
    """Give the page; `calls` is the address of one that shows every function."""
    whole = sum(work.seconds for work in works) or 1.0
    families = dict.fromkeys(work.family for work in works)
    return _PAGE.substitute(
        heading=escape(heading(profile)),
        conclusion=escape(f"{conclusion(works)} {caution(profile)}".strip()),
        width=_WIDTH, height=_HEIGHT,
        map="\n".join(_map(works, whole)),
        legend="\n".join(f'<li class="{_COLOURS[each]}">{escape(each.value)}</li>' for each in families),
        rows="\n".join(row for work in works for row in _rows(work, whole)),
        calls=f'<p><a href="{escape(calls)}">Every function, by who called it</a></p>' if calls else "",
    )  # fmt: skip


def _map(works: Sequence[Work], whole: float) -> Iterator[str]:
    by_size = sorted(works, key=lambda work: -work.seconds)
    for work, area in zip(by_size, areas([work.seconds for work in by_size], Area(0, 0, _WIDTH, _HEIGHT)), strict=True):
        yield (
            f'<g class="{_COLOURS[work.family]}"><title>{escape(_told(work, whole))}</title>'
            f'<rect x="{area.x:.1f}" y="{area.y:.1f}" width="{max(area.width - 2, 0):.1f}" '
            f'height="{max(area.height - 2, 0):.1f}" rx="3"/>{"".join(_label(work, whole, area))}</g>'
        )


def _label(work: Work, whole: float, area: Area) -> Iterator[str]:
    """Write into an area as many lines as it has room for, none of them cut."""
    each = f"{work.pages:,}, {work.milliseconds_a_page:.1f} ms each" if work.pages else ""
    name = _wrapped(work.name, area)
    wished = [*name, f"{work.seconds:.2f} s, {percent(work.seconds / whole)}", each]
    written = [line for line in wished if line and len(line) * _LETTER + 14 <= area.width]
    lines = int((area.height - 8) / _LINE)
    if written[: len(name)] != name or lines < len(name):
        return
    for number, line in enumerate(written[:lines]):
        style = ' class="name"' if number < len(name) else ""
        yield f'<text x="{area.x + 9:.1f}" y="{area.y + 22 + number * _LINE:.1f}"{style}>{escape(line)}</text>'


def _wrapped(words: str, area: Area) -> list[str]:
    return wrap(words, max(int((area.width - 14) / _LETTER), 1), break_long_words=False)


def _rows(work: Work, whole: float) -> Iterator[str]:
    share = work.seconds / whole
    yield (
        f'<tr class="{_COLOURS[work.family]}"><th scope="row">{escape(title(work))}</th><td>{work.seconds:.2f}</td>'
        f'<td>{percent(share)}</td><td class="bar"><i style="width:{100 * share:.2f}%"></i></td></tr>'
    )
    for part, seconds in shown_parts(work, whole):
        yield (
            f'<tr class="part"><th scope="row">{escape(part)}</th><td>{seconds:.2f}</td>'
            f"<td>{percent(seconds / whole)}</td><td></td></tr>"
        )


def _told(work: Work, whole: float) -> str:
    return f"{title(work)}: {work.seconds:.2f} s, {percent(work.seconds / whole)}"


_PAGE = Template("""<!DOCTYPE html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>Where the time went</title>
<style>
:root { color-scheme: light dark; --paper: #fcfcfa; --ink: #1d1d1b; --soft: #5d5d58; --line: #dcdcd6;
  --pages: #b9d3f0; --plugins: #f4d3a4; --reading: #bfe0c2; --keeping: #d9c8ee; --rest: #dedcd5; }
@media (prefers-color-scheme: dark) { :root { --paper: #161615; --ink: #ecebe6; --soft: #a5a49d; --line: #393935;
  --pages: #23476f; --plugins: #6d4a14; --reading: #28552f; --keeping: #4b366b; --rest: #3d3c38; } }
body { margin: 2rem auto; max-width: 75rem; padding: 0 1rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.5 system-ui, sans-serif; }
h1 { font: 600 1.9rem/1.2 Georgia, serif; margin: 0; }
p { max-width: 46rem; margin: .4rem 0 0; }
.heading { color: var(--soft); }
.conclusion { font-size: 1.15rem; margin-bottom: 1.2rem; }
svg { display: block; width: 100%; height: auto; }
svg text { font: 14px system-ui, sans-serif; fill: var(--ink); }
svg .name { font-weight: 600; }
g.pages rect { fill: var(--pages) } g.plugins rect { fill: var(--plugins) } g.reading rect { fill: var(--reading) }
g.keeping rect { fill: var(--keeping) } g.rest rect { fill: var(--rest) }
g:hover rect { stroke: var(--ink); stroke-width: 2; }
ul { list-style: none; display: flex; flex-wrap: wrap; gap: .3rem 1.4rem; padding: 0; margin: .7rem 0 1.8rem; }
li::before { content: ""; display: inline-block; width: .9em; height: .9em; border-radius: 3px; margin-right: .45em;
  vertical-align: -.1em; background: var(--colour); }
.pages { --colour: var(--pages) } .plugins { --colour: var(--plugins) } .reading { --colour: var(--reading) }
.keeping { --colour: var(--keeping) } .rest { --colour: var(--rest) }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
th, td { padding: .22rem .9rem .22rem 0; border-top: 1px solid var(--line); text-align: right; white-space: nowrap; }
th { font-weight: 400; } th:first-child { text-align: left; white-space: normal; }
thead th { border: 0; color: var(--soft); font-size: .85rem; }
.part th, .part td { border: 0; padding-block: 0; color: var(--soft); font-size: .9rem; }
.part th { padding-left: 1.4rem; }
.bar { width: 40%; padding-right: 0; } .bar i { display: block; height: .9em; border-radius: 3px;
  background: var(--colour); min-width: 2px; }
a { color: inherit; }
@media (max-width: 40rem) { .bar, svg text { display: none; } }
</style>
<h1>Where the time went</h1>
<p class="heading">$heading.</p>
<p class="conclusion">$conclusion</p>
<svg viewBox="0 0 $width $height" role="img" aria-label="Areas as large as the times of the table below">
$map
</svg>
<ul>
$legend
</ul>
<table>
<thead><tr><th scope="col">work</th><th scope="col">seconds</th><th scope="col">share</th><th></th></tr></thead>
<tbody>
$rows
</tbody>
</table>
$calls
</html>
""")
