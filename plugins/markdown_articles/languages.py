"""In which language and direction a passage is written, where its element says so (`lang`, `dir`)."""

import re
from typing import NamedTuple

from selectolax.lexbor import LexborHTMLParser, LexborNode

_SAID = re.compile(r"\s(?:lang|dir)\Z", re.IGNORECASE)
_TAG = re.compile(r"[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8}){0,8}")
_DIRECTIONS = frozenset({"ltr", "rtl", "auto"})
# Hebrew, Arabic, Syriac, Thaana, N'Ko and the rest of Unicode's blocks for scripts written from right to left.
_RIGHTWARD = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")


class Language(NamedTuple):
    """What is said about a passage; empty where nothing is."""

    lang: str = ""
    """BCP 47: `ar`, `zh-Hant`."""
    direction: str = ""
    """`ltr`, `rtl` or `auto`."""

    def within(self, around: "Language") -> "Language":
        """Give what holds for a passage inside another."""
        return Language(self.lang or around.lang, self.direction or around.direction)

    @property
    def attributes(self) -> str:
        """As they stand in a tag, with a space before each."""
        return "".join(f' {name}="{said}"' for name, said in zip(("lang", "dir"), self, strict=True) if said)


UNSAID = Language()


def speaks(html: str) -> bool:
    """Tell whether any element of a body may say something about its language or direction."""
    # Equals signs are few: a look at what stands before each is fifty times as fast as a search of the whole text.
    return any(_SAID.search(before.rstrip()[-5:]) for before in html.split("=")[:-1])


def forget_the_obvious(tree: LexborHTMLParser, html: str) -> None:
    """Take `dir="ltr"` away where no letter is written from right to left.

    Google Docs writes it on each paragraph that it copies, and there it says what everyone sees.
    """
    if not _RIGHTWARD.search(html):
        for node in tree.css('[dir="ltr" i]:not(bdo)'):
            del node.attrs["dir"]


def language_of(node: LexborNode) -> Language:
    """Give what an element says about its language and direction; what no browser understands is not said."""
    attributes = node.attributes
    if "lang" not in attributes and "dir" not in attributes:
        return UNSAID
    lang = (attributes.get("lang") or "").strip()
    direction = (attributes.get("dir") or "").strip().lower()
    return Language(lang if _TAG.fullmatch(lang) else "", direction if direction in _DIRECTIONS else "")
