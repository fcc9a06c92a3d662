"""A WordPress export, read for the proof alone: https://wordpress.org/documentation/article/tools-export-screen/.

One item after the other, in a stream; no entity is expanded and no DTD loaded.
"""

import gzip
import html
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Protocol, cast

from lxml import etree

from .locations import number_in

_CONTROLS = bytes(set(range(32)) - {9, 10, 13})
"""Characters that XML does not allow; old databases hold them, and a parser would stop at one."""
_NAMES = ("item", "author", "category", "tag", "term", "base_blog_url", "base_site_url", "title", "link", "language")
_TAGS = tuple(f"{{*}}{name}" for name in _NAMES)


@dataclass(frozen=True, slots=True)
class Comment:
    """A reader's comment, or a ping."""

    id: int
    """Its number."""
    author: str
    """The name that was given."""
    email: str
    """Never public."""
    ip: str
    """Never public."""
    date: str
    """Local, as the database has it."""
    gmt: str
    """The same moment in UTC; zeros where it is not known."""
    body: str
    """Simple HTML."""
    is_shown: bool
    """Approved."""
    type: str
    """`comment`, `pingback`, `trackback`, or a plugin's."""
    parent: int
    """What it answers; 0 for nothing."""


@dataclass(frozen=True, slots=True)
class Item:
    """One item of the export."""

    id: int
    """Its number."""
    type: str
    """`post`, `page`, `attachment`, …"""
    status: str
    """`publish`, `draft`, …"""
    password: str
    """Empty for nearly all."""
    title: str
    """HTML."""
    link: str
    """The old address."""
    slug: str
    """The last part of it."""
    creator: str
    """The account's login."""
    date: str
    """Local, as the database has it."""
    gmt: str
    """The same moment in UTC; zeros where it is not known."""
    parent: int
    """The item that it belongs to; 0 for none."""
    body: str
    """As stored."""
    excerpt: str
    """As stored; the caption of an attachment."""
    file: str
    """The address of an attachment's file."""
    modified: str
    """When it was last changed, on the site's clock: of several versions, the last one counts."""
    terms: tuple[tuple[str, str, str], ...] = ()
    """Taxonomy, slug and name of each."""
    meta: dict[str, str] = field(default_factory=dict)
    """Custom fields."""
    comments: tuple[Comment, ...] = ()
    """All, shown or not."""
    is_rendered: bool = False
    """Whether the body is as WordPress showed it, not as stored."""


@dataclass(frozen=True, slots=True)
class Term:
    """A category or a tag of the site."""

    taxonomy: str
    """`category`, `post_tag` or another."""
    slug: str
    """In its address."""
    name: str
    """HTML."""
    parent: str
    """The slug of the term above."""
    description: str
    """HTML."""


@dataclass(frozen=True, slots=True)
class Account:
    """A user of the site."""

    login: str
    """By which items name their author."""
    name: str
    """Shown."""
    email: str
    """Never public."""


@dataclass(frozen=True, slots=True)
class SiteFact:
    """A fact of the site as a whole."""

    name: str
    """`title`, `language`, `link`, `base_blog_url`, `base_site_url`; `cut` or `damaged`: a file is not whole."""
    value: str
    """What it is."""


Record = Item | Term | Account | SiteFact


class Source(Protocol):
    """Raw material in which the site's own database speaks."""

    @property
    def form(self) -> str:
        """In which form it does."""

    def records(self) -> Iterator[Record]:
        """Give what it holds."""


@dataclass(frozen=True, slots=True)
class ExportFile:
    """An export file."""

    path: Path
    """Where it is."""
    form: str = "export file"
    """Its form."""

    def records(self) -> Iterator[Record]:
        """Give what it holds, in its order."""
        return read_records(self.path)


class CannotVerifyError(Exception):
    """There is nothing to compare, or nothing that can safely be read."""


class _Plain:
    """A stream without the characters that XML forbids, which no export of WordPress begins with a DTD."""

    def __init__(self, stream: IO[bytes]) -> None:
        self.stream = stream
        self.end = b""
        self.began = False

    def read(self, size: int = -1) -> bytes:
        """Give the next bytes."""
        while piece := self.stream.read(size):
            if plain := piece.translate(None, _CONTROLS):
                if not self.began:
                    self._begin(self.end + plain)
                self.end = (self.end + plain)[-200:]
                return plain
        return b""

    def _begin(self, piece: bytes) -> None:
        """Refuse what declares entities: XML of a few lines can expand to gigabytes, or to files of this machine."""
        head, root, _ = piece.partition(b"<rss")
        if b"<!DOCTYPE" in head:
            raise CannotVerifyError("the export begins with a DTD, as none of WordPress does: it is not read")
        self.began = bool(root)


