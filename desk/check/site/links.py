"""Links within the site."""

from collections.abc import Iterator

from ..finding import Remark
from .enquiry import Enquiry


def link_remarks(enquiry: Enquiry) -> Iterator[tuple[str, Remark]]:
    """Give what is to be said about links."""
    for story in enquiry.paper.stories:
        for use in story.facts.body.links:
            if remark := enquiry.judge.remark(story, use):
                yield story.place, remark
