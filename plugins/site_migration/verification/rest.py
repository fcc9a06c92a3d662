"""REST answers, read for the proof alone, into the same records as an export file."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from .export import Account, Comment, Item, Record, SiteFact, Term
from .rest_answers import Object, Told, is_locked, is_shown_form, meta_of, number_of, numbers_in, text_in

UNTOLD = "?"
"""The password of an item of which answers say only that it has one."""


@dataclass(slots=True)
class RestAnswers:
    """All answers of a folder, as one export."""

    files: Sequence[Path]
    """In the order of their names."""
    form: str = "REST answers"
    """Their form."""
    told: Told | None = None
    """What they tell, once they have been read."""
    terms: dict[int, tuple[str, str, str]] = field(default_factory=dict)
    """Taxonomy, slug and name by number."""
    people: dict[int, str] = field(default_factory=dict)
    """The part of a person's address, by number."""

    def records(self) -> Iterator[Record]:
        """Give what the answers hold: the site, its people, its terms, its items."""
        if self.told is None:
            self.told = Told()
            self.told.read(self.files)
        yield from _facts(self.told)
        for person in self.told.objects("person"):
            self.people[number_of(person, "id")] = slug = text_in(person, "slug")
            yield Account(slug, text_in(person, "name") or slug, text_in(person, "email"))
        yield from self._terms(self.told)
        for thing in self.told.objects("item"):
            comments = map(_comment, self.told.objects("comment", number_of(thing, "id")))
            yield self._item(thing, tuple(comments), self.told)

    def _terms(self, told: Told) -> Iterator[Term]:
        for thing in told.objects("term"):
            names = text_in(thing, "taxonomy"), text_in(thing, "slug"), text_in(thing, "name")
            self.terms[number_of(thing, "id")] = names
        for thing in told.objects("term"):
            taxonomy, slug, name = self.terms[number_of(thing, "id")]
            above = self.terms.get(number_of(thing, "parent"), ("", "", ""))[1]
            yield Term(taxonomy, slug, name, above, text_in(thing, "description"))

    def _item(self, thing: Object, comments: tuple[Comment, ...], told: Told) -> Item:
        password = text_in(thing, "password") or (UNTOLD if is_locked(thing) else "")
        meta = meta_of(thing) | {"_wp_attachment_image_alt": text_in(thing, "alt_text")}
        meta["_thumbnail_id"] = str(number_of(thing, "featured_media"))
        is_file = text_in(thing, "type") == "attachment"
        return Item(
            number_of(thing, "id"), text_in(thing, "type"), _status(thing), password, text_in(thing, "title"),
            text_in(thing, "link"), text_in(thing, "slug"), self.people.get(number_of(thing, "author"), ""),
            _moment(thing, "date"), _moment(thing, "date_gmt"),
            number_of(thing, "post" if is_file else "parent"), text_in(thing, "description" if is_file else "content"),
            text_in(thing, "caption" if is_file else "excerpt"), text_in(thing, "source_url"),
            _moment(thing, "modified"), tuple(self._terms_of(thing, told)), meta, comments,
            is_shown_form(thing, "description" if is_file else "content"),
        )  # fmt: skip

    def _terms_of(self, thing: Object, told: Told) -> Iterator[tuple[str, str, str]]:
        for name, numbers in numbers_in(thing):
            taxonomy = told.bases.get(name, name)
            for number in numbers:
                if number in self.terms and self.terms[number][0] == taxonomy:
                    yield self.terms[number]


def _facts(told: Told) -> Iterator[SiteFact]:
    if told.title:
        yield SiteFact("title", told.title)
    for name in ("link", "base_blog_url") if told.homes else ():
        yield SiteFact(name, told.homes[0])
    for file in told.unread:
        yield SiteFact("damaged", file)


def _status(thing: Object) -> str:
    """Give who could see an item: what visitors were told without a status was public."""
    return text_in(thing, "status") or "publish"


def _moment(thing: Object, name: str) -> str:
    return text_in(thing, name).replace("T", " ")


def _comment(thing: Object) -> Comment:
    return Comment(
        number_of(thing, "id"), text_in(thing, "author_name"), text_in(thing, "author_email"),
        text_in(thing, "author_ip"), _moment(thing, "date"), _moment(thing, "date_gmt"), text_in(thing, "content"),
        text_in(thing, "status") in {"approved", ""}, text_in(thing, "type") or "comment", number_of(thing, "parent"),
    )  # fmt: skip
