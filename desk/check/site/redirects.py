"""Old addresses: each line must lead somewhere, and in no circle."""

import re
from collections.abc import Iterator

from ..finding import Remark
from .enquiry import Enquiry

_ADDRESS = re.compile(r"/[^\s:]*")


def redirect_remarks(enquiry: Enquiry) -> Iterator[tuple[str, Remark]]:
    """Give what is to be said about old addresses."""
    for problem in enquiry.standing.problems:
        place, _, said = problem.partition(": ")
        file, _, line = place.partition(":")
        found = _ADDRESS.search(said)
        yield file, Remark("redirect", int(line or 0) or enquiry.paper.line_in(file, found[0] if found else said), said)
