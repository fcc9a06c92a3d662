"""Figures: pictures with captions, galleries, embeds, players, details."""

import re
from html import unescape

from selectolax.lexbor import LexborNode

from ..languages import language_of
from . import addresses
from .emphasis import emphasise
from .escaping import Leaf, escape, escape_line_starts
from .inline import WHITE_SPACE
from .lines import lines_of
from .markup import picture
from .plain import plain
from .raw_html import opening_tag
from .tokens import Atom, Block, Frame, Kind, Place
from .walk import Enter, Leave, Walk, end_block, skip

_PICTURE = re.compile(
    r'(?:<a href="(?P<link>[^"]*)">)?<img(?P<attributes>(?: (?:src|alt|title)="[^"]*")*)>(?(link)</a>)'
    r"(?:<figcaption>(?P<caption>.*)</figcaption>)?",
    re.DOTALL,
)
_ATTRIBUTE = re.compile(r'(\w+)="([^"]*)"')
_CAPTIONED = (Place.EMBED, Place.FIGURE, Place.GALLERY, Place.TABLE)
_PICTURES = (Kind.PICTURE, Kind.FIGURE)
_IN_GALLERIES = (*_PICTURES, Kind.GALLERY)
_PICTURED = (*_PICTURES, Kind.EMBED)
_EMBED_PARTS = frozenset({"a", "details", "figcaption", "-comment"})
_PLAYERS = frozenset({"audio", "video"})


def _enter_figure(walk: Walk, node: LexborNode) -> Leave | None:
    walk.flush()
    # A picture that is to be a figure is alone in its paragraph.
    walk.write_anchors()
    classes = (node.attributes.get("class") or "").split()
    plain_form = _PLAIN_FORMS.get(" ".join(classes))
    if plain_form and (text := walk.short(node, plain_form[1])) is not None:
        walk.add(plain_form[0], text)
        return skip
    if _is_captioned_player(node):
        walk.add(Kind.HTML, walk.raw(node).replace("\n", ""))
        return skip
    if "embed" in classes and (address := _embedded(node)):
        walk.push(Place.EMBED, node).blocks.append(Block(Kind.EMBED, address))
        return _leave_figure
    if walk.nest(Place.GALLERY if "gallery" in classes else Place.FIGURE, node):
        return _leave_nested_figure
    return end_block


def _plain_figure(html: str) -> str | None:
    """Give a figure from the HTML that it holds: one picture, perhaps with a caption of plain words below it."""
    found = _PICTURE.fullmatch(html)
    if found is None:
        return None
    attributes = {name: unescape(value) for name, value in _ATTRIBUTE.findall(found["attributes"])}
    source, link = attributes.get("src", ""), unescape(found["link"] or "")
    if not (addresses.is_harmless(source) and addresses.is_harmless(link)):
        return None
    text = picture(source, attributes.get("alt", ""), attributes.get("title", ""))
    if found["link"] is not None:
        text = f"[{text}]({addresses.destination(link)})"
    if found["caption"] is None:
        return text
    caption = plain(found["caption"]) if "<em>" not in found["caption"] else None
    return (
        None if caption is None or "~" in caption else f"{text}\n{emphasise(escape_line_starts(caption, first=False))}"
    )


def _plain_gallery(html: str) -> str | None:
    """Give a gallery from the HTML that it holds: nothing but plain figures, two of them or more."""
    figures = html.removeprefix("<figure>").removesuffix("</figure>").split("</figure><figure>")
    written = [text for figure in figures if (text := _plain_figure(figure)) is not None]
    return "\n\n".join(written) if len(written) == len(figures) > 1 else None


_PLAIN_FORMS = {"": (Kind.FIGURE, _plain_figure), "gallery": (Kind.GALLERY, _plain_gallery)}
"""What is tried first for a figure of this class, in half the time of a walk over its parts."""


def _is_captioned_player(node: LexborNode) -> bool:
    """A sound or a film with a caption has no other form than its own HTML."""
    tags = {child.tag for child in node.iter(include_text=False)}
    return bool(tags & _PLAYERS) and "figcaption" in tags


def _embedded(node: LexborNode) -> str | None:
    """Give the embed if the figure is only that: its link, what shows it after a click, its caption.

    Where a poster stands on it, that is a picture which is linked to the address; else it is the address alone.
    """
    link = None
    for child in node.iter(include_text=True):
        if child.tag == "a" and link is None:
            link = child
        elif child.tag not in _EMBED_PARTS and not (child.tag == "-text" and (child.text_content or "").isspace()):
            return None
    if link is None:
        return None
    address = link.attributes.get("href") or ""
    short = addresses.autolink(address, (link.text() or "").strip())
    if short is None or not addresses.is_harmless(address):
        return None
    poster = _poster(node)
    if poster is None:
        return addresses.embed(address)
    title = addresses.title(link.attributes.get("title") or "")
    return f"[{_written(poster)}]({addresses.destination(address)}{title})"


def _poster(figure: LexborNode) -> LexborNode | None:
    """Give the picture that the reader clicks upon to see what is embedded."""
    details = next((child for child in figure.iter(include_text=False) if child.tag == "details"), None)
    summary = _summary(details) if details is not None else None
    child = summary.first_child if summary is not None else None
    return child if child is not None and child.tag == "img" else None


