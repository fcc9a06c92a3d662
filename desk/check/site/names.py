"""Authors, sections, topics and series that stories name: listed, spelt like one that is, or meant for two."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from difflib import get_close_matches
from operator import attrgetter
from typing import Any, NamedTuple

from markdown_articles.problems import ReferenceNameError
from markdown_articles.registries import Registries

from ..facts import Head, Use
from ..finding import Remark
from .enquiry import Enquiry


class Register(NamedTuple):
    """A kind of names."""

    kind: str
    """Of the remarks: author, category, series; empty where a new name is as good as any."""
    file: str
    """Below data/."""
    word: str
    """What editors call one."""
    uses: Callable[[Head], tuple[Use, ...]]
    """Gives the names that a head has."""
    meant: Callable[[Registries, str], str]
    """Gives the slug that a name means. Raises ReferenceNameError."""
    listed: Callable[[Registries], Mapping[str, Any]]
    """Gives the entries."""


REGISTERS = (
    Register(
        "author", "authors.yaml", "author", attrgetter("authors"), lambda known, name: known.author(name).slug,
        attrgetter("authors"),
    ),
    Register(
        "category", "categories.yaml", "section", attrgetter("categories"),
        lambda known, name: known.category_line(name)[-1].slug, attrgetter("categories"),
    ),
    Register(
        "series", "series.yaml", "series", attrgetter("series"), lambda known, name: known.one_series(name).slug,
        attrgetter("series"),
    ),
    Register(
        "", "tags.yaml", "topic", attrgetter("tags"), lambda known, name: known.tag(name).slug, attrgetter("tags")
    ),
)  # fmt: skip


def name_remarks(enquiry: Enquiry) -> Iterator[tuple[str, Remark]]:
    """Give what is to be said about names."""
    paper = enquiry.paper
    for register in REGISTERS:
        used: dict[str, list[tuple[str, int]]] = defaultdict(list)
        for story in paper.stories:
            for use in register.uses(story.head):
                used[use.text].append((story.place, use.line))
        for name, places in used.items():
            kind, what = _judged(register, paper.registries, name)
            if what:
                yield from ((place, Remark(kind, line, what)) for place, line in places)


def _judged(register: Register, registries: Registries, name: str) -> tuple[str, str]:
    """Give the kind of remark and what is to be said about a name; nothing for one that is fine."""
    try:
        slug = register.meant(registries, name)
    except ReferenceNameError as error:
        return "name", str(error)
    listed = register.listed(registries)
    if not register.kind or not listed or slug in listed:
        # A paper without the file has no list to be on.
        return register.kind, ""
    known = {**{slug: slug for slug in listed}, **{entry.name: entry.name for entry in listed.values()}}
    close = get_close_matches(name.strip(), known, n=1, cutoff=0.75)
    meant = f"did you mean {close[0]}? If not, add it" if close else "add it"
    return register.kind, f"the {register.word} {name!r} is not in data/{register.file}: {meant} there"
