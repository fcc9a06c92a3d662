"""Where the time of a build went, in words: what is concluded from it, and a table."""

from collections import defaultdict
from collections.abc import Sequence

from .time_owners import Family
from .time_spent import Profile, Work

_FRACTIONS = (
    (3 / 4, "About three quarters"), (2 / 3, "About two thirds"), (1 / 2, "About half"), (1 / 3, "About a third"),
    (1 / 4, "About a quarter"), (1 / 5, "About a fifth"),
)  # fmt: skip
_NEAR = 0.02
"""How far a share may be from a fraction that is said for it."""
_MOST = 0.9
_STANDS_OUT = 0.2
_MUCH = 0.1
_AT_WORK = 0.7
"""What share of the time a build is at work on a machine that has nothing else to do, at least."""
_PARTS = 4
"""How many parts of a kind of work are told."""
_PART_SHOWN = 0.01
"""The smallest share of the whole that a part is told with."""
_BAR = 16
_EIGHTHS = " ▏▎▍▌▋▊▉"


def heading(profile: Profile) -> str:
    """Say how long the build took, and how many pages it made."""
    said = f"{profile.total:.1f} seconds"
    made = sum(profile.made.values())
    if not made and not profile.all_pages:
        return said
    if made < profile.all_pages:
        return f"{said}; {made:,} of {profile.all_pages:,} pages were made, the others are as they were"
    return f"{said}; all {made:,} pages were made"


def conclusion(works: Sequence[Work]) -> str:
    """Say in two sentences what the time went into; `works` is largest first, and the last may be the rest."""
    whole = sum(work.seconds for work in works)
    named = [work for work in works if work.name != "other"]
    if not whole or not named:
        return "Nothing took any time that could be measured."
    return f"{_largest(named, whole)} {_by_family(works, whole)}"


def caution(profile: Profile) -> str:
    """Say, where it is so, that the build waited for long, and what that does to the numbers."""
    if profile.processor >= _AT_WORK * profile.total:
        return ""
    return (
        f"The build was at work for {profile.processor:.1f} of {profile.total:.1f} seconds, and else waited for files "
        "or for other programs: on a quiet machine the shares may be others."
    )


def _largest(works: Sequence[Work], whole: float) -> str:
    """Say what took most, and what else took much."""
    first, *others = works
    share = first.seconds / whole
    if share < _STANDS_OUT:
        return f"Nothing stands out: the most, {percent(share)}, went into {_object(first)}."
    large = [f"{_object(work)} ({percent(work.seconds / whole)})" for work in others if work.seconds > _MUCH * whole]
    next_ones = f"next came {_listed(large)}" if large else "nothing else took more than a tenth"
    return f"{_fraction(share)} of the time went into {_object(first)}; {next_ones}."


def _by_family(works: Sequence[Work], whole: float) -> str:
    seconds: defaultdict[Family, float] = defaultdict(float)
    for work in works:
        seconds[work.family] += work.seconds
    largest = sorted(seconds, key=lambda family: -seconds[family])
    return f"By kind: {', '.join(f'{family.value} {percent(seconds[family] / whole)}' for family in largest)}."


def lines(works: Sequence[Work]) -> list[tuple[str, str, str]]:
    """Give the lines of a table, each as numbers, a bar, and words; parts have no bar."""
    whole = sum(work.seconds for work in works) or 1.0
    largest = max((work.seconds for work in works), default=1.0) or 1.0
    found = []
    for work in works:
        found.append((_numbers(work.seconds, whole), _bar(work.seconds / largest), title(work)))
        found += [(_numbers(seconds, whole), "", f"    {part}") for part, seconds in shown_parts(work, whole)]
    found.append((_numbers(sum(work.seconds for work in works), whole), "", "all"))
    return found


def title(work: Work) -> str:
    """Name a kind of work; of pages, with their number and how long one took."""
    return f"{label(work)}: {work.pages:,}, {work.milliseconds_a_page:.1f} ms each" if work.pages else label(work)


def label(work: Work) -> str:
    """Name a kind of work, and say of a plugin that it is one."""
    return f"plugin {work.name}" if work.family is Family.PLUGINS and work.name != "feeds" else work.name


def shown_parts(work: Work, whole: float) -> list[tuple[str, float]]:
    """Give those parts that are worth telling, in seconds; one alone says little more than the whole."""
    worth = [part for part in work.parts if part[1] >= _PART_SHOWN * whole]
    return worth[:_PARTS] if len(worth) > 1 else []


def percent(share: float) -> str:
    """Write a share of the whole."""
    return f"{100 * share:.0f} %" if 100 * share >= 1 or not share else "< 1 %"


def _numbers(seconds: float, whole: float) -> str:
    return f"{seconds:9.2f} {percent(seconds / whole):>6}"


def _bar(share: float) -> str:
    eighths = round(share * _BAR * 8)
    return ("█" * (eighths // 8) + _EIGHTHS[eighths % 8]).strip() or "▏"


def _object(work: Work) -> str:
    if work.pages:
        return f"{work.pages:,} {work.name}, {work.milliseconds_a_page:.1f} ms each"
    return f"the {label(work)}" if label(work) != work.name else work.name


def _fraction(share: float) -> str:
    if share >= _MOST:
        return "Nearly all"
    return next((word for fraction, word in _FRACTIONS if abs(share - fraction) <= _NEAR), percent(share))


def _listed(words: Sequence[str]) -> str:
    *most, last = words
    return f"{', '.join(most)} and {last}" if most else last
