"""The first words of an article, for lists and feeds, where no one wrote a summary."""

from selectolax.lexbor import LexborHTMLParser

_ENOUGH_HTML = 20_000
"""Characters of HTML that hold the first words of any article that has words near its start."""

_NOT_PROSE = "figure, audio, video, iframe, sup.footnote-ref"
"""What is no part of a sentence: a player shows the name of its file."""

_CAPTIONS = "figure.gallery + p > em, div.table-scroll + p > em"
"""The captions of galleries and tables are emphasised paragraphs below them."""


def excerpt(html: str, longest: int, end: str = "…") -> str:
    """Give the text of the first paragraphs, up to so many characters, cut between two words where there are words.

    Counted in characters, because a count of words means nothing in Japanese or Thai.
    """
    tree = LexborHTMLParser(f"<body>{html[:_ENOUGH_HTML]}")
    for caption in tree.css(_CAPTIONS):
        if caption.prev is None and caption.next is None:
            caption.remove()
    for node in tree.css(_NOT_PROSE):
        node.remove()
    words: list[str] = []
    length = 0
    for paragraph in tree.css("body > p"):
        text = " ".join(paragraph.text().split())
        if text:
            words.append(text)
            length += len(text) + 1
        if length > longest:
            break
    text = " ".join(words)
    if len(text) <= longest:
        return text
    cut = text[:longest]
    return (cut.rpartition(" ")[0] or cut).rstrip(" ,;:.،、。") + end
