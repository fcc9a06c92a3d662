"""What a publication would change, and how it is told."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from .edition import SiteFile

_SHOWN = 20
"""Lines of each sort that are shown; the rest is counted."""


@dataclass(slots=True)
class Difference:
    """An edition beside what is there."""

    added: list[SiteFile] = field(default_factory=list)
    """Files that are not there."""
    changed: list[SiteFile] = field(default_factory=list)
    """Files that are there with other content, or would be sent with other headers."""
    removed: list[str] = field(default_factory=list)
    """Places of files that are there and in the edition no more."""
    same: int = 0
    """Files that need not be sent."""
    pages_before: int = 0
    """Pages that are there."""
    unknown: str = ""
    """Why it cannot be known what is there; empty where it is."""

    @property
    def sent(self) -> list[SiteFile]:
        """Give what has to be sent."""
        return [*self.added, *self.changed]

    def __bool__(self) -> bool:
        return bool(self.added or self.changed or self.removed)


def compared(files: Mapping[str, SiteFile], there: Mapping[str, str]) -> Difference:
    """Compare an edition with the digests of what is there, by place."""
    difference = Difference(pages_before=sum(place.endswith(".html") for place in there))
    for place, file in files.items():
        if place not in there:
            difference.added.append(file)
        elif there[place] != file.digest:
            difference.changed.append(file)
        else:
            difference.same += 1
    difference.removed = sorted(place for place in there if place not in files)
    return difference


def told(difference: Difference) -> Iterator[str]:
    """Give the lines that tell of a difference."""
    for sign, files in (("+", difference.added), ("~", difference.changed)):
        yield from _some(f"{sign} /{file.place} ({size(file.size)})" for file in files)
    yield from _some(f"- /{place}" for place in difference.removed)
    yield summary(difference)


def summary(difference: Difference) -> str:
    """Tell of a difference in one line."""
    if difference.unknown:
        return difference.unknown
    added, changed = (sum(file.size for file in files) for files in (difference.added, difference.changed))
    return (
        f"{len(difference.added):,} new ({size(added)}), {len(difference.changed):,} changed ({size(changed)}), "
        f"{len(difference.removed):,} removed, {difference.same:,} as they are"
    )


def size(octets: int) -> str:
    """Give a number of bytes as people say it."""
    amount = float(octets)
    for unit in ("bytes", "KB", "MB"):
        if amount < 1000:  # noqa: PLR2004  # a thousand of one is one of the next
            return f"{amount:.0f} {unit}" if unit == "bytes" or amount >= 10 else f"{amount:.1f} {unit}"  # noqa: PLR2004  # two digits
        amount /= 1000
    return f"{amount:.1f} GB"


def _some(lines: Iterable[str]) -> Iterator[str]:
    all_lines = list(lines)
    yield from all_lines[:_SHOWN]
    if len(all_lines) > _SHOWN:
        yield f"  … and {len(all_lines) - _SHOWN:,} more"
