"""`[audio]`, `[video]` and `[playlist]` (`wp_audio_shortcode`, `wp_video_shortcode`, `wp_playlist_shortcode`)."""

import re
from collections.abc import Mapping
from html import escape, unescape

from ..context import BodyContext
from ..embed_forms import embed_html, is_embeddable, watch_address
from ..file_names import AUDIO_EXTENSIONS, VIDEO_EXTENSIONS
from .attachments import attached, chosen
from .grammar import Shortcode
from .parts import bare_text, block, heading
from .renderer import Renderer, named

_NAMES = (
    "src",
    "url",
    "file",
    "href",
    "link",
    "media",
    "video",
    "audio",
    "video_url",
    "audio_url",
    "hosted_url",
    "source",
)
_TRACK = re.compile(r"<track\s[^<>]*>", re.IGNORECASE)
_SOURCE = re.compile(r"""<source\s[^<>]*?src\s*=\s*["']?([^"'\s>]+)""", re.IGNORECASE)


def _sources(shortcode: Shortcode, extensions: tuple[str, ...]) -> list[str]:
    """Give the addresses: of `src`, of attributes named by the format (`mp3="…"`), of the content, or bare."""
    content = (shortcode.content or "").strip()
    given = [shortcode.get(name) for name in (*_NAMES, *extensions)]
    given += _SOURCE.findall(content)
    given.append(bare_text(content))
    given += [value.lstrip(":=").split("|")[0] for value in shortcode.bare]
    addresses = (unescape(value).strip() for value in given if value)
    return list(dict.fromkeys(value for value in addresses if "/" in value or value.endswith(extensions)))


def _player(tag: str, addresses: list[str], shortcode: Shortcode) -> str:
    poster = shortcode.get("poster", "image_src", "preview_image", "cover")
    poster = f' poster="{escape(unescape(poster))}"' if tag == "video" and "/" in poster else ""
    others = "".join(f'<source src="{escape(address)}">' for address in addresses[1:])
    tracks = "".join(_TRACK.findall(shortcode.content or ""))
    return block(f'<{tag} controls src="{escape(addresses[0])}"{poster}>{others}{tracks}</{tag}>')


def _render(shortcode: Shortcode, context: BodyContext, tag: str) -> str:
    extensions = AUDIO_EXTENSIONS if tag == "audio" else VIDEO_EXTENSIONS
    addresses = _sources(shortcode, extensions)
    if not addresses:
        # Without an address WordPress plays the first such file that was uploaded to the article.
        uploaded = attached(context, context.article.id or 0, extensions)
        addresses = [context.library.media[number].address for number in uploaded[:1]]
    if not addresses:
        context.note("player without a file", shortcode.source, review=True)
        return shortcode.content or (shortcode.source if shortcode.bare else "")
    words = bare_text(shortcode.content or "")
    if words and unescape(words) not in addresses:
        # Browsers without a player were meant to show them.
        context.note("words inside a player left out", words)
    if is_embeddable(addresses[0]):
        return embed_html(watch_address(addresses[0]))
    return _player(tag, addresses, shortcode)


def render_audio(shortcode: Shortcode, context: BodyContext) -> str:
    """Give a player of one sound."""
    return _render(shortcode, context, "audio")


def render_video(shortcode: Shortcode, context: BodyContext) -> str:
    """Give a player of one film, or an embed where it is at a provider."""
    title = heading(shortcode.get("title"), 2) if shortcode.name.startswith("vc_") else ""
    return title + _render(shortcode, context, "video")


def render_playlist(shortcode: Shortcode, context: BodyContext) -> str:
    """Give a player for each file, in order."""
    tag = "video" if shortcode.get("type") == "video" else "audio"
    extensions = VIDEO_EXTENSIONS if tag == "video" else AUDIO_EXTENSIONS
    media = context.library.media
    numbers = chosen(shortcode, context, extensions)
    for number in numbers:
        if number not in media:
            context.note("file that is not in the export", f"attachment {number} of {shortcode.tag}", review=True)
    addresses = [media[number].address for number in numbers if number in media]
    if not addresses:
        context.note("playlist without files", shortcode.source, review=True)
    return (shortcode.content or "") + "".join(
        block(f'<{tag} controls src="{escape(address)}"></{tag}>') for address in addresses
    )


PLAYERS: Mapping[str, Renderer] = {
    **named(render_audio, "audio audioplayer mp3 mp3j powerpress su_audio fusion_audio et_pb_audio av_player"),
    **named(
        render_video,
        "video videojs videojs_video flowplayer jwplayer fvplayer evp_embed_video wpvideo_player su_video"
        " fusion_video et_pb_video av_video ux_video mk_video vc_video us_video kc_video_play nectar_video"
        " themify_video tatsu_video ultimate_video mp4 flv",
    ),
    "playlist": render_playlist,
}
"""Players by name."""
