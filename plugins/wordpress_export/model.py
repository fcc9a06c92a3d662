"""What a WordPress site is made of, as typed and frozen values.

Sources parse into these at the border; nothing behind the border sees XML or JSON again. Collections are tuples,
moments are aware datetimes, addresses on the old site are root-relative (`/2023/10/slug/`), and terms, media and
authors are referred to by key, so that an `Export` holds each of them once.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .glimpses import Glimpse

CATEGORY = "category"
"""The taxonomy of categories, as WordPress calls it."""
TAG = "post_tag"
"""The taxonomy of tags, as WordPress calls it."""


class Status(StrEnum):
    """Who could see an item on the old site (`wp_posts.post_status`, and the password beside it)."""

    PUBLISHED = "published"
    """Everyone."""
    DRAFT = "draft"
    """Its editors; also `auto-draft`, and any status of a plugin's that we do not know."""
    PENDING = "pending"
    """Its editors; it waits for review."""
    SCHEDULED = "scheduled"
    """Everyone from its date on (`future`)."""
    PRIVATE = "private"
    """Signed-in editors alone."""
    PASSWORD = "password"  # noqa: S105  # the name of a status, no secret
    """Whoever has the password, which never leaves the export."""
    TRASH = "trash"
    """No one; it waits to be deleted."""


class BodyForm(StrEnum):
    """In what form a source gives a body."""

    WORDPRESS = "wordpress"
    """As the database has it: blocks or classic text, shortcodes, line breaks that mean paragraphs."""
    RENDERED = "rendered"
    """As WordPress showed it (`the_content`): its HTML, with the classes of blocks, galleries, players and embeds."""
    HTML = "html"
    """Clean semantic HTML already; only the checks for hostile markup and old addresses are left to do."""


class RawForm(StrEnum):
    """In what form raw material is. The order is that of trust: what comes first is believed first."""

    WXR = "export file"
    """WordPress's own export."""
    REST = "REST answers"
    """Answers of the site's interface, `wp/v2`."""
    PAGE = "saved page"
    """Pages as browsers got them."""
    TEXT = "text dump"
    """The text of pages, copied from a browser."""


class CommentKind(StrEnum):
    """What sent a comment (`wp_comments.comment_type`)."""

    COMMENT = "comment"
    """A person."""
    PINGBACK = "pingback"
    """Another site's WordPress, on its own."""
    TRACKBACK = "trackback"
    """Another site, by hand."""


@dataclass(frozen=True, slots=True)
class Site:
    """Facts about the old site as a whole."""

    address: str
    """Its home, scheme and host and folder, without a slash at the end: `https://news.example`. Empty when unknown."""
    title: str = ""
    """The name in its masthead."""
    tagline: str = ""
    """The line under the name."""
    language: str = ""
    """BCP 47, as WordPress gives it: `en-US`."""


@dataclass(frozen=True, slots=True)
class Author:
    """A person with a byline."""

    slug: str
    """The last part of the address of the author's page (`user_nicename`, or the login made into one)."""
    name: str
    """As the byline prints it."""
    login: str = ""
    """What articles refer to the author by in the export; never published."""
    bio: str = ""
    """Plain text."""
    website: str = ""
    """Absolute address."""
    id: int = 0
    """`wp_users.ID`, for `?author=3`; 0 where the source has none."""


@dataclass(frozen=True, slots=True)
class Term:
    """A category, a tag, or a term of a custom taxonomy."""

    taxonomy: str
    """`category`, `post_tag`, or the custom taxonomy's own name."""
    slug: str
    """Decoded: `επίπεδο`, not `%ce%b5…`. Unique in its taxonomy."""
    name: str
    """As people read it."""
    parent: str = ""
    """The parent's slug; empty at the top."""
    description: str = ""
    """Plain text or simple HTML, as typed."""
    id: int = 0
    """`wp_terms.term_id`, for `?cat=3`; 0 where the source has none."""


@dataclass(frozen=True, slots=True)
class TermKey:
    """What an article says of a term: enough to find it, and to make it where the export's list lacks it."""

    taxonomy: str
    """As in `Term`."""
    slug: str
    """As in `Term`."""
    name: str
    """As in `Term`."""


