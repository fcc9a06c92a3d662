"""`[audio]`, `[video]` and `[playlist]` (`wp_audio_shortcode`, `wp_video_shortcode`, `wp_playlist_shortcode`)."""

import re
from html import escape, unescape

from ..context import BodyContext
from ..embed_forms import embed_html, is_embeddable, watch_address
from ..file_names import AUDIO_EXTENSIONS, VIDEO_EXTENSIONS, extension
from .grammar import Shortcode


def _source(shortcode: Shortcode, extensions: tuple[str, ...]) -> str:
    """Give the address of the file: `src`, an attribute named by the format (`mp3="…"`), or the content."""
    given = [shortcode.get(name) for name in ("src", *extensions)]
    content = (shortcode.content or "").strip()
    given.append(re.sub(r"<[^>]*>", "", content))
    given += [value.lstrip(":").split("|")[0] for value in shortcode.bare]
    return next((unescape(value) for value in given if value), "")


def _attached(context: BodyContext, extensions: tuple[str, ...]) -> list[int]:
    library = context.library
    attached = library.media_of.get(context.article.id or 0, ())
    return [number for number in attached if extension(library.media[number].address) in extensions]


def _render(shortcode: Shortcode, context: BodyContext, tag: str) -> str:
    extensions = AUDIO_EXTENSIONS if tag == "audio" else VIDEO_EXTENSIONS
    source = _source(shortcode, extensions)
    if not source:
        # Without an address WordPress plays the first such file that was uploaded to the article.
        source = next((context.library.media[number].address for number in _attached(context, extensions)), "")
    if not source:
        context.note("player without a file", shortcode.source, review=True)
        return shortcode.content or ""
    if is_embeddable(source):
        return embed_html(watch_address(source))
    poster = f' poster="{escape(shortcode.get("poster"))}"' if shortcode.get("poster") else ""
    return f'\n\n<{tag} controls src="{escape(source)}"{poster}></{tag}>\n\n'


def render_audio(shortcode: Shortcode, context: BodyContext) -> str:
    """Give a player of one sound."""
    return _render(shortcode, context, "audio")


def render_video(shortcode: Shortcode, context: BodyContext) -> str:
    """Give a player of one film, or an embed where it is at a provider."""
    return _render(shortcode, context, "video")


def render_playlist(shortcode: Shortcode, context: BodyContext) -> str:
    """Give a player for each file, in order."""
    tag = "video" if shortcode.get("type") == "video" else "audio"
    extensions = VIDEO_EXTENSIONS if tag == "video" else AUDIO_EXTENSIONS
    listed = shortcode.numbers("ids")
    media = context.library.media
    addresses = [media[number].address for number in listed or _attached(context, extensions) if number in media]
    if not addresses:
        context.note("playlist without files", shortcode.source, review=True)
    return "".join(f'\n\n<{tag} controls src="{escape(address)}"></{tag}>\n\n' for address in addresses)
