"""One article becomes one Markdown file: front matter from its facts, Markdown from its body."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import PurePosixPath

from markdown_articles.front_matter import Comments, FrontMatter, dump
from markdown_articles.front_matter import Status as Visibility
from markdown_articles.round_trip import Conversion, Difference, Form
from wordpress_export.body import CleanBody
from wordpress_export.model import Article, Media, Note, Status
from wordpress_export.plain_text import plain_words

from .former_places import further_pages
from .media.references import files_in
from .naming import Names, other_terms_of
from .placement import Place

WORDS_OF_A_TITLE = 8
"""So many words of the body name an article that had no title."""

KINDS = frozenset({"gallery", "video"})
"""Post formats that are kinds of article to a newspaper too."""

NO_PICTURES = frozenset({".pdf", ".mp3", ".m4a", ".ogg", ".wav", ".mp4", ".mov", ".webm", ".zip", ".doc", ".docx"})
"""Endings of attachments that WordPress lets an editor choose as a lead picture all the same."""

FORMAT = "post_format"
"""Under this name the other formats stand among the `extra` fields."""

GUID = "guid"
"""Under this name news_metadata looks for a guid among the `extra` fields."""

PAGE_BREAK = "page break"
"""What notes call a `<!--nextpage-->`."""

LONGEST_GUID = 255
"""Characters that WordPress stores of a guid; what is longer is none."""

VISIBILITY = {
    Status.PUBLISHED: Visibility.PUBLISHED,
    Status.DRAFT: Visibility.DRAFT,
    Status.PENDING: Visibility.DRAFT,
    Status.SCHEDULED: Visibility.DRAFT,
    Status.PRIVATE: Visibility.PRIVATE,
    Status.PASSWORD: Visibility.PRIVATE,
}
"""What front matter says of an article that the old site showed to these people. Trash is not written at all."""


@dataclass(frozen=True, slots=True)
class Newsroom:
    """The facts that front matter refers to. Shared by all articles; safe to hand to another process."""

    names: Names
    """How front matter names authors and terms."""
    media: Mapping[int, Media]
    """By id."""
    address: str = ""
    """Of the old site, as the newsroom's list has it: the build makes guids of it."""


@dataclass(frozen=True, slots=True)
class Converted:
    """An article with its place and its two bodies."""

    article: Article
    """As the source gave it."""
    place: Place
    """Its file and address."""
    body: CleanBody
    """The body as clean HTML."""
    markdown: Conversion
    """The body as Markdown, with its proof."""


@dataclass(frozen=True, slots=True)
class Composed:
    """A finished file."""

    text: str
    """Front matter and Markdown."""
    address: str
    """Where the built site shows it; empty where it does not."""
    words: int
    """Of the body."""
    files: tuple[str, ...]
    """Addresses of the files that it refers to."""
    notes: tuple[Note, ...]
    """Of source, place, body, conversion and composition."""


def compose(converted: Converted, newsroom: Newsroom) -> Composed:
    """Give the file of an article."""
    article, place = converted.article, converted.place
    front, remarks = _front_matter(converted, newsroom)
    shown = _is_shown(article, remarks)
    notes = (*article.notes, *place.notes, *converted.body.notes, *_differences(converted.markdown), *remarks)
    front = replace(front, review=tuple(note.sentence for note in notes if note.review))
    return Composed(
        text=dump(front, converted.markdown.markdown),
        address=place.address if shown else "",
        words=len(converted.markdown.markdown.split()),
        files=(*filter(None, [front.image]), *files_in(converted.body.html)),
        notes=notes,
    )


def _is_shown(article: Article, remarks: list[Note]) -> bool:
    """Tell whether a build shows an article now: one dated in the future waits for its date, whatever its status."""
    if article.status is not Status.PUBLISHED:
        return False
    if article.type != "post" or article.published is None or article.published <= datetime.now(UTC):
        return True
    remarks.append(
        Note("public, and dated in the future: not built before", f"{article.published:%F %R%z}", review=True)
    )
    return False


