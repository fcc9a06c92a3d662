"""Where stories live: addresses that none can have, that two have, and slugs that two share."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from markdown_articles.addresses import save_as_of

from ..finding import Remark
from .enquiry import Enquiry
from .paper import PUBLISHED, SCHEDULED, Story


def placing_remarks(enquiry: Enquiry) -> Iterator[tuple[str, Remark]]:
    """Give what is to be said about addresses."""
    paper = enquiry.paper
    owners: dict[str, Story] = {}
    slugs: dict[str, list[Story]] = defaultdict(list)
    for story in paper.stories:
        if story.trouble:
            yield story.place, Remark("address", _line(story), story.trouble)
        elif story.state in {PUBLISHED, SCHEDULED}:
            owner = owners.setdefault(save_as_of(story.address), story)
            if owner is not story:
                yield story.place, _shared(story, owner)
            elif not story.is_page:
                slugs[story.head.spoken[1]].append(story)
    yield from _below_files(owners)
    for sharing in slugs.values():
        for story in sharing[1:]:
            yield story.place, _same_slug(story, sharing[0])


def _below_files(owners: Mapping[str, Story]) -> Iterator[tuple[str, Remark]]:
    """Say which pages would lie in a folder that has the name of another page's file."""
    for saved, story in owners.items():
        above = saved.rpartition("/")[0]
        while above and above not in owners:
            above = above.rpartition("/")[0]
        if above:
            said = (
                f"its address {story.address} lies below {owners[above].address}, which is a file: change one of them"
            )
            yield story.place, Remark("address", _line(story), f"{said} ({owners[above].place})")


def _shared(story: Story, owner: Story) -> Remark:
    return Remark(
        "address", _line(story),
        f"its address {story.address} is that of {owner.place} too: change the slug or the permalink of one",
    )  # fmt: skip


def _same_slug(story: Story, first: Story) -> Remark:
    slug = story.head.slug or story.head.spoken[1]
    return Remark(
        "slug", _line(story),
        f"{slug} is the slug of {first.place} too, and whoever names it may mean either: give one of them another",
    )  # fmt: skip


def _line(story: Story) -> int:
    lines = dict(story.head.lines)
    return next((lines[key] for key in ("permalink", "slug") if key in lines), 2)
