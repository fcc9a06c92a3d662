"""The second reading of an export: one item at a time becomes an article."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime, timezone
from html import unescape

from ..addresses import permalink
from ..dates import read_date, read_feed_date
from ..footnotes import read_footnotes
from ..former_addresses import former_addresses
from ..model import CATEGORY, Article, Note, Site
from ..plain_text import plain_words
from ..seo_fields import read_seo
from ..slugs import read_slug
from ..whole_numbers import whole_number
from .wxr_comments import count_unseen, read_comments
from .wxr_item import Item
from .wxr_survey import Survey
from .wxr_terms import format_of
from .wxr_types import STATUSES, status_of

KNOWN_FIELDS = ("footnotes", "newspack_post_subtitle", "enclosure")
"""Fields that are read, or that WordPress makes by itself (`do_enclose`)."""
PLUGIN_FIELDS = ("rank_math_", "cap-")
"""What fields of plugins that are read elsewhere, or have no meaning elsewhere, begin with."""
SEPARATOR = "-"
"""Yoast's own; what a site has chosen instead is not in an export."""


def read_article(item: Item, found: Survey, site: Site, where: str) -> Article:
    """Give an item as an article."""
    article = replace(_from_row(item, found, site), where=where)
    return _with_meta(article, item, _variables(article, found, site))


def _from_row(item: Item, found: Survey, site: Site) -> Article:
    """Read what stands in the item's own row, and its terms and comments."""
    title, slug = plain_words(item.field("title")), read_slug(item.field("wp:post_name"))
    terms, term_notes = found.terms.of(item)
    said = (note for notes_of in NOTES for note in notes_of(item, site))
    address = permalink(item.field("link"), site.address)
    return Article(
        type=read_slug(item.type).text,
        title=title.text,
        status=status_of(item),
        body=item.fields.get("content:encoded", ""),
        id=item.number("wp:post_id") or None,
        slug=slug.text,
        permalink=address,
        former_addresses=_former(address, slug.text, item, found),
        # Stored with its ampersands as entities; feeds are read without.
        guid=unescape(item.field("guid")).strip(),
        published=_published(item, found.usual),
        modified=read_date(item.field("wp:post_modified"), item.field("wp:post_modified_gmt"), found.usual),
        authors=found.bylines.slugs_of(item),
        terms=terms,
        excerpt=item.field("excerpt:encoded"),
        parent=item.number("wp:post_parent"),
        format=format_of(item.terms),
        sticky=item.field("wp:is_sticky") == "1",
        comments_open=item.field("wp:comment_status") == "open",
        comments=read_comments(item.comments, found.usual),
        notes=(*item.notes, *title.notes, *slug.notes, *term_notes, *said),
    )


def _former(address: str, slug: str, item: Item, found: Survey) -> tuple[str, ...]:
    """Give the former addresses that no other item has, or had before."""
    number = item.number("wp:post_id")
    return tuple(old for old in former_addresses(address, slug, item.former) if found.former.get(old) == number)


def _with_meta(article: Article, item: Item, variables: Mapping[str, str]) -> Article:
    """Read what WordPress and plugins keep in post meta."""
    subtitle = plain_words(item.meta.get("newspack_post_subtitle", ""), "a subtitle")
    footnotes, footnote_notes = read_footnotes(item.meta.get("footnotes", ""))
    seo = read_seo(item.meta, variables)
    return replace(
        article,
        subtitle=subtitle.text,
        featured=whole_number(item.meta.get("_thumbnail_id", "")),
        seo_title=seo.title,
        seo_description=seo.description,
        noindex=seo.noindex,
        canonical=seo.canonical,
        footnotes=footnotes,
        notes=(*article.notes, *subtitle.notes, *footnote_notes, *seo.notes),
    )


def _published(item: Item, usual: timezone) -> datetime | None:
    date = read_date(item.field("wp:post_date"), item.field("wp:post_date_gmt"), usual)
    return date or read_feed_date(item.field("pubDate"), usual)


def _variables(article: Article, found: Survey, site: Site) -> dict[str, str]:
    """Give what the variables of search engine plugins stand for; none without a meaning in this article."""
    byline = ", ".join(found.bylines.authors[slug].name for slug in article.authors)
    category = next((key.name for key in article.terms if key.taxonomy == CATEGORY), "")
    own = {"excerpt": plain_words(article.excerpt).text, "category": category, "name": byline}
    fixed = {"title": article.title, "sitename": site.title, "sitedesc": site.tagline, "sep": SEPARATOR, "page": ""}
    return fixed | {name: value for name, value in own.items() if value}


def _status_notes(item: Item, _: Site) -> tuple[Note, ...]:
    status = item.field("wp:status")
    if status in STATUSES:
        return ()
    return (Note("unknown status read as draft", f"{status[:100]!r}" if status else "it has none", review=True),)


def _address_notes(item: Item, site: Site) -> tuple[Note, ...]:
    """Say when an item's address is not one of the site's own: another host's, or one that climbs (`/../`)."""
    link = item.field("link")
    if not link or "?" in link or permalink(link, site.address):
        return ()
    return (
        Note("old address not kept", f"{link[:200]!r} is no address on {site.address or 'a known site'}", review=True),
    )


def _comment_notes(item: Item, _: Site) -> tuple[Note, ...]:
    unseen: Counter[str] = count_unseen(item.comments)
    counts = ((f"{count} comment" if count == 1 else f"{count} comments", reason) for reason, count in unseen.items())
    return tuple(Note("comments left out", f"{counted} {reason}") for counted, reason in counts)


def _field_notes(item: Item, _: Site) -> tuple[Note, ...]:
    """Name the custom fields that stay behind. Those that begin with `_` are hidden from editors: a plugin's own."""
    left = (key for key in item.meta if key and not key.startswith(("_", *PLUGIN_FIELDS)) and key not in KNOWN_FIELDS)
    return tuple(Note("custom field left behind", key[:200]) for key in left)


NOTES: tuple[Callable[[Item, Site], tuple[Note, ...]], ...] = (
    _status_notes,
    _address_notes,
    _comment_notes,
    _field_notes,
)
"""What is said of an item beside what its fields say themselves."""