@dataclass(frozen=True, slots=True)
class Media:
    """An attachment: a picture or another file."""

    id: int
    """`wp_posts.ID`."""
    address: str
    """Root-relative where it is the site's own (`/wp-content/uploads/…`), else absolute."""
    title: str = ""
    """Plain text."""
    alt: str = ""
    """Plain text (`_wp_attachment_image_alt`)."""
    caption: str = ""
    """Simple HTML (`post_excerpt`)."""
    description: str = ""
    """Simple HTML (`post_content`)."""
    credit: str = ""
    """Plain text (Newspack's `_media_credit`)."""
    parent: int = 0
    """The id of the article that it was uploaded to; 0 for none."""
    order: int = 0
    """`menu_order`: its place in a gallery without ids."""
    permalink: str = ""
    """Root-relative address of its attachment page."""
    scaled: str = ""
    """Address of the smaller or turned file that WordPress showed in its place (`-scaled`, `-rotated`), if it did."""
    origin: str = ""
    """Where the file lay, absolute, where that was another host than the site's own."""
    focus: str = ""
    """The point that must stay in sight when the picture is cropped, from the left and from above: `50% 30%`."""
    sizes: tuple[str, ...] = ()
    """Sizes of the copies that WordPress made, as their names end: `300x200` for `tide-300x200.jpg`."""


@dataclass(frozen=True, slots=True)
class Comment:
    """A reader's comment that the old site showed. E-mail and IP address are not read."""

    id: int
    """`wp_comments.comment_ID`."""
    author: str
    """The name as signed."""
    written: datetime | None
    """Aware."""
    body: str
    """As stored: simple HTML with line breaks that mean paragraphs."""
    website: str = ""
    """Absolute http(s) address, or empty."""
    parent: int = 0
    """The id of the comment that it answers; 0 for none."""
    kind: CommentKind = CommentKind.COMMENT
    """A person's, or a machine's."""


@dataclass(frozen=True, slots=True)
class MenuItem:
    """One line of a menu, with the lines below it."""

    title: str
    """Plain text."""
    address: str
    """Root-relative where it is the site's own, else absolute. Empty for a bare heading."""
    items: tuple["MenuItem", ...] = ()
    """In order."""


@dataclass(frozen=True, slots=True)
class Menu:
    """A navigation menu."""

    slug: str
    """Its `nav_menu` term's slug."""
    name: str
    """Its `nav_menu` term's name."""
    items: tuple[MenuItem, ...]
    """In order."""


@dataclass(frozen=True, slots=True)
class Note:
    """Something that a person may want to know of: an alteration, a doubt, or a loss."""

    kind: str
    """A short phrase by which the report counts: `shortcode without a handler`."""
    detail: str = ""
    """What exactly, quoted from the source, in a line or two."""
    review: bool = False
    """Whether a person should look; the note then also stands in the front matter's `review`."""
    count: int = 1
    """How often it was there, where an article's many are one note."""
    before: str = ""
    """Of an alteration, what stood there; empty where something was added."""
    after: str = ""
    """Of an alteration, what stands there now; empty where nothing does."""

    @property
    def sentence(self) -> str:
        """All of it in one line; the kind alone where there is no more to say."""
        change = f"{self.before} → {self.after}" if self.before and self.after else self.before or self.after
        told = " ".join(filter(None, (self.detail, change)))
        sentence = f"{self.kind}: {told}" if told else self.kind
        return f"{sentence} ({self.count} times)" if self.count > 1 else sentence


@dataclass(frozen=True, slots=True)
class Article:
    """A post, a page, or an item of a custom type that had an address of its own."""

    type: str
    """`post`, `page`, or the custom type's name."""
    title: str
    """Plain text; empty is allowed in WordPress."""
    status: Status
    """Who could see it."""
    body: str
    """In the form that `body_form` says."""
    body_form: BodyForm = BodyForm.WORDPRESS
    """How `body` is to be read."""
    id: int | None = None
    """`wp_posts.ID`; none where the source has none."""
    slug: str = ""
    """Decoded, safe as a file name; empty where WordPress had not made one yet."""
    permalink: str = ""
    """Root-relative old address, decoded: `/2023/10/slug/`. Empty when unknown or when it was `?p=…`."""
    former_addresses: tuple[str, ...] = ()
    """Root-relative addresses that led here once and no longer lead anywhere else (`wp_old_slug_redirect`)."""
    guid: str = ""
    """`wp_posts.guid`, to the letter: by it readers of the old site's feeds know the article."""
    published: datetime | None = None
    """Aware, in the site's own offset; none where the source has no date. Never guessed."""
    modified: datetime | None = None
    """Aware."""
    authors: tuple[str, ...] = ()
    """Slugs, in the byline's order, each a key of `Export.authors`."""
    terms: tuple[TermKey, ...] = ()
    """In the export's order; the primary category first among the categories."""
    excerpt: str = ""
    """Plain text or simple HTML, as typed by an editor; never made from the body."""
    subtitle: str = ""
    """The dek, where a plugin kept one."""
    featured: int = 0
    """The id of the lead picture (`_thumbnail_id`); 0 for none."""
    image: str = ""
    """Only where a source has no media to refer to: the lead picture's address, as `Media` has it."""
    image_alt: str = ""
    """Only where a source has no media to refer to: the lead picture's alt."""
    image_caption: str = ""
    """Only where a source has no media to refer to: the lead picture's caption."""
    image_credit: str = ""
    """Only where a source has no media to refer to: who made the lead picture."""
    related: tuple[str, ...] = ()
    """Hand-picked stories by address, slug or title."""
    parent: int = 0
    """The id of the page above it."""
    format: str = ""
    """`aside`, `gallery`, `video` … (the `post_format` term without its prefix)."""
    sticky: bool = False
    """Pinned to the front page."""
    comments_open: bool = False
    """Whether readers could still comment."""
    comments: tuple[Comment, ...] = ()
    """Those that were approved, in order of id."""
    seo_title: str = ""
    """Of Yoast, Rank Math, All in One SEO or SEOPress, its variables expanded."""
    seo_description: str = ""
    """The same."""
    noindex: bool = False
    """The same."""
    canonical: str = ""
    """The same."""
    footnotes: tuple[tuple[str, str], ...] = ()
    """Id and HTML of each note (post meta `footnotes`)."""
    notes: tuple[Note, ...] = ()
    """What the source had to say while it read the article."""
    where: str = ""
    """Where it stands in the raw material: `export.xml, line 1042`."""


