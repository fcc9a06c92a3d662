"""Blocks with a picture or a sound that stands in their attributes alone."""

import re
from collections.abc import Iterable
from html import escape
from typing import Any

from ..context import BodyContext
from ..file_names import file_name, is_picture
from .delimiters import Block

_PREVIEW = re.compile(r"<object\b.*?</object>", re.DOTALL)
_BACKGROUND = re.compile(r"background-image:\s*url\([^)]*\);?")
_LIST = re.compile(r"</?ol\b[^>]*>")
_LINKS_TOGETHER = "</a><a"


def render_cover(block: Block, inner: str, context: BodyContext) -> str:
    """Give the picture of a cover before its words, also where it was saved as a background of styles."""
    if block.attributes.get("useFeaturedImage"):
        context.note("picture of a block that is the article's lead picture", block.name)
        return inner
    address = block.text("url")
    own = "".join(piece for piece in block.inner if isinstance(piece, str))
    if not address or "<img" in own or "<video" in own or "<iframe" in own:
        return inner
    inner = _BACKGROUND.sub("", inner, count=1)
    if block.text("backgroundType") == "embed-video":
        return f'<figure class="embed"><a href="{escape(address)}">{escape(address, quote=False)}</a></figure>{inner}'
    return _media(address, block.text("alt")) + inner


def _media(address: str, alt: str, caption: str = "") -> str:
    tag = "video" if _is_film(address) else "img"
    words = f"<figcaption>{caption}</figcaption>" if caption else ""
    if tag == "video":
        return f'<figure><video controls src="{escape(address)}"></video>{words}</figure>'
    return f'<figure><img src="{escape(address)}" alt="{escape(alt)}">{words}</figure>'


def _is_film(address: str) -> bool:
    """Whether an address of a background is a film: all that does not look like a picture."""
    return not is_picture(address) and not address.startswith("data:image/")


def note_background(block: Block, context: BodyContext) -> None:
    """Note a picture behind the words of a block, which is a look."""
    background = block.fields("style").get("background")
    picture = background.get("backgroundImage") if isinstance(background, dict) else None
    if isinstance(picture, dict) and isinstance(address := picture.get("url"), str):
        context.note("background picture left behind", f"{block.name} {address}")


def render_media_text(block: Block, inner: str, context: BodyContext) -> str:
    """Give the saved HTML; WordPress itself puts the article's lead picture in where that was chosen."""
    if block.attributes.get("useFeaturedImage"):
        context.note("picture of a block that is the article's lead picture", block.name)
    return inner


def render_file(block: Block, inner: str, context: BodyContext) -> str:
    """Give the links to a file; a preview of it becomes a link where there is none."""
    shown = _PREVIEW.sub("", inner)
    if shown != inner:
        context.note("preview of a file", block.text("href"))
    address = block.text("href")
    if "<a" not in shown and address:
        return f'<p><a href="{escape(address)}">{escape(file_name(address) or address)}</a></p>'
    return shown.replace(_LINKS_TOGETHER, "</a> <a")


def render_gallery(block: Block, inner: str, context: BodyContext) -> str:
    """Give the saved pictures, or all that were uploaded to the article (`dynamicContent`, WordPress 7.1)."""
    if not block.attributes.get("dynamicContent"):
        return inner
    library = context.library
    uploaded = [library.media[number] for number in library.media_of.get(context.article.id or 0, ())]
    figures = [_media(media.address, media.alt, media.caption) for media in uploaded if is_picture(media.address)]
    context.note("gallery that the site filled in", f"{block.attributes['dynamicContent']}", review=True)
    return f'<figure class="wp-block-gallery">{"".join(figures)}{inner}</figure>' if figures else inner


def render_playlist(_block: Block, inner: str, _context: BodyContext) -> str:
    """Give the players of a playlist one after the other, and its caption."""
    return _LIST.sub("", inner)


def render_playlist_track(block: Block, _inner: str, context: BodyContext) -> str:
    """Give the player of one track, with what the list said of it."""
    number = block.attributes.get("id")
    media = context.library.media.get(number) if isinstance(number, int) else None
    address = block.text("src") or (media.address if media is not None else "")
    if not address:
        context.note("player without a file", f"{block.name} {block.text('title')} {number}", review=True)
        return ""
    said = (block.text(name) for name in ("title", "artist", "album"))
    caption = ", ".join(dict.fromkeys(words for words in said if words))
    return f'<figure><audio controls src="{escape(address)}"></audio><figcaption>{caption}</figcaption></figure>'


def render_story(block: Block, inner: str, context: BodyContext) -> str:
    """Give the pictures and films of a story (Jetpack), of which the newer versions save no HTML."""
    if "<img" in inner or "<video" in inner:
        return inner
    figures = list(_story_figures(block.attributes.get("mediaFiles")))
    if not figures:
        context.note("block without saved content", block.name, review=True)
    return f'<figure class="wp-block-gallery">{"".join(figures)}</figure>' if len(figures) > 1 else "".join(figures)


def _story_figures(files: Any) -> Iterable[str]:  # noqa: ANN401  # an attribute may be anything
    for file in files if isinstance(files, list) else ():
        if isinstance(file, dict) and isinstance(address := file.get("url"), str) and address:
            alt, caption = file.get("alt"), file.get("caption")
            yield _media(address, alt if isinstance(alt, str) else "", caption if isinstance(caption, str) else "")


def render_rating(block: Block, inner: str, _context: BodyContext) -> str:
    """Give the stars of a rating (Jetpack)."""
    rating = block.attributes.get("rating", 1)
    if inner.strip() or not isinstance(rating, int | float) or not 0 < rating <= 10:  # noqa: PLR2004  # its most
        return inner
    return f"<p>{'★' * int(rating)}{'½' if rating % 1 else ''}</p>"


def render_business_hours(block: Block, inner: str, context: BodyContext) -> str:
    """Give the opening hours of each day (Jetpack)."""
    days = block.attributes.get("days")
    if inner.strip() or not isinstance(days, list):
        context.note("block without saved content", block.name, review=True)
        return inner
    lines = [f"<li>{escape(str(day.get('name', '')))}: {_hours(day)}</li>" for day in days if isinstance(day, dict)]
    return f"<ul>{''.join(lines)}</ul>" if lines else ""


def _hours(day: dict[str, Any]) -> str:
    hours = day.get("hours")
    spans = [
        f"{span.get('opening', '')}–{span.get('closing', '')}"
        for span in (hours if isinstance(hours, list) else ())
        if isinstance(span, dict)
    ]
    return escape(", ".join(spans)) or "–"
