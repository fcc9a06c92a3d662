"""Galleries: pictures side by side, in every form that blocks, themes and plugins have saved them in."""

from .context import BodyContext
from .figures import emphasised, picture_figure, set_caption
from .tree import BodyTree, Node, ancestors, attribute, classes, is_empty, place_after, place_before

_GALLERIES = (
    ".wp-block-gallery, .gallery, .tiled-gallery, .wp-block-jetpack-tiled-gallery, .wp-block-jetpack-slideshow,"
    " .blocks-gallery-grid, .wp-block-coblocks-gallery-masonry, .wp-block-coblocks-gallery-collage, .coblocks-gallery,"
    " .wp-block-coblocks-gallery-carousel, .wp-block-kadence-advancedgallery, .wp-block-ub-image-slider"
)
_ITEMS = frozenset({"figure", "li", "dl"})
_CAPTIONS = "figcaption, .gallery-caption, .wp-caption-text, .tiled-gallery-caption"


def clean_galleries(tree: BodyTree, _context: BodyContext) -> None:
    """Bring each gallery into the form of the dialect; one of a single picture is that picture."""
    for gallery in tree.find(_GALLERIES):
        pictures = [picture for picture in gallery.css("img") if picture.mem_id != gallery.mem_id]
        if pictures and not _is_clean(gallery) and not _is_inside_gallery(gallery):
            _clean(tree, gallery, pictures)


def _is_clean(node: Node) -> bool:
    return node.tag == "figure" and attribute(node, "class") == "gallery"


def _is_inside_gallery(node: Node) -> bool:
    return any(_is_clean(above) for above in ancestors(node))


def _clean(tree: BodyTree, gallery: Node, pictures: list[Node]) -> None:
    figures = [_item(tree, picture, gallery) for picture in pictures]
    outer = figures[0]
    if len(figures) > 1:
        outer = tree.new("figure", class_="gallery")
        for figure in figures:
            outer.insert_child(figure, move=True)
    place_before(gallery, [outer])
    caption = gallery.css_first(_CAPTIONS)
    if caption is not None:
        place_after(outer, [emphasised(tree, caption)])
    if is_empty(gallery):
        gallery.decompose()
    else:
        gallery.attrs["class"] = ""


def _item(tree: BodyTree, picture: Node, gallery: Node) -> Node:
    """Give the figure of one picture, with the caption of its list item or its inner figure."""
    item = picture
    for above in ancestors(picture):
        if above.mem_id == gallery.mem_id:
            break
        item = above
        if above.tag in _ITEMS:
            break
    caption = item.css_first(_CAPTIONS) if item.tag in _ITEMS or "gallery-item" in classes(item) else None
    figure = picture_figure(tree, picture, gallery)
    if caption is not None:
        set_caption(tree, figure, caption)
    return figure
