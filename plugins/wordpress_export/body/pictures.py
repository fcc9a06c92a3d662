"""Pictures that plugins hid until a reader scrolled to them, and their twins for browsers without scripts."""

import re
from collections.abc import Iterator

from .context import BodyContext
from .file_links import number_of
from .file_names import file_name, originals
from .tree import BodyTree, Node, attribute, classes, is_white, words

_REAL_SOURCES = (
    *("data-src", "data-lazy-src", "data-original", "data-orig-src", "data-orig-file", "data-lazyload", "data-lazy"),
    *("data-full-url", "data-cfsrc", "data-ezsrc", "data-opt-src", "data-breeze", "data-echo", "nitro-lazy-src"),
    *("data-wpfc-original-src", "data-pagespeed-lazy-src", "data-litespeed-src", "data-dt-lazy-src", "data-wood-src"),
    *("data-img-url", "data-hi-res-src", "data-src-cmplz", "data-cookieblock-src", "data-consent-src"),
    *("consent-original-src-_", "data-suppressedsrc", "data-cky-src", "uc-src", "data-cmp-src", "data-src-fg"),
)
"""Where plugins put the real address: lazysizes, Jetpack, WP Rocket, Smush, LiteSpeed, Avada, Cloudflare, Ezoic …"""
_REAL_SETS = ("data-srcset", "data-lazy-srcset", "srcset")
"""Where there may be nothing but a list of sizes."""
_PLACEHOLDER = re.compile(
    r"(?:1x1(?:[._-]?(?:trans|pixel))?|blank|spacer|trans(?:parent)?|pixel|placeholder|gr[ea]y|loading|lazy(?:[_-]\w+)?)"
    r"(?:[._-]\d+x\d+)?\.(?:gif|png|svg|jpg|webp)",
    re.IGNORECASE,
)
_HIDDEN = "img, iframe, video, audio, source"
_SMALLEST = 2


def show_lazy_pictures(tree: BodyTree, context: BodyContext) -> None:
    """Give each picture its real address, and each picture once."""
    if not tree.may_hold("<img", "<iframe", "<video", "<audio", "<noscript", "<amp-img", "<picture"):
        return
    for picture in tree.find("amp-img"):
        tree.rename(picture, "img")
    for node in tree.find(_HIDDEN):
        _use_real_source(node, context)
    for picture in tree.find("img"):
        if _is_pixel(picture):
            context.note("tracking pixel", attribute(picture, "src"))
            picture.decompose()
    for picture in tree.find("picture"):
        _open_picture(picture)
    _drop_twins(tree)


def _use_real_source(node: Node, context: BodyContext) -> None:
    if not _is_placeholder(node):
        return
    is_blank = _is_blank(attribute(node, "src"))
    real = next((address for name in _REAL_SOURCES if (address := attribute(node, name))), "")
    if not real and is_blank:
        real = next((address for name in _REAL_SETS if (address := _largest(attribute(node, name)))), "")
    if not real and is_blank and node.tag == "img" and (media := context.library.media.get(number_of(node))):
        real = media.address
    if real:
        node.attrs["src"] = real


def _is_placeholder(node: Node) -> bool:
    """Whether what an element shows at first is not what it is there for."""
    return _is_blank(attribute(node, "src")) or "lazy" in " ".join(classes(node)).lower()


def _is_blank(shown: str) -> bool:
    is_none = not shown or shown.startswith(("data:", "about:", "#"))
    return is_none or _PLACEHOLDER.fullmatch(file_name(shown)) is not None


def _largest(sizes: str) -> str:
    """Give the largest picture of a list: `a-300x200.jpg 300w, a.jpg 1200w`."""
    found = [(_size(parts[1:]), parts[0]) for part in re.split(r",\s+|(?<=[\dwx]),", sizes) if (parts := part.split())]
    return max(found, key=lambda entry: entry[0])[1] if found else ""


def _size(words_behind: list[str]) -> float:
    number = words_behind[0].rstrip("wxh") if words_behind else "1"
    return float(number) if re.fullmatch(r"\d{1,6}(?:\.\d{1,3})?", number) else 0.0


def _open_picture(picture: Node) -> None:
    """Leave the picture itself, in the format that every browser shows, of those that stand to choose from."""
    image, sources = picture.css_first("img"), picture.css("source")
    if image is not None and not attribute(image, "src"):
        image.attrs["src"] = next((largest for source in sources if (largest := _largest_of(source))), "")
    for source in sources:
        source.decompose()
    picture.unwrap()


def _largest_of(source: Node) -> str:
    return next((largest for name in _REAL_SETS if (largest := _largest(attribute(source, name)))), "")


def _is_pixel(picture: Node) -> bool:
    sizes = [attribute(picture, name).removesuffix("px") for name in ("width", "height")]
    return all(size.isdecimal() and int(size) < _SMALLEST for size in sizes)


def _drop_twins(tree: BodyTree) -> None:
    """Drop each `<noscript>` whose pictures stand beside it, and open the others."""
    twins = list(tree.find("noscript"))
    if not twins:
        return
    inside = {picture.mem_id for twin in twins for picture in twin.css("img, iframe")}
    shown = [node for node in tree.find("img, iframe") if node.mem_id not in inside]
    names = {name for node in shown for name in _names(node)}
    for twin in twins:
        pictures = twin.css("img, iframe")
        is_twin = bool(pictures) and not words(twin) and all(any(n in names for n in _names(p)) for p in pictures)
        if is_twin or all(is_white(child) for child in twin.iter(include_text=True)):
            twin.decompose()
        elif (before := _element_before(twin)) is not None and before.mem_id not in inside and _is_unresolved(before):
            # Whatever the plugin, what stands for a picture gives way to the picture.
            before.decompose()
            twin.unwrap(delete_empty=True)


def _names(node: Node) -> Iterator[str]:
    """Give an address, and those of the pictures that it may be a size of."""
    address = attribute(node, "src").partition("?")[0]
    yield address or attribute(node, "src")
    yield from originals(address)


def _element_before(node: Node) -> Node | None:
    before = node.prev
    while before is not None and is_white(before):
        before = before.prev
    return before


def _is_unresolved(node: Node) -> bool:
    return node.tag in ("img", "iframe") and _is_placeholder(node)
