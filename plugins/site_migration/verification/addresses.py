"""The addresses that WordPress answered, by kind, and whether the built site answers each.

https://developer.wordpress.org/reference/classes/wp_rewrite/: `/category/parent/child/`, `/tag/slug/`,
`/author/login/`, `/2023/`, `/2023/10/`, `/2023/10/04/`, `/feed/`, and `/?p=12` for every item.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

from .export import Item, Term
from .locations import number_asked
from .pages import files_at
from .redirects import MOST_HOPS, Redirects
from .site import Site, path_of, used_terms
from .verdict import Verdict

SERVED = frozenset(
    {"home", "post", "page", "custom type", "category", "tag", "author", "year", "month", "day", "feed", "file"}
)
"""Kinds that a build writes. An address of any other kind that nothing answers is listed, and counts when strict."""

PLAIN = "?p="
"""The address that every item has, with or without a permalink."""
LONGEST_NAME = 255
"""Bytes of a file's name."""
ASKED = {"page": "page_id", "attachment page": "attachment_id"}
"""By which word an address asks for a number."""
NO_ARCHIVES = frozenset({"category", "post_tag", "author", "nav_menu", "wp_theme", "link_category", "language"})
"""Taxonomies with archives that are counted by themselves, and those that have none."""


@dataclass(slots=True)
class Used:
    """What public items have: archives with nothing in them are no loss."""

    terms: Counter[tuple[str, str]] = field(default_factory=Counter)
    """Items of each category and tag."""
    hidden_terms: set[tuple[str, str]] = field(default_factory=set)
    """Categories and tags of what is not public: where nothing else has them, nobody is told of them."""
    authors: set[str] = field(default_factory=set)
    """The author's part of each author's address."""
    days: set[str] = field(default_factory=set)
    """`2023/10/04`, of posts."""
    items: list[tuple[str, str, int]] = field(default_factory=list)
    """Kind, address and number of each item that has one."""
    hidden: list[tuple[str, str]] = field(default_factory=list)
    """Address of each item that was not public, and whose it is."""
    extra: list[tuple[str, str]] = field(default_factory=list)
    """Kind and address of what else an item had: further pages, its feed."""

    nicenames: dict[str, str] = field(default_factory=dict)
    """The author's part as a co-author's term has it, by what would be made of the login."""

    def note(self, item: Item, site: Site) -> None:
        """Note a public item."""
        path = path_of(item)
        self.items.append((kind_of(item, site), path, item.id))
        for taxonomy, slug, name in item.terms:
            self.terms[taxonomy, slug] += 1
            if taxonomy == "author":
                self.nicenames[_nicename(name)] = slug.removeprefix("cap-")
        pages = 1 + len(re.findall(r"<!--nextpage-->", item.body))
        base = path.rstrip("/")
        if not number_asked(path):
            self.extra += [("further page", f"{base}/{number}/") for number in range(2, pages + 1)]
        if item.type != "post":
            return
        guests = {slug.removeprefix("cap-") for taxonomy, slug, _ in item.terms if taxonomy == "author"}
        self.authors.update(guests or filter(None, [_nicename(item.creator)]))
        if _is_day(item.date[:10]):
            self.days.add(item.date[:10].replace("-", "/"))
        self.extra.append(("feed of an item", f"{base}/feed/"))

    def note_hidden(self, item: Item) -> None:
        """Note an item that is not public."""
        self.hidden_terms.update((taxonomy, slug) for taxonomy, slug, _ in item.terms)

    def note_attachment(self, item: Item) -> None:
        """Note an attachment: its page, and its file."""
        if not number_asked(path_of(item)):
            self.items.append(("attachment page", path_of(item), item.id))
        else:
            self.items.append((PLAIN, path_of(item), item.id))


def _is_day(text: str) -> bool:
    try:
        return len(text) == len("2023-10-04") and bool(date.fromisoformat(text))
    except ValueError:
        return False


def kind_of(item: Item, site: Site) -> str:
    """Give the kind of an item's address; one that the new site cannot have is a kind of its own."""
    path, host = path_of(item), urlsplit(item.link).netloc
    if number_asked(path):
        return PLAIN
    if host and not site.old.owns(host):
        return "on another host"
    if site.old.folder and not path.startswith(site.old.folder):
        return "outside of the site's folder"
    parts = unquote(path).split("/")
    if not path.startswith("/") or any(part in {".", ".."} or len(part.encode()) > LONGEST_NAME for part in parts):
        return "that no file can have"
    return item.type if item.type in {"post", "page"} else "custom type"


