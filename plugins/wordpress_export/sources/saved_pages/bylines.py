"""Who wrote an article: the byline, or what the page's head says of it."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import chain

from ...addresses import decode_path, is_web_address
from ...body.tree import Node, attribute, words
from ...model import Author
from ...plain_text import plain_words
from ...slugs import make_slug, read_slug
from .lines_above import lines_above
from .page import Look, Page
from .places import Place, resolve, split_path

_BOXES = (
    ".author-box, .author-bio, .author-info, .about-author, .author-description, .post-author-box, .td-author-box,"
    " .jeg_authorbox, .saboxplugin-wrap, .pp-multiple-authors-boxes-wrapper, .m-a-box, .author-profile,"
    " .entry-author-box,"
    " .wp-block-post-author-biography, .newspack-author-profile, .wp-block-newspack-blocks-author-profile"
)
"""Boxes that tell of an author; they stand below the article, or beside it."""
_BIO = (
    ".author-description, .description, .td-author-description, .saboxplugin-desc, .wp-block-post-author__bio, .bio",
    ".wp-block-post-author-biography, p",
    ".author-bio",
)
_LINKED = (
    "a[rel~=author]", ".wp-block-post-author-name a", ".wp-block-post-author__name a", ".vcard a.url.fn",
    ".vcard .fn a",
    ".author.vcard a", ".byline a[href*='/author/']", ".wp-block-co-authors-plus-name a", ".td-post-author-name a",
    ".jeg_meta_author a", ".elementor-post-info__item--type-author a", ".posted-by a", ".post-author a",
    ".entry-author a",
    ".author a[href*='/author/']", "[itemprop=author] a[href*='/author/']", "a[href*='/author/']",
    "a[href*='?author=']",
)  # fmt: skip
"""Where themes link to an author's page."""
_NAMED = (
    ".wp-block-post-author-name", ".wp-block-post-author__name", ".wp-block-co-authors-plus-name", ".vcard .fn",
    ".author.vcard", ".byline .author", ".entry-author-name", "[itemprop=author] [itemprop=name]", ".post-author-name",
    ".elementor-post-info__item--type-author", ".author-name", ".p-author", ".entry-author", ".td-post-author-name",
    "[rel~=author]", "[itemprop=author]", ".byline-name", ".post-byline", ".byline",
)  # fmt: skip
"""Where themes print a name without a link."""
_BY = re.compile(
    r"^(?:written |posted |article |story |text |words )?"
    r"(?:by|von|par|por|di|da|van|av|af|από|του|της|автор|от|przez|tarafından)[:\s]+|^by\b\s*",
    re.IGNORECASE,
)
_AND = re.compile(
    r"\s*(?:,|;|&|\band\b|\bund\b|\bet\b|\by\b|\be\b|\ben\b|\boch\b|\bog\b|\bκαι\b|\bи\b)\s*", re.IGNORECASE
)
_MOST_WORDS = 6
_AVATAR = re.compile(r"\s*(?:avatar|'s avatar)\s*", re.IGNORECASE)


@dataclass(slots=True)
class People:
    """The authors of the site, as pages make them known."""

    by_slug: dict[str, Author] = field(default_factory=dict)
    """All of them."""
    slugs: dict[str, str] = field(default_factory=dict)
    """Slugs by name, for bylines without a link; only of those whose page is known."""

    def add(self, person: Author, *, is_linked: bool) -> None:
        """Take what a page tells of a person; what is known already stays, what is missing is filled in."""
        known = self.by_slug.get(person.slug)
        if known is None:
            self.by_slug[person.slug] = person
        elif (person.bio and not known.bio) or (person.website and not known.website):
            self.by_slug[person.slug] = replace(
                known, bio=known.bio or person.bio, website=known.website or person.website
            )
        if is_linked:
            self.slugs.setdefault(person.name.casefold(), person.slug)

    def known(self) -> dict[str, Author]:
        """Give all by slug, without those whose slug was made from a name before their own was found."""
        return {slug: person for slug, person in self.by_slug.items() if self.slug_of(person) == slug}

    def slug_of(self, person: Author) -> str:
        """Give the slug under which a person is known."""
        return self.slugs.get(person.name.casefold(), person.slug)


@dataclass(frozen=True, slots=True)
class Byline:
    """A name in a byline."""

    person: Author
    """Who."""
    is_linked: bool
    """Whether the slug is that of an author's page, not made from the name."""


def read_bylines(page: Page, place: Place) -> list[Byline]:
    """Give the authors in the byline's order, by the first way that finds any."""
    boxes = _boxes_on(page)
    near = (way for look in page.circles() for way in (_from_links(place, look, boxes), _from_names(look, boxes)))
    in_facts = _once(_from_facts(page, place))
    # A box below the article tells the same people, perhaps in another order.
    last = (in_facts, _from_head(page), _from_links(place, page.find, {}), _from_lines(page))
    found = next(filter(None, map(_once, chain(near, last))), [])
    is_first_alone = len(found) == 1 and found[0].person.name in {name.person.name for name in in_facts}
    # A theme that knows nothing of co-authors prints the first alone.
    return in_facts if is_first_alone and len(in_facts) > 1 else found


def _once(names: Iterable[Byline]) -> list[Byline]:
    """Give each name once: byline and author box tell the same person."""
    kept: dict[str, Byline] = {}
    for name in names:
        same = next((slug for slug, known in kept.items() if known.person.name == name.person.name), name.person.slug)
        # `More by …` is no name, but has one in it.
        if same not in kept or kept[same].person.name.endswith(f" {name.person.name}"):
            kept[same] = name
    return list(kept.values())


