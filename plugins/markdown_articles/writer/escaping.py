"""Text that must not be taken for Markdown: as few backslashes as the reader of the file would put.

The rules are those of CommonMark 0.31 and GitHub's extensions as comrak reads them. `<` and `&` become entities, since
every Markdown reads those alike; all else gets a backslash.
"""

import re
from typing import NamedTuple

ASCII_PUNCTUATION = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
ENTITY = re.compile(r"&(?=#[0-9]{1,7};|#[xX][0-9a-fA-F]{1,6};|[A-Za-z][A-Za-z0-9]{1,31};)")
_SPECIAL = re.compile(r"[\\*_`\[\]<&~]")
_BRACKETS = re.compile(r"[\[\]]")
_ADDRESS = re.compile(
    r"(?<![A-Za-z])(https?|ftp):(?=//)|(?<![^\W_])(www)\.|(?<=[\w.+-])(@)(?=[\w-]+\.\w)", re.IGNORECASE
)
_TASK = re.compile(r"\[[ xX]\]")
_LINE_START = re.compile(
    r"""
    (?P<before> \#{1,6}(?=[ \t]|$) | [-+](?=[ \t]|$) | -(?=[- \t]*$) | > )
    | (?P<number> [0-9]{1,9} ) [.)] (?=[ \t]|$)
    | (?P<label> \[ (?: [^\[\]\\] | \\. )* \] ) :
    """,
    re.VERBOSE,
)
_UNDERLINE = re.compile(r"=+[ \t]*$|[|:][-:| \t]*$")
_FIRST = frozenset("#-+>[0123456789")


class Leaf(NamedTuple):
    """What the whole leaf says about its single characters."""

    brackets: bool = False
    """Whether `](` stands somewhere in the words, so that an opening bracket could begin a link."""
    tildes: bool = False
    """Whether tildes could meet and strike something through."""


def leaf_facts(texts: list[str], *, struck: bool) -> Leaf:
    """Give the facts about the words of a leaf that decide what must be escaped in each of them."""
    words = "".join(texts)
    return Leaf("](" in words, "~" in words and (struck or words.count("~") > 1))


def escape(text: str, before: str, leaf: Leaf, *, linked: bool = False) -> str:
    """Give the text so that Markdown shows it as it is; `before` is the character that stands before it in the file.

    Inside a link (`linked`) a bracket without its pair would end the text, and no address becomes a link of its own.
    """
    if _SPECIAL.search(text):
        closing = linked and (leaf.brackets or not _pairs_brackets(text))
        text = _SPECIAL.sub(lambda match: _escaped(match, before, leaf, closing=closing), text)
    if not before and not linked and _TASK.match(text):
        text = "\\" + text
    if not linked and ("://" in text or "www." in text or "@" in text or "WWW." in text):
        text = _ADDRESS.sub(_unlinked, text)
    return text


def _pairs_brackets(text: str) -> bool:
    """Say whether each bracket has its pair, so that none ends the text of a link; a note's mark will be escaped."""
    if "[^" in text:
        return False
    depth = 0
    for bracket in _BRACKETS.findall(text):
        depth += 1 if bracket == "[" else -1
        if depth < 0:
            return False
    return depth == 0


def _escaped(match: re.Match[str], before: str, leaf: Leaf, *, closing: bool) -> str:
    text, place, char = match.string, match.start(), match[0]
    previous = text[place - 1] if place else before
    following = text[place + 1 : place + 2]
    if char == "<":
        return "&lt;" if following.isascii() and (following.isalpha() or following in {"/", "!", "?"}) else char
    if char == "&":
        return "&amp;" if ENTITY.match(text, place) else char
    return "\\" + char if _must_escape(char, previous, following, leaf) or (closing and char in "[]") else char


def _must_escape(char: str, previous: str, following: str, leaf: Leaf) -> bool:
    match char:
        case "\\":
            return not following or following in ASCII_PUNCTUATION
        case "_" if previous.isalnum() and following.isalnum():
            return False
        case "*" | "_":
            return not (previous.isspace() and following.isspace() and previous != "\n")
        case "[":
            return leaf.brackets or following == "^"
        case "~":
            return leaf.tildes
    return char == "`"


_LABEL_OVER_LINES = re.compile(r"^(\[(?:[^\[\]\\\n]|\\.)*\n(?:[^\[\]\\]|\\.)*\]):", re.MULTILINE)


def _unlinked(match: re.Match[str]) -> str:
    if match[1]:
        return match[1] + "\\:"
    return match[2] + "\\." if match[2] else "\\@"


def escape_line_starts(text: str, *, first: bool = True) -> str:
    """Give the lines so that none begins a heading, a list, a quote, a rule, a table or a definition.

    The rules look at the finished line, since `<span>1</span>. x` begins a list as well. With `first` off the first
    line is left alone, because something else will stand before it.
    """
    if "\n" not in text:
        return _line(text) if first and text[:1] in _FIRST else text
    if "]:" in text:
        text = _LABEL_OVER_LINES.sub(r"\1\\:", text)
    head, *rest = text.split("\n")
    return "\n".join([_line(head) if first else head, *(_later_line(line) for line in rest)])


def _line(line: str) -> str:
    match = _LINE_START.match(line)
    if match is None:
        return line
    if number := match["number"]:
        return f"{number}\\{line[len(number) :]}"
    if label := match["label"]:
        # The brackets may be a note's mark, or stand in those of a link.
        return f"{label}\\{line[len(label) :]}"
    return "\\" + line


def _later_line(line: str) -> str:
    """A line below another could also underline it as a heading, or as the head of a table."""
    return "\\" + line if _UNDERLINE.match(line) else _line(line)


def escape_heading(text: str) -> str:
    """Give a heading's text so that a `#` at its end is not taken for its closing sequence."""
    return text[:-1] + "\\#" if text.endswith("#") else text
