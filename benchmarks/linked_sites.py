"""Public sites whose articles link to each other: read from their repositories, with those links taken out of the text.

A link that a writer made says that two articles belong together. The articles are then given to a program without their
links, and it is counted how many of them it finds again.
"""

import html
import re
import subprocess
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path, PurePosixPath
from typing import Any

import yaml

FENCED = re.compile(r"\A\s*(---|\+\+\+)\s*\n(.*?)\n\1\s*\n?(.*)", re.DOTALL)
LINK = re.compile(
    r"\[((?:[^\[\]]|\[[^\]]*\])*)\]\(\s*<?(\{\{[^}]*\}\}[^)\s]*|\{%[^%]*%\}[^)\s]*|[^)\s>]+)>?(?:\s+\"[^\"]*\")?[^)]*\)"
    r"|\[([^\[\]]+)\]\[([^\[\]]*)\]|<a\s[^>]*href=[\"']?([^\"' >]+)[\"']?[^>]*>(.*?)</a>"
    r"|(\{\{[<%]\s*(?:rel)?ref\s+[^}]*\}\})|(https?://[^\s)>\]\"']+)",
    re.DOTALL | re.IGNORECASE,
)
DEFINED = re.compile(r"^\s{0,3}\[([^\]]+)\]:\s*<?(\S+?)>?(?:\s+.*)?$", re.MULTILINE)
UNREAD = (
    (re.compile(r"```.*?```", re.DOTALL), " "),
    (re.compile(r"<(script|style)\b.*?</\1>", re.DOTALL | re.IGNORECASE), " "),
    (re.compile(r"\{%.*?%\}|\{\{[<%].*?[>%]\}\}|\{\{.*?\}\}|<!--.*?-->|<[^>]+>", re.DOTALL), " "),
    (re.compile(r"https?://\S+|//\S+\.\S+"), " "),
    (re.compile(r"[*_`#>|~]+"), " "),
    (re.compile(r"\s+"), " "),
)
FILE = re.compile(r"\.(?:png|jpe?g|gif|pdf|svg|zip|mp[34]|webp|css|js)$", re.IGNORECASE)
LISTS = re.compile(r"/(?:tag|tags|category|categories|author|authors|topics?)/[^/]+$")
DIGEST = re.compile(
    r"weekly|news digest|newsletter|thursday threads|\bissue \d+|roundup|round-up|events? (?:for|this) week"
    r"|monthly theme",
    re.IGNORECASE,
)
SHORTEST, SHORTEST_TEXT = 40, 200
"""Words, or else characters, of the shortest text that counts as an article."""
SHORTEST_NAME = 4
"""Letters of a name by which an article may be called."""
MOST_LINKS, MOST_INBOUND = 15, 10
"""Links of an article, and links to one, that still say that two belong together."""


@dataclass(frozen=True, slots=True)
class Site:
    """A repository with a site's articles."""

    repository: str
    """On GitHub."""
    files: str
    """What its articles' files are called, a pattern."""
    host: str
    """Where the site is, a pattern."""
    tags: tuple[str, ...] = ("tags",)
    """The keys of front matter that hold tags."""


SITES = {
    "digitalgov": Site("GSA/digitalgov.gov", r"^content/news/.*(?<!_index)\.md$",
                       r"digital\.gov|digitalgov\.gov|howto\.gov", ("topics", "tags")),
    "opensuse": Site("openSUSE/news-o-o", r"^_posts/.*\.(md|markdown|html)$", r"news\.opensuse\.org"),
    "dltj": Site("dltj/dltj-blog", r"^content/\d{4}-.*\.(md|markdown)$", r"dltj\.org"),
    "ropensci": Site("ropensci/roweb3", r"^content/blog/[^/]+(/index)?\.md$", r"ropensci\.org"),
    "rust": Site("rust-lang/blog.rust-lang.org", r"^content/.*(?<!_index)\.md$", r"blog\.rust-lang\.org"),
    "18f": Site("18F/18f.gsa.gov", r"^content/posts/.*\.(md|html|njk)$", r"18f\.gsa\.gov"),
    "k8s": Site("kubernetes/kubernetes.github.io", r"^content/en/blog/_posts/.*\.(md|html)$", r"kubernetes\.io"),
}  # fmt: skip


