"""Recipes of Jetpack and WordPress.com: `[recipe]` and its parts."""

import re
from collections.abc import Mapping
from itertools import groupby

from ..context import BodyContext
from .grammar import Shortcode
from .parts import bare_text, block, heading, trimmed
from .renderer import Renderer, named

_FACTS = (("servings", "Servings"), ("time", "Time"), ("preptime", "Prep time"), ("cooktime", "Cook time"))
_MORE_FACTS = (("difficulty", "Difficulty"), ("rating", "Rating"), ("source", "Source"), ("sourceurl", "Source"))
_TITLES = {"recipe-notes": "Notes", "recipe-ingredients": "Ingredients", "recipe-directions": "Directions"}
_MARK = re.compile(r"\A(?:[-*•–]|\d+[.)])\s+")
_LINES = re.compile(r"\n|<br ?/?>|</?p>")
_SUBHEADING = re.compile(r"\A#+\s+")


def render_recipe(shortcode: Shortcode, _context: BodyContext) -> str:
    """Give a recipe's title, what it needs, what it is, and its parts."""
    facts = [f"{label}: {value}" for name, label in (*_FACTS, *_MORE_FACTS) if (value := shortcode.get(name))]
    pieces = [heading(shortcode.get("title"), 3), block("<br>".join(facts)), block(shortcode.get("description"))]
    return "".join([*pieces, block(shortcode.content or "")])


def render_part(shortcode: Shortcode, _context: BodyContext) -> str:
    """Give a part under its title: ingredients and directions as lists of their lines, anything else as it is."""
    title = shortcode.get("title") or _TITLES.get(shortcode.name, "")
    content = shortcode.content or ""
    tag = {"recipe-ingredients": "ul", "recipe-directions": "ol"}.get(shortcode.name)
    if tag is None or re.search(r"<(?:li|ul|ol|table)\b", content):
        return heading(title, 4) + block(trimmed(content))
    return heading(title, 4) + "".join(_lists(_LINES.split(content), tag))


def _lists(lines: list[str], tag: str) -> list[str]:
    """Give the lines as lists, parted by the lines that are headings: `# For the sauce`."""
    html: list[str] = []
    shown = (line.strip() for line in lines if bare_text(line))
    for is_heading, group in groupby(shown, key=lambda line: _SUBHEADING.match(line) is not None):
        if is_heading:
            html += [heading(_SUBHEADING.sub("", line), 5) for line in group]
        else:
            items = "".join([f"<li>{_MARK.sub('', line)}</li>" for line in group])
            html.append(block(f"<{tag}>{items}</{tag}>"))
    return html


RECIPES: Mapping[str, Renderer] = {
    "recipe": render_recipe,
    **named(render_part, "recipe-notes recipe-ingredients recipe-directions recipe-nutrition recipe-image"),
}
"""Recipes and their parts by name."""
