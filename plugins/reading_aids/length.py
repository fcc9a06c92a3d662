"""How long a body is: counted in words, and by characters where a script has no spaces between words."""

import re
from html import unescape

WORDS_A_MINUTE = 230
"""Of silent reading, in languages that put spaces between words."""

# Characters a minute. Korean has spaces. The rare signs beyond U+FFFF are left out: with them Python's regular
# expressions look at each range by itself, and take three times as long.
_SPEEDS = (
    ("\u3000-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff01-\uff65", 500),  # Chinese, Japanese, their stops
    ("\u0e01-\u0e4e\u0e81-\u0edf\u1000-\u109f\u1780-\u17d3", 1_000),  # Thai, Lao, Burmese, Khmer
)
_WITHOUT_SPACES = tuple((re.compile(f"[{letters}]+"), WORDS_A_MINUTE / speed) for letters, speed in _SPEEDS)
_ANY = re.compile(f"[{''.join(letters for letters, _ in _SPEEDS)}]")
_UNREAD = (
    ("<!--", "-->"),
    ("<script", "</script>"),
    ("<style", "</style>"),
    ("<template", "</template>"),
    ("<svg", "</svg>"),
    ("<iframe", "</iframe>"),
    ("<pre", "</pre>"),
    ('<sup class="footnote-ref"', "</sup>"),
    ('<section class="footnotes"', "</section>"),
)
_ANY_UNREAD = re.compile(f"<(?:{'|'.join(re.escape(opening[1:]) for opening, _ in _UNREAD)})")
_TAG = re.compile(r"<[^<>]*>")


def words_in(html: str) -> float:
    """Give the number of words of a body; a character of Chinese is a part of one.

    Code, footnotes, and what is not shown as text are not read from beginning to end, and do not count.
    """
    # Most bodies have nothing of the kind, which one look tells.
    for opening, closing in _UNREAD if _ANY_UNREAD.search(html) else ():
        html = without(html, opening, closing)
    text = unescape(_TAG.sub(" ", html))
    count = 0.0
    if not text.isascii() and _ANY.search(text):
        for script, share in _WITHOUT_SPACES:
            others, runs = script.subn(" ", text)
            count += (len(text) - len(others) + runs) * share
            text = others
    return count + len(text.split())


def minutes(words: float) -> int:
    """Give how many minutes so many words take, at least one; 0 where there are none."""
    return max(round(words / WORDS_A_MINUTE), 1) if words else 0


def without(html: str, opening: str, closing: str) -> str:
    """Give HTML without all that stands between two marks; what never closes stays."""
    start = html.find(opening)
    if start < 0:
        return html
    kept, place = [], 0
    while start >= 0 and (end := html.find(closing, start)) >= 0:
        kept += [html[place:start], " "]
        place = end + len(closing)
        start = html.find(opening, place)
    return "".join((*kept, html[place:]))
