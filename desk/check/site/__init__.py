"""What files say of each other: the cross-file rules, in the order in which they are asked."""

from collections.abc import Callable, Iterator

from ..finding import Remark
from .calendar import date_remarks
from .enquiry import Enquiry
from .links import link_remarks
from .names import name_remarks
from .paper import Paper
from .pictures import picture_remarks
from .placing import placing_remarks
from .redirects import redirect_remarks
from .registries import registry_remarks
from .stories import story_remarks
from .strays import stray_remarks

RULES: tuple[Callable[[Enquiry], Iterator[tuple[str, Remark]]], ...] = (
    stray_remarks,
    registry_remarks,
    placing_remarks,
    name_remarks,
    story_remarks,
    date_remarks,
    redirect_remarks,
    link_remarks,
    picture_remarks,
)
"""Each gives remarks with the places of their files, within the content folder."""


def site_remarks(paper: Paper) -> Iterator[tuple[str, Remark]]:
    """Give all that is to be said about what files say of each other."""
    enquiry = Enquiry(paper)
    for rule in RULES:
        yield from rule(enquiry)
