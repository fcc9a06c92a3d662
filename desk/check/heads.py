"""What a head says that does not go together, whatever other files say. One rule a function."""

import re
from collections.abc import Callable, Iterator
from pathlib import PurePosixPath

from markdown_articles.front_matter import FrontMatter, Status

from .finding import Remark
from .head_lines import Lines

_MARKUP = re.compile(r"</?(?:em|strong|b|i|u|a|br|span|p)\b[^<>]*>|&(?:amp|nbsp|quot|lt|gt|#\d+|#x[\da-fA-F]+);")
_PLAIN_KEYS = ("title", "subtitle", "kicker", "summary", "image_alt", "image_caption", "image_credit")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_HARD_TO_TYPE = re.compile(r"[\sA-Z]")


def head_remarks(front: FrontMatter, lines: Lines, place: str) -> Iterator[Remark]:
    """Give all that is to be said about a head."""
    for rule in _RULES:
        yield from rule(front, lines)
    yield from _slug(front, lines, place)


def _picture(front: FrontMatter, lines: Lines) -> Iterator[Remark]:
    line = lines.keys.get("image", 2)
    if front.image:
        if not front.image_alt.strip():
            yield Remark("alt", line, "the lead picture has no description: add image_alt: and what it shows")
        if not front.image_credit.strip():
            yield Remark("credit", line, "nobody is named for the lead picture: add image_credit: and who made it")
        return
    for key in ("image_alt", "image_caption", "image_credit", "image_focus"):
        if getattr(front, key):
            yield Remark("picture", lines.keys.get(key, 2), f"{key} without image: add image: and its address")


def _dates(front: FrontMatter, lines: Lines) -> Iterator[Remark]:
    if front.date and front.modified and front.modified < front.date:
        yield Remark(
            "dates", lines.keys.get("modified", 2), "modified is before date: correct one of them, or take it out"
        )
    if front.date and front.coverage_end and front.coverage_end < front.date:
        yield Remark("dates", lines.keys.get("coverage_end", 2), "coverage_end is before date: correct one of them")
    if front.date and front.expires and front.expires <= front.date:
        yield Remark("dates", lines.keys.get("expires", 2), "expires before its date, and is never seen: correct one")
    for number, correction in enumerate(front.corrections):
        if front.date and correction.date.date() < front.date.date():
            line = lines.of("corrections", number, len(front.corrections))
            yield Remark("dates", line, "a correction is from before the story's date: correct its date")


def _live(front: FrontMatter, lines: Lines) -> Iterator[Remark]:
    is_live = front.kind.strip().lower() == "live"
    if front.coverage_end and not is_live:
        line = lines.keys.get("coverage_end", 2)
        yield Remark("status", line, "coverage_end says nothing without kind: live: add that, or take the line out")
    if is_live and front.date is None:
        line = lines.keys.get("kind", 2)
        yield Remark("dates", line, "kind: live without a date: its entries have times, but no day: add date:")


def _status(front: FrontMatter, lines: Lines) -> Iterator[Remark]:
    if front.sticky and front.status is not Status.PUBLISHED:
        yield Remark(
            "status", lines.keys.get("sticky", 2),
            f"sticky, and status: {front.status}: what is not published leads no front page: take one of the two out",
        )  # fmt: skip
    if front.sticky and front.noindex:
        yield Remark(
            "status", lines.keys.get("noindex", 2),
            "sticky, and noindex: search engines are asked not to find what leads the front page: take one out",
        )  # fmt: skip


def _plain_text(front: FrontMatter, lines: Lines) -> Iterator[Remark]:
    for key in _PLAIN_KEYS:
        if found := _MARKUP.search(getattr(front, key)):
            yield Remark("markup", lines.keys.get(key, 2), f"{key} is plain text: readers will see {found[0]} as it is")


def _language(front: FrontMatter, lines: Lines) -> Iterator[Remark]:
    if front.lang and not _LANGUAGE.fullmatch(front.lang):
        said = f"lang {front.lang!r} is no language that browsers know: write its short name, such as el or pt-BR"
        yield Remark("language", lines.keys.get("lang", 2), said)


def _review(front: FrontMatter, lines: Lines) -> Iterator[Remark]:
    for number, note in enumerate(front.review):
        line = lines.of("review", number, len(front.review))
        yield Remark("review", line, f"for review: {note} (take the line out when it is done)")


def _slug(front: FrontMatter, lines: Lines, place: str) -> Iterator[Remark]:
    slug = front.slug or PurePosixPath(place).stem
    if _HARD_TO_TYPE.search(slug) and not front.permalink:
        remedy = f"write {'-'.join(slug.lower().split())}"
        line = lines.keys.get("slug", 0)
        what = "slug" if front.slug else "the file's name"
        yield Remark("slug", line, f"{what} {slug!r} holds spaces or capitals, which are hard to type: {remedy}")


_RULES: tuple[Callable[[FrontMatter, Lines], Iterator[Remark]], ...] = (
    _picture,
    _dates,
    _live,
    _status,
    _plain_text,
    _language,
    _review,
)