def _nicename(login: str) -> str:
    """Give the part of an address that WordPress makes of a login (sanitize_title); nothing of an e-mail address."""
    if "@" in login:
        return ""
    plain = unicodedata.normalize("NFKD", login.lower().replace(".", "-"))
    letters = "".join(sign for sign in plain if not unicodedata.combining(sign))
    return re.sub(r"-{2,}", "-", re.sub(r"[^\w-]+", "-", letters)).strip("-")


def addresses(site: Site, used: Used) -> Iterator[tuple[str, str]]:
    """Give each address of the old site with its kind."""
    yield "home", "/"
    for kind, path, number in used.items:
        yield kind, path
        if kind != PLAIN:
            yield PLAIN, f"/?{ASKED.get(kind, 'p')}={number}"
    for attachment in site.attachments.values():
        if attachment.url:
            yield "file", site.old.upload(attachment.url)
    yield from _archives(site, used)
    yield from (("feed", path) for path in ("/feed/", "/feed/atom/"))
    yield from (("other feed", path) for path in ("/feed/rss/", "/feed/rss2/", "/feed/rdf/", "/comments/feed/"))
    yield from used.extra


def _archives(site: Site, used: Used) -> Iterator[tuple[str, str]]:
    # A category's archive holds the articles of those below it.
    categories = [term for key in used.terms if key[0] == "category" and (term := site.terms.get(key))]
    above = Counter(("category", slug) for term in categories for slug in _line(term, site))
    for term, count in used_terms(used.terms + above, site):
        kind = "category" if term.taxonomy == "category" else "tag"
        if not count and (term.taxonomy, term.slug) in used.hidden_terms:
            continue
        path = f"/{kind}/{'/'.join(quote(unquote(slug)) for slug in _line(term, site))}/"
        yield (kind if count else f"{kind} without articles"), path
        if count:
            yield f"feed of a {kind}", f"{path}feed/"
    for taxonomy, slug in sorted(used.terms):
        if taxonomy not in NO_ARCHIVES:
            word, part = ("type", slug.removeprefix("post-format-")) if taxonomy == "post_format" else (taxonomy, slug)
            yield f"archive of a {word}", f"/{word}/{part}/"
    for author in sorted({used.nicenames.get(author, author) for author in used.authors}):
        yield "author", f"/author/{author}/"
        yield "feed of an author", f"/author/{author}/feed/"
    for kind, length in (("year", 4), ("month", 7), ("day", 10)):
        for day in sorted({day[:length] for day in used.days}):
            yield kind, f"/{day}/"


def _line(term: Term, site: Site) -> list[str]:
    """Give the slugs from the highest category down to one; a damaged database may hold a loop."""
    line, above = [term.slug], site.terms.get((term.taxonomy, term.parent))
    while term.taxonomy == "category" and above is not None and above.slug not in line:
        line.insert(0, above.slug)
        above = site.terms.get((above.taxonomy, above.parent))
    return line


@dataclass(frozen=True, slots=True)
class Answers:
    """What answers addresses in the built site."""

    output: Path
    """The folder."""
    content: Path
    """Where files that could be served are, if they were ever fetched."""
    redirects: Redirects
    """As `output/_redirects` has them."""

    def answer(self, path: str) -> bool:
        """Tell whether a file is at an address's place, or at that to which it is sent on."""
        for _ in range(MOST_HOPS):
            asks = number_asked(path) or (path.startswith("/?") and len(path) > len("/?"))
            if not asks and next(files_at(self.output, path), None) is not None:
                return True
            path = self.redirects.target(path)
            if not path:
                return False
        return False

    def answer_any(self, *paths: str) -> bool:
        """Tell whether one of an address's forms is answered."""
        return any(map(self.answer, paths))


def compare_addresses(site: Site, used: Used, answers: Answers, verdict: Verdict) -> None:
    """Count the old addresses that the built site answers, by kind, and name those that it does not."""
    for kind, path in addresses(site, used):
        is_there = answers.answer_any(path, site.old.below(path))
        name = f"address: {kind}"
        verdict.count(name, 1, int(is_there))
        if is_there:
            continue
        if kind in SERVED and not (kind == "file" and next(files_at(answers.content, path), None) is None):
            verdict.lack(name, path, "no file in the output answers")
        else:
            verdict.not_served(name, path)


def compare_hidden_addresses(site: Site, used: Used, answers: Answers, verdict: Verdict) -> None:
    """Name the addresses of what was not public at which something stands all the same."""
    taken = {site.old.place(path) for _, path, _ in used.items}
    for path, whose in used.hidden:
        if site.old.place(path) not in taken | {"/"} and answers.answer_any(path, site.old.below(path)):
            verdict.lack("leaks", path, f"{whose}: something stands at its address")
