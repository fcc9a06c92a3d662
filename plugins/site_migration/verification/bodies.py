"""What the body of an item shows, by WordPress's own documents: blocks, shortcodes, galleries, patterns, footnotes."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from .export import Item
from .filled_in import FILLED_IN, FOOTNOTES, MADE_LINKS, SMILEY
from .locations import number_in
from .markup import Shown, parts_of, read_markup
from .shortcodes import Called, read_shortcodes
from .site import Attachment, Site

_PATTERN = re.compile(r'<!--\s+wp:block\s+(\{[^>]{0,500}?"ref"\s{0,9}:\s{0,9}(\d{1,18})[^>]{0,500}?)/?-->')
_EMBED = re.compile(r"<!--\s+wp:(?:core-)?embed(?:/[\w-]+)?\s+(\{[^>]{0,5000}\})\s*/?-->")
_COMMENT = re.compile(r"<!--.*?(?:-->|$)", re.DOTALL)
_DOWNLOAD = re.compile(r"<a\b[^>]{0,2000}wp-block-file__button[^>]{0,2000}>.{0,2000}?</a>", re.DOTALL)
"""The button beside a file's link: a control, with the same address."""
_ABSENT = re.compile(r"<!--\s+wp:query-no-results\b.{0,2000}?<!--\s+/wp:query-no-results\s+-->", re.DOTALL)
"""What is shown where there is nothing else."""
_TIMES = re.compile(r"\?_=\d+$")
"""What WordPress puts behind the address of a sound or a film, once for each on the page."""
_BACK = "a[href^='#']"
"""From a footnote back to its mark."""
DEEPEST = 5
"""So many patterns are read inside each other."""
LONGEST = 10_000_000
"""Patterns that hold each other many times over are not read beyond so many characters."""


@dataclass(slots=True)
class Expected:
    """What a page has to show of an item."""

    shown: Shown
    """Of the body itself."""
    footnotes: list[list[str]] = field(default_factory=list)
    """Words of each."""
    lead: str = ""
    """The address of the featured picture."""


def read_body(item: Item, site: Site) -> Expected:
    """Give what an item's page has to show."""
    shown = read_rendered(item.body) if item.is_rendered else read_text(item.body, site, item.id)
    lead = site.attachments.get(number_in(item.meta.get("_thumbnail_id", "")))
    footnotes = map(_note, parts_of(item.body, FOOTNOTES)) if item.is_rendered else _footnotes(item)
    return Expected(shown, list(footnotes), lead.url if lead else "")


def read_text(body: str, site: Site, owner: int = 0) -> Shown:
    """Give what a text of WordPress shows; galleries without numbers show what hangs on the owner."""
    whole = _with_patterns(body, site)
    addresses = [address for block in _EMBED.findall(whole) if (address := _attribute(block, "url"))]
    text, called = read_shortcodes(_COMMENT.sub("", _DOWNLOAD.sub("", _ABSENT.sub("", whole))))
    shown = read_markup(SMILEY.sub(" ", text))
    shown.embeds += [*addresses, *called.embeds]
    shown.captions += [words for caption in called.captions if (words := read_markup(caption).words)]
    _add_galleries(shown, called, site, owner)
    return shown


def read_rendered(body: str) -> Shown:
    """Give what a body shows as WordPress gave it to readers, without what WordPress or a plugin filled in.

    A shortcode that still stands there is one that nothing rendered: it is not counted upon.
    """
    text, _ = read_shortcodes(_COMMENT.sub("", body))
    shown = read_markup(text, FILLED_IN, MADE_LINKS)
    shown.embeds = [_TIMES.sub("", address) for address in shown.embeds]
    return shown


def _note(markup: str) -> list[str]:
    return read_markup(markup, but=_BACK).words


def _with_patterns(body: str, site: Site) -> str:
    for _ in range(DEEPEST):
        if not _PATTERN.search(body) or len(body) > LONGEST:
            break
        body = _PATTERN.sub(lambda block: site.patterns.get(int(block.group(2)), ""), body)
    return body


def _attribute(block: str, name: str) -> str:
    try:
        value = json.loads(block).get(name, "")
    except (ValueError, RecursionError, AttributeError):
        return ""
    return value if isinstance(value, str) else ""


def _add_galleries(shown: Shown, called: Called, site: Site, owner: int) -> None:
    """Count the pictures of `[gallery]` and their captions; what is no picture is not in a gallery."""
    for numbers in called.galleries:
        for picture in _pictures(numbers or tuple(site.hanging.get(owner, ())), site):
            shown.pictures.append((picture.url, ""))
            if words := read_markup(picture.caption).words:
                shown.captions.append(words)


def _pictures(numbers: tuple[int, ...], site: Site) -> Iterator[Attachment]:
    for number in numbers:
        found = site.attachments.get(number)
        if found and found.url.lower().rpartition(".")[2] in {
            "jpg",
            "jpeg",
            "png",
            "gif",
            "webp",
            "avif",
            "svg",
            "bmp",
        }:
            yield found


def _footnotes(item: Item) -> Iterator[list[str]]:
    """Give the words of the block editor's footnotes, which stand in a custom field as JSON."""
    try:
        notes = json.loads(item.meta.get("footnotes") or "[]")
    except (ValueError, RecursionError):
        return
    for note in notes if isinstance(notes, list) else []:
        content = note.get("content") if isinstance(note, dict) else None
        if isinstance(content, str) and str(note.get("id", "")) in item.body and (words := read_markup(content).words):
            yield words
