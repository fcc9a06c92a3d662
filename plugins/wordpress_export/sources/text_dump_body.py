"""The body of a text dump: paragraphs, headings, lists, pull quotes, embeds, related stories."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from .text_dump_fates import Doubt, Fate, FatedLine, Line, Zone
from .text_dump_phrases import is_name, split_related

_LAST = ".!?…:;,。！？：；、،؛؟।\"”“»«’'」』)"
_OPENING, _CLOSING = '“"„«»‟「『”', '”"“»«」』'
_END_OF_SENTENCE = re.compile(r"[.!?。！？؟।]+[”\"’»)」』]*(?:\s|$)|[。！？]")
_BULLET = re.compile(r"(?P<mark>[•·▪‣◦*-])\s+(?P<item>\S.*)")
_NUMBER = re.compile(r"(?P<mark>(?P<number>\d{1,3})[.)])\s+(?P<item>\S.*)")
_DASH = re.compile(r"(?P<mark>[—–―-]?)\s*(?P<name>\S.*)")
_ADDRESS = re.compile(r"https?://[^\s<>\"]+", re.IGNORECASE)
_HEADING_LENGTH, _HEADING_WORDS = 90, 12
_FEWEST_ITEMS = 2
_DEK_LENGTH, _DEK_WORDS, _DEK_SENTENCES = 420, 60, 2


@dataclass(slots=True)
class _Body:
    """What has been read so far, block by block."""

    blocks: tuple[tuple[Line, ...], ...]
    """Runs of lines between blank lines."""
    at: int = 0
    """The next block to read."""
    pieces: list[FatedLine] = field(default_factory=list)
    """Fated so far."""
    doubts: list[Doubt] = field(default_factory=list)
    """Met so far."""
    dek: bool = False
    """Whether the first paragraph is behind us."""

    def after(self, ahead: int = 1) -> tuple[Line, ...]:
        """Give a block further ahead; empty at the end."""
        return self.blocks[self.at + ahead] if self.at + ahead < len(self.blocks) else ()


def _list(body: _Body, block: tuple[Line, ...]) -> bool:
    """Read list items, with or without blank lines between them; one alone may as well be a sentence."""
    if _NUMBER.fullmatch(block[0].text) and not block[0].indented:
        # Where an author has written the number, it stays.
        return False
    pattern = _NUMBER if _NUMBER.fullmatch(block[0].text) else _BULLET
    items: list[tuple[Line, re.Match[str]]] = []
    end = body.at
    while end < len(body.blocks) and (more := _items(body.blocks[end], pattern, items)):
        items += more
        end += 1
    if len(items) < _FEWEST_ITEMS:
        return False
    for line, item in items:
        together = replace(line, block=block[0].block)
        body.pieces.extend(together.fated((item["mark"], Fate.BULLET), (item["item"], Fate.LIST)))
    body.at = end
    return True


def _items(
    block: tuple[Line, ...], pattern: re.Pattern[str], above: list[tuple[Line, re.Match[str]]]
) -> list[tuple[Line, re.Match[str]]]:
    """Give the block's items, or none where a line is no item, or none of the list above."""
    items: list[tuple[Line, re.Match[str]]] = []
    last = above[-1][1] if above else None
    for line in block:
        item = pattern.fullmatch(line.text)
        if item is None or (last is not None and not _follows(item, last)):
            return []
        items.append((line, item))
        last = item
    return items


def _follows(item: re.Match[str], last: re.Match[str]) -> bool:
    same_sign = item["mark"][-1] == last["mark"][-1]
    return same_sign and ("number" not in item.groupdict() or int(item["number"]) == int(last["number"]) + 1)


def _quote(body: _Body, block: tuple[Line, ...]) -> bool:
    """Read a block in quotation marks with a short line below it that names who said so."""
    below = body.after()
    if len(block) > 1 and not block[-1].text.endswith(tuple(_CLOSING)):
        block, below, blocks = block[:-1], block[-1:], 1
    else:
        blocks = 2
    first, last = block[0].text, block[-1].text.rstrip(".,")
    if first[0] not in _OPENING or not last.endswith(tuple(_CLOSING)) or len(below) != 1:
        return False
    said_by = _DASH.fullmatch(below[0].text)
    if said_by is None or not _is_attribution(said_by["name"]):
        return False
    for line in block:
        body.pieces.extend(line.fated((line.text, Fate.QUOTE)))
    together = replace(below[0], block=block[0].block)
    body.pieces.extend(together.fated((said_by["mark"], Fate.JOINT), (said_by["name"], Fate.ATTRIBUTION)))
    body.at += blocks
    return True


