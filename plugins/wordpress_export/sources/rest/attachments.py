"""Attachments, and the lead pictures of articles whose attachment is not in the material."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ...addresses import root_relative
from ...plain_text import plain_words
from ..wxr_media import is_harmless
from .answers import Json, inner, number, objects, shown, stored, text
from .excerpts import as_typed

_PREPENDED = re.compile(
    r"\s*(?:<p class=.attachment.>.{0,4000}?</p>|<div [^>]*class=.wp-video.[^>]*>.{0,4000}?</video></div>"
    r"|(?:<!--\[if.{0,300}?endif\]-->\s*)?<audio .{0,4000}?</audio>)\s*",
    re.DOTALL,
)
"""What WordPress puts before a description (`prepend_attachment`)."""
_CREDITS = ("_media_credit", "media_credit", "credit")
_PHOTON = re.compile(r"https?://i\d\.wp\.com/")


@dataclass(frozen=True, slots=True)
class LeadPicture:
    """A lead picture, told by the article itself."""

    address: str = ""
    """As in `Media`."""
    alt: str = ""
    """Plain text."""
    caption: str = ""
    """Simple HTML."""
    credit: str = ""
    """Plain text."""


def described(thing: Json) -> str:
    """Give an attachment's description as it was typed."""
    raw = stored(thing, "description")
    return as_typed(_PREPENDED.sub("", shown(thing, "description"), count=1)) if raw is None else raw


def file_facts(thing: Json) -> Iterator[tuple[str, str]]:
    """Give what the database has of a file in the attachment's meta."""
    if alt := text(thing, "alt_text"):
        yield "_wp_attachment_image_alt", alt
    if metadata := _metadata(inner(thing, "media_details")):
        yield "_wp_attachment_metadata", metadata
    if credit := credit_of(thing):
        yield "_media_credit", credit


def _metadata(details: Json) -> str:
    """Give the names of a file's original and of its copies as the database has them."""
    sizes = inner(details, "sizes")
    copies = (text(inner(sizes, name), "file") for name in sorted(sizes))
    original = text(details, "original_image")
    named = [*(("original_image", original) for _ in original[:1]), *(("file", copy) for copy in copies if copy)]
    return "".join(f"{_serialised(key)}{_serialised(value)}" for key, value in named)


def _serialised(value: str) -> str:
    return f's:{len(value.encode())}:"{value}";'


def credit_of(thing: Json) -> str:
    """Give who made a picture, where a plugin tells it."""
    sources = (inner(thing, "meta"), thing)
    return next((found for source in sources for name in _CREDITS if (found := text(source, name))), "")


def lead_picture(thing: Json, home: str) -> LeadPicture:
    """Give an article's lead picture by what itself tells; empty where it has none."""
    if not number(thing, "featured_media"):
        return LeadPicture()
    for media in objects(inner(thing, "_embedded"), "wp:featuredmedia"):
        if address := _address(text(media, "source_url"), home):
            alt, caption = plain_words(text(media, "alt_text")).text, as_typed(shown(media, "caption"))
            return LeadPicture(address, alt, caption, plain_words(credit_of(media)).text)
    pictures = objects(inner(thing, "yoast_head_json"), "og_image")
    told = (text(thing, "jetpack_featured_media_url"), *(text(picture, "url") for picture in pictures))
    return LeadPicture(next(filter(None, (_address(address, home) for address in told)), ""))


def _address(address: str, home: str) -> str:
    if _PHOTON.match(address):
        address = _PHOTON.sub("https://", address).partition("?")[0]
    own = root_relative(address, home) if address else ""
    return own if own and is_harmless(own) else ""
