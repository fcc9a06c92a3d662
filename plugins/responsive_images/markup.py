"""Pictures in HTML: all formats and widths for the browser to choose from, and the old address for who cannot."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape

from selectolax.lexbor import LexborHTMLParser, LexborNode

from .album import Album, File, Picture
from .encoding import AVIF, TYPES, WEBP
from .shapes import WHOLE


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a layout a picture stands."""

    widths: Sequence[int]
    """In which widths it is made, in pixels of the screen."""
    sizes: str
    """How wide it is shown, as HTML's `sizes` says it."""
    crop: str = WHOLE
    """The shape to which it is cut."""
    link: bool = False
    """Whether a picture of a body that leads nowhere else leads to its own file, so that a reader can see it large."""


@dataclass(frozen=True, slots=True)
class Sources:
    """What a template writes of a picture. All texts are for attributes in double quotes."""

    sources: str
    """The `<source>` elements that stand before the `<img>`; nothing where the file is shown as it is."""
    attributes: str
    """More attributes of the `<img>`, a space before each."""


def srcset(files: Sequence[File]) -> str:
    """Give files as HTML's `srcset` lists them."""
    return ", ".join(f"{file.address} {file.width}w" for file in files)


def sources_of(picture: Picture, sizes: str) -> Sources:
    """Give a picture's sources, and the attributes of its `<img>`."""
    modern = "".join(
        f'<source type="{TYPES[ending]}" srcset="{srcset(files)}" sizes="{escape(sizes)}">'
        for ending, files in picture.files.items()
        if ending in (AVIF, WEBP)
    )
    told = "".join(f' {name}="{escape(value)}"' for name, value in image_attributes(picture, sizes).items())
    return Sources(modern, told)


def image_attributes(picture: Picture, sizes: str) -> Mapping[str, str]:
    """Give what an `<img>` says beside its address: its size, its colours until it is there, its oldest format."""
    told: dict[str, str] = {}
    if old := next((files for ending, files in picture.files.items() if ending not in (AVIF, WEBP)), None):
        told = {"srcset": srcset(old), "sizes": sizes}
    if picture.width and picture.height:
        told |= {"width": str(picture.width), "height": str(picture.height)}
    if picture.shades:
        told["style"] = f"background:linear-gradient({','.join(picture.shades)})"
    return told


def body_with_pictures(html: str, album: Album, column: Place, gallery: Place) -> str:
    """Give a body in which each picture of the site's own has its sources."""
    if "<img" not in html:
        return html
    tree = LexborHTMLParser(f"<body>{html}")
    for image in tree.css("img"):
        address = image.attributes.get("src") or ""
        place = gallery if _in_gallery(image) else column
        if picture := album.picture(address, place.crop, place.widths):
            if place.link:
                _link_to_itself(tree, image, address)
            _furnish(tree, image, picture, _narrowed(place.sizes, picture))
    return (tree.body and tree.body.inner_html) or ""


def _narrowed(sizes: str, picture: Picture) -> str:
    """Give how wide a picture is shown: one of 300 pixels never fills a column."""
    return f"(max-width: {picture.width}px) 100vw, {picture.width}px" if picture.width < _NARROW else sizes


def _in_gallery(image: LexborNode) -> bool:
    above = image.parent
    while above is not None and above.tag != "body":
        if "gallery" in (above.attributes.get("class") or "").split():
            return True
        above = above.parent
    return False


def _link_to_itself(tree: LexborHTMLParser, image: LexborNode, address: str) -> None:
    """Put a link to its file around a picture that leads nowhere else.

    A picture of which nobody says what it shows stays without: such a link has no name.
    """
    name = (image.attributes.get("alt") or "").strip() or _caption(image)
    if not name or _holder(image, _ACTED_UPON) is not None:
        return
    link = tree.create_node("a")
    link.attrs["href"] = address
    link.attrs["class"] = "enlarge"
    if not (image.attributes.get("alt") or "").strip():
        link.attrs["aria-label"] = name
    image.insert_before(link, move=True)
    link.insert_child(image, move=True)


def _caption(image: LexborNode) -> str:
    figure = _holder(image, _FIGURE)
    caption = figure and next((node for node in figure.iter() if node.tag == "figcaption"), None)
    return " ".join(caption.text().split()) if caption else ""


def _holder(node: LexborNode, tags: frozenset[str]) -> LexborNode | None:
    """Give the next element around a node that has one of these tags."""
    above = node.parent
    while above is not None and above.tag not in tags:
        above = above.parent
    return above


def _furnish(tree: LexborHTMLParser, image: LexborNode, picture: Picture, sizes: str) -> None:
    _size_and_load(image, picture, sizes)
    if not picture.files or (image.parent is not None and image.parent.tag == "picture"):
        return
    frame = tree.create_node("picture")
    for ending in (AVIF, WEBP):
        source = tree.create_node("source")
        source.attrs["type"] = TYPES[ending]
        source.attrs["srcset"] = srcset(picture.files[ending])
        source.attrs["sizes"] = sizes
        frame.insert_child(source)
    frame.insert_child(image.clone())
    image.replace_with(frame)


def _size_and_load(image: LexborNode, picture: Picture, sizes: str) -> None:
    """Say on the `<img>` what its author did not."""
    for name, value in ({"loading": "lazy", "decoding": "async"} | dict(image_attributes(picture, sizes))).items():
        if name not in image.attributes or name in {"srcset", "sizes"}:
            image.attrs[name] = value


_FIGURE = frozenset({"figure"})
_ACTED_UPON = frozenset({"a", "button", "label", "summary"})
"""What has a meaning of its own when it is clicked upon."""

_NARROW = 600