@dataclass(slots=True)
class Piece:
    """An article."""

    title: str
    """Its headline."""
    summary: str
    """What its front matter says it is about."""
    tags: tuple[str, ...]
    """Their slugs."""
    authors: tuple[str, ...]
    """Their names."""
    day: int
    """Of its publication."""
    names: tuple[str, ...]
    """By which links call it."""
    body: str
    """Markdown, and then plain text without links to other articles."""
    links: set[int] = field(default_factory=set)
    """The places of the articles to which it links."""


def read_site(site: Site, repository: Path) -> list[Piece]:
    """Give the articles of a site, those of forty words or more."""
    pieces = [piece(path, text, site) for path, text in files(site, repository)]
    named: dict[str, set[int]] = defaultdict(set)
    for place, one in enumerate(pieces):
        for name in one.names:
            named[name].add(place)
    days = {place: date.fromordinal(one.day or 1) for place, one in enumerate(pieces)}
    for place, one in enumerate(pieces):
        take_links(place, one, Resolver(named, days, re.compile(site.host, re.IGNORECASE)))
    kept = [
        place for place, one in enumerate(pieces) if len(one.body.split()) >= SHORTEST or len(one.body) > SHORTEST_TEXT
    ]
    moved = {old: new for new, old in enumerate(kept)}
    for one in pieces:
        one.links = {moved[link] for link in one.links if link in moved}
    return [pieces[place] for place in kept]


def files(site: Site, repository: Path) -> Iterator[tuple[str, str]]:
    """Give the names and texts of the articles' files of a repository, with or without a work tree."""
    git = ["git", "-C", str(repository)]
    listed = subprocess.run([*git, "ls-tree", "-r", "--name-only", "-z", "HEAD"], capture_output=True, check=True)
    names = [name for name in listed.stdout.decode().split("\0") if re.search(site.files, name)]
    asked = "".join(f"HEAD:{name}\n" for name in names).encode()
    told = subprocess.run([*git, "cat-file", "--batch"], input=asked, capture_output=True, check=True).stdout
    at = 0
    for name in names:
        end = told.index(b"\n", at)
        size = int(told[at:end].split()[-1])
        yield name, told[end + 1 : end + 1 + size].decode("utf-8", "replace")
        at = end + size + 2


def piece(path: str, text: str, site: Site) -> Piece:
    """Give an article of its file."""
    front, body = parted(text)
    stem = re.sub(r"\.(?:md|markdown|html|mdx|njk)$", "", PurePosixPath(path).name)
    stem = PurePosixPath(path).parent.name if stem in {"index", "_index"} else stem
    dated = re.match(r"(\d{4}-\d\d?-\d\d?)-(.*)", stem)
    day = day_of(str(front.get("date") or "")) or day_of(dated[1] if dated else "") or day_of(str(front.get("path")))
    slug = str(front.get("slug") or (dated[2] if dated else stem))
    aliases = [name for key in ("aliases", "redirect_from", "link", "permalink", "url", "path")
               for name in texts(front.get(key))]  # fmt: skip
    names = [re.sub(r"\.(?:html?|md)$", "", name.rstrip("/").split("/")[-1].lower())
             for name in (slug, stem, dated[2] if dated else stem, *aliases)]  # fmt: skip
    about = front.get("summary") or front.get("description") or front.get("excerpt") or ""
    return Piece(
        html.unescape(str(front.get("title") or slug)), read(str(about)),
        tuple(sorted({slugged(tag) for key in site.tags for tag in texts(front.get(key))})),
        tuple(sorted({name.lower() for key in ("author", "authors") for name in texts(front.get(key))})),
        day, tuple({name for name in names if len(name) >= SHORTEST_NAME and not name.isdigit()}), body,
    )  # fmt: skip


def parted(text: str) -> tuple[Mapping[str, Any], str]:
    """Give front matter and body."""
    import tomllib  # noqa: PLC0415  # one site in seven needs it

    found = FENCED.match(text.lstrip("\ufeff"))
    if not found:
        return {}, text
    try:
        front = yaml.load(found[2], yaml.CSafeLoader) if found[1] == "---" else tomllib.loads(found[2])
    except (yaml.YAMLError, tomllib.TOMLDecodeError, ValueError):
        front = {key: value.strip("\"' ") for key, value in re.findall(r"^(\w+):[ ]*(.+)$", found[2], re.MULTILINE)}
    return (front if isinstance(front, dict) else {}), found[3]


