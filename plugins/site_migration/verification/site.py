"""The old site as its export describes it: what was public, and what items refer to."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple
from urllib.parse import urlsplit

from .export import Account, Comment, Item, Record, SiteFact, Source, Term
from .locations import OldSite
from .markup import read_markup

FURNITURE = frozenset({
    "nav_menu_item", "wp_block", "wp_global_styles", "wp_template", "wp_template_part", "wp_navigation",
    "wp_font_family", "wp_font_face", "custom_css", "customize_changeset", "oembed_cache", "guest-author",
    "revision", "acf-field", "acf-field-group",
})  # fmt: skip
"""Types of WordPress and its plugins that are no pages, and whose text is shown by others or is no text."""
PRIVATE = frozenset({
    "feedback", "flamingo_inbound", "flamingo_contact", "nf_sub", "shop_order", "shop_order_refund", "shop_coupon",
    "edd_payment", "jp_pay_order", "scheduled-action", "user_request",
})  # fmt: skip
"""Types that hold what readers wrote to the site or bought from it: no one else ever saw them."""
NOTES = frozenset({"note", "order_note", "webhook_delivery", "action_log"})
"""Types of comments that are no readers' comments."""
NOT_SHOWN = frozenset({"spam", "trash", "draft", "pending", "future", "private", "auto-draft"})


@dataclass(frozen=True, slots=True)
class Attachment:
    """A picture or another file."""

    url: str
    """Where the file is."""
    caption: str
    """HTML."""
    parent: int
    """The item that it was uploaded to."""


@dataclass(slots=True)
class Public:
    """What the addresses of public items need."""

    path: str
    """The old address's path and query."""
    type: str
    """`post`, `page` or a custom type."""


class Version(NamedTuple):
    """One version of an item."""

    changed: str
    """When it was last changed, or else written."""
    source: int
    """Which source has it so."""
    form: str
    """In which form."""


@dataclass(slots=True)
class Site:
    """What has to be known before the first item can be proven."""

    facts: dict[str, str] = field(default_factory=dict)
    """Title, address and language of the site."""
    accounts: dict[str, str] = field(default_factory=dict)
    """Names by login, guest authors among them."""
    terms: dict[tuple[str, str], Term] = field(default_factory=dict)
    """By taxonomy and slug."""
    attachments: dict[int, Attachment] = field(default_factory=dict)
    """By number."""
    hanging: dict[int, list[int]] = field(default_factory=dict)
    """Attachments by the item that they were uploaded to."""
    patterns: dict[int, str] = field(default_factory=dict)
    """Bodies of synced patterns."""
    public: dict[int, Public] = field(default_factory=dict)
    """Public items by number."""
    hidden: set[int] = field(default_factory=set)
    """Numbers of items that were not public."""
    secluded: set[str] = field(default_factory=set)
    """Places of items that were not public."""
    withdrawn: dict[int, tuple[str, str]] = field(default_factory=dict)
    """Slug and headline of items that were not public: a page saved before may show one under a lost address."""
    newest: dict[int, Version] = field(default_factory=dict)
    """Which version of each item counts: several exports may overlap."""
    pages: dict[str, str] = field(default_factory=dict)
    """Files of attachments, by the old addresses of their pages."""
    old: OldSite = field(default_factory=lambda: OldSite(frozenset()))
    """Its own addresses."""


def survey(sources: Iterable[Source]) -> Iterator[tuple[Site, Record]]:
    """Give each record of the sources, with the site as far as it is known by then."""
    site = Site()
    for number, source in enumerate(sources):
        for record in source.records():
            _note(site, (number, source.form), record)
            yield site, record


def items(sources: Iterable[Source], site: Site) -> Iterator[Item]:
    """Give each item once, in the version that counts."""
    for number, source in enumerate(sources):
        for record in source.records():
            if isinstance(record, Item) and site.newest.get(record.id) == _version(record, (number, source.form)):
                yield record


def _version(item: Item, source: tuple[int, str]) -> Version:
    return Version(item.modified or item.date, *source)


def _counts(site: Site, item: Item, version: Version) -> bool:
    """Tell whether a version counts more than those before: it is newer, or as old and says no more than is certain.

    Of two forms that differ at one time the one counts that hides the item; of two in one form, the later one.
    """
    before = site.newest.get(item.id)
    if before is None or version.changed != before.changed:
        return before is None or version.changed > before.changed
    return version.form == before.form or is_hidden(item) or item.id not in site.hidden