def _boxes_on(page: Page) -> dict[int, Node]:
    """Give the boxes that tell of authors, beside the article's text."""
    return {node.mem_id: node for node in page.body.css(_BOXES) if node.css_first("h1, .entry-content") is None}


def _from_links(place: Place, look: Look, boxes: Mapping[int, Node]) -> Iterator[Byline]:
    for selector in _LINKED:
        links = [node for node in look(selector) if attribute(node, "href") and not _is_in(node, boxes)]
        named = [name for node in links if (name := _linked(node, place))]
        if named:
            yield from named
            return


def _linked(node: Node, place: Place) -> Byline | None:
    name = _clean_name(_shown_name(node))
    slug = author_slug(resolve(attribute(node, "href"), place))
    if not name or not slug or len(name.split()) > _MOST_WORDS:
        return None
    return Byline(Author(slug, name), is_linked=True)


def _shown_name(node: Node) -> str:
    """Give a link's words; of one around a picture alone, what it is called."""
    name = words(node) or _AVATAR.sub("", attribute(node, "title"))
    above = node.parent
    for _ in range(4):
        if above is None or above.tag in ("article", "main", "body"):
            break
        # `View all posts by …`, in any language: the box's own headline is the name alone.
        title = above.css_first(".author-title, .author-name, .author-heading, .fn, h2, h3, h4")
        if title is not None and (told := words(title)) and name != told and name.rstrip(" →»›").endswith(told):
            return told
        above = above.parent
    return name


def author_slug(address: str) -> str:
    """Give the slug at the end of an author page's address."""
    path = split_path(address).rstrip("/").removesuffix("/index.html").removesuffix(".html")
    return read_slug(decode_path(path.rpartition("/")[2])).text if path.count("/") > 1 else ""


def _from_names(look: Look, boxes: Mapping[int, Node]) -> Iterator[Byline]:
    for selector in _NAMED:
        nodes = (node for node in look(selector) if not _is_in(node, boxes))
        named = [name for node in nodes for name in _names_in(words(node))]
        if named:
            yield from (Byline(Author(make_slug(name), name), is_linked=False) for name in named)
            return


def _from_lines(page: Page) -> Iterator[Byline]:
    """Give the names in a line that begins like a byline, where a theme marks nothing: `Von Ida Moe, 11.03.2024`."""
    for node in lines_above(page):
        match = _BY.match(words(node))
        names = re.split(r",?\s*\d|[|·–—@]", words(node)[match.end() :])[0] if match and match.end() else ""
        named = [name for name in _names_in(names) if len(name.split()) > 1 and name.istitle()]
        if named:
            yield from (Byline(Author(make_slug(name), name), is_linked=False) for name in named)
            return


def _names_in(byline: str) -> list[str]:
    parts = _AND.split(_clean_name(byline))
    fits = all(0 < len(part.split()) <= _MOST_WORDS for part in parts)
    return [part for part in parts if part] if fits else []


def _clean_name(name: str) -> str:
    return _BY.sub("", name.strip(" \t\n|·•-–—,:")).strip(" |·•-–—,:")


def _from_facts(page: Page, place: Place) -> Iterator[Byline]:
    facts = page.facts
    for thing in facts.followed(facts.article.get("author")):
        name = plain_words(thing).text if isinstance(thing, str) else facts.text(thing, "name")
        if not name or is_web_address(name):
            continue
        addresses = [] if isinstance(thing, str) else [facts.text(thing, "url"), facts.text(thing, "@id")]
        slug = next((author_slug(a) for a in addresses if _is_author_page(a, place)), "")
        yield Byline(Author(slug or make_slug(name), name), is_linked=bool(slug))


def _is_author_page(address: str, place: Place) -> bool:
    return is_web_address(address) and "/author/" in address and (not place.home or address.startswith(place.home))


def _from_head(page: Page) -> Iterator[Byline]:
    told = page.meta("author", "dc.creator", "parsely-author", "sailthru.author", "byl", "article:author_name")
    names = [told] if told else []
    for number in ("1", "2"):
        # Yoast and Rank Math for Slack: a label in the site's language, and the name.
        label = page.meta(f"twitter:label{number}").casefold()
        if number == "1" and label and not any(map(str.isdigit, page.meta("twitter:data1"))):
            names.append(page.meta("twitter:data1"))
    found = (name for told in names[:1] for name in _names_in(told) if not is_web_address(name))
    yield from (Byline(Author(make_slug(name), name), is_linked=False) for name in found)


def read_boxes(page: Page, place: Place) -> Iterator[Author]:
    """Give what boxes tell of authors whose pages they link to."""
    for box in page.body.css(_BOXES):
        links = [
            node
            for node in box.css("a[href]")
            if "/author/" in attribute(node, "href") or "author" in attribute(node, "rel")
        ]
        bio = next((text for part in _BIO for node in box.css(part) if (text := _told(node))), "")
        for name in filter(None, (_linked(node, place) for node in links if words(node))):
            if bio and len({attribute(link, "href") for link in links}) == 1:
                yield replace(name.person, bio=bio)
            break


def _told(node: Node) -> str:
    """Give what a box tells of an author, without the link to all articles at its end; empty where it is too short."""
    text = words(node)
    for link in node.css("a")[-1:]:
        text = text.removesuffix(words(link)).strip() if "author" in attribute(link, "rel") else text
    return text if len(text.split()) > _MOST_WORDS else ""


def _is_in(node: Node, around: Mapping[int, Node]) -> bool:
    above: Node | None = node
    while above is not None:
        if above.mem_id in around:
            return True
        above = above.parent
    return False


def people_on(page: Page, place: Place) -> Iterator[Byline]:
    """Give everyone whom a page makes known."""
    return chain(read_bylines(page, place), (Byline(person, is_linked=True) for person in read_boxes(page, place)))
