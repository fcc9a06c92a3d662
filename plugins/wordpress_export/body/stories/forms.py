"""The form of a related story: a block that holds a short label and links to articles, and nothing else at all."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from ..tree import Node, attribute, children, is_white, tag_set
from .labels import LONGEST

MOST_LINKS = 12
"""Links of one label; a longer list is an index, which readers come to see for itself."""
_MOST_PIECES = 200
"""Nodes of a block that are looked at: no label and its links have so many."""
_IN_LINES = tag_set("strong em b i u span mark small font")
_PARTED = tag_set("p h2 h3 h4 h5 h6 ul ol li blockquote table tbody thead tr td th div")
_BETWEEN_LINKS = re.compile(r"[^\w\s.!?:：]{0,2}")
"""What may part two links of a line: a comma, a dash, a bullet."""
_LABEL_IN_LINK = re.compile(r"\s*([^:：|–—→»]{2,40}?)(?:\s*[:：→»|]\s*|\s+[–—-]\s+)(?=\S)")
_WORD = re.compile(r"\w")
_BREAK = "br"


@dataclass(slots=True)
class Line:
    """What stands between two breaks of a block."""

    before: str = ""
    """The text in front of the first link, or all of a line without one."""
    is_strong: bool = False
    """Whether all of that text is emphasised."""
    links: list[Node] = field(default_factory=list)
    """In order."""
    others: list[str] = field(default_factory=list)
    """The texts behind each link, without blanks around them."""


def lines_of(nodes: Iterable[Node]) -> list[Line] | None:
    """Give the lines of nodes; nothing where they hold anything but text and links, or too much of either."""
    lines = [Line()]
    for position, (node, is_strong) in enumerate(_pieces(nodes)):
        if position > _MOST_PIECES:
            return None
        if isinstance(node, str):
            if node == _BREAK:
                lines.append(Line())
            else:
                return None
        elif node.is_text_node:
            _add_text(lines[-1], node.text_content or "", is_strong=is_strong)
        else:
            lines[-1].links.append(node)
            lines[-1].others.append("")
        if not _may_go_on(lines[-1]):
            return None
    return [line for line in lines if line.links or line.before.strip()]


def _pieces(nodes: Iterable[Node]) -> Iterator[tuple[Node | str, bool]]:
    """Give texts, links, breaks, and the names of tags that no related story holds; and whether each is emphasised."""
    waiting: list[tuple[Node | str, bool]] = [(node, False) for node in reversed(list(nodes))]
    while waiting:
        node, is_strong = waiting.pop()
        if isinstance(node, str) or node.is_text_node:
            yield node, is_strong
        elif node.tag == "a" and attribute(node, "href"):
            # A link around a picture is no title.
            yield ("img" if node.css_first("img, sup, code") is not None else node), is_strong
        elif node.tag in _IN_LINES:
            inner_strong = is_strong or node.tag not in ("span", "font")
            waiting.extend((child, inner_strong) for child in reversed(children(node)))
        elif node.tag in _PARTED:
            waiting.append((_BREAK, False))
            waiting.extend((child, is_strong) for child in reversed(children(node)))
            waiting.append((_BREAK, False))
        else:
            yield node.tag or "", is_strong


def _add_text(line: Line, text: str, *, is_strong: bool) -> None:
    if line.links:
        line.others[-1] = (line.others[-1] + text).strip()
    else:
        line.is_strong = (line.is_strong or not line.before.strip()) and (is_strong or not text.strip())
        line.before += text


def _may_go_on(line: Line) -> bool:
    """Tell whether a line can still be a label and its links: a paragraph of prose is left at its first text."""
    if len(line.before.strip()) > LONGEST or len(line.links) > MOST_LINKS:
        return False
    return all(_BETWEEN_LINKS.fullmatch(text) for text in line.others[:-1]) and (
        not line.others or (len(line.others[-1]) <= MOST_LINKS and not _WORD.search(line.others[-1]))
    )


def label_in_link(link: Node) -> str:
    """Give what opens a link apart from the rest: emphasised, or up to its first colon, arrow or dash."""
    text = link.text()
    first = next((child for child in children(link) if not is_white(child)), None)
    if first is not None and first.tag in _IN_LINES and len(opening := first.text().strip()) < len(text.strip()):
        return text[: text.find(opening) + len(opening)]
    match = _LABEL_IN_LINK.match(text[: 2 * LONGEST])
    return match[0] if match else ""


def cut_front(link: Node, count: int) -> None:
    """Take so many characters from the front of a link's text, and leave its markup."""
    for text in [node for node in link.traverse(include_text=True) if node.is_text_node]:
        content = text.text_content or ""
        if count < len(content):
            text.replace_with(content[count:].lstrip())
            return
        count -= len(content)
        text.decompose()
