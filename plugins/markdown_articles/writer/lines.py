"""Blocks put together: one below the other, indented, quoted."""

from .tokens import Block, Kind

_SEPARATOR = "<!-- -->"
_PICTURES = frozenset({Kind.PICTURE, Kind.FIGURE, Kind.GALLERY})
_MERGING = {
    Kind.BULLETS: {Kind.BULLETS},
    Kind.NUMBERS: {Kind.NUMBERS},
    **dict.fromkeys(_PICTURES, _PICTURES),
}
"""Neighbours that Markdown would take for one: two lists, two pictures that are no gallery."""


def join(blocks: list[Block]) -> str:
    """Give the blocks one below the other, an empty line between."""
    parts: list[str] = []
    previous: Kind | None = None
    for kind, text in blocks:
        if previous is not None and kind in _MERGING.get(previous, ()):
            parts.append(_SEPARATOR)
        parts.append(text)
        previous = kind
    return "\n\n".join(parts)


def lines_of(blocks: list[Block]) -> str:
    """Give the blocks as the lines of one paragraph."""
    return "  \n".join(block.text.replace("\n\n", "\n") for block in blocks)


def indented(text: str, columns: int) -> str:
    """Give the text with all lines but the first indented; empty lines stay empty."""
    if "\n" not in text:
        return text
    pad = " " * columns
    head, *rest = text.split("\n")
    return "\n".join([head, *(pad + line if line else line for line in rest)])


def quoted(text: str) -> str:
    """Give the lines of a quote."""
    return "\n".join(f"> {line}" if line else ">" for line in text.split("\n"))
