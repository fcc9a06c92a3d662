"""WordPress's shortcodes in a body, by its documented grammar: what they show, and which text they leave.

https://codex.wordpress.org/Shortcode_API: `[name]`, `[name key="value"]`, `[name]text[/name]`, `[[escaped]]`.
"""

import html
import re
from dataclasses import dataclass, field

RAW = frozenset(
    {"code", "sourcecode", "php", "html", "css", "javascript", "js", "python", "bash", "xml", "sql", "text"}
)
"""Those whose content is shown as it is written, tags and all."""
ENCODED = frozenset({"vc_raw_html", "vc_raw_js"})
"""Those whose content is no text."""
CAPTIONED = frozenset({"caption", "wp_caption", "wp-caption"})
"""Those that put words under a picture."""
PLAYED = frozenset({"audio", "video", "embed", "youtube", "vimeo", "tweet", "soundcloud", "playlist"})
"""Those that show what stands at an address."""
KNOWN = frozenset({
    "archives", "bandcamp", "contact-form", "crowdsignal", "dailymotion", "facebook", "flickr", "gist", "googlemaps",
    "instagram", "kickstarter", "mixcloud", "polldaddy", "recipe", "scribd", "slideshare", "slideshow", "spotify",
    "ted", "twitter-timeline", "wpvideo", "wufoo",
}) | PLAYED | CAPTIONED | {"gallery"}  # fmt: skip
"""Those of WordPress, https://wordpress.com/support/shortcodes/: each may be written without an equals sign."""

_TAG = re.compile(r"(\[?)\[(/?)([a-zA-Z][\w-]*+)((?:[\s/=][^\[\]]{0,8000})?+)(\]\]?)")
_ATTRIBUTE = re.compile(r"""(?<![\w-])([\w-]++)\s*+=\s*+(?:"([^"]*)"|'([^']*)'|([^\s'"]+))""")
_ADDRESS = re.compile(r"""https?://[^\s"'\]<]+""")
_QUOTES = str.maketrans("“”″‘’", '"""\'\'')
"""Editors paste shortcodes with the quotes of print."""


@dataclass(slots=True)
class Called:
    """What a body's shortcodes ask for."""

    captions: list[str] = field(default_factory=list)
    """HTML of captions: in an attribute, or enclosed with the picture."""
    galleries: list[tuple[int, ...]] = field(default_factory=list)
    """Numbers of the pictures of each gallery; none for those that hang on the item."""
    embeds: list[str] = field(default_factory=list)
    """Addresses of players and embeds."""


def read_shortcodes(body: str) -> tuple[str, Called]:
    """Give a body without its shortcodes' tags, and what they ask for; what they enclose stays.

    A name in brackets is a shortcode when WordPress has it, when it has attributes, or when it is closed later; a
    single word in brackets may be one, and is not counted upon; any other text in brackets is text.
    """
    called, pieces, place = Called(), [], 0
    closed = {tag.group(3).lower() for tag in _TAG.finditer(body) if tag.group(2)}
    for tag in _TAG.finditer(body):
        if tag.start() < place:
            continue
        name = tag.group(3).lower()
        pieces.append(body[place : tag.start()] + tag.group(1))
        place = tag.end()
        if tag.group(1) and tag.group(5) == "]]":
            pieces[-1] = pieces[-1][:-1] + tag.group()[1:-1]
        elif not _is_shortcode(name, tag.group(4), is_closed=name in closed):
            pieces.append(tag.group()[len(tag.group(1)) :])
        elif not tag.group(2):
            enclosed = body[tag.end() : _end(body, tag)]
            _call(name, tag.group(4), enclosed, called)
            text, place = _left(name, enclosed, tag.end())
            pieces.append(text)
    return "".join([*pieces, body[place:]]), called


def _is_shortcode(name: str, attributes: str, *, is_closed: bool) -> bool:
    if name in KNOWN or (attributes.strip() and not re.search(r"[^\s\d/]", attributes)):
        return True
    return is_closed or "=" in attributes or not attributes.strip(" /\n") or bool(_ADDRESS.search(attributes))


def _end(body: str, tag: re.Match[str]) -> int:
    """Give where the text ends that a shortcode encloses; where it begins when its content is of no use."""
    name = tag.group(3)
    if name.lower() not in RAW | ENCODED | CAPTIONED:
        return tag.end()
    return max(body.find(f"[/{name}]", tag.end()), tag.end())


def _left(name: str, enclosed: str, start: int) -> tuple[str, int]:
    """Give the text that a shortcode leaves at once, and where to go on: content that is no HTML is done with."""
    if name in RAW:
        return f" {html.escape(html.unescape(enclosed))} ", start + len(enclosed)
    return " ", start + (len(enclosed) if name in ENCODED else 0)


def _call(name: str, written: str, enclosed: str, called: Called) -> None:
    straight = html.unescape(written).translate(_QUOTES)
    attributes = {key.lower(): "".join(values) for key, *values in _ATTRIBUTE.findall(straight)}
    if name in CAPTIONED:
        called.captions.append(attributes.get("caption") or enclosed)
    elif name == "gallery":
        numbers = re.findall(r"\d{1,18}", attributes.get("ids", "") or attributes.get("include", ""))
        called.galleries.append(tuple(map(int, numbers)))
    elif name in PLAYED:
        called.embeds.extend(_ADDRESS.findall(straight.replace(",", " ")))
