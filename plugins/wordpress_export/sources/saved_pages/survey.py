"""The first reading of a site's pages: all that is learnt over them, and what each of them is."""

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field, replace
from datetime import UTC, timezone

from ...addresses import permalink, root_relative
from ...body.tree import attribute, words
from ...dates import usual_offset
from ...model import Author, Media, Menu, SetAside, Site
from ...shelves import Shelf, media_shelf
from ...slugs import make_slug
from ..folder import RawFile
from .bodies import known_body, varying_body
from .bylines import People, author_slug, people_on
from .kinds import UNMARKED, Kind, is_accelerated, kind_of, number_of_page
from .lead_pictures import numbered_pictures, picture_of_head, without_size
from .mentions import Mention, mentions_in_feed, mentions_on
from .menus import read_menus
from .moments import marked_moments
from .page import Page
from .places import Place, comment_page, plain_address, resolve, split_path, twin_of
from .repetition import FEWEST_PAGES, Repetition
from .shown_dates import counts_to_24
from .term_marks import TermBook, read_terms, term_of_list
from .titles import number_of_title, site_names, tagline_of, title_end, title_number

_SHARE_OF_HOME = 0.1
_MOST_LINKS = 300
_TITLE_WORDS = 2
FILE, FEED = "saved page", "feed"
"""What files that are no articles are called in the account."""
MENU_PAGES = 30
"""Pages whose menus are looked at; every page of a site shows the same."""
_UPLOAD = "a[href*='/uploads/'], img[src*='/uploads/'], video[src], audio[src], source[src]"


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page of an article."""

    file: RawFile
    """Where it is."""
    permalink: str
    """The article's address, root-relative; empty when unknown."""
    id: int
    """The article's number; 0 when unknown."""
    number: int
    """Which page of the article it is: the first is 1."""
    title: int
    """A number for its title: two sites in one mirror have articles of the same number."""
    fullness: int
    """How much it shows."""
    twin: str = ""
    """In what form it shows the article again; empty for the page itself."""
    comment_page: int = 0
    """Which page of the article's comments it is; 0 for the page itself."""


