"""What a piece of HTML shows: its words, links, pictures, captions, tables and embeds, read in one walk."""

import html
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser

from .locations import URL, urls_in
from .words import words_of

UNSEEN = ["script", "style", "template", "noscript", "noembed", "noframes", "xmp", "svg", "math", "select", "textarea",
          "object", "canvas", "head", "title"]  # fmt: skip
"""Elements whose text no reader reads, or only where something else fails."""
FURNITURE = (
    ".sharedaddy, .jp-relatedposts, .addtoany_share_save_container, .addthis_toolbox, .essb_links, .adsbygoogle, "
    ".yarpp-related, #toc_container, #ez-toc-container, .jetpack-likes-widget-wrapper, [id^='div-gpt-ad']"
)
"""What plugins hang into a text: buttons to share it, advertisements, lists of contents and of other stories."""
INLINE = frozenset({
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "img",
    "ins", "kbd", "label", "mark", "nobr", "q", "rb", "ruby", "s", "samp", "small", "span", "strike", "strong", "sub",
    "sup", "time", "tt", "u", "var", "wbr",
})  # fmt: skip
"""Elements whose borders are no borders of words."""
PLAYED = frozenset({"iframe", "embed", "video", "audio", "source"})
"""Elements that show something from another address."""
BORDER = "\n\n"
"""Between two lines."""
MOST_PIECES = 9
"""So many pieces of text before a link are looked at for its label."""
DEEPEST = 12
"""So many cells and captions inside each other are read; more are a trap."""

_TAG = re.compile(r'<(/?)([a-zA-Z][^\s/>]*)((?:[^">]|"[^"]*")*)>|<!--.*?-->', re.DOTALL)
"""A tag as lexbor writes it: attributes between double quotes, well nested."""
_ATTRIBUTE = re.compile(r'([^\s="/]+)="([^"]*)"')
_PICTURE_SOURCES = ("data-src", "data-lazy-src", "data-original", "src", "data-orig-file")
"""Where plugins that load pictures late leave the address: what stands in its place until then is no picture."""


@dataclass(slots=True)
class Shown:
    """What a reader sees."""

    words: list[str] = field(default_factory=list)
    """In order, addresses left out."""
    links: list[str] = field(default_factory=list)
    """Where links lead."""
    labels: list[tuple[list[str], list[str]]] = field(default_factory=list)
    """Words before a link on its line, and those of the link: “Read also”, and a story."""
    pictures: list[tuple[str, str]] = field(default_factory=list)
    """Addresses and alternative texts."""
    captions: list[list[str]] = field(default_factory=list)
    """Words of each."""
    rows: list[tuple[str, ...]] = field(default_factory=list)
    """Rows of tables: the words of each cell that holds some."""
    embeds: list[str] = field(default_factory=list)
    """Addresses of frames and players."""
    addresses: list[str] = field(default_factory=list)
    """Addresses that stand in the text."""


@dataclass(slots=True)
class _Walk:
    shown: Shown = field(default_factory=Shown)
    """What has been seen."""
    text: list[str] = field(default_factory=list)
    """Pieces of text so far."""
    linked: list[bool] = field(default_factory=list)
    """Which of them stand in a link."""
    open: list[tuple[str, int]] = field(default_factory=list)
    """Captions, rows and cells that are open, and the piece of text that each begins with."""
    link: tuple[str, int, int] = ("", 0, 0)
    """The address of the link that is open, and how much text and how many pictures stand before it."""
    cells: list[list[str]] = field(default_factory=list)
    """Cells of the rows that are open."""

    def add(self, piece: str) -> None:
        """Add a piece of text, or the border between two lines."""
        self.text.append(piece)
        self.linked.append(bool(self.link[0]))


def read_markup(source: str, but: str = "", unlinked: str = "") -> Shown:
    """Give what a piece of HTML shows, but for some elements, and for where some links lead."""
    # Without its body's tag, a piece that begins with a script would be taken for the head of a document.
    tree = LexborHTMLParser(f"<body>{source}")
    for node in tree.css(f"{FURNITURE}, {but}" if but else FURNITURE):
        node.decompose()
    for link in tree.css(unlinked) if unlinked else ():
        del link.attrs["href"]
    flash = [str(player.attributes.get("src") or "") for player in tree.css("object embed[src]")]
    tree.strip_tags(UNSEEN, recursive=True)
    shown = read_clean((tree.body.inner_html or "") if tree.body is not None else "")
    shown.embeds += flash
    return shown


