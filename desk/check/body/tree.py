"""A rendered body with the lines of its source."""

from dataclasses import dataclass
from urllib.parse import quote, unquote

from selectolax.lexbor import LexborHTMLParser, LexborNode

_SOURCE = "data-sourcepos"


@dataclass(frozen=True, slots=True)
class Looked:
    """A body as the rules see it."""

    tree: LexborHTMLParser
    """What it is rendered to, without the forms of the dialect."""
    lines: list[str]
    """Its Markdown."""
    first: int
    """On which line of the file it begins."""
    homes: tuple[str, ...]
    """Hosts under which the site is at home."""

    def line(self, node: LexborNode, address: str = "") -> int:
        """Give the line of the file on which a node stands; in raw HTML that of its address."""
        own = _begun(node)
        if own:
            return own + self.first - 1
        around = node.parent
        while around is not None and not _begun(around):
            before = around.prev
            while before is not None and not _begun(before):
                before = before.prev
            if before is not None:
                return self.line_of(address, _begun(before) - 1)
            around = around.parent
        return self.line_of(address, _begun(around) - 1 if around is not None else 0)

    def line_of(self, address: str, start: int) -> int:
        """Give the first line of the file, from one of the body on, that holds an address in some spelling."""
        spellings = {address, unquote(address), quote(address, safe="/:?&=#%")} - {""}
        for number in range(max(start, 0), len(self.lines)):
            if any(spelling in self.lines[number] for spelling in spellings):
                return number + self.first
        return max(start, 0) + self.first

    def source(self, line: int) -> str:
        """Give what stands on a line of the file; nothing where the body has no such line."""
        number = line - self.first
        return self.lines[number] if 0 <= number < len(self.lines) else ""


def is_markdown(node: LexborNode) -> bool:
    """Tell whether a node was written as Markdown, and not as HTML."""
    return _SOURCE in node.attributes


def text_nodes(node: LexborNode) -> list[LexborNode]:
    """Give the texts below a node, those of code and scripts apart."""
    found: list[LexborNode] = []
    waiting = [node]
    while waiting:
        current = waiting.pop()
        if current.is_text_node:
            found.append(current)
        elif current.tag not in _UNREAD:
            child = current.last_child
            while child is not None:
                waiting.append(child)
                child = child.prev
    return found


def _begun(node: LexborNode) -> int:
    said = node.attributes.get(_SOURCE) if node.is_element_node else None
    return int(said.partition(":")[0]) if said else 0


_UNREAD = frozenset({"code", "pre", "script", "style", "template", "textarea"})