def _written(image: LexborNode) -> str:
    source = image.attributes.get("src") or ""
    return picture(
        source if addresses.is_harmless(source) else "",
        image.attributes.get("alt") or "",
        image.attributes.get("title") or "",
    )


def _leave_nested_figure(walk: Walk, node: LexborNode) -> None:
    walk.depth -= 1
    _leave_figure(walk, node)


def _leave_figure(walk: Walk, _node: LexborNode) -> None:
    frame = walk.pop()
    blocks = frame.blocks
    pictured = len(blocks) == 1 and blocks[0].kind in _PICTURED and "\n" not in blocks[0].text
    if pictured and frame.caption:
        walk.add(_in_figure(blocks[0].kind), f"{blocks[0].text}\n{_caption(walk, frame)}")
        return
    for kind, text in _in_rows(blocks):
        walk.add(_in_figure(kind), text)
    if frame.caption:
        walk.add(Kind.PARAGRAPH, _caption(walk, frame))


def _in_figure(kind: Kind) -> Kind:
    return Kind.FIGURE if kind is Kind.PICTURE else kind


def _caption(walk: Walk, frame: Frame) -> str:
    return emphasise(frame.caption, as_tags=walk.scope.style.safe)


def _in_rows(blocks: list[Block]) -> list[Block]:
    """Give the blocks with neighbouring pictures made one gallery."""
    rows: list[Block] = []
    for block in blocks:
        if block.kind in _IN_GALLERIES and rows and rows[-1].kind in _IN_GALLERIES:
            rows[-1] = Block(Kind.GALLERY, f"{rows[-1].text}\n\n{block.text}")
        else:
            rows.append(block)
    return rows


def _enter_caption(walk: Walk, node: LexborNode) -> Leave | None:
    walk.push(Place.CAPTION, node)
    return _leave_caption


def _leave_caption(walk: Walk, _node: LexborNode) -> None:
    blocks = walk.pop().blocks
    if not blocks:
        return
    caption = lines_of(blocks)
    frame = walk.frame
    if frame.place in _CAPTIONED:
        frame.caption = f"{frame.caption}  \n{caption}" if frame.caption else caption
    else:
        walk.add(Kind.PARAGRAPH, emphasise(caption, as_tags=walk.scope.style.safe))


def _enter_details(walk: Walk, node: LexborNode) -> Leave | None:
    """In a figure for an embed the details hold what the renderer added: the player that appears after a click."""
    if walk.frame.place is Place.EMBED:
        return skip
    walk.flush()
    summary = _summary(node)
    tag = opening_tag(node, "details", language_of(node).within(walk.language))
    walk.add(Kind.HTML, tag if summary is None else f"{tag}\n{walk.raw(summary)}")
    return _leave_details


def _summary(node: LexborNode) -> LexborNode | None:
    return next((child for child in node.iter(include_text=False) if child.tag == "summary"), None)


def _enter_summary(walk: Walk, node: LexborNode) -> Leave | None:
    parent = node.parent
    if parent is not None and parent.tag == "details" and (first := _summary(parent)) is not None and first == node:
        return skip
    walk.flush()
    return end_block


def _leave_details(walk: Walk, _node: LexborNode) -> None:
    walk.flush()
    walk.add(Kind.HTML, "</details>")


def _enter_player(walk: Walk, node: LexborNode) -> Leave | None:
    """A player stands on one line; Markdown reads between its tags, so what stands there is put to sleep."""
    walk.flush()
    tag = node.tag or ""
    parts = [opening_tag(node, tag, language_of(node))]
    for child in node.iter(include_text=True):
        if child.tag in {"source", "track"}:
            parts.append(opening_tag(child, child.tag))
        elif child.tag == "a":
            parts.append(f"{opening_tag(child, 'a')}{_words(child)}</a>")
        elif child.tag == "-text" or child.tag not in {"script", "style", "-comment", None}:
            parts.append(_words(child))
    walk.run.append(Atom(f"{''.join(parts).strip()}</{tag}>"))
    walk.flush(Kind.HTML)
    return skip


def _words(node: LexborNode) -> str:
    text = WHITE_SPACE.sub(" ", (node.text_content if node.tag == "-text" else node.text()) or "").strip(" ")
    return escape(text, ">", Leaf(brackets=True, tildes=True)).replace("]", "\\]")


def _enter_frame(walk: Walk, node: LexborNode) -> Leave | None:
    """A page within the page is an embed of its address."""
    walk.flush()
    address = node.attributes.get("src") or ""
    if short := addresses.embed(address):
        walk.add(Kind.EMBED, short)
    elif address and addresses.is_harmless(address):
        walk.add(Kind.HTML, opening_tag(node, "iframe") + "</iframe>")
    return skip


ENTER: dict[str, Enter] = {
    **dict.fromkeys(_PLAYERS, _enter_player),
    "caption": _enter_caption,
    "details": _enter_details,
    "embed": _enter_frame,
    "figcaption": _enter_caption,
    "figure": _enter_figure,
    "iframe": _enter_frame,
    "summary": _enter_summary,
}
"""Figures and what stands in them."""
