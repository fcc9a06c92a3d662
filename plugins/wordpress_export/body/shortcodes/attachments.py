"""Which attachments a shortcode shows, and in which order (`gallery_shortcode`, `wp_playlist_shortcode`)."""

from collections.abc import Callable, Mapping

from ...model import Media
from ...whole_numbers import whole_number
from ..context import BodyContext
from ..file_names import extension
from .grammar import Shortcode

_KEYS: Mapping[str, Callable[[Media], tuple[object, ...]]] = {
    "menu_order": lambda media: (media.order,),
    "title": lambda media: (media.title.casefold(),),
    "post_title": lambda media: (media.title.casefold(),),
    "name": lambda media: (media.permalink, media.address),
    # Attachments are numbered as they are uploaded, and an export of them has no surer date.
    "date": lambda media: (media.id,),
    "post_date": lambda media: (media.id,),
    "modified": lambda media: (media.id,),
    "id": lambda media: (media.id,),
}
_RANDOM = ("rand", "random")


def attached(context: BodyContext, parent: int, extensions: tuple[str, ...]) -> list[int]:
    """Give the files of these formats that were uploaded to an article, in the order of the library."""
    library = context.library
    found = library.media_of.get(parent, ())
    return [number for number in found if extension(library.media[number].address) in extensions]


def chosen(shortcode: Shortcode, context: BodyContext, extensions: tuple[str, ...]) -> list[int]:
    """Give the ids that a gallery or a playlist shows; ids that are not in the export stay, for a note."""
    listed = list(dict.fromkeys(shortcode.numbers("ids")))
    if listed and not shortcode.get("orderby"):
        return listed
    included = listed or list(dict.fromkeys(shortcode.numbers("include")))
    excluded = set(shortcode.numbers("exclude"))
    parent = whole_number(shortcode.get("id", "parent")) or context.article.id or 0
    found = included or [number for number in attached(context, parent, extensions) if number not in excluded]
    return _sorted(found, shortcode, context)


def _sorted(found: list[int], shortcode: Shortcode, context: BodyContext) -> list[int]:
    orders = shortcode.get("orderby").lower().replace(",", " ").split() or ["menu_order", "id"]
    if orders[0] in _RANDOM:
        context.note("pictures in random order", shortcode.tag)
        return found
    keys = [_KEYS[order] for order in orders if order in _KEYS]
    if orders[0] == "post__in" or not keys:
        return found
    media = context.library.media
    there = [number for number in found if number in media]
    there.sort(
        key=lambda number: tuple(part for key in keys for part in key(media[number])),
        reverse=shortcode.get("order").lower() == "desc" or orders[-1] == "desc",
    )
    return there + [number for number in found if number not in media]