def _is_attribution(text: str) -> bool:
    return is_name(text) and not text.endswith(".") and not text[0].islower() and not text[0].isdecimal()


def _related(body: _Body, block: tuple[Line, ...]) -> bool:
    parts = split_related(block[0].text) if len(block) == 1 else None
    if parts is None:
        return False
    body.pieces.extend(block[0].fated((parts[0], Fate.RELATED_LABEL), (parts[1], Fate.RELATED_TITLE)))
    body.at += 1
    return True


def _embed(body: _Body, block: tuple[Line, ...]) -> bool:
    """Read an address alone on its line (`WP_Embed::autoembed`), and the caption under it."""
    captions = block[1:]
    if not _ADDRESS.fullmatch(block[0].text) or len(captions) > 1:
        return False
    if any(len(line.text) > _HEADING_LENGTH or _ADDRESS.fullmatch(line.text) for line in captions):
        return False
    body.pieces.extend(block[0].fated((block[0].text, Fate.EMBED)))
    for line in captions:
        body.pieces.extend(line.fated((line.text, Fate.EMBED_CAPTION)))
    body.at += 1
    return True


def _heading(body: _Body, block: tuple[Line, ...]) -> bool:
    """Read a short line without a full stop: a heading where text follows, else a paragraph; a doubt in either case."""
    if len(block) > 1 or not _is_short(block[0].text):
        return False
    line, below = block[0], body.after()
    heads_text = bool(below) and not (len(below) == 1 and _is_short(below[0].text))
    fate = Fate.HEADING if heads_text and not line.text[0].islower() else Fate.PARAGRAPH
    kind = "short line taken for a heading" if fate is Fate.HEADING else "short line kept as a paragraph"
    body.pieces.extend(line.fated((line.text, fate)))
    body.doubts.append(Doubt(kind, line.text))
    body.at += 1
    return True


def _is_short(text: str) -> bool:
    short = len(text) <= _HEADING_LENGTH and len(text.split()) <= _HEADING_WORDS
    return short and text[-1] not in _LAST and "://" not in text


def _paragraph(body: _Body, block: tuple[Line, ...]) -> bool:
    fate = Fate.PARAGRAPH
    if not body.dek and _is_dek(body, block):
        fate = Fate.DEK
        body.doubts.append(Doubt("first paragraph taken for the summary too", ""))
    body.dek = True
    for line in block:
        body.pieces.extend(line.fated((line.text, fate)))
    if len(block) > 1:
        body.doubts.append(Doubt("lines kept as one paragraph: they may be a list or a table", block[0].text))
    body.at += 1
    return True


def _is_dek(body: _Body, block: tuple[Line, ...]) -> bool:
    text = block[0].text
    if len(block) > 1 or not body.after() or len(text) > _DEK_LENGTH or len(text.split()) > _DEK_WORDS:
        return False
    return 1 <= len(_END_OF_SENTENCE.findall(text)) <= _DEK_SENTENCES


_STEPS: tuple[Callable[[_Body, tuple[Line, ...]], bool], ...] = (_related, _embed, _list, _quote, _heading, _paragraph)
"""Tried in this order on each block; the last one takes whatever the others leave."""


def read_body(lines: tuple[Line, ...]) -> Zone:
    """Give the body. Each line stays in it, the related stories apart."""
    body = _Body(_blocks(lines))
    while body.at < len(body.blocks):
        block = body.blocks[body.at]
        next(step for step in _STEPS if step(body, block))
    return Zone(tuple(body.pieces), tuple(body.doubts))


def _blocks(lines: tuple[Line, ...]) -> tuple[tuple[Line, ...], ...]:
    blocks: list[list[Line]] = []
    ends, above = True, 0
    for line in lines:
        # The line of a related story is a block of its own, whatever stands around it without a blank line.
        related = split_related(line.text) is not None
        if ends or related or line.block != above:
            blocks.append([])
        above, ends = line.block, related
        blocks[-1].append(replace(line, block=-line.number) if ends else line)
    return tuple(map(tuple, blocks))
