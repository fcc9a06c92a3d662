"""The first words of an article, for lists and feeds, where no one wrote a summary."""

import re

from selectolax.lexbor import LexborHTMLParser

_MOSTLY_ENOUGH = 1_200
"""Characters of HTML that hold the first words of most articles."""

_ENOUGH = 20_000
"""Characters of HTML that hold the first words of any article that has words near its start."""

_NOT_PROSE = "figure, audio, video, iframe, sup.footnote-ref"
"""What is no part of a sentence: a player shows the name of its file."""

_NOT_PROSE_MARK = re.compile("<(?:figure|audio|video|iframe|sup|div)")
"""Without it no selector needs to be tried."""

_CAPTIONS = "figure.gallery + p > em, div.table-scroll + p > em"
"""The captions of galleries and tables are emphasised paragraphs below them."""


def excerpt(html: str, longest: int, end: str = "…") -> str:
    """Give the text of the first paragraphs, up to so many characters, cut between two words where there are words.

    Counted in characters, because a count of words means nothing in Japanese or Thai.
    """
    # Cut behind a paragraph, so that none is read in part.
    text = _first_paragraphs(html[: html.rfind("</p>", 0, _MOSTLY_ENOUGH) + len("</p>")], longest)
    if len(text) <= longest:
        text = _first_paragraphs(html[:_ENOUGH], longest)
    if len(text) <= longest:
        return text
    cut = text[:longest]
    return (cut.rpartition(" ")[0] or cut).rstrip(" ,;:.،、。") + end


def _first_paragraphs(html: str, longest: int) -> str:
    """Give the text of as many paragraphs as are longer than so many characters, or of all."""
    tree = LexborHTMLParser(f"<body>{html}")
    if _NOT_PROSE_MARK.search(html):
        _remove_what_is_not_prose(tree)
    words: list[str] = []
    length = 0
    for node in tree.body.iter() if tree.body else ():
        text = " ".join(node.text().split()) if node.tag == "p" else ""
        if text:
            words.append(text)
            length += len(text) + 1
        if length > longest:
            break
    return " ".join(words)


def _remove_what_is_not_prose(tree: LexborHTMLParser) -> None:
    for caption in tree.css(_CAPTIONS):
        if caption.prev is None and caption.next is None:
            caption.remove()
    for node in tree.css(_NOT_PROSE):
        node.remove()
