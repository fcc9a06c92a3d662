"""How well one raw form of a site was read: each article beside the truth, field by field and word by word."""

import html
import quopri
import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from urllib.parse import unquote

from charset_normalizer import from_bytes

from fidelity import circumstances_of
from markdown_articles.rendering import render
from markdown_articles.round_trip import convert_checked
from raw_form_questions import QUESTIONS, Answer, Reading, plain_lines
from raw_form_words import Body, compare
from shown_page import PLAYED, read_page
from site_truth import Item, Remark, Truth, path_of, plain
from wordpress_export.addresses import is_web_address
from wordpress_export.body import Library, clean_body
from wordpress_export.model import Article, Comment, RawForm, Status
from wordpress_export.sources import read_export

FORMS: Mapping[str, RawForm] = MappingProxyType(
    {"export": RawForm.WXR, "rest": RawForm.REST, "html": RawForm.PAGE, "text": RawForm.TEXT}
)
"""The form of a file or folder, by how its name begins."""
_SAVED_FROM = re.compile(r"(?:saved from url=\(\d+\)|Snapshot-Content-Location: )(\S+)")
_CARD = re.compile(r"<aside class=\"related-story\".*?</aside>", re.DOTALL)
_PART = re.compile(r"(?:/comment-page-\d+)?(?:/index)?\.(?:html|txt)$")


@dataclass(slots=True)
class Score:
    """How one article was read."""

    reading: Reading
    """What was read, and what it should be."""
    answers: dict[str, Answer]
    """By field; those that the material does not tell are not there."""
    body: Body
    """Its words."""
    remarks: tuple[int, int]
    """How many comments were found and threaded rightly, of how many that the material has."""


@dataclass(slots=True)
class FormScore:
    """How one form of a site was read."""

    name: str
    """The folder or file."""
    expected: int
    """How many public articles the material holds."""
    scores: list[Score] = field(default_factory=list)
    """One for each article that was found."""
    leaks: list[str] = field(default_factory=list)
    """What was not public and came out public."""
    strangers: list[str] = field(default_factory=list)
    """What came out as a public article and is none."""


def score_form(path: Path, truth: Truth) -> FormScore:
    """Read a form by itself, and hold it beside the truth."""
    export = read_export(path)
    library = Library.of(export)
    form = next((form for start, form in FORMS.items() if path.name.startswith(start)), RawForm.WXR)
    material = material_of(path, truth) if form in (RawForm.PAGE, RawForm.TEXT) else {}
    names_terms = form is not RawForm.REST or any(path.glob("categor*"))
    expected = [item for item in truth.public if not material or item.id in material]
    result = FormScore(path.name, len(expected))
    known = _Finder(truth)
    for article in export.read_articles():
        item = known.item_of(article)
        if article.status is not Status.PUBLISHED:
            continue
        if item is None:
            result.strangers.append(f"{article.where}: {article.title!r} {article.permalink}")
        elif not item.is_public:
            result.leaks.append(f"{article.where}: {item.id} {item.title!r}")
        elif item.id not in known.taken:
            known.taken.add(item.id)
            reading = Reading(item, article, export, form, names_terms, material.get(item.id))
            result.scores.append(_score(reading, library))
        else:
            result.strangers.append(f"{article.where}: {item.id} {item.title!r} once more")
    return result


def material_of(path: Path, truth: Truth) -> dict[int, str]:
    """Give what the files of a form say of each item, by its id."""
    material: dict[int, str] = {}
    by_permalink = {item.permalink.strip("/"): item.id for item in truth.public}
    for file in sorted(each for each in path.rglob("*") if each.suffix in (".html", ".mhtml", ".txt")):
        text = _text_of(file)
        place = _PART.sub("", unquote(file.relative_to(path).as_posix()))
        saved_from = _SAVED_FROM.search(text)
        # A mirror's folder is the host; the files of one folder have names of their own, or say where they were saved.
        key = by_permalink.get(place.partition("/")[2]) or truth.files.get(file.stem)
        key = key or by_permalink.get(path_of(saved_from[1]).strip("/") if saved_from else "")
        if key:
            material[key] = "\n".join(filter(None, (material.get(key), html.unescape(text))))
    return material


