"""The readers' comments: those of the export against the files under content/comments/ that will be shown."""

import html
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from .comparison import count_words, is_moment
from .export import Comment, Item
from .markup import read_markup
from .site import Site, shown_comments
from .verdict import Verdict
from .words import words_of

_NUMBER = re.compile(r"^- id: (\d{1,18})\s*$", re.MULTILINE)
_CODE = re.compile(r"(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)", re.DOTALL)
"""Code in Markdown: what stands in it is text, never a tag."""
_LINK = re.compile(r"\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)?(?:\s+\"[^\"]*\")?\)")
"""Where a link of Markdown leads: no words."""
_MARK = re.compile(r"\\(?=[!-/:-@\[-`{-~])")
"""What Markdown puts before a sign that is only a sign."""

Record = Mapping[str, object]


@dataclass(slots=True)
class Threads:
    """The comment files of a content folder."""

    folder: Path
    """content/comments."""
    places: dict[int, Path] = field(default_factory=dict)
    """In which file each comment is."""

    def find(self) -> None:
        """Note where each comment is."""
        for file in sorted(self.folder.rglob("*.yaml")):
            for number in _NUMBER.findall(file.read_text(encoding="utf-8", errors="replace")):
                self.places[int(number)] = file

    def records(self, item: Item) -> dict[int, Record]:
        """Give what is written of an item's comments, by number."""
        files = sorted({self.places[comment.id] for comment in item.comments if comment.id in self.places})
        return {number: record for file in files for number, record in _read(file).items()}


def _read(file: Path) -> dict[int, Record]:
    try:
        # Made of files that may have been edited: the loader builds nothing but plain values.
        written = yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    except (yaml.YAMLError, UnicodeDecodeError):
        return {}
    records = written if isinstance(written, list) else []
    return {
        record["id"]: record for record in records if isinstance(record, dict) and isinstance(record.get("id"), int)
    }


def compare_comments(item: Item, site: Site, threads: Threads, verdict: Verdict) -> None:
    """Count which comments of an item are written, under the right answers; name those that are not."""
    shown = shown_comments(item)
    if not item.comments:
        return
    written = threads.records(item)
    numbers = {comment.id for comment in shown}
    for comment in shown:
        where = f"{site.public[item.id].path}#comment-{comment.id}"
        _compare(comment, written.get(comment.id), where, verdict)
        if comment.id in written:
            _compare_answer(comment, written[comment.id], numbers, (where, verdict))
    for comment in item.comments:
        if comment.id in written and comment.id not in numbers:
            verdict.lack("leaks", str(threads.places[comment.id]), f"comment {comment.id} was never approved")


def _compare(comment: Comment, record: Record | None, where: str, verdict: Verdict) -> None:
    kind = "comments" if comment.type not in {"pingback", "trackback"} else "pings"
    verdict.count(kind, 1, int(record is not None))
    if record is None:
        verdict.lack(kind, where, f"{comment.author}: {comment.body[:120]}")
        return
    if comment.author and read_markup(comment.author).words != words_of(str(record.get("author", ""))):
        verdict.lack(kind, where, f"written by {comment.author}, not {record.get('author')}")
    if not is_moment(comment.date, comment.gmt, str(record.get("date", ""))):
        verdict.lack(kind, where, f"written on {comment.date}, not {record.get('date')}")
    # Markdown's own signs are more words than the comment has, which does no harm.
    markdown = _CODE.sub(lambda code: html.escape(code.group(2)), str(record.get("body", "")))
    found = read_markup(_MARK.sub("", _LINK.sub("] ", markdown)))
    count_words(read_markup(comment.body).words, found.words, (f"words of {kind}", where), verdict)


def _compare_answer(comment: Comment, record: Record, numbers: set[int], place: tuple[str, Verdict]) -> None:
    where, verdict = place
    wanted = comment.parent if comment.parent in numbers else 0
    given = record.get("answers") or 0
    verdict.count("answers", 1, int(given == wanted))
    if given != wanted:
        verdict.lack("answers", where, f"answers {wanted or 'nobody'}, is written as an answer to {given or 'nobody'}")
