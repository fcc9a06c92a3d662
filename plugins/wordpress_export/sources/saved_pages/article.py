"""The second reading: the pages of one article become an article."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timezone

from ...addresses import root_relative
from ...body.tree import attribute, words
from ...dates import usual_offset
from ...model import CATEGORY, Article, Author, BodyForm, Comment, Note, Site, Status, TermKey
from ...plain_text import plain_words
from ...slugs import Slug, make_slug, read_slug
from ...whole_numbers import whole_number
from .bodies import Found, find_body, known_body, remove_furniture
from .bylines import read_bylines
from .comments import read_comments
from .files import read_page_text
from .kinds import has_password_form, type_of
from .lead_pictures import LeadPicture, original_of, picture_of_head, read_lead_picture
from .links import restore_addresses
from .moments import Moments, read_moments
from .page import Page, open_page
from .places import Place, place_of
from .shown_dates import Clocks, date_by_looks
from .survey import Group, Leaf, Survey, last_part
from .term_marks import format_of, primary_category, read_terms
from .titles import read_subtitle, read_title, without_protection

_STATUSES = {
    "status-private": Status.PRIVATE, "status-draft": Status.DRAFT, "status-pending": Status.PENDING,
    "status-future": Status.SCHEDULED,
}  # fmt: skip
_ENDING = re.compile(r"\.(?:html?|php|aspx?)$")
_PARENT = re.compile(r"parent-pageid-(\d{1,18})")
_EXCERPT_WORDS = 12
_MOSTLY = 0.5
_NEAR = 4


@dataclass(frozen=True, slots=True)
class Known:
    """What the first reading found."""

    survey: Survey
    """All of it."""
    site: Site
    """The site."""
    clocks: Clocks
    """How it tells the time."""
    numbers: Mapping[str, int] = field(default_factory=dict)
    """Ids of articles by address."""

    @classmethod
    def of(cls, survey: Survey, site: Site) -> "Known":
        """Settle what is known of a site."""
        numbers = {leaf.permalink: leaf.id for leaf in survey.leaves if leaf.permalink and leaf.id}
        return cls(survey, site, Clocks(usual_offset(survey.offsets), survey.to_24 > 0), numbers)

    def last_resort(self, opened: "Opened") -> str:
        """Give the page's HTML to look for a text in, where the site's other pages do not tell that there is none."""
        return "" if self.survey.marked >= _MOSTLY * len(self.survey.leaves) else opened.html


@dataclass(frozen=True, slots=True)
class Opened:
    """A page of an article, opened."""

    page: Page
    """The page."""
    place: Place
    """Where it stood."""
    html: str
    """What was parsed."""
    leaf: Leaf
    """What the first reading found."""


def read_article(group: Group, known: Known) -> Article:
    """Give the article that a group of pages shows. Raises OSError or ValueError where a page cannot be read again."""
    opened = _open(group.first, known)
    article = replace(_from_marks(opened, known), where=group.first.file.name)
    pages = [opened, *(_open(leaf, known) for leaf in group.further)]
    comments = _comments([*pages, *(_open(leaf, known) for leaf in group.comments)], known)
    article = replace(article, comments=comments, notes=(*article.notes, *_missing(opened, group)))
    if article.status is Status.PASSWORD:
        if picture := read_lead_picture(opened.page, opened.place):
            article = _with_picture(article, picture, known)
        note = Note(
            "text behind a password", "the page shows only the form for it; an export has the text", review=True
        )
        return replace(article, notes=(*article.notes, note))
    return _with_body(article, pages, known)


def _open(leaf: Leaf, known: Known) -> Opened:
    text = read_page_text(leaf.file.path)
    page = open_page(text, leaf.file)
    place = place_of(page)
    return Opened(page, replace(place, home=known.site.address or place.home), text.text, leaf)


def _from_marks(opened: Opened, known: Known) -> Article:
    """Give all but the text and the comments."""
    article = _headed(opened, known)
    page, moments = opened.page, _moments(opened, known)
    return replace(
        article,
        published=moments.published,
        modified=moments.modified,
        authors=_authors(opened, known),
        terms=_terms(opened, known),
        parent=_parent(page, article.permalink, known),
        format=format_of(page),
        sticky=_is_sticky(opened, known),
        comments_open=page.body.css_first("#respond form, #commentform") is not None,
        noindex=_is_noindex(page, known),
        canonical=_canonical(opened),
        notes=(*article.notes, *moments.notes, *_name_notes(opened, known)),
    )


def _headed(opened: Opened, known: Known) -> Article:
    """Give an article with its headlines and its address."""
    page, leaf = opened.page, opened.leaf
    status, slug, title = _status_of(page), _slug(leaf), read_title(page, known.site.title)
    told = replace(title, text=without_protection(page, title.text)) if status is Status.PASSWORD else title
    dek = read_subtitle(page, told.text)
    return Article(
        type=type_of(page),
        title=told.text,
        subtitle=dek.text,
        status=status,
        body="",
        body_form=BodyForm.RENDERED,
        id=leaf.id or known.numbers.get(leaf.permalink) or None,
        slug=slug.text,
        permalink=leaf.permalink,
        notes=(*page.notes, *told.notes, *dek.notes, *slug.notes),
    )


def _slug(leaf: Leaf) -> Slug:
    """Give the slug in an address; an address made of the number has none (`/archives/%post_id%`)."""
    last = _ENDING.sub("", last_part(leaf.permalink))
    return Slug("") if leaf.id and last == str(leaf.id) else read_slug(last)


def _status_of(page: Page) -> Status:
    if has_password_form(page):
        return Status.PASSWORD
    names = attribute(page.article, "class").split()
    return next((_STATUSES[name] for name in names if name in _STATUSES), Status.PUBLISHED)


def _moments(opened: Opened, known: Known) -> Moments:
    """Give the dates; where the page has no mark of them, those of a list or a feed."""
    page, address = opened.page, opened.leaf.permalink
    moments = read_moments(page, known.clocks, address)
    mention = known.survey.mentions.get(address)
    is_sure = moments.published is not None and not moments.notes
    if not is_sure and mention is not None and mention.published is not None:
        return Moments(_in_zone(mention.published, known.clocks.usual), moments.modified)
    if moments.published is None and type_of(page) != "page":
        guessed = date_by_looks(page, known.clocks.usual, address)
        return Moments(guessed.moment, moments.modified, tuple(filter(None, (guessed.note,))))
    return moments


def _in_zone(moment: datetime, usual: timezone) -> datetime:
    return moment if moment.tzinfo is not None else moment.replace(tzinfo=usual)


def _authors(opened: Opened, known: Known) -> tuple[str, ...]:
    people = known.survey.people
    names = read_bylines(opened.page, opened.place)
    mention = known.survey.mentions.get(opened.leaf.permalink)
    if not names and mention is not None and mention.author:
        return (people.slug_of(Author(make_slug(mention.author), mention.author)),)
    return tuple(dict.fromkeys(name.person.slug if name.is_linked else people.slug_of(name.person) for name in names))


def _terms(opened: Opened, known: Known) -> tuple[TermKey, ...]:
    book = known.survey.terms
    keys = dict.fromkeys(book.settled(marked.key) for marked in read_terms(opened.page, opened.place))
    # An address with a category in it has the primary one (`%category%`).
    parts = (primary_category(opened.page, opened.place), *opened.leaf.permalink.split("/")[:-2])
    return tuple(
        sorted(keys, key=lambda key: (key.taxonomy != CATEGORY, key.taxonomy == CATEGORY and key.slug not in parts))
    )


def _name_notes(opened: Opened, known: Known) -> Iterator[Note]:
    """Say of which terms no page tells the name."""
    for marked in read_terms(opened.page, opened.place):
        if not marked.key.name and known.survey.terms.is_nameless(marked.key):
            yield Note("name of a term unknown", f"{marked.key.taxonomy} {marked.key.slug!r}", review=True)


def _parent(page: Page, address: str, known: Known) -> int:
    """Give the id of the page above a page, by the body's class or else by its address."""
    if told := next((match[1] for name in page.classes if (match := _PARENT.fullmatch(name))), ""):
        return whole_number(told)
    above = address.rstrip("/").rpartition("/")[0] + "/"
    return known.numbers.get(above, 0) if type_of(page) == "page" and above != "/" else 0


