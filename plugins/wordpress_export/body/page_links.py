"""Where a link to a page of the old site leads now: by number, by address, by a former address, by a slug."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from urllib.parse import parse_qsl

from ..model import CATEGORY, TAG
from ..slugs import read_slug
from ..whole_numbers import whole_number
from .address_book import AddressBook, last_part
from .file_names import extension
from .own_addresses import OwnAddress, Trust

HIDDEN = "link to an item that is not public"
UNKNOWN = "link to an item that is not public or not in the export"
NOWHERE = "link that leads nowhere"
NO_FILE = "file that is not in the media list"
FORMER = "link to a former address"
GUESSED = "link guessed by its last part"
OTHER_FORM = "link to a form of an article that is no more"
TO_FILE = "link to an attachment page leads to its file"
TRACKING = "tracking in an address left out"

_NUMBERS = ("p", "page_id", "attachment_id")
_SLUGS = ("name", "pagename", "attachment")
_PARTS = ("page", "paged", "cpage")
_FORMS = re.compile(
    r"/(?:feed(?:/(?:rss2?|atom|rdf))?|amp|embed|trackback|print|email|\d{1,4}|page/\d{1,6}|comment-page-\d{1,6})/?$"
)
"""What WordPress and its plugins put behind the address of an article or a list."""
_MOST_FORMS = 3
_DATES = re.compile(r"/(?:date/)?(?:19|20)\d\d(?:/\d\d?(?:/\d\d?)?)?/?")
_BESIDE = re.compile(
    r"/(?:(?:comments/)?feed(?:/(?:rss2?|atom|rdf))?/?|[\w-]*sitemap[\w-]*\.xml|robots\.txt|favicon\.ico)"
)
"""What a site has beside its items and lists."""
_LISTS = re.compile(r"/(author|category|tag|search|page|type|wp-[\w-]+)/")
"""What cannot be the beginning of an article's address."""
PROGRAMS = ("html", "htm", "php", "asp", "aspx", "cgi", "xml")
"""Endings of pages."""
_TRACKED = re.compile(
    r"(?:utm_\w+|(?:fb|g|d|ms|y|tw)clid|[gw]braid|igshid|mc_[ce]id|_g[al]|__twitter_impression|mkt_tok|ref_src|ncid|nb"
    r"|replytocom|share|amp|noamp|outputtype|preview(?:_id|_nonce)?|_thumbnail_id|fb_action_\w+|fb_source|_hs\w+|print"
    r"|relatedposts_\w+|like_comment|_wpnonce|doing_wp_cron)",
    re.IGNORECASE,
)
"""What tells where a reader came from or what they pressed, and nothing of where the link leads."""


@dataclass(frozen=True, slots=True)
class Found:
    """Where a link leads now."""

    address: str
    """Root-relative and decoded."""
    remark: str = ""
    """The kind of the note; empty where there is nothing to say."""


def find_page(own: OwnAddress, book: AddressBook) -> Found | None:
    """Give where a page's address leads now; none where it may be another site's, and nothing says that it is not."""
    if own.trust is Trust.FILE:
        return None
    return _with_query(own, book) if own.query else _by_path(own, book)


def _with_query(own: OwnAddress, book: AddressBook) -> Found | None:
    """Read a query of WordPress's own; leave any other behind the address, without what only tracks readers."""
    pieces = own.query.split("&")
    kept = [piece for piece in pieces if not _TRACKED.fullmatch(_name(piece))]
    tracked = TRACKING if len(kept) < len(pieces) else ""
    if found := _by_query(own, dict(parse_qsl("&".join(kept))), book):
        return Found(found.address, found.remark or tracked)
    found = _by_path(own, book)
    if found is None:
        return None
    whole = [piece for piece in kept if _name(piece) not in _PARTS]
    if whole and own.path.endswith("/index.php"):
        # A query of the program that was there before WordPress.
        return Found(as_written(own), NOWHERE if book.is_whole else "")
    remark = found.remark or (OTHER_FORM if len(whole) < len(kept) else tracked)
    return Found(f"{found.address}?{'&'.join(whole)}" if whole else found.address, remark)


def _name(piece: str) -> str:
    return piece.partition("=")[0]


def _by_query(own: OwnAddress, asked: Mapping[str, str], book: AddressBook) -> Found | None:
    """Read a query of WordPress's own (`WP_Query::parse_query`)."""
    number = next((whole_number(asked[name]) for name in _NUMBERS if name in asked), None)
    if number is not None:
        return _by_number(number, own, book)
    if not is_front(own.path, book):
        return None
    return next((Found(place) for read in _QUERIES if (place := read(asked, book))), None)


def _by_number(number: int, own: OwnAddress, book: AddressBook) -> Found | None:
    found = found_item(number, own, book)
    if found is not None or own.trust is not Trust.SITE:
        return found
    if not is_front(own.path, book):
        return None
    return Found(as_written(own), NOWHERE if book.is_whole else UNKNOWN)


def found_item(number: int, own: OwnAddress, book: AddressBook) -> Found | None:
    """Give where an item is now: an article its place, a picture its file; one that is not public stays as written."""
    if number in book.hidden_ids:
        return Found(as_written(own), HIDDEN)
    if number in book.media:
        return Found(book.media[number].address, TO_FILE)
    return Found(book.places[number]) if number in book.places else None