def _text_of(file: Path) -> str:
    raw = file.read_bytes()
    if file.suffix == ".mhtml":
        raw = quopri.decodestring(raw)
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return str(from_bytes(raw).best() or "")


class _Finder:
    """Finds which item an article is: by id, address, name of its file, then title."""

    def __init__(self, truth: Truth) -> None:
        self.truth = truth
        self.taken: set[int] = set()
        self._by_permalink = {item.permalink: item for item in truth.items.values() if item.permalink}

    def item_of(self, article: Article) -> Item | None:
        """Give the item, or none where the site has no such."""
        file = self.truth.files.get(Path(article.where.partition(",")[0]).stem, 0)
        by_key = self.truth.items.get(article.id or file)
        found = by_key or self._by_permalink.get(article.permalink) or self.truth.items.get(file)
        if found or article.id or article.permalink:
            return found
        title = plain(html.escape(article.title))
        return next((item for item in self.truth.public if item.title == title and item.id not in self.taken), None)


def _score(reading: Reading, library: Library) -> Score:
    answers = ((name, ask(reading)) for name, ask in QUESTIONS.items())
    return Score(
        reading, {name: answer for name, answer in answers if answer}, _body(reading, library), _remarks(reading)
    )


def _body(reading: Reading, library: Library) -> Body:
    body = clean_body(reading.article, library)
    circumstances = circumstances_of(library, body.notes)
    page = render(convert_checked(body.html).markdown)
    shown = reading.shown if reading.is_text else None
    if reading.form is RawForm.PAGE and reading.item.parts > 1:
        shown = " ".join(read_page(reading.shown or "").words)
    # A card of a related story is a plugin's box, no words of the author's, or else a link of the author's own.
    pages = (page, _CARD.sub("", page)) if _CARD.search(page) else (page,)
    bodies = (compare(reading.item, read_page(each, circumstances).words, shown, circumstances) for each in pages)
    return max(bodies, key=lambda each: each.recall + each.precision)


def _remarks(reading: Reading) -> tuple[int, int]:
    """Count the comments that are there with their ids and threads; a text has neither, so names and words do."""
    asked = [remark for remark in reading.item.comments if _has_remark(reading, remark)]
    given = {comment.id: comment for comment in reading.article.comments}
    if reading.is_text:
        said = {(plain(html.escape(each.author)), _opening(each)) for each in given.values()}
        return sum((remark.author, remark.words[:3]) in said for remark in asked), len(asked)
    right = [remark for remark in asked if remark.id in given and _is_same(reading, remark, given[remark.id])]
    return len(right), len(asked)


def _is_same(reading: Reading, remark: Remark, comment: Comment) -> bool:
    is_placed = comment.parent in _parents(reading, remark)
    is_signed = plain(html.escape(comment.author)) == remark.author
    return is_placed and is_signed and _spoken(read_page(comment.body).words) == _spoken(remark.words)


def _spoken(words: Iterable[str]) -> list[str]:
    """Leave out smileys, which WordPress shows as pictures, and bare addresses, which it shows as links."""
    return [word for word in words if any(map(str.isalnum, word)) and word != PLAYED and not is_web_address(word)]


def _parents(reading: Reading, remark: Remark) -> Collection[int]:
    """Give the comment above; a page shows an answer deeper than the site's threads below the last that it nests."""
    above = {each.id: each.parent for each in reading.item.comments}
    line = [remark.parent]
    while line[-1]:
        line.append(above.get(line[-1], 0))
    if reading.form is not RawForm.PAGE:
        return line[:1]
    if "depth-2" not in (reading.shown or ""):
        return (remark.parent, 0)  # a theme that lists them all in a row
    return line[: max(1, len(line) - reading.item.depth + 1)]


def _opening(comment: Comment) -> tuple[str, ...]:
    return read_page(comment.body).words[:3]


def _has_remark(reading: Reading, remark: Remark) -> bool:
    if reading.shown is None:
        return True
    if reading.is_text:
        return remark.author in reading.shown and " ".join(remark.words[:3]) in plain_lines(reading.shown)
    return re.search(rf"id=[\"']?(?:div-|li-)?comment-{remark.id}\b", reading.shown) is not None
