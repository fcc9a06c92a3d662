"""Lists: how an ordered list counts, which newer blocks keep as a style."""

import re
from collections.abc import Mapping

from .context import BodyContext
from .tree import BodyTree, attribute

_STYLE = re.compile(r"list-style(?:-type)?:\s*(?:[a-z-]+\s+)*?(upper|lower)-(alpha|latin|roman)", re.IGNORECASE)
_TYPES: Mapping[tuple[str, str], str] = {
    ("upper", "alpha"): "A",
    ("lower", "alpha"): "a",
    ("upper", "roman"): "I",
    ("lower", "roman"): "i",
}


def number_lists(tree: BodyTree, _context: BodyContext) -> None:
    """Give each list that counts in letters or Roman numerals the attribute that says so."""
    for numbered in tree.find("ol[style]"):
        match = _STYLE.search(attribute(numbered, "style"))
        if match and not attribute(numbered, "type"):
            kind = match[2].lower().replace("latin", "alpha")
            numbered.attrs["type"] = _TYPES[match[1].lower(), kind]
