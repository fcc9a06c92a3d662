"""Saved answers of a site's REST interface, `wp/v2`: a folder of JSON files, as visitors or editors got them.

Read three times: the first reading takes what articles refer to, and finds the best answer about each row, since one
stands in several files (whole, in short, as an editor saw it). The second takes everything but the articles, the third
streams them. A row of an answer is made into the row that an export file has of it, and takes the same way from there,
so that an article is the same whatever it was read from.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from ...model import Article, BodyForm, Defect, Export, Note, RawForm, SetAside, Site, Status
from ..folder import RawFile
from ..wxr import correct_menus, grown_menus
from ..wxr_article import read_article
from ..wxr_survey import Survey, read_site, set_aside
from .answers import Json, number
from .attachments import lead_picture
from .catalogue import Catalogue, Placed, catalogue_of
from .items import is_locked, is_stored, read_row
from .kinds import looks_like_answer
from .record import Collection
from .survey import survey_of

_WITHHELD = "counted by the site, but shown to nobody: they belong to what is not public"
LOOKS_FOR = "saved answers of a site's REST interface (wp/v2, .json)"


def recognises(path: Path) -> bool:
    """Tell by its beginning whether a file is a saved answer."""
    return path.is_file() and looks_like_answer(path)


def read_files(files: Sequence[RawFile]) -> Sequence[Export]:
    """Give what all answers of a folder hold, as one export."""
    catalogue = catalogue_of(files)
    found = survey_of(catalogue)
    site = read_site(found)
    menus, left_out = grown_menus(found, site)
    asked = tuple(catalogue.record.collections(frozenset(file.path for file in files)))
    return [
        Export(
            site=site,
            read_articles=lambda: _articles(catalogue, found, site),
            read_glimpses=lambda: found.glimpses.read(found.is_article, site.address),
            article_count=found.article_count,
            form=RawForm.REST,
            item_count=found.item_count,
            authors=found.bylines.authors,
            terms=found.terms.known,
            media=found.media,
            menus=menus,
            patterns=found.patterns,
            permalinks={key: place for key, place in found.permalinks.items() if key not in found.hidden},
            hidden=found.hidden,
            former_homes=found.homes.found(site.address),
            holds=_held(catalogue, found, asked),
            set_aside=(*_account(catalogue, found, left_out), *_withheld(asked)),
            defects=(*found.defects, *catalogue.record.refused.values(), *_lacking(asked)),
        )
    ]


def _articles(catalogue: Catalogue, found: Survey, site: Site) -> Iterator[Article]:
    for placed in catalogue.best_rows():
        if found.is_article(placed.row.type):
            yield _article(placed, catalogue, found, site)


def _article(placed: Placed, catalogue: Catalogue, found: Survey, site: Site) -> Article:
    thing = placed.row.thing
    item = read_row(placed.row, catalogue.lists, catalogue.comments.of(number(thing, "id")))
    article = read_article(item, found, site, f"{placed.file.name}, number {placed.number}")
    picture = lead_picture(thing, site.address) if article.featured not in found.media else None
    if picture:
        article = replace(
            article,
            image=picture.address,
            image_alt=picture.alt,
            image_caption=picture.caption,
            image_credit=picture.credit,
        )
    form = BodyForm.WORDPRESS if is_stored(thing) else BodyForm.RENDERED
    return replace(article, body_form=form, notes=(*article.notes, *_notes(thing, article)))


def _notes(thing: Json, article: Article) -> Iterator[Note]:
    if "content" not in thing:
        yield Note("body not in the material", "the answer was saved with some fields only", review=True)
    elif article.status is Status.PASSWORD and is_locked(thing) and not is_stored(thing):
        yield Note("body not in the material", "a password is needed for it", review=True)
    if number(thing, "author") and not article.authors:
        yield Note("author unknown", f"number {number(thing, 'author')}, whom the site does not show", review=True)


def _held(catalogue: Catalogue, found: Survey, asked: Sequence[Collection]) -> frozenset[str]:
    """Give what the site had no more of than is here, as the record of requests shows; nothing without one."""
    names = {**catalogue.types, **catalogue.lists.terms.routes}
    whole = {part.route for part in asked if part.has_all_pages and part.here >= part.total}
    return found.holds & {names.get(route, "") for route in whole}


def _lacking(asked: Sequence[Collection]) -> Iterator[Defect]:
    return (part.defect() for part in asked if part.here < part.total and not part.is_withheld)


def _withheld(asked: Sequence[Collection]) -> Iterator[SetAside]:
    """Count what the site counts and does not show, as the widest of its answers has it."""
    for route in sorted({part.route for part in asked if part.is_withheld}):
        count = min(part.total - part.here for part in asked if part.route == route)
        if count > 0:
            yield SetAside(route, "skipped", _WITHHELD, count, is_item=False)


def _account(catalogue: Catalogue, found: Survey, left_out: dict[str, int]) -> tuple[SetAside, ...]:
    comments = catalogue.comments.orphans(set(catalogue.best))
    orphans = (
        SetAside("comment", "skipped", reason, count, is_item=False) for reason, count in sorted(comments.items())
    )
    return (*correct_menus(set_aside(found), left_out), *orphans, *catalogue.account)
