"""Pictures that plugins hid until a reader scrolled to them, and their twins for browsers without scripts."""

from .context import BodyContext
from .tree import BodyTree, Node, attribute, classes, is_white

_REAL_SOURCES = ("data-src", "data-lazy-src", "data-original", "data-orig-file", "data-lazyload", "data-full-url")
_SMALLEST = 2


def show_lazy_pictures(tree: BodyTree, context: BodyContext) -> None:
    """Give each picture its real address, and each picture once."""
    for frame in tree.find("iframe[data-src], iframe[data-lazy-src]"):
        _use_real_source(frame)
    for picture in tree.find("img"):
        _use_real_source(picture)
        if _is_pixel(picture):
            context.note("tracking pixel", attribute(picture, "src"))
            picture.decompose()
    for picture in tree.find("picture"):
        for source in picture.css("source"):
            source.decompose()
        picture.unwrap()
    _drop_twins(tree)


def _use_real_source(node: Node) -> None:
    shown = attribute(node, "src")
    is_placeholder = not shown or shown.startswith("data:") or "lazy" in " ".join(classes(node)).lower()
    real = next((address for name in _REAL_SOURCES if (address := attribute(node, name))), "")
    if real and is_placeholder:
        node.attrs["src"] = real


def _is_pixel(picture: Node) -> bool:
    sizes = [attribute(picture, name).removesuffix("px") for name in ("width", "height")]
    return all(size.isdecimal() and int(size) < _SMALLEST for size in sizes)


def _drop_twins(tree: BodyTree) -> None:
    """Drop each `<noscript>` whose pictures stand beside it, and open the others."""
    twins = list(tree.find("noscript"))
    if not twins:
        return
    inside = {picture.mem_id for twin in twins for picture in twin.css("img, iframe")}
    shown = {attribute(node, "src") for node in tree.find("img, iframe") if node.mem_id not in inside}
    for twin in twins:
        pictures = twin.css("img, iframe")
        is_twin = bool(pictures) and all(attribute(picture, "src") in shown for picture in pictures)
        if is_twin or all(is_white(child) for child in twin.iter(include_text=True)):
            twin.decompose()
