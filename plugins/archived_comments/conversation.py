"""Comments in the order of reading: who answers whom, page by page."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from itertools import pairwise

from .thread import Comment, Page, Row, Thread

DEEPEST = 5
"""Lists within lists, as WordPress's own `thread_comments_depth`: deeper answers stand in the last of them."""

Placed = tuple[Comment, int, Comment | None]
"""A comment, how deep it stands, and what it answers."""


def thread_of(comments: Sequence[Comment], article: Page, most: int | None) -> Thread:
    """Give the thread of an article, at most so many conversations a page.

    The oldest are first, on the article itself: an old thread is read from its beginning, and with `comment_order` asc
    and `default_comments_page` oldest WordPress counts `comment-page-2` so (`get_comments_pages_count`,
    `Walker_Comment`). Only comments that answer none are counted, as there.
    """
    ordered = _by_date(comments)
    people = [comment for comment in ordered if not comment.kind]
    conversations = list(_conversations(people))
    most = most or len(conversations) or 1
    parts = [conversations[start : start + most] for start in range(0, len(conversations), most)] or [[]]
    pages = (_page(article, number, part) for number, part in enumerate(parts, 1))
    return Thread(len(people), tuple(pages), tuple(comment for comment in ordered if comment.kind))


def _by_date(comments: Iterable[Comment]) -> list[Comment]:
    """Sort by date; one without a date stays behind the one before it."""
    last, dated = datetime.min.replace(tzinfo=UTC), []
    for comment in comments:
        last = comment.written or last
        dated.append((last, comment))
    return [comment for _, comment in sorted(dated, key=lambda pair: pair[0])]


def _conversations(comments: Sequence[Comment]) -> Iterator[list[Placed]]:
    """Yield each comment that answers none with all below it.

    What answers a comment that is not there, or one that answers it in turn, begins a conversation of its own.
    """
    known = {comment.id: comment for comment in comments}
    answers: dict[int, list[Comment]] = {}
    for comment in comments:
        answers.setdefault(comment.answers, []).append(comment)
    seen = set[int]()
    roots = (comment for comment in comments if comment.answers not in known)
    for root in (*roots, *comments):
        if root.id not in seen:
            yield _conversation(root, answers, seen)


def _conversation(root: Comment, answers: dict[int, list[Comment]], seen: set[int]) -> list[Placed]:
    placed: list[Placed] = []
    waiting: list[Placed] = [(root, 1, None)]
    while waiting:
        comment, depth, answered = waiting.pop()
        if comment.id in seen:
            continue
        seen.add(comment.id)
        placed.append((comment, depth, answered))
        waiting.extend((answer, depth + 1, comment) for answer in reversed(answers.get(comment.id, ())))
    return placed


def _page(article: Page, number: int, conversations: Iterable[list[Placed]]) -> Page:
    placed = [each for conversation in conversations for each in conversation]
    levels = [min(depth, DEEPEST) for _, depth, _ in placed]
    rows = tuple(
        Row(comment, below > level, max(level - below, 0), answered if depth > DEEPEST else None)
        for (comment, depth, answered), (level, below) in zip(placed, pairwise([*levels, 1]), strict=True)
    )
    return replace(page_at(article, number), rows=rows)


def page_at(article: Page, number: int) -> Page:
    """Give the empty page of a number: `/2024/11/tram/comment-page-2/` (`get_comments_pagenum_link`).

    An address that is a file's cannot be a folder's too: `/odd/place.html` goes on at `/odd/place/comment-page-2/`.
    """
    if number == 1:
        return article
    part = f"comment-page-{number}/"
    return Page(number, f"{_folder(article.url)}{part}", f"{_folder(article.save_as)}{part}index.html", ())


def _folder(address: str) -> str:
    folder, _, name = address.rpartition("/")
    stem = name.removesuffix(".html").removesuffix(".htm")
    within = stem if stem != "index" or stem == name else ""
    return "/".join(part for part in (folder, within) if part) + ("/" if folder or within else "")
