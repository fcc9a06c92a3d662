"""What is remembered from build to build, by content: the same result as without it, sooner.

The file is written whole and put in its place; one of another version, or one that is broken, is as good as none.
"""

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from zipfile import BadZipFile

import numpy as np
import numpy.typing as npt

from .likeness import Space, all_matches, matches_of
from .matches import KEPT, TWINS, Matches, asking_of, best, found_of, moved, ranks
from .vectors import VERSION, Story, Vectors, stacked, vector_of
from .weights import Commonness, Flags, Rows, commonness, counted_articles, strengths, weigh

_FILE = "likeness.npz"
_LAYOUT = VERSION + b"-1"
"""Changes with what the modules beside this one make of vectors."""
_MANY = 4
"""Where one in so many articles changed, all is made anew."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike all articles are."""

    digests: npt.NDArray[np.void]
    """Of their contents, in the order of their dates."""
    space: Space
    """Their terms and weights."""
    matches: Matches
    """The best of each."""
    twins: Matches
    """Those that say the same."""


def compare(stories: Sequence[Story], memory: Likeness | None = None) -> Likeness:
    """Tell how alike stories are, which stand in the order of their dates; the memory is that of any earlier build."""
    told = [(story.digest(), story.day, story.language) for story in stories]
    digests = np.array([digest for digest, _, _ in told], "V16")
    if memory is not None and np.array_equal(memory.digests, digests):
        return memory
    if len(set(digests.tolist())) < len(digests):
        memory = None  # two articles of one address, which a digest does not tell apart
    places = _places(memory, digests)
    vectors = _vectors(stories, memory, places)
    common = _common(memory, places, vectors)
    rows, languages = np.arange(len(stories)), {"": 0}
    days = np.array([day for _, day, _ in told], np.int64)
    spoken = np.array([languages.setdefault(language, len(languages)) for _, _, language in told], np.int64)
    changed = np.flatnonzero(_changed(memory, places, vectors, common))
    if memory is None or len(changed) * _MANY > len(stories):
        weights = weigh(vectors, common, rows)
        own = strengths(weights, np.diff(vectors.starts))
        space = Space(vectors, weights, common, days, own, spoken)
        return Likeness(digests, space, *all_matches(space))
    weights, own = _weights(memory, places, (vectors, common, changed))
    space = Space(vectors, weights, common, days, own, spoken)
    return Likeness(digests, space, *_updated(memory, places, space, changed))


def _places(memory: Likeness | None, digests: npt.NDArray[np.void]) -> Rows:
    """Give where each story stands in the memory, -1 for one that does not."""
    known = {} if memory is None else {digest: place for place, digest in enumerate(memory.digests.tolist())}
    return np.fromiter((known.get(digest, -1) for digest in digests.tolist()), np.int64, len(digests))


def _vectors(stories: Sequence[Story], memory: Likeness | None, places: Rows) -> Vectors:
    # A story is made of its article each time that it is asked for: only of those that are new.
    return stacked(
        vector_of(stories[row]) if memory is None or place < 0 else memory.space.vectors.one(place)
        for row, place in enumerate(places.tolist())
    )


def _common(memory: Likeness | None, places: Rows, vectors: Vectors) -> Commonness:
    """Give how common terms are: as remembered, where the articles that are counted are the same."""
    if memory is not None and (counted := memory.space.common.counted) == counted_articles(len(places)):
        same = places[:counted] == np.arange(counted)
        return memory.space.common if same.all() else commonness(vectors)
    return commonness(vectors)


def _changed(memory: Likeness | None, places: Rows, vectors: Vectors, common: Commonness) -> Flags:
    """Tell of each story whether it is new, or has a term that is more or less common than it was."""
    if memory is None or (before := memory.space.common).bits != common.bits or before.counted != common.counted:
        return np.ones(len(places), bool)
    changed = places < 0
    steps = np.flatnonzero(before.steps != common.steps) if before is not common else ()
    if len(steps):
        table = np.zeros(len(common.steps), bool)
        table[steps] = True
        touched = np.concatenate([[0], np.cumsum(table[common.places(vectors.terms)])])
        changed |= np.diff(touched[vectors.starts]) > 0
    return changed


