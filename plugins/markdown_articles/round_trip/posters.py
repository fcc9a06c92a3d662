"""Pictures, and those on an embed that is not opened: such a one and the embed's link are together a linked picture."""

from selectolax.lexbor import LexborNode

from .reading import address_of


def picture_mark(picture: LexborNode) -> str:
    """Give what is noted of a picture."""
    alt = " ".join((picture.attributes.get("alt") or "").split())
    return f"[picture {address_of(picture.attributes.get('src'))} {alt}]"


def poster_of(figure: LexborNode) -> LexborNode | None:
    """Give the picture at the start of the summary of an embed's details."""
    details = _child(figure, "details")
    summary = _child(details, "summary") if details is not None else None
    first = summary.first_child if summary is not None else None
    return first if first is not None and first.tag == "img" else None


def _child(node: LexborNode, tag: str) -> LexborNode | None:
    return next((child for child in node.iter(include_text=False) if child.tag == tag), None)
