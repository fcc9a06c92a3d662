"""What is asked of each article that was read from a raw form, and what is true."""

import html
import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import UTC
from functools import lru_cache
from types import MappingProxyType
from urllib.parse import unquote

from site_truth import Item, plain
from wordpress_export.model import CATEGORY, TAG, Article, Export, RawForm

_MOST_WORDS_AROUND = 4
_MONTHS = (
    "", "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Answer:
    """What a reading says of one field, beside the truth."""

    wanted: object
    """What is true."""
    given: object
    """What was read."""

    @property
    def is_right(self) -> bool:
        """Whether both are the same."""
        return self.wanted == self.given


@dataclass(frozen=True, slots=True)
class Reading:
    """One article as it was read, and what it should be."""

    item: Item
    """The truth."""
    article: Article
    """What was read."""
    export: Export
    """Where authors and media of it stand."""
    form: RawForm
    """In what form it was."""
    names_terms: bool
    """Whether the form has a list of the terms, with their names."""
    shown: str | None
    """The text of the file that it was read from; none where the form holds whatever the truth holds."""

    @property
    def is_text(self) -> bool:
        """Whether it is a text dump, which has no ids, addresses and pictures."""
        return self.form is RawForm.TEXT

    @property
    def shown_times(self) -> frozenset[str]:
        """The times of day that the material has: `9:07`."""
        return frozenset(re.findall(r"(?<!\d)\d{1,2}:\d{2}", self.shown or ""))

    def shows(self, words: str) -> bool:
        """Tell whether the material says this at all; what it does not say cannot be asked for."""
        if self.shown is None:
            return True
        return words != "" and re.search(rf"(?<![\w-]){re.escape(words)}(?![\w-])", self.shown) is not None


@lru_cache(maxsize=4)
def plain_lines(text: str) -> str:
    """Give a text with plain quotes and dashes, line by line."""
    return "\n".join(plain(html.escape(line)) for line in text.splitlines())


def _title(reading: Reading) -> Answer:
    return Answer(reading.item.title, plain(html.escape(reading.article.title)))


def _id(reading: Reading) -> Answer | None:
    item, given = reading.item, reading.article.id
    # `postid-7`, `post-7`, `?p=7`
    is_told = reading.shown is None or re.search(rf"(?:id-|post-|\bp=|page_id=){item.id}\b", reading.shown) is not None
    return Answer(item.id, given) if given or (is_told and not reading.is_text) else None


def _permalink(reading: Reading) -> Answer | None:
    item, given = reading.item, reading.article.permalink
    is_told = reading.shown is None or item.permalink in unquote(reading.shown)
    return Answer(item.permalink, given) if given or (is_told and item.permalink and not reading.is_text) else None


def _author(reading: Reading) -> Answer | None:
    names = [reading.export.authors[slug].name for slug in reading.article.authors]
    item = reading.item
    is_told = _has_byline(reading) if reading.is_text else reading.shows(item.author) and not item.is_page
    if not is_told and not names:
        return None
    return Answer([item.author], names)


def _has_byline(reading: Reading) -> bool:
    """Tell whether a text names the author in a line that can be a byline; a list of comments names writers too."""
    item = reading.item
    if item.author in {remark.author for remark in item.comments}:
        return False
    lines = (line for line in (reading.shown or "").splitlines() if item.author in line and " on " not in f"{line} ")
    return any(len(line.replace(item.author, "").split()) <= _MOST_WORDS_AROUND for line in lines)


def _date(reading: Reading) -> Answer | None:
    item, given = reading.item, reading.article.published
    if given is None:
        return Answer(item.clock, None) if _tells_date(reading) else None
    tells_time = reading.shown is None or not reading.shown_times.isdisjoint(_times(item))
    if reading.is_text or not (tells_time or any((given.hour, given.minute))):
        return Answer(item.clock.date(), given.date())
    # A page says what the site's clock showed, and the database's own two dates can contradict each other.
    clock = given.replace(tzinfo=UTC)
    if reading.shown is not None and not given.second and f"{item.clock:%H:%M:%S}" not in reading.shown:
        clock = clock.replace(second=item.clock.second)
    return Answer(item.clock, clock) if clock == item.clock else Answer(item.written, given.astimezone(UTC))


def _times(item: Item) -> frozenset[str]:
    return frozenset({f"{item.clock:%H:%M}", f"{item.clock:%I:%M}".removeprefix("0")})


def _tells_date(reading: Reading) -> bool:
    """Tell whether the material has the date: a page, the moment; lists of other articles show days too."""
    item = reading.item
    in_english = f"{_MONTHS[item.clock.month]} {item.clock.day}, {item.clock.year}"
    day = item.day or in_english
    if reading.shown is None or f"{item.clock:%Y-%m-%dT%H:%M}" in reading.shown:
        return True
    tells_day = reading.shows(day) and day not in item.rendering
    return tells_day and (reading.is_text or not reading.shown_times.isdisjoint(_times(item)))


def _terms(taxonomy: str) -> Callable[[Reading], Answer | None]:
    def ask(reading: Reading) -> Answer | None:
        wanted = reading.item.categories if taxonomy == CATEGORY else reading.item.tags
        terms = [term for term in reading.article.terms if term.taxonomy == taxonomy]
        # A page that shows no name may have it in a class, as the slug.
        names = [reading.item.slugs.get((taxonomy, term.slug), "") for term in terms]
        given = {
            name if name and not _names_term(reading, name) else plain(html.escape(term.name))
            for name, term in zip(names, terms, strict=True)
        }
        if reading.form is RawForm.PAGE and not _has_classes(reading, taxonomy, wanted):
            # Without the classes of `post_class`, a theme tells what it likes: the main category, say.
            wanted = wanted & given or (wanted if given else frozenset())
        if reading.is_text:
            told = _listed_terms(reading)
            wanted = frozenset(name for name in wanted if name in told or name in given)
        return Answer(sorted(wanted), sorted(given)) if wanted or given else None

    return ask


def _has_classes(reading: Reading, taxonomy: str, names: Collection[str]) -> bool:
    prefix = "category" if taxonomy == CATEGORY else "tag"
    slugs = [slug for (kind, slug), name in reading.item.slugs.items() if kind == taxonomy and name in names]
    return all(f"{prefix}-{slug}" in (reading.shown or "") for slug in slugs)


def _names_term(reading: Reading, name: str) -> bool:
    """Tell whether a page has a term's name by itself: as the text of a link, or as a string in its metadata."""
    shown = reading.shown
    return reading.names_terms if shown is None else re.search(rf"[>\"]\s*{re.escape(name)}\s*[<\"]", shown) is not None


def _listed_terms(reading: Reading) -> frozenset[str]:
    """Give the terms that a text tells: those in lines of its own that hold nothing else but a label and a colon."""
    item = reading.item
    body = plain(item.rendering)
    told = (line for line in plain_lines(reading.shown or "").splitlines() if line not in body)
    lines = (line.rpartition(":")[2].split(",") for line in told)
    names = [{name.strip() for name in line} for line in lines]
    return frozenset().union(*(line for line in names if line <= item.categories | item.tags))


def _image(reading: Reading) -> Answer | None:
    wanted, article = reading.item.picture, reading.article
    media = reading.export.media.get(article.featured)
    given = media.address if media else article.image
    if wanted is None:
        return Answer(None, given) if given else None
    # With its month: `image.png` is a name of many.
    name = "/".join(wanted.address.rpartition(".")[0].split("/")[-3:])
    if not given and (reading.is_text or (reading.shown is not None and name not in reading.shown)):
        return None
    return Answer(wanted.address, re.sub(r"^https?://[^/]+", "", given))


def _image_alt(reading: Reading) -> Answer | None:
    wanted, media = reading.item.picture, reading.export.media.get(reading.article.featured)
    given = plain(html.escape(media.alt if media else reading.article.image_alt))
    if wanted is None or wanted.alt is None or not (given or _is_told(reading, wanted.alt)):
        return None
    return Answer(wanted.alt, given)


def _image_caption(reading: Reading) -> Answer | None:
    wanted, media = reading.item.picture, reading.export.media.get(reading.article.featured)
    given = plain(media.caption if media else reading.article.image_caption)
    if wanted is None or wanted.caption is None or not (given or _is_told(reading, wanted.caption)):
        return None
    return Answer(wanted.caption, given)


def _is_told(reading: Reading, words: str) -> bool:
    return words != "" and not reading.is_text and reading.shows(words) and words not in reading.item.rendering


QUESTIONS: Mapping[str, Callable[[Reading], Answer | None]] = MappingProxyType(
    {
        "id": _id,
        "permalink": _permalink,
        "title": _title,
        "authors": _author,
        "date": _date,
        "categories": _terms(CATEGORY),
        "tags": _terms(TAG),
        "lead picture": _image,
        "its alt": _image_alt,
        "its caption": _image_caption,
    }
)
"""What is asked of each article: nothing is, where the material does not tell and the reading says nothing."""
