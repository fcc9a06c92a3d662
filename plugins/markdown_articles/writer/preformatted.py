"""Preformatted text: a fence for code, the element itself where the text is marked up, definition lists beside it."""

from selectolax.lexbor import LexborNode

from ..descendants import descendants
from .code import fence, language_of
from .tokens import Kind
from .walk import Enter, Leave, Walk, skip

_PLAIN = frozenset({"-text", "-comment", "br", "code", "div", "p", "pre", "span", "textarea", "listing", "xmp"})
_LINES = frozenset({"div", "p"})


def _enter_preformatted(walk: Walk, node: LexborNode) -> Leave | None:
    walk.flush()
    nodes = list(descendants(node))
    if any(inner.tag not in _PLAIN for inner in nodes):
        walk.add(Kind.HTML, walk.raw(node))
    elif (code := _text(nodes)).strip("\n"):
        walk.add(Kind.CODE, fence(code.rstrip("\n"), _language(walk, node, nodes)))
    return skip


def _text(nodes: list[LexborNode]) -> str:
    parts: list[str] = []
    for node in nodes:
        if node.tag == "-text":
            parts.append(node.text_content or "")
        elif node.tag == "br" or (node.tag in _LINES and parts and not parts[-1].endswith("\n")):
            parts.append("\n")
    return "".join(parts).replace("\r\n", "\n").replace("\r", "\n")


def _language(walk: Walk, node: LexborNode, nodes: list[LexborNode]) -> str:
    code = next((inner for inner in nodes if inner.tag == "code"), node)
    for element in (code, node):
        if language := language_of(element.attributes.get("class") or ""):
            return language
    return walk.scope.language(node) if walk.scope.language else ""


def _enter_definitions(walk: Walk, node: LexborNode) -> Leave | None:
    walk.flush()
    if node.first_child is not None:
        walk.add(Kind.HTML, walk.raw(node))
    return skip


ENTER: dict[str, Enter] = {
    **dict.fromkeys(("pre", "listing", "textarea", "xmp"), _enter_preformatted),
    "dl": _enter_definitions,
}
"""Blocks whose text is not walked."""
