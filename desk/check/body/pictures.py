"""Pictures, sounds and films within a body."""

from collections.abc import Iterator

from selectolax.lexbor import LexborNode

from ..addresses import is_elsewhere
from ..facts import Use
from ..finding import Remark
from .tree import Looked, is_markdown

_SHOWN = ("img", "audio", "video", "source", "track")


def remarks(looked: Looked) -> Iterator[Remark]:
    """Say which pictures have no description, no address, another site's, or a text below that is no caption."""
    for picture in looked.tree.tags("img"):
        source = (picture.attributes.get("src") or "").strip()
        line = looked.line(picture, source)
        shown = source.rpartition("/")[2] or "the picture"
        if not source:
            yield Remark("missing-file", line, "a picture without an address: write ![what it shows](/wp-content/…)")
        elif is_elsewhere(source, looked.homes):
            yield Remark(
                "third-party", line,
                f"{source[:100]} is another site's picture, which learns of each reader: bring it below wp-content/",
            )  # fmt: skip
        if not _is_described(picture):
            yield Remark("alt", line, f"{shown} has no description: write what it shows between ![ and ]")
        yield from _caption(picture, line)


def uses(looked: Looked) -> Iterator[Use]:
    """Give the files of the site's own that a body shows."""
    for tag in _SHOWN:
        for node in looked.tree.tags(tag):
            given = node.attributes
            copies = [copy.split()[0] for copy in (given.get("srcset") or "").split(", ") if copy.strip()]
            for address in (*((given.get(name) or "").strip() for name in ("src", "poster")), *copies):
                if address and not is_elsewhere(address, looked.homes) and not address.startswith("data:"):
                    yield Use(looked.line(node, address), address)


def _is_described(picture: LexborNode) -> bool:
    """Tell whether a picture says what it shows. In HTML an empty description says that it is decoration."""
    said = picture.attributes.get("alt")
    return bool(said and said.strip()) or (not is_markdown(picture) and "alt" in picture.attributes)


def _caption(picture: LexborNode, line: int) -> Iterator[Remark]:
    """Say where a text stands right below a picture, so that neither is the picture a figure nor the text a caption."""
    paragraph, below = picture.parent, picture.next
    if paragraph is None or paragraph.tag != "p" or picture.prev is not None or not is_markdown(picture):
        return
    text = (below.text_content or "") if below is not None and below.is_text_node else ""
    if text.startswith("\n") and text.strip():
        yield Remark(
            "caption", line + 1,
            f"{text.strip()[:40]!r} stands right below a picture and is no caption: write *…* around it, or an empty "
            "line before it",
        )  # fmt: skip
