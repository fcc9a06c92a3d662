"""A bar chart as SVG: for each measure and each build, a bar for each builder."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape

WIDTH, LABELS, NUMBERS, BAR, GAP = 760, 190, 110, 15, 10
"""Pixels: the chart, the words at its left, the numbers at its right, a bar and its space, the space after a group."""
COLOURS = {"ours": "#981b1e", "Pelican": "#d9a09b", "Hugo": "#3b6ea5", "Eleventy": "#6f7a4b"}
OTHER = "#777"
STYLE = (
    "text{font:13px system-ui,sans-serif;fill:#16181c}.title{font-weight:700}"
    "@media(prefers-color-scheme:dark){text{fill:#eceae4}}"
)


@dataclass(frozen=True, slots=True)
class Group:
    """Bars that are compared."""

    name: str
    """What was built."""
    values: Mapping[str, float]
    """The number of each builder."""


@dataclass(frozen=True, slots=True)
class Panel:
    """Groups of one measure, drawn to one scale."""

    title: str
    """The measure and its unit."""
    groups: Sequence[Group]
    """From above to below."""


def chart(title: str, panels: Sequence[Panel]) -> str:
    """Give the whole picture; it is read on light and on dark paper."""
    parts, top = [f'<text x="0" y="18" class="title">{escape(title)}</text>'], 44.0
    for panel in panels:
        drawn, top = _panel(panel, top)
        parts += drawn
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {top:.0f}" role="img">'
        f"<title>{escape(title)}</title><style>{STYLE}</style>\n" + "\n".join(parts) + "\n</svg>\n"
    )


def _panel(panel: Panel, top: float) -> tuple[list[str], float]:
    most = max((value for group in panel.groups for value in group.values.values()), default=0.0) or 1.0
    parts = [f'<text x="0" y="{top:.0f}" class="title">{escape(panel.title)}</text>']
    top += GAP
    for group in panel.groups:
        parts.append(f'<text x="0" y="{top + BAR - 3:.0f}">{escape(group.name)}</text>')
        for name, value in group.values.items():
            parts += _bar(name, value, value / most, top)
            top += BAR
        top += GAP
    return parts, top + 2 * GAP


def _bar(name: str, value: float, share: float, top: float) -> list[str]:
    width = max(1.0, (WIDTH - LABELS - NUMBERS) * share)
    number = f"{value:,.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.2f}"  # noqa: PLR2004  # three digits are enough
    return [
        f'<rect x="{LABELS}" y="{top:.0f}" width="{width:.1f}" height="{BAR - 3}" fill="{COLOURS.get(name, OTHER)}"/>',
        f'<text x="{LABELS + width + 6:.1f}" y="{top + BAR - 4:.0f}">{number} {escape(name)}</text>',
    ]
