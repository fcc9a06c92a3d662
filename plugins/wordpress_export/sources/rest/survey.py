"""The second reading: everything but the articles, from the best answer about each row."""

from ...model import Defect
from ...terms import cut_loops
from ..wxr_survey import Survey, take_item
from .answers import number
from .catalogue import Catalogue
from .items import read_row

_REMEDY = "Save them again without `_fields`, or with `content` among them."


def survey_of(catalogue: Catalogue) -> Survey:
    """Read the best answer about each row, and give all that is to be known before articles are read."""
    found = Survey(facts=catalogue.facts.channel, defects=catalogue.defects)
    lists = catalogue.lists
    found.terms.menus = dict(catalogue.facts.menus)
    for term in lists.terms.known():
        found.terms.known[term.taxonomy, term.slug] = term
        found.terms.by_id[term.id] = (term.taxonomy, term.slug)
    found.listed = lists.terms.taxonomies
    found.bylines.authors = lists.people.authors
    bodiless = 0
    for placed in catalogue.best_rows():
        item = read_row(placed.row, lists, catalogue.comments.of(number(placed.row.thing, "id")), is_survey=True)
        if creator := item.field("dc:creator"):
            found.bylines.by_login[creator.lower()] = creator
        found.item_count += 1
        take_item(found, item)
        bodiless += found.is_article(item.type) and "content" not in placed.row.thing
    cut_loops(found.terms.known)
    if not found.offsets and catalogue.facts.offset:
        found.offsets[catalogue.facts.offset] += 1
    if bodiless:
        what = f"the bodies of {bodiless} articles are not in the answers, which were saved with some fields only."
        found.defects.append(Defect("REST answers", what, _REMEDY))
    return found