def _is_sticky(opened: Opened, known: Known) -> bool:
    mention = known.survey.mentions.get(opened.leaf.permalink)
    return (mention is not None and mention.sticky) or "sticky" in attribute(opened.page.article, "class").split()


def _is_noindex(page: Page, known: Known) -> bool:
    """Tell whether an editor hid an article from search engines; a copy of a site for tests hides all of them."""
    survey = known.survey
    return "noindex" in page.meta("robots").lower() and survey.noindexed < max(2, _MOSTLY * len(survey.leaves))


def _canonical(opened: Opened) -> str:
    """Give the address of the article on another site, where the page says that it was first there."""
    told = opened.page.link("canonical")
    is_own = not told.startswith("http") or root_relative(told, opened.place.home).startswith("/")
    return "" if is_own or not opened.leaf.permalink else told


def _comments(pages: list[Opened], known: Known) -> tuple[Comment, ...]:
    found: dict[tuple[int, str], Comment] = {}
    for opened in pages:
        for comment in read_comments(opened.page, opened.place, known.clocks.usual):
            # What a theme shows without a number is told apart by whence it came.
            found.setdefault((comment.id, "" if comment.id else comment.website), comment)
    return tuple(found[number] for number in sorted(found))


def _missing(opened: Opened, group: Group) -> Iterator[Note]:
    """Say which pages of an article, or of its comments, are not in the material."""
    links = opened.page.article.css("a.post-page-numbers, .page-links a, .post-nav-links a")
    told = {int(text) for link in links if (text := words(link)).isascii() and text.isdigit() and len(text) < 4}  # noqa: PLR2004  # hundreds
    have = {leaf.number for leaf in (group.first, *group.further)}
    if told - have:
        yield Note("further pages of the article are missing", ", ".join(map(str, sorted(told - have))), review=True)
    if not group.comments and opened.page.body.css_first("a[href*='comment-page-']") is not None:
        yield Note("further pages of comments are missing", review=True)


