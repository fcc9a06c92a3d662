"""What a WordPress site truly holds, beside which the readings of its raw forms are held.

A site's folder is laid out as the unit sample is: `posts.json` and `rendered/<id>.html` are the truth, `rest/` and
`rest-edit/` name the alternative texts, captions and comments, `articles.tsv` says which page a file was saved from.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from shown_page import read_page

_NO_ARTICLES = frozenset({"attachment", "nav_menu_item", "revision", "wp_block", "wp_navigation", "wp_template"})

Record = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment that readers of the site saw."""

    id: int
    """`wp_comments.comment_ID`."""
    parent: int
    """The id of the comment above it, 0 for none."""
    author: str
    """As signed."""
    words: tuple[str, ...]
    """What it says."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A lead picture."""

    address: str
    """Of the original, root-relative."""
    alt: str | None
    """Its alternative text; none where the truth does not say."""
    caption: str | None
    """The words of its caption; none where the truth does not say."""


@dataclass(frozen=True, slots=True)
class Item:
    """A post or a page as the database has it."""

    id: int
    """`wp_posts.ID`."""
    is_page: bool
    """Whether it is a page, of which themes show neither author nor date."""
    is_public: bool
    """Whether every reader could see it."""
    title: str
    """Its words, with plain quotes and dashes."""
    permalink: str
    """Root-relative and decoded."""
    author: str
    """As the byline prints it."""
    written: datetime | None
    """The moment in UTC; none where the database has none."""
    clock: datetime
    """What a clock on the site's wall showed then."""
    categories: frozenset[str]
    """Their names."""
    tags: frozenset[str]
    """The same."""
    slugs: Mapping[tuple[str, str], str]
    """Names of the site's categories and tags by taxonomy and slug."""
    picture: Picture | None
    """The lead picture."""
    comments: tuple[Remark, ...]
    """Those that readers saw."""
    depth: int
    """How deep the site shows comments below each other."""
    parts: int
    """Into how many pages it is cut (`<!--nextpage-->`)."""
    day: str
    """Its date as the site's themes print it; empty where the truth does not say."""
    rendering: str
    """WordPress's own HTML of the body, of all its parts."""


@dataclass(frozen=True, slots=True)
class Truth:
    """A whole site."""

    items: Mapping[int, Item]
    """Posts, pages and items of custom types, by id."""
    files: Mapping[str, int]
    """Ids by the name, without its ending, of the file that a page was saved to."""

    @property
    def public(self) -> Sequence[Item]:
        """What every reader could see."""
        return [item for item in self.items.values() if item.is_public]


def read_truth(folder: Path) -> Truth:
    """Give the truth about the site in a folder."""
    settings = json.loads((folder / "site.json").read_text(encoding="utf-8"))
    media = {path_of(record["source_url"]): record for record in _answers(folder, "media") if record.get("source_url")}
    terms = (record for kind in ("categories", "tags") for record in _answers(folder, kind))
    slugs = {(record["taxonomy"], unquote(record["slug"])): plain(record["name"]) for record in terms}
    world = _World(folder, media, _comments(folder), slugs, int(settings["thread_comments_depth"]))
    records = json.loads((folder / "posts.json").read_text(encoding="utf-8"))
    items = (_item(record, world) for record in records if record["type"] not in _NO_ARTICLES)
    return Truth({item.id: item for item in items}, dict(_files(folder)))


@dataclass(frozen=True, slots=True)
class _World:
    """What the truth about an item is gathered from, besides its record."""

    folder: Path
    """The site's."""
    media: Mapping[str, Record]
    """By address."""
    comments: Mapping[int, list[Remark]]
    """By item."""
    slugs: Mapping[tuple[str, str], str]
    """Names of terms by taxonomy and slug."""
    depth: int
    """`thread_comments_depth`."""


def _item(record: Record, world: _World) -> Item:
    rendered = world.folder / "rendered" / f"{record['id']}.html"
    terms = record["terms"] or {}
    return Item(
        id=record["id"],
        is_page=record["type"] == "page",
        is_public=record["status"] == "publish" and not record["password"],
        title=plain(record["title_rendered"]),
        permalink=path_of(record["link"]) if "?" not in record["link"] else "",
        author=record["author_name"],
        written=_moment(record["date_gmt"]),
        clock=_moment(record["date"]) or datetime.min.replace(tzinfo=UTC),
        categories=frozenset(map(plain, terms.get("category", ()))),
        tags=frozenset(map(plain, terms.get("post_tag", ()))),
        slugs=world.slugs,
        picture=_picture(record["thumbnail"], world.media),
        comments=tuple(world.comments.get(record["id"], ())),
        depth=world.depth,
        parts=record["pages"],
        day=record.get("date_shown", ""),
        rendering=rendered.read_text(encoding="utf-8", errors="replace") if rendered.is_file() else "",
    )


def plain(html: str) -> str:
    """Give the words of a line of HTML, with plain quotes and dashes."""
    return " ".join(read_page(html).words)


def path_of(address: str) -> str:
    """Give the decoded path of an address."""
    return unquote(urlsplit(address).path)


def _moment(text: str) -> datetime | None:
    return None if text.startswith("0000") else datetime.fromisoformat(text).replace(tzinfo=UTC)


def _picture(address: str, media: Mapping[str, Record]) -> Picture | None:
    if not address:
        return None
    record = media.get(path_of(address))
    if record is None:
        return Picture(path_of(address), None, None)
    # Rendered, an empty caption is the first words of the description.
    caption = record["caption"].get("raw", record["caption"]["rendered"])
    return Picture(path_of(address), plain(record["alt_text"]), plain(caption))


def _answers(folder: Path, kind: str) -> Iterator[Record]:
    for path in sorted(folder.glob(f"rest*/{kind}-[0-9]*.json")):
        answer = json.loads(path.read_text(encoding="utf-8"))
        yield from answer if isinstance(answer, list) else ()


def _comments(folder: Path) -> dict[int, list[Remark]]:
    comments: dict[int, list[Remark]] = {}
    approved = {record["id"]: record for record in _answers(folder, "comments") if record["status"] == "approved"}
    for key, record in sorted(approved.items()):
        words = read_page(record["content"]["rendered"]).words
        remark = Remark(key, record["parent"], plain(record["author_name"]), words)
        comments.setdefault(record["post"], []).append(remark)
    return comments


def _files(folder: Path) -> Iterator[tuple[str, int]]:
    listed = folder / "articles.tsv"
    for line in listed.read_text(encoding="utf-8").splitlines() if listed.is_file() else ():
        name, _, key, *_ = line.split("\t")
        yield name, int(key)
