"""`[gallery]`: pictures of the library side by side (`gallery_shortcode`)."""

from collections.abc import Iterable
from html import escape

from ..context import BodyContext
from ..file_names import is_picture
from .grammar import Shortcode


def render_gallery(shortcode: Shortcode, context: BodyContext) -> str:
    """Give the pictures as one figure; a gallery of a single picture is that picture."""
    content = shortcode.content or ""
    figures = [_figure(number, shortcode, context) for number in _chosen(shortcode, context)]
    figures = [figure for figure in figures if figure]
    if not figures:
        context.note("gallery without pictures", shortcode.source, review=True)
        return content
    if shortcode.get("link") not in ("file", "none"):
        # By default WordPress links each picture to its attachment page, which shows no more than the picture.
        context.note("links to attachment pages left out", shortcode.source)
    html = figures[0] if len(figures) == 1 else f'<figure class="gallery">{"".join(figures)}</figure>'
    return f"\n\n{html}\n\n{content}"


def _chosen(shortcode: Shortcode, context: BodyContext) -> Iterable[int]:
    """Give the ids in order: those listed, else the article's own attachments without those that are excluded."""
    listed = shortcode.numbers("ids") or shortcode.numbers("include")
    if listed:
        return listed
    parent = shortcode.numbers("id") or [context.article.id or 0]
    excluded = set(shortcode.numbers("exclude"))
    library = context.library
    found = [
        number
        for number in library.media_of.get(parent[0], ())
        if number not in excluded and is_picture(library.media[number].address)
    ]
    if shortcode.get("orderby").lower() == "title":
        found.sort(key=lambda number: library.media[number].title)
    elif shortcode.get("orderby").lower() == "id":
        found.sort()
    return reversed(found) if shortcode.get("order").lower() == "desc" else found


def _figure(number: int, shortcode: Shortcode, context: BodyContext) -> str:
    picture = context.library.media.get(number)
    if picture is None:
        context.note("picture that is not in the export", f"attachment {number} of {shortcode.source}", review=True)
        return ""
    html = f'<img src="{escape(picture.address)}" alt="{escape(picture.alt)}">'
    if shortcode.get("link") == "file":
        html = f'<a href="{escape(picture.address)}">{html}</a>'
    caption = f"<figcaption>{picture.caption.strip()}</figcaption>" if picture.caption.strip() else ""
    return f"<figure>{html}{caption}</figure>"