def _front_matter(converted: Converted, newsroom: Newsroom) -> tuple[FrontMatter, list[Note]]:
    article = converted.article
    remarks: list[Note] = []
    picture = _picture(article, newsroom, remarks)
    front = FrontMatter(
        title=article.title.strip() or _title_from_body(converted, remarks),
        subtitle=_plain(article.subtitle, "subtitle", remarks),
        date=article.published,
        modified=article.modified if article.modified != article.published else None,
        permalink=converted.place.permalink,
        slug=converted.place.slug,
        authors=newsroom.names.bylines_of(article),
        categories=newsroom.names.categories_of(article),
        tags=newsroom.names.tags_of(article),
        summary=_plain(article.excerpt, "excerpt", remarks),
        image=picture.address,
        image_alt=picture.alt,
        image_caption=_plain(picture.caption, "caption of the lead picture", remarks),
        image_credit=picture.credit,
        related=tuple(dict.fromkeys((*article.related, *converted.body.related))),
        kind=article.format if article.format in KINDS else "",
        status=VISIBILITY[article.status],
        wordpress_id=article.id,
        aliases=(*article.former_addresses, *_further_pages(converted)),
        extra=_extra(converted, newsroom),
    )
    return _with_settings(front, article), remarks


def _further_pages(converted: Converted) -> tuple[str, ...]:
    """Give the addresses of the pages 2, 3 … of an article that had page breaks and was public."""
    breaks = sum(note.count for note in converted.body.notes if note.kind == PAGE_BREAK)
    is_public = converted.article.status is Status.PUBLISHED
    return further_pages(converted.place.address, breaks + 1) if is_public else ()


def _extra(converted: Converted, newsroom: Newsroom) -> dict[str, str]:
    """Give what has no key of its own."""
    article = converted.article
    form = {FORMAT: article.format} if article.format not in {"", *KINDS} else {}
    return other_terms_of(article) | form | _guid(converted, newsroom.address)


def _guid(converted: Converted, address: str) -> dict[str, str]:
    """Give the guid of an article that was in feeds, where it is not the one that the build makes.

    It is of the day when the article was begun: with the host of then, or `http`, or from another program altogether.
    """
    article = converted.article
    was_in_feeds = article.status is Status.PUBLISHED and not converted.place.file.startswith("pages/")
    is_made = article.guid == f"{address.rstrip('/')}/?p={article.id}"
    is_whole = article.guid.isprintable() and len(article.guid) <= LONGEST_GUID
    return {GUID: article.guid} if article.guid and was_in_feeds and is_whole and not is_made else {}


def _with_settings(front: FrontMatter, article: Article) -> FrontMatter:
    """Add what an editor ticked or filled in beside the text."""
    return replace(
        front,
        sticky=article.sticky,
        comments=Comments.OPEN if article.comments_open else None,
        seo_title=article.seo_title,
        seo_description=article.seo_description,
        noindex=article.noindex,
        canonical=article.canonical,
    )


def _title_from_body(converted: Converted, remarks: list[Note]) -> str:
    """Name an article that had no title: WordPress allows that, lists and feeds do not."""
    words = plain_words(converted.body.html, "the body").text.split()
    name = " ".join(words[:WORDS_OF_A_TITLE]) + ("…" if len(words) > WORDS_OF_A_TITLE else "")
    title = name or converted.place.slug or "Untitled"
    remarks.append(Note("article without a title", f"it is called: {title}", review=True))
    return title


def _picture(article: Article, newsroom: Newsroom, remarks: list[Note]) -> Media:
    """Give the lead picture; an empty one where there is none."""
    picture = newsroom.media.get(article.featured)
    if picture is not None and PurePosixPath(picture.address.lower()).suffix not in NO_PICTURES:
        return picture
    if picture is not None:
        remarks.append(Note("lead picture that is no picture", picture.address, review=True))
    elif article.featured and not article.image:
        remarks.append(Note("lead picture not in the export", f"attachment {article.featured}", review=True))
    return Media(
        id=0, address=article.image, alt=article.image_alt, caption=article.image_caption, credit=article.image_credit
    )


def _plain(html: str, field: str, remarks: list[Note]) -> str:
    """Give the words of a short text that front matter keeps plain; note the markup that goes."""
    words = plain_words(html, f"the {field}")
    remarks.extend(words.notes)
    return words.text


def _differences(conversion: Conversion) -> Iterator[Note]:
    if conversion.form is Form.DIFFERS:
        for difference in conversion.differences:
            yield differs("reads differently as Markdown", difference)


def differs(kind: str, difference: Difference, where: str = "") -> Note:
    """Give the note on a place of which the proof says that it shows something else."""
    before, after = difference.before, difference.after
    sort = "" if before and after else "lost:" if before else "added:"
    return Note(kind, " ".join(filter(None, (where, sort))), review=True, before=before, after=after)