def parts_of(source: str, selector: str) -> list[str]:
    """Give the HTML of some elements of a piece."""
    return [node.html or "" for node in LexborHTMLParser(f"<body>{source}").css(selector)]


def read_clean(source: str) -> Shown:
    """Give what HTML shows that lexbor has written, so that its tags are well nested."""
    walk = _walk(source)
    text = "".join(walk.text)
    walk.shown.addresses.extend(urls_in(text))
    walk.shown.words = words_of(URL.sub(" ", text))
    return walk.shown


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph, a heading, a cell …: what stands between two borders."""

    words: tuple[str, ...]
    """In order."""
    linked: int
    """How many of them stand in links: all of an entry of a menu, most of a list of tags."""
    text: str
    """As it is written."""


def lines_in(source: str) -> list[Line]:
    """Give the lines of HTML that lexbor has written."""
    walk, lines, first = _walk(f"{source}<br>"), [], 0
    for place, piece in enumerate(walk.text):
        if piece != BORDER:
            continue
        text = "".join(walk.text[first:place])
        if words := words_of(URL.sub(" ", text)):
            own = "".join(walk.text[spot] for spot in range(first, place) if not walk.linked[spot])
            lines.append(Line(tuple(words), max(len(words) - len(words_of(own)), 0), " ".join(text.split())))
        first = place + 1
    return lines


def _walk(source: str) -> _Walk:
    walk, place = _Walk(), 0
    for tag in _TAG.finditer(source):
        if tag.start() < place:
            continue
        _read_text(walk, source[place : tag.start()])
        place = tag.end()
        name = (tag.group(2) or "").lower()
        if not name:
            continue
        if name == "iframe" and not tag.group(1):
            # What a frame holds is shown by browsers of the last century.
            place = max(source.find("</iframe>", place), place)
        if name not in INLINE:
            walk.add(BORDER)
        if tag.group(1):
            _close(walk, name)
        else:
            _open(walk, name, {key.lower(): html.unescape(value) for key, value in _ATTRIBUTE.findall(tag.group(3))})
    _read_text(walk, source[place:])
    return walk


def _read_text(walk: _Walk, piece: str) -> None:
    if piece:
        walk.add(html.unescape(piece))


def _open(walk: _Walk, name: str, attributes: Mapping[str, str]) -> None:
    if name == "a":
        walk.link = (attributes.get("href", ""), len(walk.text), len(walk.shown.pictures))
    elif name == "area" and attributes.get("href"):
        walk.shown.links.append(attributes["href"])
    elif name == "img":
        _read_picture(walk, attributes)
    elif name in PLAYED:
        walk.shown.embeds += [address for key in ("src", "data-src") if (address := attributes.get(key, "").strip())]
    if name in {"figcaption", "caption", "td", "th", "tr"} and len(walk.open) < DEEPEST:
        walk.open.append((name, len(walk.text)))
        if name == "tr":
            walk.cells.append([])


def _read_picture(walk: _Walk, attributes: Mapping[str, str]) -> None:
    alternative = attributes.get("alt", "").strip()
    if "emoji" in attributes.get("class", "").split() or "wp-smiley" in attributes.get("class", "").split():
        walk.add(alternative)
        return
    if attributes.get("width") == attributes.get("height") == "1":
        return
    sources = (attributes.get(key, "").strip() for key in _PICTURE_SOURCES)
    if source := next((source for source in sources if source and not source.startswith("data:")), ""):
        walk.shown.pictures.append((source, alternative))


def _close_link(walk: _Walk) -> None:
    address, texts, pictures = walk.link
    walk.link = ("", 0, 0)
    words = "".join(walk.text[texts:]).strip()
    # No reader sees a link around nothing.
    if not address or not (words or len(walk.shown.pictures) > pictures):
        return
    walk.shown.links.append(address)
    before = "".join(walk.text[max(0, texts - MOST_PIECES) : texts]).rpartition("\n")[2]
    if label := words_of(before):
        walk.shown.labels.append((label, words_of(URL.sub(" ", words))))


def _close(walk: _Walk, name: str) -> None:
    if name == "a":
        _close_link(walk)
    if not walk.open or walk.open[-1][0] != name:
        return
    _, start = walk.open.pop()
    if name == "tr":
        if row := tuple(filter(None, walk.cells.pop())):
            walk.shown.rows.append(row)
        return
    words = words_of(URL.sub(" ", "".join(walk.text[start:])))
    if name in {"td", "th"}:
        if walk.cells:
            walk.cells[-1].append(" ".join(words))
    elif words:
        walk.shown.captions.append(words)