def day_of(text: str) -> int:
    """Give the day that a text begins with or holds between slashes; 0 where it is none."""
    found = re.match(r"(\d{4})-(\d\d?)-(\d\d?)", text) or re.search(r"(\d{4})/(\d\d)/(\d\d)/", text)
    try:
        return date(*map(int, found.groups())).toordinal() if found else 0
    except ValueError:
        return 0


def texts(value: object) -> list[str]:
    """Give the texts of a value of front matter, whatever it is."""
    if isinstance(value, str):
        return [part.strip() for part in re.split(r"[,;]", value) if part.strip()]
    if isinstance(value, dict):
        return [str(value.get("name") or next(iter(value.values()), ""))]
    return [text for item in value for text in texts(item) or [str(item)]] if isinstance(value, list) else []


def slugged(text: str) -> str:
    """Give a text as an address has it."""
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")


def read(text: str) -> str:
    """Give the words of Markdown."""
    for pattern, instead in UNREAD:
        text = pattern.sub(instead, text)
    return html.unescape(text).strip()


@dataclass(frozen=True, slots=True)
class Resolver:
    """Tells which article an address is."""

    named: Mapping[str, set[int]]
    """The places of articles by their names."""
    days: Mapping[int, date]
    """When each was published."""
    host: re.Pattern[str]
    """Where the site is."""

    def others(self, address: str, place: int) -> list[int]:
        """Give the articles that an address may mean, seen from another; none where it is none of the site's."""
        path = local_path(address, self.host)
        parts = [part for part in path.split("/") if part]
        name = re.sub(r"\.(?:html?|md|markdown)$", "", parts[-1].lower()) if parts else ""
        if name in {"index", "feed"} and len(parts) > 1:
            name = parts[-2].lower()
        found = self.named.get(name) or self.named.get(re.sub(r"^\d{4}-\d\d?-\d\d?-", "", name)) or ()
        if len(found) > 1 and (dated := re.search(r"(\d{4})/(\d\d?)(?:/(\d\d?))?", path)):
            when = tuple(int(part) for part in dated.groups() if part)
            found = {other for other in found if self.days[other].timetuple()[: len(when)] == when}
        return [other for other in found if other != place]


def take_links(place: int, one: Piece, resolver: Resolver) -> None:
    """Take an article's links to others out of its text, words and all, and note them."""
    defined = {name.lower(): address for name, address in DEFINED.findall(one.body)}

    def without(found: re.Match[str]) -> str:
        address = found[2] or found[5] or found[7] or found[8] or defined.get((found[4] or found[3] or "").lower(), "")
        others = resolver.others(address, place)
        if len(others) != 1:
            return f" {found[1] or found[3] or found[6] or ''} "
        one.links.add(others[0])
        return " "

    one.body = read(LINK.sub(without, DEFINED.sub(" ", one.body)))


def local_path(address: str, host: re.Pattern[str]) -> str:
    """Give the path of an address on the site; empty where it is another's, a list or a file."""
    address = html.unescape(address.strip())
    called = re.search(r"(?:rel)?ref\s+[\"']?([^\"'\s}]+)|post_url\s+(\S+)|\{\{\s*[\"']([^\"']+)[\"']", address)
    address = next(filter(None, called.groups()), "") if called else re.sub(r"\{\{[^}]*\}\}|\{%[^%]*%\}", "", address)
    if re.match(r"https?:|//", address):
        if not host.search(address):
            return ""
        address = re.sub(r"^(https?:)?//[^/]+", "", address)
    address = re.sub(r"[#?].*", "", address).rstrip("/")
    if address.startswith(("mailto:", "#")) or FILE.search(address) or LISTS.search(address):
        return ""
    return address


def linked_pairs(pieces: list[Piece]) -> dict[int, set[int]]:
    """Give for each article those to which it links, or which link to it.

    Digests, articles with more than fifteen links, and those to which more than ten link, say little of likeness.
    """
    inbound = Counter(link for one in pieces for link in one.links)
    pairs: dict[int, set[int]] = defaultdict(set)
    for place, one in enumerate(pieces):
        if len(one.links) <= MOST_LINKS and not DIGEST.search(one.title):
            for link in one.links:
                if inbound[link] <= MOST_INBOUND:
                    pairs[place].add(link)
                    pairs[link].add(place)
    return pairs