def as_written(own: OwnAddress) -> str:
    """Give an address of the site's own with nothing of it changed but its form."""
    return f"{own.path}?{own.query}" if own.query else own.path


def _named(asked: Mapping[str, str], book: AddressBook) -> str:
    """Read `?pagename=about/team`, and `?recipe=soup` of a custom type."""
    names = (asked[key] for key in asked if key in _SLUGS or key in book.holds)
    number = next((number for name in names if (number := book.slugs.get(last_part(name), 0))), 0)
    return book.places.get(number, "")


def _term(asked: Mapping[str, str], book: AddressBook) -> str:
    """Read `?cat=3`, `?tag=rain`, `?category_name=weather/rain`, `?taxonomy=place&term=dover`, `?place=dover`."""
    if place := book.terms.get(book.term_ids.get(whole_number(asked.get("cat", "")), ("", ""))):
        return place
    keys = [(TAG, asked.get("tag", "")), (CATEGORY, asked.get("category_name", ""))]
    keys += [(asked.get("taxonomy", ""), asked.get("term", "")), *asked.items()]
    places = (book.terms.get((name, read_slug(last_part(slug)).text)) for name, slug in keys)
    return next((place for place in places if place), "")


def _author(asked: Mapping[str, str], book: AddressBook) -> str:
    return book.authors.get(whole_number(asked.get("author", ""))) or book.authors.get(asked.get("author_name", ""), "")


def _date(asked: Mapping[str, str], book: AddressBook) -> str:
    """Read `?m=202310` and `?year=2023&monthnum=10`."""
    joined = asked.get("m", "")
    parts = [asked.get(name, "") for name in ("year", "monthnum", "day")]
    parts = [joined[:4], joined[4:6], joined[6:8]] if joined else parts
    path = "/".join(part.zfill(2) for part in parts if part)
    return f"{book.folder}/{path}/" if _DATES.fullmatch(f"/{path}/") else ""


def _feed(asked: Mapping[str, str], book: AddressBook) -> str:
    feed = asked.get("feed", "")
    return {"": "", "atom": f"{book.folder}/feed/atom/"}.get(feed, f"{book.folder}/feed/") if len(asked) == 1 else ""


_QUERIES: tuple[Callable[[Mapping[str, str], AddressBook], str], ...] = (_named, _term, _author, _date, _feed)
"""Each reads one kind of query, giving the address that it means."""


def is_front(path: str, book: AddressBook) -> bool:
    """Tell whether a path is that of the front page, or of the program behind it."""
    return path.removeprefix(book.folder) in ("/", "", "/index.php")


def _by_path(own: OwnAddress, book: AddressBook) -> Found | None:
    path = own.path
    if is_front(path, book):
        return Found(f"{book.folder}/")
    for form in (path, path.replace("/index.php/", "/", 1), path.replace("/attachment/", "/", 1)):
        if number := book.item_at(form):
            return _placed(number, form, own, book)
        if archive := book.archive_at(form):
            return Found(archive)
    return _other_form(own, book) or _unknown(own, book)


def _placed(number: int, path: str, own: OwnAddress, book: AddressBook) -> Found | None:
    found = found_item(number, own, book)
    if found is None or found.remark or found.address.strip("/").lower() == path.strip("/").lower():
        return found
    return Found(found.address, FORMER)


def _other_form(own: OwnAddress, book: AddressBook) -> Found | None:
    """Read a feed, a part, a printed or an AMP form: of an article the article itself, of a list what it is."""
    path = own.path
    for _ in range(_MOST_FORMS):
        form = _FORMS.search(path)
        if form is None:
            return None
        path = f"{path[: form.start()]}/"
        if number := book.item_at(path):
            found = found_item(number, own, book)
            return found and Found(found.address, found.remark or OTHER_FORM)
        if book.archive_at(path) or is_front(path, book):
            return Found(own.path)
    return None


def _unknown(own: OwnAddress, book: AddressBook) -> Found | None:
    """Read a path that is neither an item's nor a term's."""
    below = own.path.removeprefix(book.folder)
    if _DATES.fullmatch(below) or _BESIDE.fullmatch(below):
        return Found(own.path)
    if own.trust is not Trust.SITE:
        return None
    if not book.is_whole:
        return Found(own.path)
    if guessed := _guess(below, book):
        return Found(guessed, GUESSED)
    return Found(own.path, NO_FILE if extension(own.path) not in ("", *PROGRAMS) else NOWHERE)


def _guess(path: str, book: AddressBook) -> str:
    """Give the one article, or else the one term, that a path ends like (`redirect_guess_404_permalink`).

    Plugins leave `/category/` out of addresses, and settings have other words for it and for `/tag/`.
    """
    slug = last_part(path).lower().removesuffix(".html")
    category = book.terms.get((CATEGORY, slug), "")
    if base := _LISTS.match(path):
        return category if base[1] == CATEGORY else ""
    if number := book.slugs.get(slug, 0):
        return book.places[number]
    tag = book.terms.get((TAG, slug), "") if path.strip("/").count("/") else ""
    return "" if category and tag else category or tag
