"""One article becomes one Markdown file: front matter from its facts, Markdown from its body."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from html import unescape

from markdown_articles.addresses import address_of
from markdown_articles.front_matter import Comments, FrontMatter, dump
from markdown_articles.front_matter import Status as Visibility
from markdown_articles.round_trip import Conversion, Form
from wordpress_export.body import CleanBody
from wordpress_export.model import Article, Author, Media, Note, Status

from .placement import Place
from .terms import TermNames

WORDS_OF_A_TITLE = 8
"""So many words of the body name an article that had no title."""

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

    bylines: Mapping[str, str]
    """How front matter names each author, by slug."""
    terms: TermNames
    """How front matter names each term."""
    media: Mapping[int, Media]
    """By id."""
    pattern: str
    """The pattern of the site's addresses."""


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
    notes: tuple[Note, ...]
    """Of source, place, body, conversion and composition."""


def compose(converted: Converted, newsroom: Newsroom) -> Composed:
    """Give the file of an article."""
    article, place = converted.article, converted.place
    front, remarks = _front_matter(converted, newsroom)
    notes = (*article.notes, *place.notes, *converted.body.notes, *_differences(converted.markdown), *remarks)
    front = replace(
        front,
        permalink=_permalink_if_needed(front, place, newsroom.pattern),
        review=tuple(_sentence(note) for note in notes if note.review),
    )
    return Composed(
        text=dump(front, converted.markdown.markdown),
        address=address_of(front, place.file, newsroom.pattern) if article.status is Status.PUBLISHED else "",
        words=len(converted.markdown.markdown.split()),
        notes=notes,
    )


def _front_matter(converted: Converted, newsroom: Newsroom) -> tuple[FrontMatter, list[Note]]:
    article = converted.article
    remarks: list[Note] = []
    picture = _picture(article, newsroom, remarks)
    front = FrontMatter(
        title=article.title.strip() or _title_from_body(converted, remarks),
        subtitle=_plain(article.subtitle, "subtitle", remarks),
        date=article.published,
        modified=article.modified if article.modified != article.published else None,
        slug=converted.place.slug,
        authors=tuple(newsroom.bylines.get(slug, slug) for slug in article.authors),
        categories=newsroom.terms.categories_of(article),
        tags=newsroom.terms.tags_of(article),
        summary=_plain(article.excerpt, "excerpt", remarks),
        image=picture.address,
        image_alt=picture.alt,
        image_caption=_plain(picture.caption, "caption of the lead picture", remarks),
        image_credit=picture.credit,
        related=article.related,
        kind=article.format,
        status=VISIBILITY[article.status],
        wordpress_id=article.id,
        extra=newsroom.terms.others_of(article),
    )
    return _with_settings(front, article), remarks


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


def _permalink_if_needed(front: FrontMatter, place: Place, pattern: str) -> str:
    """Give the old address where file, date and slug do not lead to it by themselves."""
    return place.permalink if place.permalink and place.permalink != address_of(front, place.file, pattern) else ""


def _title_from_body(converted: Converted, remarks: list[Note]) -> str:
    """Name an article that had no title: WordPress allows that, lists and feeds do not."""
    words = unescape(_TAG.sub(" ", converted.body.html)).split()
    name = " ".join(words[:WORDS_OF_A_TITLE]) + ("…" if len(words) > WORDS_OF_A_TITLE else "")
    title = name or converted.place.slug or "Untitled"
    remarks.append(Note("article without a title", f"it is called: {title}", review=True))
    return title


def _picture(article: Article, newsroom: Newsroom, remarks: list[Note]) -> Media:
    """Give the lead picture; an empty one where there is none."""
    picture = newsroom.media.get(article.featured)
    if picture is not None:
        return picture
    if article.featured:
        remarks.append(Note("lead picture not in the export", f"attachment {article.featured}", review=True))
    return Media(id=0, address="", alt=article.image_alt, caption=article.image_caption)


def bylines_of(authors: Mapping[str, Author]) -> dict[str, str]:
    """Name each author as the byline does, or by slug where two have the same name."""
    namesakes = Counter(author.name for author in authors.values())
    return {slug: author.name if namesakes[author.name] == 1 else slug for slug, author in authors.items()}


_TAG = re.compile(r"<[^>]*>")


def _plain(html: str, field: str, remarks: list[Note]) -> str:
    """Give the words of a short text that front matter keeps plain; note the markup that goes."""
    if "<" not in html and "&" not in html:
        return " ".join(html.split())
    if _TAG.search(html):
        remarks.append(Note(f"markup taken out of the {field}", html.strip()))
    return " ".join(unescape(_TAG.sub("", html)).split())


def _differences(conversion: Conversion) -> Iterator[Note]:
    if conversion.form is Form.DIFFERS:
        for difference in conversion.differences:
            yield Note("reads differently as Markdown", difference, review=True)


def _sentence(note: Note) -> str:
    return f"{note.kind}: {note.detail}" if note.detail else note.kind
