"""One line for many addresses, on hosts that know placeholders: `/:a/:b/:c/amp` for each article's AMP form."""

from .plan import Plan
from .rules import encoded

_NAMES = "abcdefgh"
"""Placeholders; an address of more parts than these is written out by no rule."""


def shapes_of(plan: Plan) -> list[str]:
    """Give the shapes of all pages, the longest first: `/:a/:b/:c/`. The front page is one, `/`."""
    depths = {page.strip("/").count("/") + 1 for page in plan.pages if page.strip("/") and page.endswith("/")}
    return [*(_shape([], depth) for depth in sorted(depths, reverse=True) if depth <= len(_NAMES)), "/"]


def feed_shapes(plan: Plan) -> list[str]:
    """Give the shapes of the lists that have feeds, their first part as it is: `/category/:a/`."""
    shapes: set[tuple[str, int]] = set()
    for address in plan.lists:
        first, *line = address.strip("/").split("/")
        if len(line) <= len(_NAMES):
            shapes.add((first, len(line)))
    return [_shape([first] if first else [], depth) for first, depth in sorted(shapes)]


def _shape(first: list[str], depth: int) -> str:
    parts = [*map(encoded, first), *(f":{name}" for name in _NAMES[:depth])]
    return f"/{'/'.join(parts)}/" if parts else "/"