def _note(site: Site, source: tuple[int, str], record: Record) -> None:
    if isinstance(record, SiteFact):
        site.facts[record.name] = record.value
        if record.name.startswith("base_") or record.name == "link":
            site.old = _own_addresses(site)
    elif isinstance(record, Account):
        site.accounts[record.login.casefold()] = record.name
    elif isinstance(record, Term):
        site.terms[record.taxonomy, record.slug] = record
    elif _counts(site, record, version := _version(record, source)):
        site.newest[record.id] = version
        _note_item(site, record)


def _own_addresses(site: Site) -> OldSite:
    addresses = [urlsplit(site.facts.get(name, "")) for name in ("base_blog_url", "base_site_url", "link")]
    hosts = frozenset(address.netloc.lower().removeprefix("www.") for address in addresses if address.netloc)
    blog = addresses[0] if addresses[0].netloc else addresses[2]
    return OldSite(hosts, blog.path.rstrip("/"))


def _note_item(site: Site, item: Item) -> None:
    site.public.pop(item.id, None)
    site.hidden.discard(item.id)
    site.withdrawn.pop(item.id, None)
    if item.type == "attachment":
        if item.parent and item.id not in site.attachments:
            site.hanging.setdefault(item.parent, []).append(item.id)
        site.attachments[item.id] = Attachment(item.file, item.excerpt, item.parent)
        site.pages[site.old.place(path_of(item))] = item.file
    elif item.type == "wp_block" and item.status == "publish":
        site.patterns[item.id] = item.body
    elif item.type == "guest-author":
        name = item.meta.get("cap-display_name") or item.title
        login = item.meta.get("cap-user_login") or item.slug.removeprefix("cap-")
        site.accounts[login.casefold()] = name
    elif is_public(item):
        site.public[item.id] = Public(path_of(item), item.type)
        site.secluded.discard(site.old.place(path_of(item)))
    elif is_hidden(item):
        site.hidden.add(item.id)
        site.withdrawn[item.id] = item.slug.removesuffix("__trashed"), " ".join(read_markup(item.title).words)
        site.secluded.add(site.old.place(path_of(item)))


def is_public(item: Item) -> bool:
    """Tell whether everyone could read an item at an address of its own."""
    if item.status != "publish" or item.password or item.type in FURNITURE | PRIVATE:
        return False
    if item.type in {"post", "page"}:
        return True
    # A type that the site does not show has no permalink: WordPress gives `/?post_type=x&p=12`.
    return item.type != "attachment" and urlsplit(item.link).query == "" and path_of(item) != "/"


def is_hidden(item: Item) -> bool:
    """Tell whether an item was kept from readers, and its text with it."""
    if item.type in FURNITURE or (item.type == "attachment" and item.status not in NOT_SHOWN):
        return False
    return not is_public(item)


def path_of(item: Item) -> str:
    """Give the path and the query of an item's old address."""
    parts = urlsplit(item.link)
    return (parts.path or "/") + (f"?{parts.query}" if parts.query else "")


def was_shown(comment: Comment) -> bool:
    """Tell whether readers saw a comment: approved, and no note that editors or a shop keep among the comments."""
    return comment.is_shown and comment.type not in NOTES


def shown_comments(item: Item) -> list[Comment]:
    """Give the comments of an item that readers saw."""
    return [comment for comment in item.comments if was_shown(comment)]


def bylines(item: Item, site: Site) -> list[list[str]]:
    """Give who wrote an item, its co-authors (Co-Authors Plus) or its account, each with the names that would do.

    An export may lack the account, and a co-author's term holds a login or a name; an e-mail address that serves as a
    login is no name to show.
    """
    people = [[name, slug.removeprefix("cap-")] for taxonomy, slug, name in item.terms if taxonomy == "author"]
    if not people and item.creator:
        people = [[item.creator]]
    return [_names(person, site) for person in people]


def _names(person: list[str], site: Site) -> list[str]:
    known = [site.accounts[login.casefold()] for login in person if login.casefold() in site.accounts]
    return known or [name.partition("@")[0] for name in person]


def used_terms(counts: Counter[tuple[str, str]], site: Site) -> Iterator[tuple[Term, int]]:
    """Give each category and tag of the site, with how many public items have it."""
    for key, term in site.terms.items():
        if key[0] in {"category", "post_tag"}:
            yield term, counts[key]
