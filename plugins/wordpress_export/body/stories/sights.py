"""What a raw body shows of related stories before anything is known of the site: looked for once, weighed later."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html import unescape

from ...glimpses import Glimpse, Sights
from ...model import Article, Export
from ...whole_numbers import whole_numbers_in
from .labels import KNOWN, LONGEST, ends_apart, is_label_shaped, is_title_like, plain_label

_MOST_LINKS = 200
"""Links of an article that are looked at."""
_NEAR = 200

_BOUNDARY = re.compile(
    r"\n|<!--.{0,300}?-->|</?(?:p|div|h[1-6]|li|[uo]l|t[dhr]|table|tbody|blockquote|section|aside|br|hr|figure|center)\b[^>]*>",
    re.IGNORECASE,
)
_LINK = re.compile(
    r"""<a\s[^>]{0,600}?href\s*=\s*["']?([^"'\s>]+)[^>]{0,600}>(.{1,300}?)</a>""", re.IGNORECASE | re.DOTALL
)
_TAG = re.compile(r"<[^>]{0,600}>")
_STRONG = re.compile(r"</(?:strong|b|em|i|u)>\s*$", re.IGNORECASE)
_WORD = re.compile(r"\w")
_LABEL_FRONT = re.compile(r"([^:：]{2,40})[:：]\s*\S")
# Begins with one of two characters, which are found fast: with `^|` before them it took 3.5 times as long.
_OPENED_LINE = re.compile(r"[\n>][ \t]*([^<>\n:：]{2,40}+)[:：]")
# Begins with its letters, which are found 10 times as fast as a line's beginning.
_ALONE = re.compile(r"http(?<![^\s>\]]http)s?://[^\s<>\"'\[\]]{8,500}+(?=[ \t]*(?:[\r\n<\[]|$))")
_BEFORE_ALONE = "\n>]"
_BY_NUMBER = re.compile(r'\[irp\b[^\]]{0,300}posts=[^\]]{0,100}|"specificPosts":\[[^\]]{0,500}')
_NUMBERED = ("[irp", '"specificPosts"')


def glimpse_of(article: Article) -> Glimpse:
    """Give what is learnt from of an article that is at hand."""
    return Glimpse(article.id, article.type, article.title, article.status, article.permalink, sights_of(article.body))


def glimpse_reader(export: Export) -> Callable[[], Iterator[Glimpse]]:
    """Give what gives an export's articles in short: the source, or else a reading of all of them."""
    return export.read_glimpses or (lambda: map(glimpse_of, export.read_articles()))


def sights_of(body: str) -> Sights:
    """Give what a body shows of related stories."""
    stories: list[tuple[str, str, str]] = []
    others = dict.fromkeys(map(plain_label, _OPENED_LINE.findall(f"\n{body}")))
    for place, match in enumerate(_LINK.finditer(body)):
        if place >= _MOST_LINKS:
            break
        if sight := _Sight.of(body, match):
            phrase = plain_label(sight.label)
            if sight.is_whole and is_title_like(sight.title, f"{sight.label}:"):
                stories.append((phrase, sight.address, sight.title))
            else:
                others[phrase] = None
    numbers = tuple(_numbers(body)) if any(mark in body for mark in _NUMBERED) else ()
    return Sights(tuple(stories), tuple(others), numbers, tuple(_alone(body)))


def front_label(title: str) -> str:
    """Give what a title opens with, up to its colon, in the form of `plain_label`; nothing where it has none."""
    front = _LABEL_FRONT.match(title)
    return plain_label(front[1]) if front else ""


def _numbers(body: str) -> Iterator[int]:
    for mark in _BY_NUMBER.findall(body):
        yield from whole_numbers_in(mark)


def _alone(body: str) -> Iterator[str]:
    for match in _ALONE.finditer(body):
        start = match.start()
        while start and body[start - 1] in " \t":
            start -= 1
        if not start or body[start - 1] in _BEFORE_ALONE:
            yield match[0]


@dataclass(frozen=True, slots=True)
class _Sight:
    """A link of a raw body, and the short phrase that might label it."""

    label: str
    """Shaped like one."""
    address: str
    """As typed."""
    title: str
    """The words of the link behind the label."""
    is_whole: bool
    """Whether line or list end with the link, and something parts the label from it."""

    @classmethod
    def of(cls, body: str, match: re.Match[str]) -> "_Sight | None":
        """Give what is seen around a link; nothing where no short phrase stands before it."""
        start, end = match.span()
        # Without its first piece, which may have been cut, unless the body begins there.
        cut = start > _NEAR
        pieces = _BOUNDARY.split(body[start - _NEAR if cut else 0 : start])[1 if cut else 0 :]
        rest = _BOUNDARY.split(body[end : end + _NEAR], maxsplit=1)[0]
        if not pieces:
            return None
        before, title = pieces[-1], _text(match[2])
        ends = not _WORD.search(_text(rest))
        if (label := _text(before)).strip():
            apart = ends_apart(label) or _STRONG.search(before) is not None
        else:
            label, title = _label_and_title(pieces, title)
            apart = True
        if not is_label_shaped(label.strip()) or plain_label(label) in KNOWN:
            return None
        return cls(label, unescape(match[1]), title, is_whole=ends and apart)


def _label_and_title(pieces: list[str], title: str) -> tuple[str, str]:
    """Give the label inside a link, or that in the line or the heading above it, and the title."""
    if front := _LABEL_FRONT.match(title):
        return front[1], title[front.end() - 1 :]
    above = next((piece for piece in reversed(pieces[:-1]) if piece.strip()), "")
    text = _text(above)
    return ("" if "<a " in above or len(text) > LONGEST else text), title


def _text(html: str) -> str:
    return unescape(_TAG.sub("", html)) if "<" in html or "&" in html else html
