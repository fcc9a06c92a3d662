"""The marks of content that is not words: breaks, links, pictures, players, code, footnotes."""

from collections.abc import Callable
from urllib.parse import unquote

from selectolax.lexbor import LexborNode

from ..descendants import descendants
from .posters import picture_mark, poster_of
from .reading import LINE, PARAGRAPH, Reading, address_of, classes_of


def _begin_break(reading: Reading, _node: LexborNode) -> bool:
    reading.end_words()
    reading.joined = False
    if reading.gap:
        reading.gap = PARAGRAPH
    else:
        reading.gap, reading.gap_in_line = LINE, bool(reading.one_line)
    return False


def _begin_link(reading: Reading, node: LexborNode) -> bool:
    if "href" not in node.attributes:
        # The target of a link stands anywhere in its line, in a word too.
        return True
    reading.end_words()
    if "data-footnote-backref" in node.attributes or "footnote-backref" in classes_of(node):
        return False
    title = " ".join((node.attributes.get("title") or "").split())
    mark = f"[link to {address_of(node.attributes.get('href'))}{' ' + title if title else ''}]"
    if node.parent is not None and "embed" in classes_of(node.parent) and poster_of(node.parent) is not None:
        # Here the address is shown for those to whom the poster plays nothing.
        reading.marks.append(mark)
        return False
    reading.links.append((len(reading.marks), mark))
    return True


def _end_link(reading: Reading, node: LexborNode) -> None:
    """A link without content leads no reader anywhere."""
    if "href" not in node.attributes:
        return
    reading.end_words()
    start, mark = reading.links.pop()
    if len(reading.marks) > start and not reading.at_start:
        reading.marks.append(mark)


def _begin_picture(reading: Reading, node: LexborNode) -> bool:
    reading.show(picture_mark(node))
    return False


def _begin_frame(reading: Reading, node: LexborNode) -> bool:
    address = address_of(node.attributes.get("src"))
    if address.startswith("http"):
        reading.boundary()
        reading.words.append(address)
        reading.end_words()
        reading.marks.append(f"[link to {address}]")
        reading.gap = PARAGRAPH
    elif address:
        reading.mark(f"[frame {address}]")
    return False


def _begin_player(reading: Reading, node: LexborNode) -> bool:
    sources = [node, *node.css("source")]
    addresses = [address_of(source.attributes.get("src")) for source in sources if source.attributes.get("src")]
    reading.boundary()
    reading.show(f"[{node.tag} {' '.join(addresses)}]")
    return True


def _begin_preformatted(reading: Reading, node: LexborNode) -> bool:
    lines = _lines(node)
    if not any(lines):
        return False
    reading.mark("[preformatted]")
    reading.marks.extend(lines)
    reading.gap = PARAGRAPH
    return False


def _lines(node: LexborNode) -> list[str]:
    parts: list[str] = []
    for inner in descendants(node):
        if inner.tag == "-text":
            parts.append(inner.text_content or "")
        elif inner.tag in {"br", "div", "p"} and not "".join(parts[-1:]).endswith("\n" if inner.tag != "br" else "\0"):
            parts.append("\n")
    return "".join(parts).replace("\r\n", "\n").replace("\r", "\n").strip("\n").split("\n")


def _begin_rule(reading: Reading, _node: LexborNode) -> bool:
    reading.mark("[rule]")
    return False


def _begin_raised(reading: Reading, node: LexborNode) -> bool:
    if "footnote-ref" not in classes_of(node):
        return True
    link = node.css_first("a")
    reading.end_words()
    name = (link.attributes.get("href") or "") if link is not None else ""
    reading.marks.append(f"[note {unquote(name.removeprefix('#fn-'))}]")
    return False


def _begin_box(reading: Reading, node: LexborNode) -> bool:
    if node.attributes.get("type") == "checkbox" and node.parent is not None and node.parent.tag == "li":
        reading.show("[done]" if "checked" in node.attributes else "[to do]")
    return False


BEGIN: dict[str, Callable[[Reading, LexborNode], bool]] = {
    **dict.fromkeys(("audio", "video"), _begin_player),
    **dict.fromkeys(("pre", "textarea", "listing", "xmp"), _begin_preformatted),
    "a": _begin_link,
    "br": _begin_break,
    "hr": _begin_rule,
    "iframe": _begin_frame,
    "img": _begin_picture,
    "input": _begin_box,
    "sup": _begin_raised,
}
"""What is noted when an element begins, by tag; each says whether its content is read."""

END: dict[str, Callable[[Reading, LexborNode], None]] = {"a": _end_link}
"""What is noted when an element ends, by tag."""
