"""One article out of its copies in several raw forms: one leads, the others fill its gaps.

The order of trust, field by field:

- The copy that was changed last leads among export files and REST answers, since both come from the database; of those
  changed at one time an export file, then REST answers, then a saved page, then a text dump. Of two copies in one form
  that were changed at one time, the later file.
- Who could see an article is what the leading copy says, and the more hidden of two that were changed at one time.
- A field that the leading copy does not have is filled from the next copy that has it. What a form would have told is
  no gap: an export file without comments says that there are none.
- A body without any words is filled likewise, for review, and so is one of which a page shows many more words.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from ..model import Article, Note, RawForm, Status

DATABASE = frozenset({RawForm.WXR, RawForm.REST})
"""Forms that come from the database itself."""
TRUST = {form: place for place, form in enumerate(RawForm)}
"""The order of trust, the most trusted first."""
MORE = 1.5
"""A page that shows so many times the words of the leading copy shows something that it lacks …"""
MUCH = 50
"""… where that is so many words at least."""

_OF_ALL = (
    "slug", "permalink", "former_addresses", "published", "modified", "authors", "terms", "subtitle", "canonical",
    "related",
)  # fmt: skip
"""Fields that any form may lack."""
_OF_PAGES = ("excerpt", "image", "seo_title", "seo_description")
"""Fields that the database always tells, so that an empty one is no gap."""
_OF_PICTURE = ("image_alt", "image_caption", "image_credit")
"""What goes with a lead picture: never another picture's."""
_NAMES = {"published": "date", "modified": "date of the last change", "seo_title": "title for search engines"}
_NAMES |= {"seo_description": "description for search engines", "related": "related stories", "image": "lead picture"}
_NAMES |= {"former_addresses": "former addresses"}
_MISSED = {"author unknown": "authors", "date unknown": "published", "old address unknown": "permalink"}
_MISSED |= {"body not in the material": "body"}
"""Fields that notes of these kinds miss."""
_HIDDEN_FIRST = tuple(reversed(Status))
"""By how few people could see an item: the trash first."""


@dataclass(frozen=True, slots=True)
class Copy:
    """An article in one raw form."""

    article: Article
    """As its source gives it."""
    form: RawForm
    """In which form it was."""
    words: int
    """How many its body has."""


def put_together(lead: Copy, others: Sequence[Copy]) -> Article:
    """Give the leading copy with its gaps filled from the others, which come in the order of trust."""
    article = lead.article
    status = _status(lead, others)
    notes: list[Note] = []
    if status is not article.status:
        notes.append(
            Note("more hidden in another raw form", "kept hidden", True, 1, article.status.value, status.value)
        )
    for other in others:
        filled = dict(_filled(article, lead.form, other))
        if filled:
            article = replace(article, **filled)
            names = ", ".join(_NAMES.get(name, name) for name in filled if name not in _OF_PICTURE)
            notes.append(Note(f"filled from another raw form: {other.form}", f"{names}; {other.article.where}"))
    article, told = _with_body(article, lead, others)
    kept = (note for note in article.notes if not _is_settled(note, article))
    return replace(article, status=status, notes=(*kept, *notes, *told))


def _is_settled(note: Note, article: Article) -> bool:
    """Tell whether what a note misses has been filled in since."""
    return bool(note.kind in _MISSED and getattr(article, _MISSED[note.kind]))


def _status(lead: Copy, others: Sequence[Copy]) -> Status:
    tied = [other.article.status for other in others if _is_equal(lead, other)]
    return min((lead.article.status, *tied), key=_HIDDEN_FIRST.index)


def _is_equal(lead: Copy, other: Copy) -> bool:
    """Tell whether two copies are of the database at one time."""
    return {lead.form, other.form} <= DATABASE and lead.article.modified == other.article.modified


def _filled(article: Article, form: RawForm, other: Copy) -> Iterator[tuple[str, Any]]:
    """Give the fields that the leading copy lacks and another one has."""
    pages = () if form in DATABASE else _OF_PAGES
    comments = () if form is RawForm.WXR else ("comments",)
    for name in (*_OF_ALL, *pages, *comments):
        value = getattr(other.article, name)
        if value and not getattr(article, name) and not (name == "image" and article.featured):
            yield name, value
            if name == "image":
                yield from ((part, getattr(other.article, part)) for part in _OF_PICTURE)


def _with_body(article: Article, lead: Copy, others: Sequence[Copy]) -> tuple[Article, list[Note]]:
    """Take the body of another copy where the leading one has none; tell where a page shows much more."""
    if article.status is not Status.PUBLISHED:
        return article, []
    for other in others:
        where = f"{other.form} {other.article.where}"
        if other.article.status is Status.PUBLISHED and other.article.body and other.words and _is_bare(lead):
            told = other.article
            article = replace(article, body=told.body, body_form=told.body_form, footnotes=told.footnotes)
            return article, [Note("body taken from another raw form", where, review=True)]
        if other.form is RawForm.PAGE and other.words > max(lead.words * MORE, lead.words + MUCH):
            counts = f"{other.words} words on the {where}, {lead.words} here"
            return article, [Note("a saved page shows more than the article holds", counts, review=True)]
    return article, []


def _is_bare(copy: Copy) -> bool:
    """Tell whether a body shows nothing: no words, and no tag either, which may be a picture's."""
    return not copy.words and not _COMMENT.sub("", copy.article.body).replace("&nbsp;", "").strip()


_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
