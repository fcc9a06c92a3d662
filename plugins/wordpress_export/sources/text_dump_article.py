"""Compose an article from the ledger of a text dump, and from nothing else."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from html import escape
from itertools import groupby

from ..addresses import permalink, split_address
from ..model import CATEGORY, TAG, Article, Author, BodyForm, Comment, CommentKind, Note, Status, TermKey
from ..slugs import make_slug, read_slug
from .text_dump_fates import NOTES, DumpReading, Fate, FatedLine
from .text_dump_moments import Habits, read_moment, tell_moments

_NO_HABITS = Habits()
_TAXONOMIES = {Fate.CATEGORY: CATEGORY, Fate.TAG: TAG}
_CUT = ("[…]", "[...]")
_SHOWN = 5
_SHOWN_LENGTH = 120


@dataclass(frozen=True, slots=True)
class DumpArticle:
    """An article, and the authors that it refers to."""

    article: Article
    """Without id and picture: a dump has neither."""
    authors: tuple[Author, ...]
    """In the byline's order."""
    home: str = ""
    """The home of the site that the article's address is on; empty where the dump tells no address."""


def compose(reading: DumpReading, where: str, notes: tuple[Note, ...] = (), habits: Habits = _NO_HABITS) -> DumpArticle:
    """Give the article of a dump. `notes` are those of the file, put before the ledger's own."""
    reading = tell_moments(reading, habits)
    authors = tuple(Author(make_slug(name), name) for name in dict.fromkeys(reading.texts(Fate.BYLINE)))
    home, address = _address(reading)
    article = Article(
        type="post",
        title=" ".join(reading.texts(Fate.TITLE)),
        status=Status.PASSWORD if reading.texts(Fate.PASSWORD) else Status.PUBLISHED,
        body=compose_body(reading.lines),
        body_form=BodyForm.HTML,
        slug=read_slug(address.rstrip("/").rpartition("/")[2]).text,
        permalink=address,
        published=_published(reading, habits),
        authors=tuple(dict.fromkeys(author.slug for author in authors)),
        terms=_terms(reading),
        excerpt=escape(" ".join(reading.texts(Fate.STANDFIRST) or reading.texts(Fate.DEK)), quote=False),
        image_caption=escape(" ".join(reading.texts(Fate.CAPTION)), quote=False),
        related=reading.texts(Fate.RELATED_TITLE),
        comments=tuple(_comments(reading.lines, habits)),
        notes=(*notes, *_unknown(reading, address), *_doubts(reading), *_left_out(reading.lines)),
        where=where,
    )
    return DumpArticle(article, authors, home)


def _published(reading: DumpReading, habits: Habits) -> datetime | None:
    if moments := reading.texts(Fate.MOMENT):
        return datetime.fromisoformat(moments[0])
    shown = next(iter((*reading.texts(Fate.DAY), *reading.texts(Fate.LOCAL_TIME))), "")
    return _moment(shown, habits)


def _moment(text: str, habits: Habits) -> datetime | None:
    told = read_moment(text, habits)
    return told[0] if told else None


def _address(reading: DumpReading) -> tuple[str, str]:
    """Give the site's home and the article's place below it, as a header line tells them; nothing where none does."""
    parts = split_address(next(iter(reading.texts(Fate.ADDRESS)), ""))
    if parts is None or not parts.netloc:
        return "", ""
    home = f"{parts.scheme}://{parts.netloc}"
    return home, permalink(parts._replace(fragment="").geturl(), home)


def _terms(reading: DumpReading) -> tuple[TermKey, ...]:
    named = ((_TAXONOMIES[line.fate], line.text) for line in reading.lines if line.fate in _TAXONOMIES)
    return tuple(dict.fromkeys(TermKey(taxonomy, make_slug(name), name) for taxonomy, name in named))


def compose_body(lines: tuple[FatedLine, ...]) -> str:
    """Give the body as clean HTML, one element a line."""
    groups = groupby((line for line in lines if line.fate in _ELEMENTS), key=_key)
    return "\n".join(_ELEMENTS[family]([*group]) for (family, _), group in groups)


def _key(line: FatedLine) -> tuple[Fate, int]:
    return _FAMILIES.get(line.fate, line.fate), line.block


def _paragraph(lines: list[FatedLine]) -> str:
    return f"<p>{_broken(lines)}</p>"


def _heading(lines: list[FatedLine]) -> str:
    return f"<h2>{_broken(lines)}</h2>"


def _list(lines: list[FatedLine]) -> str:
    items = "".join(f"<li>{escape(line.text, quote=False)}</li>" for line in lines if line.fate is Fate.LIST)
    number = lines[0].text.rstrip(".)")
    if not number.isdecimal():
        return f"<ul>{items}</ul>"
    start = "" if int(number) == 1 else f' start="{int(number)}"'
    return f"<ol{start}>{items}</ol>"


def _quote(lines: list[FatedLine]) -> str:
    said = _broken([line for line in lines if line.fate is Fate.QUOTE])
    said_by = _broken([line for line in lines if line.fate is Fate.ATTRIBUTION])
    return f'<blockquote class="pullquote"><p>{said}</p><cite>{said_by}</cite></blockquote>'


