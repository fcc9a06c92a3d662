"""One item of an export as plain texts. Behind this, no one sees XML.

What must not leave the export is not read at all: passwords, e-mail and IP addresses.
"""

import html
from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass
from functools import lru_cache

from lxml.etree import _Element as Element
from lxml.etree import cleanup_namespaces, tostring

from ..model import Note
from ..whole_numbers import whole_number
from .wxr_file import REMOVED
from .wxr_nodes import Node

FAMILIES = (("export/", "wp:"), ("purl.org/rss/1.0/modules/content", "content:"), ("purl.org/dc/", "dc:"))
"""What tells a namespace, whatever its version and scheme; WordPress has written 1.0, 1.1 and 1.2."""
COMMENT_PARTS = ("id", "author", "author_url", "date", "date_gmt", "content", "approved", "type", "parent")
COMMENT = tuple(f"{{*}}comment_{part}" for part in COMMENT_PARTS)
"""The elements of a comment that are read."""
COUNTED = ("{*}comment_approved", "{*}comment_type")
"""Those that tell whether readers saw it."""
GLANCE = (
    *("title", "link", "category", "{*}creator", "{*}comment", "{*}post_id", "{*}post_type"),
    *("{*}post_date", "{*}post_date_gmt", "{*}status", "{*}post_password", "{*}post_name", "guid"),
)
"""The elements of an item that the first reading needs of any: neither its body nor its meta, which are most of it."""
BODY = (*GLANCE, "{*}encoded")
"""What it needs of an article."""
BELONGINGS = (*BODY, "{*}postmeta", "{*}attachment_url", "{*}post_parent", "{*}menu_order")
"""What it needs of an item that is read into something else."""
FORMER = ("_wp_old_slug", "_wp_old_date")
"""Fields of which an item may have several, all of which count."""
SECRET = frozenset(("wp:post_password", "wp:author_email", "wp:comment_author_email", "wp:comment_author_IP"))


@dataclass(frozen=True, slots=True)
class RawTerm:
    """A `<category>` of an item."""

    taxonomy: str
    """Its `domain`; empty in WXR 1.0's copy of each category for feed readers."""
    nicename: str
    """Its slug as stored."""
    name: str
    """As stored."""


@dataclass(frozen=True, slots=True)
class Item:
    """A row of `wp_posts` with what belongs to it."""

    fields: Mapping[str, str]
    """By the element's name, prefixes as WordPress writes them: `wp:post_name`."""
    locked: bool
    """Whether it had a password, which is not read."""
    terms: tuple[RawTerm, ...]
    """In the export's order."""
    meta: Mapping[str, str]
    """Post meta; of several values the first, as `get_post_meta` gives it."""
    comments: tuple[Mapping[str, str], ...]
    """All of them, whatever their state."""
    notes: tuple[Note, ...] = ()
    """What was mended in it."""
    former: tuple[tuple[str, str], ...] = ()
    """Keys and values of what its slug and its date once were, in the export's order."""

    def field(self, name: str) -> str:
        """Give a field without blanks around it; nothing where the export lacks it (Ghost, Squarespace)."""
        return self.fields.get(name, "").strip()

    def number(self, name: str) -> int:
        """Give a field that is a number; 0 where there is none."""
        return whole_number(self.fields.get(name, ""))

    @property
    def type(self) -> str:
        """Its post type."""
        return self.field("wp:post_type") or "post"  # as the column's default is


def type_of(node: Node) -> str:
    """Give an item's post type without reading the rest."""
    types = named_children(node.element, ("{*}post_type",))
    found = next((text_of(child) for name, child in types if name == "wp:post_type"), "")
    return found.replace(REMOVED, "").strip() or "post"


@lru_cache(maxsize=512)
def short_name(tag: str) -> str:
    """Give an element's name with the prefix that WordPress uses, whatever the namespace's version."""
    namespace, brace, name = tag.rpartition("}")
    if not brace:
        return tag
    if "export/" in namespace and namespace.endswith("excerpt/"):
        return f"excerpt:{name}"
    return next((f"{prefix}{name}" for mark, prefix in FAMILIES if mark in namespace), f"{namespace[1:]}:{name}")