def is_export(head: bytes) -> bool:
    """Tell by a file's first bytes, unpacked, whether it is an export of WordPress."""
    return b"wordpress.org/export/" in head


def read_records(path: Path) -> Iterator[Record]:
    """Give what an export holds, in its order; a file that ends before its last line is named as cut."""
    with gzip.open(path) if path.suffix == ".gz" else path.open("rb") as stream:
        plain = _Plain(cast("IO[bytes]", stream))
        pieces = etree.iterparse(
            cast("IO[bytes]", plain), events=("end",), tag=_TAGS, recover=True, huge_tree=True,
            resolve_entities=False, load_dtd=False, no_network=True, remove_comments=True, remove_pis=True,
        )  # fmt: skip
        for _, element in pieces:
            above = element.getparent()
            if above is None or _name(above) != "channel":
                continue
            if (record := _record(element)) is not None:
                yield record
            element.clear()
            while element.getprevious() is not None:
                del above[0]
        if b"</rss>" not in plain.end:
            yield SiteFact("cut", path.name)


def _name(element: etree._Element) -> str:
    return element.tag.rpartition("}")[2]


def _text(element: etree._Element, name: str) -> str:
    child = element.find(f"{{*}}{name}")
    return _whole_text(child).strip() if child is not None else ""


def _whole_text(element: etree._Element) -> str:
    """Give the text of an element; an entity in it, which XML does not know, as HTML knows it."""
    text = element.text or ""
    for child in element:
        text += html.unescape(child.text or "") + (child.tail or "")
    return text


def _number(element: etree._Element, name: str) -> int:
    return number_in(_text(element, name))


def _record(element: etree._Element) -> Record | None:
    name = _name(element)
    if name == "item":
        return _item(element)
    if name == "author":
        login, shown = _text(element, "author_login"), _text(element, "author_display_name")
        return Account(login, shown or login, _text(element, "author_email"))
    if name == "category":
        return _term(element, "category", ("category_nicename", "cat_name", "category_parent", "category_description"))
    if name == "tag":
        return _term(element, "post_tag", ("tag_slug", "tag_name", "", "tag_description"))
    if name == "term":
        kind = _text(element, "term_taxonomy")
        return _term(element, kind, ("term_slug", "term_name", "term_parent", "term_description"))
    return SiteFact(name, (element.text or "").strip())


def _term(element: etree._Element, taxonomy: str, names: tuple[str, str, str, str]) -> Term:
    slug, name, parent, description = (_text(element, key) if key else "" for key in names)
    return Term(taxonomy, slug, name, parent, description)


def _item(element: etree._Element) -> Item:
    bodies = {"content": "", "excerpt": ""}
    for child in element.iterchildren("{*}encoded"):
        bodies["excerpt" if "excerpt" in str(child.tag) else "content"] = _whole_text(child)
    return Item(
        _number(element, "post_id"), _text(element, "post_type"), _text(element, "status"),
        _text(element, "post_password"), _text(element, "title"), _text(element, "link"), _text(element, "post_name"),
        _text(element, "creator"), _text(element, "post_date"), _text(element, "post_date_gmt"),
        _number(element, "post_parent"), bodies["content"], bodies["excerpt"], _text(element, "attachment_url"),
        _text(element, "post_modified"),
        tuple(_terms(element)), dict(_fields(element)), tuple(map(_comment, element.iterchildren("{*}comment"))),
    )  # fmt: skip


def _terms(element: etree._Element) -> Iterator[tuple[str, str, str]]:
    for child in element.iterchildren("category"):
        if nicename := str(child.get("nicename") or ""):
            yield str(child.get("domain") or ""), nicename, _whole_text(child).strip()


def _fields(element: etree._Element) -> Iterator[tuple[str, str]]:
    for child in element.iterchildren("{*}postmeta"):
        yield _text(child, "meta_key"), _text(child, "meta_value")


def _comment(element: etree._Element) -> Comment:
    return Comment(
        _number(element, "comment_id"), _text(element, "comment_author"), _text(element, "comment_author_email"),
        _text(element, "comment_author_IP"), _text(element, "comment_date"), _text(element, "comment_date_gmt"),
        _text(element, "comment_content"), _text(element, "comment_approved") == "1",
        _text(element, "comment_type") or "comment", _number(element, "comment_parent"),
    )  # fmt: skip
