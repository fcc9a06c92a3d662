"""The work of one worker: a batch of articles in, their files out. Nothing here writes or counts."""

import traceback
from collections.abc import Sequence
from dataclasses import dataclass, replace

from markdown_articles.round_trip import convert_checked
from wordpress_export.body import Library, clean_body
from wordpress_export.body.file_links import file_of
from wordpress_export.model import Article

from .comments import Thread, thread_of
from .composition import Composed, Converted, Newsroom, compose
from .ledger import Entry, Fate
from .placement import Place


@dataclass(frozen=True, slots=True)
class Facts:
    """What all articles refer to, handed to each worker once."""

    library: Library
    """For bodies."""
    newsroom: Newsroom
    """For front matter."""


@dataclass(frozen=True, slots=True)
class Placed:
    """An article with its place: the unit of work."""

    article: Article
    """As the source gave it."""
    place: Place
    """Its file and address."""
    key: str = ""
    """The name under which the migration remembers it."""
    input: bytes = b""
    """The fingerprint of all that its files are made from."""
    known: Entry | None = None
    """What is known to become of it without converting it: what an earlier run made of the same input."""


@dataclass(frozen=True, slots=True)
class Result:
    """An article's files, ready to write, and its line in the ledger if they are written."""

    entry: Entry
    """Its fate as far as conversion can tell."""
    text: str = ""
    """Front matter and Markdown; empty when it is not to be written."""
    comments: str = ""
    """YAML; empty without comments."""
    key: str = ""
    """As in `Placed`."""
    input: bytes = b""
    """As in `Placed`."""
    is_recalled: bool = False
    """Whether it was converted by an earlier run, so that there is no text."""


def convert_batch(batch: Sequence[Placed], facts: Facts) -> list[Result]:
    """Convert articles one by one; one that fails is reported as lost and never stops the others."""
    return [_convert_or_report(placed, facts) for placed in batch]


def left_in_trash(placed: Placed) -> Entry:
    """Give the line of an item that is not brought over."""
    return _entry(placed, Fate.SKIPPED, "it was in the trash")


def recalled(placed: Placed, known: Entry) -> Result:
    """Give the result of an earlier run."""
    return Result(known, key=placed.key, input=placed.input, is_recalled=True)


def _convert_or_report(placed: Placed, facts: Facts) -> Result:
    try:
        return replace(_convert(placed, facts), key=placed.key, input=placed.input)
    except Exception as error:  # noqa: BLE001  # whatever one article does to us, the others must go on
        last = traceback.extract_tb(error.__traceback__)[-1]
        reason = f"{type(error).__name__}: {error} ({last.filename.rpartition('/')[2]}:{last.lineno})"
        return Result(_entry(placed, Fate.LOST, reason))


def _convert(placed: Placed, facts: Facts) -> Result:
    article = placed.article
    if article.image:
        article = replace(article, image=file_of(article.image, facts.library.book))
    body = clean_body(article, facts.library)
    composed = compose(Converted(article, placed.place, body, convert_checked(body.html)), facts.newsroom)
    thread = thread_of(article, facts.library)
    return Result(_written(placed, composed, thread), composed.text, thread.text)


def _written(placed: Placed, composed: Composed, thread: Thread) -> Entry:
    return replace(
        _entry(placed, Fate.WRITTEN),
        file=placed.place.file,
        address=composed.address,
        words=composed.words,
        comments=len(placed.article.comments),
        files=tuple(dict.fromkeys((*composed.files, *thread.files))),
        notes=(*composed.notes, *thread.notes),
    )


def _entry(placed: Placed, fate: Fate, reason: str = "") -> Entry:
    article = placed.article
    return Entry(
        article.id, article.type, article.title, article.status.value, fate,
        reason=reason, old=article.permalink, where=article.where, notes=article.notes,
    )  # fmt: skip