def _with_body(article: Article, pages: list[Opened], known: Known) -> Article:
    """Add the text, and what can be known only beside it: the lead picture and the description."""
    picture = read_lead_picture(pages[0].page, pages[0].place)
    bodies, notes = [], list(article.notes)
    for opened in pages:
        found = find_body(opened.page, known.survey.repetition, known.last_resort(opened))
        bodies.append(_text_of(found, opened, article.title, (known, notes)))
    body = "\n".join(filter(None, bodies))
    if picture is None:
        picture = _from_head(pages[0], known, body) or _by_place(pages[0], known)
    if picture is not None:
        article = _with_picture(article, picture, known)
    description = _description(pages[0].page, known, body)
    return replace(article, body=body, seo_description=description, notes=tuple(dict.fromkeys(notes)))


def _text_of(found: Found, opened: Opened, title: str, taken: tuple[Known, list[Note]]) -> str:
    """Give the text of a page without what is the theme's."""
    known, notes = taken
    notes += filter(None, (found.note,))
    if found.node is None:
        return found.html
    remove_furniture(opened.page, found.node, title)
    notes += known.survey.repetition.remove_from(found.node)
    notes += restore_addresses(found.node, opened.place, known.survey.moved)
    return (found.node.inner_html or "").strip()


def _from_head(opened: Opened, known: Known, body: str) -> LeadPicture | None:
    """Give the picture for sharing, where it is the article's own: not the site's, nor one of the text's."""
    names = attribute(opened.page.article, "class").split()
    has_one = "has-post-thumbnail" in names
    picture = picture_of_head(opened.page, opened.place)
    if picture is None or (("hentry" in names or "type-post" in names) and not has_one):
        return None
    stem = picture.address.rpartition("/")[2].rpartition(".")[0]
    if not has_one and (known.survey.repetition.repeats_text(picture.address) or (stem and stem in body)):
        return None
    return picture


def _by_place(opened: Opened, known: Known) -> LeadPicture | None:
    """Give the picture between byline and text in a theme that marks nothing: one that no other page has."""
    if known_body(opened.page) is not None or not (selector := known.survey.repetition.usual_place):
        return None
    text = opened.page.body.css_first(selector)
    before = text.prev if text is not None else None
    for _ in range(_NEAR):
        if before is None or before.tag in ("h1", "table"):
            return None
        picture = before if before.tag == "img" else before.css_first("img") if before.tag in ("p", "figure") else None
        if picture is not None:
            address = original_of(picture, opened.place)
            return LeadPicture(address, attribute(picture, "alt")) if "/uploads/" in address else None
        before = before.prev
    return None


def _with_picture(article: Article, picture: LeadPicture, known: Known) -> Article:
    featured = picture.id if picture.id in known.survey.media else 0
    return replace(
        article, featured=featured, image=picture.address, image_alt=picture.alt, image_caption=picture.caption,
        image_credit=picture.credit,
    )  # fmt: skip


def _description(page: Page, known: Known, body: str) -> str:
    """Give the description for search engines, where a person wrote it: not the first words, nor the site's own."""
    told = page.meta("description", "og:description")
    if not told or told == known.site.tagline or known.survey.repetition.repeats_text(told):
        return ""
    start = re.findall(r"\w+", told.casefold())[:_EXCERPT_WORDS]
    text = re.findall(r"\w+", plain_words(body[:20_000]).text.casefold())[: 20 * _EXCERPT_WORDS]
    return "" if _stands_in(start, text) else told


def _stands_in(start: list[str], text: list[str]) -> bool:
    return any(text[place : place + len(start)] == start for place in range(len(text) - len(start) + 1))


def unreadable(leaf: Leaf, error: Exception) -> Article:
    """Give what is left of an article whose page could be read once and cannot be now."""
    note = Note("page could not be read again", f"{type(error).__name__}: {error}"[:200], review=True)
    return Article(
        type="post", title="", status=Status.DRAFT, body="", body_form=BodyForm.RENDERED, id=leaf.id or None,
        slug=read_slug(last_part(leaf.permalink)).text, permalink=leaf.permalink, notes=(note,), where=leaf.file.name,
    )  # fmt: skip