def _embed(lines: list[FatedLine]) -> str:
    address, caption = lines[0].text, _broken(lines[1:])
    link = f'<a href="{escape(address)}">{escape(address, quote=False)}</a>'
    return f'<figure class="embed">{link}{caption and f"<figcaption>{caption}</figcaption>"}</figure>'


def _broken(lines: list[FatedLine]) -> str:
    return "<br>".join(escape(line.text, quote=False) for line in lines)


_FAMILIES = {Fate.BULLET: Fate.LIST, Fate.ATTRIBUTION: Fate.QUOTE, Fate.EMBED_CAPTION: Fate.EMBED}

_ELEMENTS: Mapping[Fate, Callable[[list[FatedLine]], str]] = {
    Fate.DEK: _paragraph,
    Fate.PARAGRAPH: _paragraph,
    Fate.HEADING: _heading,
    Fate.LIST: _list,
    Fate.BULLET: _list,
    Fate.QUOTE: _quote,
    Fate.ATTRIBUTION: _quote,
    Fate.EMBED: _embed,
    Fate.EMBED_CAPTION: _embed,
}
"""What makes an element of the pieces of one block; the fates that are not here stay out of the body."""


def _comments(lines: tuple[FatedLine, ...], habits: Habits) -> Iterator[Comment]:
    """Give the comments, numbered from 1. What each answers, the dump does not say."""
    name, when, number = "", "", 0
    said: list[FatedLine] = []
    for line in lines:
        if line.fate is Fate.COMMENTER:
            if said:
                number += 1
                yield replace(_comment(number, name, said), written=_moment(when, habits))
            name, when, said = line.text, "", []
        elif line.fate is Fate.COMMENT_MOMENT:
            when = line.text
        elif line.fate is Fate.COMMENT:
            said.append(line)
    if said:
        yield replace(_comment(number + 1, name, said), written=_moment(when, habits))


def _comment(number: int, name: str, said: list[FatedLine]) -> Comment:
    blocks = groupby(said, key=lambda line: line.block)
    body = "\n\n".join("\n".join(escape(line.text, quote=False) for line in block) for _, block in blocks)
    # WordPress cuts a pingback's words out of the page that links here, and marks the cuts so (`pingback_ping`).
    machine = body.startswith(_CUT) and body.endswith(_CUT)
    return Comment(number, name, None, body, kind=CommentKind.PINGBACK if machine else CommentKind.COMMENT)


def _unknown(reading: DumpReading, address: str) -> Iterator[Note]:
    """Say what a dump cannot tell, and an editor can."""
    if not any(reading.texts(fate) for fate in (Fate.MOMENT, Fate.DAY, Fate.LOCAL_TIME)):
        hint = "the text shows no day for certain" if reading.texts(Fate.DATE) else "the text shows no date"
        yield Note("date unknown", f"{hint}; add it by hand", review=True)
    if not address:
        told = next(iter(reading.texts(Fate.ADDRESS)), "")
        said = f"{told} is no lasting address" if told else "a text does not say where the article stood"
        yield Note("old address unknown", f"{said}; add its permalink by hand", review=True)
    hint = "the caption is here, the picture is not" if reading.texts(Fate.CAPTION) else "a text carries no pictures"
    yield Note("pictures unknown", f"{hint}; add what belongs to the article by hand", review=True)
    if not reading.texts(Fate.BYLINE):
        yield Note("author unknown", "the text shows no byline; add it by hand", review=True)
    names, dates = reading.texts(Fate.COMMENTER), reading.texts(Fate.COMMENT_MOMENT)
    if reading.texts(Fate.COMMENT) and len(dates) < len(names):
        yield Note(
            "comments without dates", "when each was written, and what it answers, is not in the text", review=True
        )
    elif reading.texts(Fate.COMMENT):
        yield Note("comments in one row", "what each answers, and the site's time zone, are not in the text")


def _doubts(reading: DumpReading) -> Iterator[Note]:
    for kind in dict.fromkeys(doubt.kind for doubt in reading.doubts):
        texts = [doubt.text for doubt in reading.doubts if doubt.kind == kind and doubt.text]
        shown = "; ".join(f"“{_shorten(text)}”" for text in texts[:_SHOWN])
        more = f"; and {len(texts) - _SHOWN} more" if len(texts) > _SHOWN else ""
        yield Note(kind, shown + more, review=True)


def _shorten(text: str) -> str:
    """Give the beginning of a long text."""
    return text if len(text) <= _SHOWN_LENGTH else text[:_SHOWN_LENGTH].rstrip() + "…"


def _left_out(lines: tuple[FatedLine, ...]) -> Iterator[Note]:
    """Name everything that is not in the article, with its exact words; neighbours of one fate share a note."""
    for fate, group in groupby(lines, key=lambda line: line.fate):
        if fate in NOTES:
            kind, review = NOTES[fate]
            yield Note(kind, "\n".join(line.text for line in group), review=review)
