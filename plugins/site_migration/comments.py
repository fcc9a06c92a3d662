"""Readers' comments become one YAML file beside each article: who, when, what, in answer to whom."""

from dataclasses import dataclass, replace
from itertools import count

import yaml

from markdown_articles.round_trip import Form, convert_checked
from wordpress_export.body import CleanBody, Library, clean_body
from wordpress_export.model import Article, BodyForm, Comment, CommentKind, Note

from .composition import differs
from .media.references import files_in


@dataclass(frozen=True, slots=True)
class Thread:
    """The comments of an article."""

    text: str = ""
    """YAML; empty without any."""
    files: tuple[str, ...] = ()
    """Addresses of the files that they refer to."""
    notes: tuple[Note, ...] = ()
    """What had to be altered in them."""


def thread_of(article: Article, library: Library) -> Thread:
    """Give the comments of an article.

    A comment's text is stored as an article's is: simple HTML whose blank lines mean paragraphs, so it takes the same
    way to Markdown.
    """
    if not article.comments:
        return Thread()
    comments, notes = _told_apart(article.comments)
    parents, gaps = _sound_parents(comments)
    notes.extend(gaps)
    records, files = [], list[str]()
    for comment in comments:
        body = _clean(comment, article, library)
        record, altered = _record(replace(comment, parent=parents[comment.id]), body)
        records.append(record)
        files.extend(files_in(body.html))
        notes.extend(altered)
    text = yaml.dump(records, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=10_000)
    return Thread(text, tuple(dict.fromkeys(files)), tuple(notes))


class _Dumper(yaml.CSafeDumper):
    """Writes a text of several lines as lines, so that a person can read the thread."""


def _text(dumper: yaml.CSafeDumper, text: str) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else None)


_Dumper.add_representer(str, _text)


def _told_apart(comments: tuple[Comment, ...]) -> tuple[tuple[Comment, ...], list[Note]]:
    """Give each comment a number of its own: a page has one place for each, `#comment-7`."""
    taken, notes = set[int](), list[Note]()
    free = count(max(0, *(comment.id for comment in comments)) + 1)
    apart: list[Comment] = []
    for comment in comments:
        number = comment.id if comment.id > 0 and comment.id not in taken else next(free)
        if number != comment.id:
            kind = "comment whose number is another's, or none"
            notes.append(Note(kind, f"by {comment.author}", review=True, before=str(comment.id), after=str(number)))
        taken.add(number)
        apart.append(replace(comment, id=number))
    return tuple(apart), notes


def _sound_parents(comments: tuple[Comment, ...]) -> tuple[dict[int, int], list[Note]]:
    """Give what each comment answers, 0 for nothing: a thread of a damaged database may hold gaps and loops."""
    stated = {comment.id: comment.parent for comment in comments}
    endless = _endless(stated)
    parents = {number: 0 if number in endless or parent not in stated else parent for number, parent in stated.items()}
    notes = [
        Note("answer to a comment that is not shown", f"comment {number} answered {stated[number]}")
        for number, parent in parents.items()
        if parent != stated[number]
    ]
    return parents, notes


def _endless(parents: dict[int, int]) -> set[int]:
    """Give the comments whose line of parents never ends; each is climbed over once, however long the lines are."""
    ending, endless = set[int](), set[int]()
    for start in parents:
        number, climbed = start, set[int]()
        while number in parents and number not in ending and number not in endless and number not in climbed:
            climbed.add(number)
            number = parents[number]
        (endless if number in endless or number in climbed else ending).update(climbed)
    return endless


def _clean(comment: Comment, article: Article, library: Library) -> CleanBody:
    carrier = replace(article, body=comment.body, body_form=BodyForm.WORDPRESS, footnotes=(), comments=())
    return clean_body(carrier, library)


def _record(comment: Comment, body: CleanBody) -> tuple[dict[str, object], list[Note]]:
    conversion = convert_checked(body.html)
    record: dict[str, object] = {
        "id": comment.id,
        "author": comment.author,
        "date": comment.written,
        "website": comment.website,
        "answers": comment.parent,
        "kind": "" if comment.kind is CommentKind.COMMENT else comment.kind.value,
        "body": conversion.markdown.strip(),
    }
    where = f"comment {comment.id} by {comment.author}"
    notes = [
        replace(note, kind=f"{note.kind} (in a comment)", detail=f"{where}: {note.detail}", review=False)
        for note in body.notes
    ]
    if conversion.form is Form.DIFFERS:
        notes += [
            differs("comment reads differently as Markdown", difference, f"{where}:")
            for difference in conversion.differences
        ]
    return {key: value for key, value in record.items() if value or key in {"id", "author", "body"}}, notes


def comments_place(article_file: str) -> str:
    """Give the file of an article's comments: `articles/2023/10/x.md` → `comments/2023/10/x.yaml`."""
    return f"comments/{article_file.removeprefix('articles/').removesuffix('.md')}.yaml"
