"""The words between tags as WordPress shows them: faces drawn, and an ampersand that begins no entity as it is typed.

Quotation marks, dashes and dots stay as the author typed them: those are a matter of the page's looks.
"""

import re
from collections.abc import Mapping

from .context import BodyContext

# WordPress: smilies_init(). `:mrgreen:`, its only picture, stays as typed.
_FACES: Mapping[str, str] = {
    ":neutral:": "😐",
    ":twisted:": "😈",
    ":arrow:": "➡",
    ":shock:": "😯",
    ":smile:": "🙂",
    ":???:": "😕",
    ":cool:": "😎",
    ":evil:": "👿",
    ":grin:": "😀",
    ":idea:": "💡",
    ":oops:": "😳",
    ":razz:": "😛",
    ":roll:": "🙄",
    ":wink:": "😉",
    ":cry:": "😥",
    ":eek:": "😮",
    ":lol:": "😆",
    ":mad:": "😡",
    ":sad:": "🙁",
    "8-)": "😎",
    "8-O": "😯",
    ":-(": "🙁",
    ":-)": "🙂",
    ":-?": "😕",
    ":-D": "😀",
    ":-P": "😛",
    ":-o": "😮",
    ":-x": "😡",
    ":-|": "😐",
    ";-)": "😉",
    "8O": "😯",
    ":(": "🙁",
    ":)": "🙂",
    ":?": "😕",
    ":D": "😀",
    ":P": "😛",
    ":o": "😮",
    ":x": "😡",
    ":|": "😐",
    ";)": "😉",
    ":!:": "❗",
    ":?:": "❓",
}
_SPACES = r"[\r\n\t \xa0]"
_FACE = re.compile(
    rf"(?:^|(?<={_SPACES})|(?<=&nbsp;))(?:{'|'.join(map(re.escape, _FACES))})(?={_SPACES}|&nbsp;|$)",
    re.MULTILINE,
)
_BEGINNING = re.compile(r"[:;8][-()?DPoxO|]|:[a-z?!]{1,8}:")
"""With this begins every face, and little else."""
# WordPress: wptexturize(), narrowed to what an HTML5 parser could take for an entity.
_NO_ENTITY = re.compile(r"&(?=#|[a-z])(?!#(?:\d+|x[a-f0-9]+);|[a-z1-4]{1,8};)", re.IGNORECASE)
_TAG = re.compile(r"(<[^<>]*>)")
_VERBATIM = re.compile(r"<(code|kbd|pre|script|style|textarea|tt)\b", re.IGNORECASE)


def show_texture(text: str, context: BodyContext) -> str:
    """Give the text with its faces and loose ampersands as a page shows them (`convert_smilies`, `wptexturize`)."""
    # Few texts have either; to look for a face's first letters takes a sixth of the time.
    has_faces = _BEGINNING.search(text) and _FACE.search(_TAG.sub("\n", text))
    if not has_faces and not ("&" in text and _NO_ENTITY.search(text)):
        return text
    pieces = _TAG.split(text)
    verbatim = ""
    for place, piece in enumerate(pieces):
        if place % 2:
            opened = _VERBATIM.match(piece)
            if opened and not verbatim:
                verbatim = opened[1].lower()
            elif piece.lower() == f"</{verbatim}>":
                verbatim = ""
        elif piece and not verbatim:
            pieces[place] = _shown(piece, context)
    return "".join(pieces)


def _shown(words: str, context: BodyContext) -> str:
    def draw(face: re.Match[str]) -> str:
        context.note_change("face drawn as WordPress draws it", face[0], _FACES[face[0]])
        return _FACES[face[0]]

    return _FACE.sub(draw, _NO_ENTITY.sub("&amp;", words))
