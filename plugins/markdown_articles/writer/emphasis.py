"""Emphasis: `*`, `**` and `~~` where Markdown reads them as such, tags where it would not.

Whether `**` opens or closes is decided by the characters beside it (CommonMark 0.31, "left-flanking" and
"right-flanking"): `**「重要」**です` shows its asterisks, `<strong>「重要」</strong>です` does not. Versions of
CommonMark differ in what counts as punctuation, so a character counts wherever any version counts it to our harm.
"""

import unicodedata
from collections.abc import Sequence

from .escaping import ASCII_PUNCTUATION
from .tokens import Atom, Break, Close, Open, Text, Token

SIGNS = {"strong": "**", "em": "*", "del": "~~"}
_MOST_ROUNDS = 4


def emphasis(tokens: Sequence[Token], *, as_tags: bool) -> dict[int, str]:
    """Give what to write for each opening and closing emphasis of a leaf, by its place in the tokens."""
    pairs = _pairs(tokens)
    tagged = set(pairs) if as_tags else _settled(tokens, pairs)
    written: dict[int, str] = {}
    for opened, closed in pairs.items():
        mark = _mark(tokens[opened])
        written[opened] = f"<{mark}>" if opened in tagged else SIGNS[mark]
        written[closed] = f"</{mark}>" if opened in tagged else SIGNS[mark]
    return written


def _mark(token: Token) -> str:
    return token.mark if type(token) is Open or type(token) is Close else ""


def _pairs(tokens: Sequence[Token]) -> dict[int, int]:
    pairs: dict[int, int] = {}
    waiting: list[int] = []
    for place, token in enumerate(tokens):
        if type(token) is Open and token.mark in SIGNS:
            waiting.append(place)
        elif type(token) is Close and token.mark in SIGNS:
            pairs[waiting.pop()] = place
    return pairs


def _settled(tokens: Sequence[Token], pairs: dict[int, int]) -> set[int]:
    """Find the pairs that must be tags; a new tag changes what its neighbours see, so look again until none is new."""
    tagged: set[int] = set()
    for _ in range(_MOST_ROUNDS):
        new = set()
        ends = tagged | {pairs[opened] for opened in tagged}
        for opened, closed in pairs.items():
            if opened not in tagged and not (
                _flanks(tokens, opened, closed, ends) and _apart(tokens, opened, closed, ends)
            ):
                new.add(opened)
                ends |= {opened, closed}
        if not new:
            return tagged
        tagged |= new
    return set(pairs)


def _flanks(tokens: Sequence[Token], opened: int, closed: int, tags: set[int]) -> bool:
    return _leans(tokens, opened, 1, tags) and _leans(tokens, closed, -1, tags)


def _leans(tokens: Sequence[Token], place: int, inward: int, tags: set[int]) -> bool:
    """Say whether a delimiter leans to the inside.

    Beside a delimiter of another sign readers disagree on what stands there, that sign or the letter beyond it, so it
    must lean to the inside either way.
    """
    content = tokens[place + inward]
    if type(content) is Text and content.text[0 if inward > 0 else -1].isalnum():
        return True
    mark = _mark(tokens[place])
    inside = {_edge(tokens, place, inward, tags), _sign_beside(tokens, place + inward, mark, tags)} - {None}
    outside = {_edge(tokens, place, -inward, tags), _sign_beside(tokens, place - inward, mark, tags)} - {None}
    return all(_inward(inner or "", outer or "") for inner in inside for outer in outside)


def _sign_beside(tokens: Sequence[Token], place: int, mark: str, tags: set[int]) -> str | None:
    """Give the sign of a neighbouring delimiter that is made of another character."""
    token = tokens[place] if 0 <= place < len(tokens) else None
    if not isinstance(token, Open | Close) or token.mark not in SIGNS or place in tags:
        return None
    return SIGNS[token.mark][0] if (token.mark == "del") != (mark == "del") else None


def _inward(inside: str, outside: str) -> bool:
    """Say whether a delimiter between these two leans to the inside, in every version of CommonMark."""
    if not inside or inside.isspace():
        return False
    if inside not in ASCII_PUNCTUATION and unicodedata.category(inside)[0] not in "PS":
        return True
    return not outside or outside.isspace() or outside in ASCII_PUNCTUATION or unicodedata.category(outside)[0] == "P"


def _apart(tokens: Sequence[Token], opened: int, closed: int, tags: set[int]) -> bool:
    """Say whether the signs do not run into those of a neighbour, where one run of stars would mean something else."""
    following = tokens[closed + 1] if closed + 1 < len(tokens) else None
    if type(following) is Open and following.mark in SIGNS:
        return False
    previous = tokens[opened - 1] if opened else None
    if not isinstance(previous, Open | Close) or previous.mark not in SIGNS or opened - 1 in tags:
        return True
    # `***a* b **c**` pairs its stars in another way than it was meant: a run of three may open only what ends simply.
    return type(previous) is Open and not _emphasis_between(tokens, closed + 1)


def _emphasis_between(tokens: Sequence[Token], place: int) -> bool:
    """Say whether emphasis begins again before the emphasis around this place ends."""
    while place < len(tokens):
        token = tokens[place]
        if isinstance(token, Open | Close) and token.mark in SIGNS:
            return type(token) is Open
        place += 1
    return False


def _edge(tokens: Sequence[Token], place: int, step: int, tags: set[int]) -> str:
    """Give the character beside a delimiter, past other delimiters; nothing at the end of a line."""
    place += step
    while 0 <= place < len(tokens):
        token = tokens[place]
        if type(token) is Text or type(token) is Atom:
            return token[0][-1] if step < 0 else token[0][0]
        if type(token) is Break:
            return ""
        if _mark(token) not in SIGNS or place in tags:
            return _bracket(token, step)
        place += step
    return ""


def _bracket(token: Token, step: int) -> str:
    if _mark(token) == "a":
        return "[" if type(token) is Open else ")" if step < 0 else "]"
    return ">" if step < 0 else "<"


def emphasise(text: str, *, as_tags: bool = False) -> str:
    """Give finished Markdown, a whole line or several, with emphasis around all of it.

    Where the text itself has emphasis the outer sign is `_`: `_A caption with *stress* inside_`.
    """
    if as_tags or text[0].isspace() or text[-1].isspace():
        return f"<em>{text}</em>"
    if _is_one_strong(text):
        return f"*{text}*"
    stars = text.replace("\\*", "").replace("**", "").replace(" * ", "")
    sign = "_" if "*" in stars or text.startswith("*") or text.endswith("*") else "*"
    return f"{sign}{text}{sign}"


def _is_one_strong(text: str) -> bool:
    inner = text[2:-2].replace("\\*", "").replace(" * ", "")
    return bool(inner) and text.startswith("**") and text.endswith("**") and "*" not in inner