@dataclass(slots=True)
class Survey:
    """What the pages of one host tell."""

    homes: Counter[str] = field(default_factory=Counter)
    """How many pages name each home."""
    names: Counter[str] = field(default_factory=Counter)
    """How often each name of the site was found."""
    ends: Counter[str] = field(default_factory=Counter)
    """How often titles in the head end with each name."""
    taglines: Counter[str] = field(default_factory=Counter)
    """The same of the line under it."""
    languages: Counter[str] = field(default_factory=Counter)
    """The same of its language."""
    offsets: Counter[timezone] = field(default_factory=Counter)
    """How many dates show each offset."""
    leaves: list[Leaf] = field(default_factory=list)
    """The pages of articles, in the order of their files."""
    people: People = field(default_factory=People)
    """Authors."""
    terms: TermBook = field(default_factory=TermBook)
    """Categories and tags."""
    media: Shelf[int, Media] = field(default_factory=media_shelf)
    """Pictures whose number and file are clear."""
    menus: dict[str, Menu] = field(default_factory=dict)
    """By slug."""
    menus_seen: int = 0
    """How many pages were looked at for them."""
    repetition: Repetition = field(default_factory=Repetition)
    """What repeats in the articles' texts."""
    mentions: dict[str, Mention] = field(default_factory=dict)
    """What lists and feeds say of articles, by root-relative address."""
    aside: Counter[tuple[str, str, str]] = field(default_factory=Counter)
    """Pages that are no articles, by type, fate and reason."""
    marked: int = 0
    """How many articles have their text in an element that WordPress or a theme names so."""
    to_24: int = 0
    """How many articles show an hour after noon without a word for that."""
    noindexed: int = 0
    """How many articles search engines were asked to leave out."""
    unmarked: list[RawFile] = field(default_factory=list)
    """Pages in which no article is marked."""
    linked: dict[int, str] = field(default_factory=dict)
    """Addresses by the numbers of titles that links to them have, for pages without any; empty where titles differ."""
    moved: dict[str, str] = field(default_factory=dict)
    """Addresses of pages by those that the files of a mirror stand for, where these differ; both root-relative."""

    def add(self, page: Page, place: Place) -> None:
        """Take a page."""
        kind, why = kind_of(page, place)
        if place.mirrored and place.address and place.base != place.address:
            home = place.home or _root(place)
            self.moved[root_relative(place.base, home)] = root_relative(plain_address(place.address), home)
        self._add_facts(page, place)
        if kind is Kind.ARTICLE:
            self._add_article(page, place)
        elif kind is Kind.ATTACHMENT:
            self._add_attachment(page, place)
        else:
            self._add_list(page, place)
            self.aside[FILE, "skipped", why] += 1
            if why == UNMARKED:
                self.unmarked.append(page.file)

    def add_unmarked(self, page: Page, place: Place) -> None:
        """Take a page in which nothing was marked, now that it is known where others have their texts."""
        if len(page.body.css(self.repetition.usual_place)) == 1:
            self.aside[FILE, "skipped", UNMARKED] -= 1
            self._add_article(page, place)

    def add_feed(self, text: str, home: str) -> None:
        """Take a feed, which tells dates that a theme may show nowhere."""
        self.aside[FEED, "merged", "its dates are taken where a page shows none"] += 1
        for mention in mentions_in_feed(text, usual_offset(self.offsets)):
            self._mention(mention, home)
            if mention.author:
                self.people.add(Author(make_slug(mention.author), mention.author), is_linked=False)

    @property
    def home(self) -> str:
        """The site's home; empty when unknown. Of a site in several languages each may call its folder home."""
        usual = self.homes.most_common(1)[0][0] if self.homes else ""
        enough = self.homes.total() * _SHARE_OF_HOME
        outer = (home for home, count in self.homes.items() if count >= enough and usual.startswith(f"{home}/"))
        return min(outer, key=len, default=usual)

    def site(self, host: str) -> Site:
        """Give what is known of the site."""
        first = (
            max(counter, key=lambda key: counter[key], default="")
            for counter in (self.names, self.taglines, self.languages)
        )
        title, tagline, language = first
        # Where nothing names the site, the end that the titles of its pages have in common does.
        end, count = self.ends.most_common(1)[0] if self.ends else ("", 0)
        if not title and count >= max(FEWEST_PAGES, len(self.leaves) // 2):
            title = end
        return Site(self.home or (f"https://{host}" if host else ""), title, tagline, language)

    def _add_facts(self, page: Page, place: Place) -> None:
        """Take what a page tells of the site."""
        self.homes.update(filter(None, (place.home,)))
        self.names.update(set(filter(None, site_names(page))))
        self.ends.update(filter(None, (title_end(page),)))
        self.taglines.update(filter(None, (tagline_of(page),)))
        self.languages.update(filter(None, (page.language,)))
        for mention in mentions_on(page, place):
            self._mention(mention, place.home)
        if self.menus_seen < MENU_PAGES:
            self.menus_seen += 1
            for menu in read_menus(page, place):
                if all(menu.items != known.items for known in self.menus.values()):
                    self.menus.setdefault(menu.slug, menu)

    def _mention(self, mention: Mention, home: str) -> None:
        address = permalink(mention.address, home or self.home)
        known = self.mentions.get(address)
        if address and known is None:
            self.mentions[address] = mention
        elif known is not None and (
            known.published is None or not known.author or (mention.sticky and not known.sticky)
        ):
            self.mentions[address] = replace(
                known, sticky=known.sticky or mention.sticky, published=known.published or mention.published,
                author=known.author or mention.author,
            )  # fmt: skip

    def _add_article(self, page: Page, place: Place) -> None:
        body = known_body(page)
        shown = page.article if body is None else body
        self.marked += body is not None
        self.to_24 += counts_to_24(page)
        address = permalink(plain_address(place.address), place.home or _root(place))
        number = number_of_page(page)
        if number > 1:
            address = re.sub(rf"/{number}/?$", "/", address)
        twin = "amp" if is_accelerated(page) else twin_of(place)
        title = title_number(page)
        leaf = Leaf(page.file, address, page.id, number, title, len(shown.text()), twin, comment_page(place))
        self.leaves.append(leaf)
        if not twin and not leaf.comment_page:
            self.repetition.add(shown)
            if body is None and (place_of_text := varying_body(page, self.repetition)) is not None:
                self.repetition.add_place(place_of_text)
            self._add_head(page, place)
        if not address:
            self._add_links(page, place)
        for name in people_on(page, place):
            self.people.add(name.person, is_linked=name.is_linked)
        for marked in read_terms(page, place):
            self.terms.add(marked)
        for media in numbered_pictures(shown, place):
            self.media.put_new(media.id, media)
        for moment in marked_moments(page):
            self.offsets[timezone(moment.utcoffset() or UTC.utcoffset(None))] += 1

    def _add_links(self, page: Page, place: Place) -> None:
        """Take the titles and addresses of other articles that a page links to, for those that do not tell theirs."""
        for link in page.body.css("a[href]")[:_MOST_LINKS]:
            told = permalink(resolve(attribute(link, "href"), place), place.home or _root(place))
            title = words(link)
            if told and len(title.split()) >= _TITLE_WORDS:
                number = number_of_title(title)
                self.linked[number] = told if self.linked.get(number, told) == told else ""

    def _add_head(self, page: Page, place: Place) -> None:
        picture = picture_of_head(page, place)
        self.repetition.add_text(picture.address if picture else "")
        self.repetition.add_text(page.meta("og:description", "description"))
        self.noindexed += "noindex" in page.meta("robots").lower()

    def _add_list(self, page: Page, place: Place) -> None:
        """Take what a list tells of its term or its author."""
        if marked := term_of_list(page, place):
            self.terms.listed.setdefault((marked.key.taxonomy, marked.key.slug), marked)
        if "author" in page.classes and (slug := author_slug(place.address)):
            node = page.body.css_first("h1 .vcard, .page-title .vcard, .author-title, h1.page-title, h1.archive-title")
            bio = page.body.css_first(
                ".author-bio, .author-description, .wp-block-post-author-biography, .taxonomy-description"
            )
            if node is not None and (name := words(node).rpartition(": ")[2]):
                self.people.add(Author(slug, name, bio=words(bio) if bio else ""), is_linked=True)

    def _add_attachment(self, page: Page, place: Place) -> None:
        """Take what the page of a media file tells of it."""
        for node in page.find(_UPLOAD):
            address = root_relative(
                resolve(attribute(node, "href") or attribute(node, "src"), place), place.home or _root(place)
            )
            if page.id and address.startswith("/"):
                title = page.body.css_first("h1")
                picture = node if node.tag == "img" else node.css_first("img")
                self.media.put(
                    page.id,
                    Media(
                        page.id, without_size(address), words(title) if title else "",
                        alt=attribute(picture, "alt") if picture else "",
                        permalink=permalink(plain_address(place.address), place.home or _root(place)),
                    )
                )  # fmt: skip
                self.aside["attachment", "merged", "into media"] += 1
                return
        self.aside["attachment", "skipped", "its page shows no file of the site"] += 1


def _root(place: Place) -> str:
    return f"https://{place.host}" if place.host else ""


@dataclass(frozen=True, slots=True)
class Group:
    """The pages of one article."""

    first: Leaf
    """Its first page, the fullest of those that there are."""
    further: tuple[Leaf, ...] = ()
    """Pages 2, 3 …, in order."""
    comments: tuple[Leaf, ...] = ()
    """Pages of its comments."""


def arrange(survey: Survey) -> list[Group]:
    """Join the pages of each article; what shows an article again is counted in the survey."""
    named = {leaf.permalink: (leaf.id, leaf.title) for leaf in survey.leaves if leaf.permalink and leaf.id}
    together: defaultdict[object, list[Leaf]] = defaultdict(list)
    for found in survey.leaves:
        leaf = found if found.permalink else replace(found, permalink=survey.linked.get(found.title, ""))
        by_number = (leaf.id, leaf.title) if leaf.id else None
        together[named.get(leaf.permalink) or by_number or leaf.permalink or leaf.file.name].append(leaf)
    return [_group(leaves, survey.aside) for leaves in together.values()]


def _group(leaves: list[Leaf], aside: Counter[tuple[str, str, str]]) -> Group:
    ranked = sorted(
        leaves, key=lambda leaf: (bool(leaf.comment_page), leaf.number, bool(leaf.twin), -leaf.fullness, leaf.file.name)
    )
    first = ranked[0]
    further: dict[int, Leaf] = {}
    comments: dict[int, Leaf] = {}
    for leaf in ranked[1:]:
        if leaf.comment_page and leaf.comment_page not in comments:
            comments[leaf.comment_page] = leaf
            aside[FILE, "merged", "a page of an article's comments"] += 1
        elif leaf.number > 1 and not leaf.twin and leaf.number != first.number and leaf.number not in further:
            further[leaf.number] = leaf
            aside[FILE, "merged", "a further page of an article"] += 1
        else:
            aside[FILE, "skipped", f"shows again what another file shows{f' ({leaf.twin})' if leaf.twin else ''}"] += 1
    return Group(first, tuple(further[n] for n in sorted(further)), tuple(comments[n] for n in sorted(comments)))


def account(survey: Survey) -> tuple[SetAside, ...]:
    """Give what the pages hold beside articles."""
    counted = (
        SetAside(kind, fate, reason, count, is_item=kind not in (FILE, FEED))
        for (kind, fate, reason), count in sorted((+survey.aside).items())
    )
    return (*counted, *survey.repetition.account())


def last_part(address: str) -> str:
    """Give the last part of a path."""
    return split_path(address).rstrip("/").rpartition("/")[2]
