"""Stories for the tests of search, and the words of an index."""

import gzip
import json
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from site_search.entries import Entry


@dataclass(frozen=True, slots=True)
class Named:
    """Stands for a writer, a section, a topic."""

    name: str
    line: tuple["Named", ...] = ()


@dataclass(slots=True)
class Story:
    """Stands for an article of Pelican's."""

    title: str = "The tram"
    _content: str = "<p>It moved.</p>"
    url: str = "2024/11/tram/"
    lang: str = "en"
    date: datetime = datetime(2024, 11, 20, 12, tzinfo=UTC)
    undated: bool = False
    noindex: bool = False
    kind: str = ""
    category: Named = field(default_factory=lambda: Named("Harbour"))
    categories: list[Named] = field(default_factory=list)
    authors: list[Named] = field(default_factory=list)
    tags: list[Named] = field(default_factory=list)
    kicker: str = ""
    subtitle: str = ""
    image_caption: str = ""


def entry(day: str = "2024-11-20", address: str = "/tram/", language: str = "en", **story: Any) -> Entry:  # noqa: ANN401  # of any field
    """Give an entry of a day."""
    date = datetime.fromisoformat(day).replace(tzinfo=UTC) if day else None
    return Entry(
        Story(**story), address, language, date.year if date else None, day, int(date.timestamp()) if date else 0,
        (), (), "",
    )  # fmt: skip


def fragments(folder: Path) -> list[dict[str, Any]]:
    """Give what an index tells of its stories, by address."""
    read = (
        json.loads(gzip.decompress(path.read_bytes()).removeprefix(b"pagefind_dcd"))
        for path in folder.rglob("*.pf_fragment")
    )
    return sorted(read, key=lambda each: str(each["url"]))
