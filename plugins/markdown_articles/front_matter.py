"""Front matter and body of an article's file: `parse` reads both, `dump` writes what an editor would write."""

import re
from dataclasses import MISSING, fields
from datetime import UTC, tzinfo

from frontmatter.default_handlers import YAMLHandler

from .corrections import read_corrections
from .front_matter_lines import (
    LineReader,
    choice_line,
    flag_line,
    focus_line,
    list_line,
    mapping_line,
    moment_line,
    no_line,
    number_line,
    read_written,
    text_line,
)
from .front_matter_schema import Comments, Correction, FrontMatter, Status
from .problems import FrontMatterError
from .yaml_fields import compose, read_fields
from .yaml_lines import lines_of, refuse_unwritable
from .yaml_values import (
    ValueReader,
    one_of,
    read_flag,
    read_focus,
    read_mapping,
    read_moment,
    read_number,
    read_text,
    read_texts,
)

__all__ = ["Comments", "Correction", "FrontMatter", "FrontMatterError", "Status", "dump", "parse"]

_OTHER_READERS: dict[str, ValueReader] = {
    "date": read_moment,
    "modified": read_moment,
    "coverage_end": read_moment,
    "expires": read_moment,
    "corrections": read_corrections,
    "image_focus": read_focus,
    "authors": read_texts,
    "categories": read_texts,
    "tags": read_texts,
    "related": read_texts,
    "unrelated": read_texts,
    "aliases": read_texts,
    "review": read_texts,
    "status": one_of(Status),
    "comments": one_of(Comments),
    "sticky": read_flag,
    "noindex": read_flag,
    "wordpress_id": read_number,
    "extra": read_mapping,
}
READERS: dict[str, ValueReader] = {
    field.name: _OTHER_READERS.get(field.name, read_text) for field in fields(FrontMatter)
}
"""How each key is read, in the order in which the keys are written."""

_OTHER_LINES: dict[ValueReader, LineReader] = {
    read_texts: list_line,
    read_moment: moment_line,
    read_flag: flag_line,
    read_focus: focus_line,
    read_corrections: no_line,
    read_number: number_line,
    read_mapping: mapping_line,
    _OTHER_READERS["status"]: choice_line(Status),
    _OTHER_READERS["comments"]: choice_line(Comments),
}
_LINE_READERS = {name: _OTHER_LINES.get(reader, text_line) for name, reader in READERS.items()}

_ABSENT = {field.name: {} if field.default is MISSING else field.default for field in fields(FrontMatter)}

# What other tools call the same thing, or what a hurried hand writes.
_SYNONYMS = {
    "author": "authors",
    "category": "categories",
    "tag": "tags",
    "description": "summary",
    "excerpt": "summary",
    "featured_image": "image",
    "cover": "image",
    "url": "permalink",
    "updated": "modified",
    "correction": "corrections",
    "focus": "image_focus",
    "published": "date",
    "draft": "status: draft",
    "expiry": "expires",
    "expiry_date": "expires",
    "expirydate": "expires",
    "unpublish": "expires",
    "language": "lang",
}

# Stricter than python-frontmatter's own border, which takes ----- or a --- with blank lines behind it too.
_HANDLER = YAMLHandler(fm_boundary=re.compile(r"^---[ \t]*$", re.MULTILINE))


def parse(text: str, path: str, zone: tzinfo = UTC) -> tuple[FrontMatter, str]:
    """Give the front matter and the body of a file's text. Dates without an offset are meant in `zone`.

    The body is exact, but for the blank line above it and the end of its last line. `path` is for the messages.
    Raises FrontMatterError with all problems of the file.
    """
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    if not _HANDLER.detect(text):
        raise FrontMatterError(
            f"{path}:1: no front matter: begin with a line ---, then title: and so on, then --- again"
        )
    try:
        # `frontmatter.parse` would strip the body, and with it the indent of a code block at its start.
        yaml_text, rest = _HANDLER.split(text)
    except ValueError:
        raise FrontMatterError(f"{path}:1: the front matter does not end: put a line --- below its last key") from None
    return _read(yaml_text, path, zone), rest.removeprefix("\n").removeprefix("\n").removesuffix("\n")


def dump(front: FrontMatter, body: str) -> str:
    """Give the text of an article's file; `parse` gives the same front matter and body back.

    One line a key and one line an item of a list, however long: so a diff, and a merge of two people's changes, show
    what changed and nothing else; and a name with a comma needs no quotes. Keys stand in the order of `FrontMatter`,
    absent when empty. Line ends in the body become newlines.

    Raises FrontMatterError where a text holds what no text file can.
    """
    body = body.replace("\r\n", "\n").replace("\r", "\n")
    lines = ["---"]
    try:
        for name, absent in _ABSENT.items():
            value = getattr(front, name)
            if name == "title" or value != absent:
                lines += lines_of(name, value)
        refuse_unwritable("the body", body)
    except ValueError as error:
        raise FrontMatterError(str(error)) from None
    lines.append("---")
    return "\n".join([*lines, "", body, ""] if body else [*lines, ""])


def _read(yaml_text: str, path: str, zone: tzinfo) -> FrontMatter:
    """Give the front matter. Raises FrontMatterError with all that is wrong."""
    written = read_written(yaml_text, _LINE_READERS)
    if written is not None:
        return FrontMatter(**written)
    values, problems = read_fields(compose(yaml_text, path, FrontMatterError), READERS, zone, _SYNONYMS)
    messages = [f"{path}:{problem.line + 1}: {problem}" for problem in problems]
    if "title" not in values and not any(problem.key == "title" for problem in problems):
        messages.insert(0, f'{path}:1: title is missing: add a line title: … (title: "" for an article without one)')
    if messages:
        raise FrontMatterError(*messages)
    return FrontMatter(**values)
