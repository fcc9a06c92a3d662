"""The readers' comments: those of the export against the files under content/comments/ that will be shown."""

import html
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote

import yaml

from .comparison import count_words, is_moment
from .export import Comment, Item
from .filled_in import SMILEY
from .markup import read_markup
from .shortcodes import read_shortcodes
from .site import Site, shown_comments
from .verdict import Verdict
from .words import words_of

_NUMBER = re.compile(r"^- id: (\d{1,18})\s*$", re.MULTILINE)
_CODE = re.compile(r"(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)", re.DOTALL)
"""Code in Markdown: what stands in it is text, never a tag."""
_LINK = re.compile(r"(?:(?<!\\)\[([^\[\]\n]*)|)\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)?(?:\s+\"[^\"]*\")?\)")
"""A link of Markdown: its words stay, where it leads is no words."""
_MARK = re.compile(r"\\(?=[!-/:-@\[-`{-~])")
"""What Markdown puts before a sign that is only a sign."""

Record = Mapping[str, object]


@dataclass(slots=True)
class Threads:
    """The comment files of a content folder."""

    folder: Path
    """content/comments."""
    places: dict[int, list[Path]] = field(default_factory=dict)
    """In which file each comment is: a page without numbers counts its own, so that one number may be in several."""

    def find(self) -> None:
        """Note where each comment is."""
        for file in sorted(self.folder.rglob("*.yaml")):
            for number in _NUMBER.findall(file.read_text(encoding="utf-8", errors="replace")):
                self.places.setdefault(int(number), []).append(file)

    def file_of(self, numbers: Iterable[int], path: str) -> Path | None:
        """Give the file that holds the comments of an item: most of them, under its name."""
        held = Counter(file for number in numbers for file in self.places.get(number, ()))
        name = unquote(path).rstrip("/").rpartition("/")[2]
        return max(held, key=lambda file: (held[file], file.stem == name), default=None)

    def records(self, numbers: Iterable[int], path: str) -> dict[int, Record]:
        """Give what is written of an item's comments, by number."""
        file = self.file_of(numbers, path)
        return read_thread(file) if file else {}

    def files(self) -> list[Path]:
        """Give all files."""
        return sorted({file for files in self.places.values() for file in files})


def read_thread(file: Path) -> dict[int, Record]:
    """Give what is written in a file of comments, by number; nothing of one that an editor has damaged."""
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
    path = site.public[item.id].path
    written = threads.records([comment.id for comment in item.comments], path)
    numbers = {comment.id for comment in shown}
    for comment in shown:
        where = f"{path}#comment-{comment.id}"
        _compare(comment, written.get(comment.id), where, verdict)
        if comment.id in written:
            _compare_answer(comment, written[comment.id], numbers, (where, verdict))
    for comment in item.comments:
        if comment.id in written and comment.id not in numbers:
            verdict.lack("leaks", str(threads.places[comment.id][0]), f"comment {comment.id} was never approved")


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
    count_words(typed_words(comment.body), written_words(record), (f"words of {kind}", where), verdict)


def typed_words(body: str) -> list[str]:
    """Give the words of a comment as typed, but for smileys and for addresses in brackets that become players."""
    return read_markup(SMILEY.sub(" ", read_shortcodes(body)[0])).words


def written_words(record: Record) -> list[str]:
    """Give the words of a comment as written: Markdown's own signs are more than it has, which does no harm."""
    markdown = _CODE.sub(lambda code: html.escape(code.group(2)), str(record.get("body", "")))
    return read_markup(_MARK.sub("", _LINK.sub(_linked, markdown))).words


def _linked(link: re.Match[str]) -> str:
    return link.group(1) if link.group(1) is not None else "] "


def _compare_answer(comment: Comment, record: Record, numbers: set[int], place: tuple[str, Verdict]) -> None:
    where, verdict = place
    wanted = comment.parent if comment.parent in numbers else 0
    given = record.get("answers") or 0
    verdict.count("answers", 1, int(given == wanted))
    if given != wanted:
        verdict.lack("answers", where, f"answers {wanted or 'nobody'}, is written as an answer to {given or 'nobody'}")
