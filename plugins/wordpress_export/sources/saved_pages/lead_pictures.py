"""The lead picture of an article, with what readers were told of it; and the pictures whose numbers a page tells."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ...addresses import root_relative
from ...body.tree import Node, attribute, words
from ...model import Media
from ...plain_text import plain_words
from .bodies import LEAD_PICTURES, known_body, opens
from .page import Page
from .places import Place, is_saved_file, resolve, split_path

_CAPTION = (
    "figcaption, .wp-caption-text, .featured-caption, .featured-image-caption, .jeg_caption, "
    ".wp-element-caption, .caption"
)
_CREDIT = ".image-credit, .media-credit, .wp-media-credit, .credit, .photo-credit, .credit-label-wrapper"
_OPENING = 5
_SIZE = re.compile(r"-(\d{1,5})x(\d{1,5})(?=\.[A-Za-z]{3,5}$)")
_SCALED = re.compile(r"-scaled(?=\.[A-Za-z]{3,5}$)")
_NUMBER = re.compile(r"wp-image-(\d{1,18})|attachment_(\d{1,18})")
_LAZY = ("data-orig-file", "data-large-file", "data-src", "data-lazy-src", "data-original", "data-full-url")


@dataclass(frozen=True, slots=True)
class LeadPicture:
    """A lead picture."""

    address: str
    """Root-relative where it is the site's own; the original's, not a size's."""
    alt: str = ""
    """Plain text."""
    caption: str = ""
    """Plain text."""
    credit: str = ""
    """Plain text."""
    id: int = 0
    """Its number as an attachment; 0 where the page does not tell it."""


def read_lead_picture(page: Page, place: Place) -> LeadPicture | None:
    """Give the lead picture that readers saw, or that the page's head names where the theme showed none."""
    body = known_body(page)
    within = {node.mem_id for node in body.css("img")} if body is not None else set()
    found = [node for look in page.circles() for selector in LEAD_PICTURES for node in look(selector)]
    # In the text itself it is one that opens it; all others there are the author's.
    first = [node for node in found if node.mem_id in within][:_OPENING]
    in_text = [node for node in first if body is not None and opens(node, body)]
    for node in (*(node for node in found if node.mem_id not in within), *in_text):
        if not _is_small_face(node) and (address := original_of(node, place)):
            return _with_words(node, address)
    return None


def picture_of_head(page: Page, place: Place) -> LeadPicture | None:
    """Give the picture that the head names for those who share the article."""
    facts = page.facts
    article, about = facts.article, facts.of_type({"WebPage"})
    told = (
        facts.text(article, "thumbnailUrl")
        or facts.text(about, "thumbnailUrl")
        or page.meta("og:image", "og:image:url")
    )
    if not told:
        images = (thing for thing in facts.followed(article.get("image")) if thing)
        first = next(images, "")
        told = first if isinstance(first, str) else facts.text(first, "url", "contentUrl", "@id")
    address = _unscaled(without_size(resolve(told, place))) if told else ""
    return LeadPicture(root_relative(address, place.home), alt=page.meta("og:image:alt")) if address else None


def _is_small_face(node: Node) -> bool:
    return "avatar" in attribute(node, "class").split()


def _with_words(node: Node, address: str) -> LeadPicture:
    around = _figure_of(node)
    caption = around.css_first(_CAPTION) if around else None
    credit = around.css_first(_CREDIT) if around else None
    said = words(credit) if credit else ""
    told = words(caption) if caption else ""
    if said and caption is not None and credit is not None:
        told = told.replace(said, "").strip()
    return LeadPicture(address, plain_words(attribute(node, "alt")).text, told, said, number_of(node))


def _figure_of(node: Node) -> Node | None:
    """Give the element around a picture that holds its caption."""
    above = node.parent
    for _ in range(4):
        if above is None or above.tag in ("article", "main", "body", "header"):
            return None
        if above.css_first(_CAPTION) or above.css_first(_CREDIT):
            # A box with the whole article in it has captions as well.
            return above if len(above.css("img")) <= 2 and above.css_first("h1, time") is None else None  # noqa: PLR2004  # a lazy picture's twin
        above = above.parent
    return None


def number_of(node: Node) -> int:
    """Give a picture's number as an attachment; 0 where the page does not tell it."""
    if (told := attribute(node, "data-attachment-id") or attribute(node, "data-id")).isdigit():
        return int(told[:18])
    match = _NUMBER.search(attribute(node, "class"))
    return int(match[1] or match[2]) if match else 0


def original_of(node: Node, place: Place) -> str:
    """Give the address of a picture's original, root-relative where it is the site's own."""
    address = full_address(node, place)
    return root_relative(address, place.home) if address else ""


def full_address(node: Node, place: Place) -> str:
    """Give the address of a picture's original, of which pages show a size."""
    told = next((resolve(value, place) for name in _LAZY if (value := attribute(node, name))), "")
    sizes = dict(_sizes_in(attribute(node, "srcset") or attribute(node, "data-srcset"), place))
    shown = attribute(node, "src")
    address = told or ("" if is_saved_file(shown) else resolve(shown, place))
    if not address or address.startswith("data:"):
        address = max(sizes, key=lambda one: sizes[one], default=address)
    stem = without_size(address)
    if _SCALED.search(stem):
        return _unscaled(stem)
    return stem if told or _is_made_of(stem, node, (address, sizes, place)) else address


def _unscaled(address: str) -> str:
    """Give the address of a very large picture, in whose place WordPress shows a smaller file."""
    return _SCALED.sub("", address)


def _is_made_of(stem: str, node: Node, known: tuple[str, Mapping[str, int], Place]) -> bool:
    """Tell whether a picture is a size of a file, and does not only have an author's figures in its own name."""
    address, sizes, place = known
    match = _SIZE.search(split_path(address))
    # `wallpaper-1920x1080.jpg` is an original where its sizes are called `wallpaper-1920x1080-300x169.jpg`.
    if match is None or any(without_size(size) == address for size in sizes if size != address):
        return False
    link = node.parent if node.parent is not None and node.parent.tag == "a" else None
    is_linked = link is not None and _unscaled(resolve(attribute(link, "href"), place)) == stem
    is_as_wide = "/uploads/" in address and attribute(node, "width") in ("", match[1])
    marks = attribute(node, "class")
    is_named = "/uploads/" in address and ("attachment-" in marks or "size-" in marks or "wp-post-image" in marks)
    is_one_of_sizes = any(without_size(size) == stem for size in sizes if size != address)
    return stem in sizes or is_linked or is_as_wide or is_named or is_one_of_sizes


def _sizes_in(srcset: str, place: Place) -> Iterator[tuple[str, int]]:
    for one in re.split(r",\s+", srcset):
        address, _, width = one.strip().rpartition(" ")
        if address and width[:-1].isdigit():
            yield resolve(address, place), int(width[:-1][:6])


def without_size(address: str) -> str:
    """Give the address of the file that a size was made of."""
    path, mark, query = address.partition("?")
    return _SIZE.sub("", path) + (mark + query if not query.startswith(("resize=", "w=", "fit=", "ssl=")) else "")


def numbered_pictures(body: Node, place: Place) -> Iterator[Media]:
    """Give the pictures in a body whose number and original are clear."""
    for node in body.css("img[class*=wp-image-]"):
        number, address = number_of(node), original_of(node, place)
        if number and address.startswith("/") and "/uploads/" in address and not _SIZE.search(address):
            yield Media(number, address, alt=plain_words(attribute(node, "alt")).text)