@dataclass(frozen=True, slots=True)
class SetAside:
    """Items of the export that are no articles: what became of how many."""

    type: str
    """`attachment`, `nav_menu_item`, `revision` …"""
    fate: str
    """`merged` into media, menus or patterns; or `skipped`."""
    reason: str
    """In plain words."""
    count: int
    """How many."""
    is_item: bool = True
    """Whether these are items of the export; comments, and other files of a folder, are none."""


@dataclass(frozen=True, slots=True)
class Defect:
    """Raw material that could not be read, so that something is lost."""

    where: str
    """File, and line where there is one."""
    what: str
    """What was lost, and why, in plain words."""
    remedy: str
    """What the migrator can do."""


@dataclass(frozen=True, slots=True)
class Origin:
    """What one raw form gave."""

    form: RawForm
    """In which form it was."""
    leads: int
    """How many articles are made of it."""
    led: int = 0
    """How many more it has, of which another file or form has a newer or more trusted copy."""


@dataclass(frozen=True, slots=True)
class Export:
    """A whole site: facts by reference, articles as a stream that may be read again and again."""

    site: Site
    """Facts about the site."""
    read_articles: Callable[[], Iterator[Article]]
    """Gives the articles in the source's order, one at a time; memory does not grow with their number."""
    article_count: int
    """How many `read_articles` gives, for the progress bar and for the ledger."""
    form: RawForm = RawForm.WXR
    """In what form it was."""
    origins: tuple[Origin, ...] = ()
    """Where several forms are joined, what each of them gave."""
    item_count: int = 0
    """How many items of any type the raw material holds, counted before anything becomes of them; 0 when unknown."""
    authors: Mapping[str, Author] = field(default_factory=dict)
    """By slug."""
    terms: Mapping[tuple[str, str], Term] = field(default_factory=dict)
    """By taxonomy and slug. No term is above itself: climbing from parent to parent comes to an end."""
    media: Mapping[int, Media] = field(default_factory=dict)
    """By id."""
    menus: tuple[Menu, ...] = ()
    """In the export's order."""
    patterns: Mapping[int, str] = field(default_factory=dict)
    """Bodies of synced patterns (`wp_block`) by id."""
    permalinks: Mapping[int, str] = field(default_factory=dict)
    """Root-relative old address of each public article and attachment page by id: for `?p=` links."""
    hidden: Mapping[int, str] = field(default_factory=dict)
    """The same of each article that is not public, empty where it had none: to know links to it, never to be shown."""
    former: Mapping[str, int] = field(default_factory=dict)
    """Ids by addresses that led to an article once (`_wp_old_slug`, `_wp_old_date`), and lead nowhere else now."""
    former_homes: tuple[str, ...] = ()
    """Hosts, with a folder where there is one, that the site's own items were published at: `old.example/blog`."""
    holds: frozenset[str] = frozenset()
    """Types of the items that the export has, and taxonomies that it lists: what it may be taken to have all of."""
    set_aside: tuple[SetAside, ...] = ()
    """Items that are no articles."""
    defects: tuple[Defect, ...] = ()
    """What could not be read, in the order met. `read_articles` finds no more of them."""
    read_glimpses: Callable[[], Iterator["Glimpse"]] | None = None
    """Gives the articles in short, in the same order, where the source can do that without reading them again."""
