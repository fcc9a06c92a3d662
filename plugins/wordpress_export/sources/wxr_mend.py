"""One damaged piece of an export, mended as far as that can be done, with an account of what is lost."""

import html
import re
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass

from lxml.etree import XMLParser, XMLSyntaxError, fromstring
from lxml.etree import _Element as Element

NAMESPACES = {
    "excerpt": "http://wordpress.org/export/1.2/excerpt/",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "wp": "http://wordpress.org/export/1.2/",
}
CDATA_OPEN, CDATA_END = "<![CDATA[", "]]>"
SPLIT_END = "]]]]><![CDATA[>"
"""How WordPress writes `]]>` within a CDATA section (`wxr_cdata`)."""
FIELD = re.compile(r"<([\w:.-]+)(?:\s[^<>]*)?>\s*<!\[CDATA\[")
FIELD_END = re.compile(r"(\]\]>)?</([\w:.-]+)>")
PREFIX = re.compile(r"</?([A-Za-z_][\w.-]*):[A-Za-z_]")
DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
AMPERSAND = re.compile(r"&(?!(?:amp|lt|gt|quot|apos);)(?:#(?:x[0-9A-Fa-f]{1,6}|[0-9]{1,7});|\w{2,32};)?")
REFERENCE = re.compile(r"&#([xX][0-9A-Fa-f]{1,6}|[0-9]{1,7});")
LAST_CHARACTER = 0x10FFFF
TAG = re.compile(r"<[^<>]*>")
WORD = re.compile(r"\w+")
BAD_BYTES = "some bytes are no characters, and are shown as \ufffd"
QUOTED = 12
"""How many lost words a message quotes."""


@dataclass(frozen=True, slots=True)
class Mended:
    """What could be read of a damaged piece."""

    root: Element
    """The elements of the piece, within one that stands for the channel."""
    why: str
    """What the parser had against it, in its own words; empty where there was nothing."""
    lost: str = ""
    """What is lost, in plain words; empty where all was read."""
    guessed: bool = False
    """Whether the parser had to guess where elements end."""


def mend(piece: bytes, encoding: str, close: str = "") -> Mended:
    """Read a piece, whatever it takes: as it is, mended, or with what the parser makes of the rest.

    `close` is what its end lacks.
    """
    broken = BAD_BYTES if _is_broken(piece, encoding) else ""
    text = FORBIDDEN.sub("", (DECLARATION.sub("", _decode(piece, encoding)) + close).replace("\f", " "))
    try:
        return Mended(_parse(text), broken and "the encoding is not what the file declares", broken)
    except XMLSyntaxError as error:
        why = error.msg.partition("\n")[0].partition(", line")[0]
    whole = _outside_cdata(_rebuild_cdata(text))
    try:
        return Mended(_parse(whole), why, broken)
    except XMLSyntaxError:
        # A parser that recovers lets references to half characters pass, and Python can read no text that has one.
        root = _parse(REFERENCE.sub(_without_surrogate, whole), recover=True)
    return Mended(root, why, "; ".join(filter(None, (broken, _missing_words(whole, root)))), guessed=True)


def _without_surrogate(reference: re.Match[str]) -> str:
    return "" if FORBIDDEN.search(chr(min(_code_of(reference[1]), LAST_CHARACTER))) else reference[0]


def _code_of(number: str) -> int:
    return int(number[1:], 16) if number[0] in "xX" else int(number)


def _decode(piece: bytes, encoding: str) -> str:
    try:
        return piece.decode(encoding, errors="replace")
    except LookupError:
        return piece.decode(errors="replace")


def _is_broken(piece: bytes, encoding: str) -> bool:
    try:
        piece.decode(encoding)
    except (LookupError, UnicodeDecodeError):
        return True
    return False


def _parse(text: str, *, recover: bool = False) -> Element:
    # A prefix that no one declared (`atom:link`) is no reason to lose anything: it is declared here.
    names = {prefix: f"urn:{prefix}" for prefix in PREFIX.findall(text) if prefix not in ("xml", "xmlns")} | NAMESPACES
    declared = "".join(f' xmlns:{prefix}="{name}"' for prefix, name in names.items())
    parser = XMLParser(recover=recover, resolve_entities=False, no_network=True, huge_tree=True, strip_cdata=False)
    return fromstring(f"<channel{declared}>{text}</channel>".encode(), parser)


def _rebuild_cdata(text: str) -> str:
    """Give the text with each field's CDATA section reaching to the field's own end.

    Old exporters wrapped whatever there was, so that a `]]>` in an article ends the section too early.
    """
    parts, at, ends = [], 0, _FieldEnds(text)
    while field := FIELD.search(text, at):
        start, name = field.end(), field[1]
        end = ends.after(start, name)
        if end is None:
            break
        inner = text[start:end].replace(SPLIT_END, CDATA_END).replace(CDATA_END, SPLIT_END)
        parts.append(f"{text[at:start]}{inner}{CDATA_END}")
        at = end + (len(CDATA_END) if text.startswith(CDATA_END, end) else 0)
    return "".join(parts) + text[at:]


class _FieldEnds:
    """Where the fields of a text end, found in one reading: a search for each would not end with a hostile one."""

    def __init__(self, text: str) -> None:
        self._sections: dict[str, list[int]] = {}
        self._tags: dict[str, list[int]] = {}
        for end in FIELD_END.finditer(text):
            (self._sections if end[1] else self._tags).setdefault(end[2], []).append(end.start())

    def after(self, start: int, name: str) -> int | None:
        """Give where a field ends that began: where its section and itself end together, or else itself."""
        for places in (self._sections.get(name, []), self._tags.get(name, [])):
            if (number := bisect_left(places, start)) < len(places):
                return places[number]
        return None


def _outside_cdata(text: str) -> str:
    """Give the text with stray ampersands and HTML's entities outside of CDATA made into what XML knows."""
    parts, at = [], 0
    while True:
        start = text.find(CDATA_OPEN, at)
        parts.append(_mend_markup(text[at:start] if start >= 0 else text[at:]))
        end = text.find(CDATA_END, start) if start >= 0 else -1
        if end < 0:
            return "".join(parts) + (text[start:] if start >= 0 else "")
        at = end + len(CDATA_END)
        parts.append(text[start:at])


def _mend_markup(markup: str) -> str:
    return AMPERSAND.sub(_mend_ampersand, markup.replace(CDATA_END, "]]&gt;"))


def _mend_ampersand(match: re.Match[str]) -> str:
    character = html.unescape(match[0])
    if match[0] == "&" or character == match[0]:
        return "&amp;" + match[0][1:]
    return "" if FORBIDDEN.search(character) else html.escape(character, quote=False)


def _missing_words(text: str, root: Element) -> str:
    read = Counter(WORD.findall(" ".join(str(part) for part in root.itertext())))
    lost = Counter(WORD.findall(_words_of(text))) - read
    if not lost:
        return ""
    quoted = " ".join(list(lost)[:QUOTED])
    return f"{lost.total()} words could not be read: {quoted!r}{' …' if len(lost) > QUOTED else ''}"


def _words_of(text: str) -> str:
    parts, at = [], 0
    while (start := text.find(CDATA_OPEN, at)) >= 0:
        end = text.find(CDATA_END, start)
        end = len(text) if end < 0 else end
        parts += [html.unescape(TAG.sub(" ", text[at:start])), text[start + len(CDATA_OPEN) : end]]
        at = end + len(CDATA_END)
    return " ".join([*parts, html.unescape(TAG.sub(" ", text[at:]))])
