"""What shortcodes are made into: pictures, links, headings, boxes that open, each a block by itself."""

import re
from dataclasses import dataclass
from html import escape, unescape
from urllib.parse import unquote

from ...whole_numbers import whole_number
from ..context import BodyContext
from ..file_names import is_picture

_EDGE = re.compile(r"(?:\s|</?p>|<br\s*/?>)*", re.IGNORECASE)
_LAST = re.compile(r"(?:</?p>|<br ?/?>)\Z", re.IGNORECASE)
_LONGEST_LAST = len("<br />")
_TAG = re.compile(r"<[^<>]*>")
_LEVELS = range(2, 7)


def block(html: str) -> str:
    """Give HTML as a block by itself; nothing for nothing."""
    return f"\n\n{html}\n\n" if html else ""


def bare_text(html: str) -> str:
    """Give the text of a line of HTML, without tags and without white edges."""
    return _TAG.sub("", html).strip()


def trimmed(html: str) -> str:
    """Give HTML without the halves of paragraphs and the breaks that an editor has left at its edges."""
    opening = _EDGE.match(html)
    return html[opening.end() if opening else 0 : end_of_text(html)].lstrip()


def end_of_text(html: str) -> int:
    """Give the place behind the last word, before white space, breaks and halves of paragraphs."""
    end = len(html)
    while end:
        if html[end - 1].isspace():
            end -= 1
        elif last := _LAST.search(html[max(end - _LONGEST_LAST, 0) : end]):
            end -= len(last[0])
        else:
            break
    return end


def is_address(text: str) -> bool:
    """Whether a text is an address: absolute, or from the root of the site."""
    return text.startswith(("http://", "https://", "/")) and not any(character in text for character in " \t\n<>")


def link(address: str, words: str = "") -> str:
    """Give a link; without words its address is shown."""
    address = unescape(address)
    return f'<a href="{escape(address)}">{words or escape(address)}</a>'


def heading(words: str, level: int) -> str:
    """Give a heading as a block; none for no words."""
    level = level if level in _LEVELS else 2
    return block(f"<h{level}>{words}</h{level}>") if words else ""


def opening_box(title: str, content: str) -> str:
    """Give a part that opens (`<details>`); without a title it is its content."""
    if not bare_text(title):
        return block(content)
    return block(f"<details><summary>{title}</summary>\n\n{trimmed(content)}\n\n</details>")


def quote(words: str, who: str, *, pulled: bool = False) -> str:
    """Give a quote, with who said it."""
    mark = ' class="pullquote"' if pulled else ""
    cite = f"<cite>{who}</cite>" if who else ""
    return block(f"<blockquote{mark}>\n\n{trimmed(words)}\n\n{cite}</blockquote>")


def picture(address: str, alt: str = "", caption: str = "", target: str = "") -> str:
    """Give the figure of a picture, with its link and its caption."""
    html = f'<img src="{escape(unescape(address))}" alt="{escape(unescape(alt))}">'
    if target:
        html = link(target, html)
    caption = f"<figcaption>{caption}</figcaption>" if bare_text(caption) else ""
    return f"<figure>{html}{caption}</figure>"


def pictures(figures: list[str]) -> str:
    """Give figures side by side; a single one is itself, and what is no figure follows."""
    shown = [figure for figure in figures if figure.startswith("<figure>")]
    others = "".join(figure for figure in figures if not figure.startswith("<figure>"))
    gallery = f'<figure class="gallery">{"".join(shown)}</figure>' if len(shown) > 1 else "".join(shown)
    return gallery + others


@dataclass(frozen=True, slots=True)
class Setting:
    """How a shortcode sets a picture."""

    source: str
    """The shortcode, for notes."""
    target: str = ""
    """Where the picture leads; `file` for itself, empty for nowhere."""
    alt: str = ""
    """What it shows, where the shortcode says that."""


def attachment(number: int, setting: Setting, context: BodyContext) -> str:
    """Give the figure of an attachment; noted where it is not in the export."""
    media = context.library.media.get(number)
    if media is None:
        context.note("picture that is not in the export", f"attachment {number} of {setting.source}", review=True)
        return ""
    if not is_picture(media.address):
        context.note("file among the pictures", f"{media.address} of {setting.source}", review=True)
        return block(link(media.address, escape(media.title)))
    target = media.address if setting.target == "file" else setting.target
    return picture(media.address, escape(media.alt), media.caption.strip(), target)


def given_picture(value: str, setting: Setting, context: BodyContext) -> str:
    """Give the figure of a picture that an attribute names by its address or by its number (`12`, `12|full`)."""
    if number := whole_number(value.partition("|")[0]):
        return attachment(number, setting, context)
    value = unquote(value) if value.startswith(("http%3A", "https%3A")) else value
    return picture(value, setting.alt, target=setting.target) if is_address(value) else ""