def _weights(
    memory: Likeness, places: Rows, now: tuple[Vectors, Commonness, Rows]
) -> tuple[npt.NDArray[np.int16], Rows]:
    """Give the weights of all terms, and each article's strength: what is remembered, and those that changed."""
    vectors, common, changed = now
    starts, old = memory.space.vectors.starts, memory.space.weights
    weights = [old[starts[place] : starts[place + 1]] for place in places.tolist()]
    own = memory.space.strengths[places]
    for row in changed.tolist():
        weights[row] = weigh(vectors, common, np.array([row]))
    own[changed] = [int(strengths(weights[row], np.array([len(weights[row])]))[0]) for row in changed.tolist()]
    return np.concatenate([np.empty(0, np.int16), *weights]), own


def _updated(memory: Likeness, places: Rows, space: Space, changed: Rows) -> tuple[Matches, Matches]:
    """Give the matches of all, when some articles changed and others may have gone."""
    now = np.full(len(memory.digests), -1)
    gone = np.zeros(len(memory.digests), bool)
    now[places[places >= 0]] = np.flatnonzero(places >= 0)
    gone[now < 0] = True
    fresh = np.zeros(len(places), bool)
    fresh[changed] = True
    gone[now >= 0] = fresh[now[now >= 0]]
    # An article that lost one of its best, of as many as are kept, has a next best that nobody remembers.
    short = np.flatnonzero(_bereft(memory.matches, KEPT, gone) | _bereft(memory.twins, TWINS, gone))
    fresh[now[short][now[short] >= 0]] = True
    asking = np.flatnonzero(fresh)
    found = matches_of(space, asking, changed)
    kept = [_remembered(old, now, gone, fresh) for old in (memory.matches, memory.twins)]
    return best(np.concatenate([kept[0], found[0]]), KEPT), best(np.concatenate([kept[1], found[1]]), TWINS)


def _bereft(matches: Matches, count: int, gone: Flags) -> Flags:
    """Tell of each article whether one of its matches is gone, where it had as many as are kept."""
    full, lost = np.zeros(len(gone), bool), np.zeros(len(gone), bool)
    full[asking_of(matches)[ranks(matches) == count - 1]] = True
    lost[asking_of(matches)[gone[found_of(matches)]]] = True
    return full & lost


def _remembered(matches: Matches, now: Rows, gone: Flags, fresh: Flags) -> Matches:
    """Give the matches that hold still, of articles and with articles that did not change."""
    there = moved(matches[~gone[found_of(matches)]], now)
    return there[~fresh[asking_of(there)]]


def recall(folder: Path) -> Likeness | None:
    """Give what an earlier build remembered; None where there is nothing, or nothing that fits."""
    try:
        # Opened here, because numpy leaves a file open that it cannot read.
        with (folder / _FILE).open("rb") as opened, np.load(opened, allow_pickle=False) as file:
            return _likeness(file) if bytes(file["layout"]) == _LAYOUT else None
    except (OSError, ValueError, KeyError, EOFError, BadZipFile):
        return None


def _likeness(file: Mapping[str, npt.NDArray[np.generic]]) -> Likeness:
    vectors = Vectors(file["starts"], file["terms"], file["counts"])  # type: ignore[arg-type]  # of the file's kinds
    steps = file["steps"]
    common = Commonness(counted_articles(len(vectors)), len(steps).bit_length() - 1, steps)  # type: ignore[arg-type]
    told = [file[name] for name in ("days", "strengths", "languages")]
    space = Space(vectors, file["weights"], common, *told)  # type: ignore[arg-type]  # of the file's kinds
    return Likeness(file["digests"], space, file["matches"], file["twins"])  # type: ignore[arg-type]  # the same


def remember(likeness: Likeness, folder: Path) -> None:
    """Write what the next build may recall."""
    folder.mkdir(parents=True, exist_ok=True)
    new, vectors = folder / f".{_FILE}.{os.getpid()}", likeness.space.vectors
    with new.open("wb") as file:
        np.savez(
            file, layout=np.frombuffer(_LAYOUT, np.uint8), digests=likeness.digests, starts=vectors.starts,
            terms=vectors.terms, counts=vectors.counts, weights=likeness.space.weights, days=likeness.space.days,
            strengths=likeness.space.strengths, languages=likeness.space.languages, steps=likeness.space.common.steps,
            matches=likeness.matches, twins=likeness.twins,
        )  # fmt: skip
    new.replace(folder / _FILE)