def name_of(element: Element) -> str:
    """Give an element's short name; nothing for a comment and the like."""
    tag: object = element.tag
    return short_name(tag) if isinstance(tag, str) else ""


def named_children(element: Element, tags: tuple[str, ...] = ()) -> Iterator[tuple[str, Element]]:
    """Give an element's children, or those with some tags, with their short names; XML comments left out."""
    for child in element.iterchildren(*tags):
        # Not `name_of`: this is the innermost loop of the reader, and a call more for each element is felt.
        if isinstance(tag := child.tag, str):
            yield short_name(tag), child


def text_of(element: Element) -> str:
    """Give an element's text; with its markup where a foreign exporter forgot to escape it."""
    if not len(element):
        return element.text or ""
    return (element.text or "") + "".join(map(_markup_of, element))


def _markup_of(element: Element) -> str:
    if not name_of(element):
        return tostring(element, encoding="unicode")
    # A copy, since an element within the export would bring the export's namespaces along.
    alone = deepcopy(element)
    cleanup_namespaces(alone)
    return tostring(alone, encoding="unicode")


def title_of(element: Element) -> str:
    """Give an item's title as HTML, the form that WordPress stores.

    Before WordPress 5.7 the exporter wrote plain text (`the_title_rss`), in which `<b>` is no tag; since then it writes
    what is stored, in CDATA.
    """
    text = text_of(element)
    if ("<" in text or "&" in text) and "<![CDATA[" not in tostring(element, encoding="unicode", with_tail=False):
        return html.escape(text, quote=False)
    return text


def read_item(node: Node, tags: tuple[str, ...] = ()) -> Item:
    """Give an item of the channel, or of it only the elements with some tags, and of its comments only their states."""
    fields, meta, locked = dict[str, str](), dict[str, str](), False
    terms, comments, former = list[RawTerm](), list[dict[str, str]](), list[tuple[str, str]]()
    of_comments = COUNTED if tags else COMMENT
    for name, child in named_children(node.element, tags):
        if name == "wp:postmeta":
            key, value = _read_meta(child)
            meta.setdefault(key, value)
            if key in FORMER:
                former.append((key, value))
        elif name == "category":
            terms.append(RawTerm(child.get("domain", ""), child.get("nicename", ""), text_of(child)))
        elif name == "wp:comment":
            comments.append({key: text_of(part) for key, part in named_children(child, of_comments)})
        elif name == "wp:post_password":
            locked = bool(text_of(child).strip())
        elif name == "title":
            fields.setdefault(name, title_of(child))
        elif name not in SECRET:
            fields.setdefault(name, text_of(child))
    if not meta:
        former = _former(node.element)
    return without_marks(Item(fields, locked, tuple(terms), meta, tuple(comments), node.notes, tuple(former)))


def _former(element: Element) -> list[tuple[str, str]]:
    """Give an item's former slugs and dates without reading the rest of its meta."""
    found = []
    for meta in element.iterchildren("{*}postmeta"):
        key = next(meta.iterchildren("{*}meta_key"), None)
        if key is not None and (key.text or "").strip() in FORMER:
            found.append(_read_meta(meta))
    return found


def _read_meta(element: Element) -> tuple[str, str]:
    parts = {name: text_of(child) for name, child in named_children(element)}
    return parts.get("wp:meta_key", "").strip(), parts.get("wp:meta_value", "")


def without_marks(item: Item) -> Item:
    """Take out the marks that stand for forbidden control characters, and say so."""
    texts = (item.fields, item.meta, *item.comments)
    if not any(REMOVED in value for group in texts for value in group.values()):
        return item
    fields, meta, *comments = ({name: value.replace(REMOVED, "") for name, value in group.items()} for group in texts)
    count = sum(value.count(REMOVED) for group in texts for value in group.values())
    note = Note("control characters removed", f"{count} that XML forbids")
    return Item(fields, item.locked, item.terms, meta, tuple(comments), (*item.notes, note), item.former)
