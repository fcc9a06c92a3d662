"""Which stories stand beside each article: an editor's own first, then those that are most like it.

Of stories that say the same one is shown, and none beside its like. No story is left without a way to it, where any
other is like it.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np

from .matches import Matches, asking_of, found_of


@dataclass(frozen=True, slots=True)
class Wish:
    """What an editor wants beside an article; articles are named by their place in the order of dates."""

    picked: tuple[int, ...] = ()
    """To be shown, in this order."""
    linked: tuple[int, ...] = ()
    """To which its text links, in the order of the text."""
    forbidden: frozenset[int] = field(default_factory=frozenset)
    """Never to be shown."""
    is_whole: bool = False
    """Whether nothing is to be added to what is picked."""


class Chooser:
    """Chooses stories for all articles at once."""

    def __init__(self, wishes: Sequence[Wish], found: tuple[Matches, Matches], count: int) -> None:
        matches, twins = found
        self.wishes, self.count = wishes, count
        self.alike: list[list[int]] = _by_article(matches, len(wishes))
        self.told = _groups(twins, len(wishes))

    def choose(self) -> list[list[int]]:
        """Give the stories of each article."""
        chosen = [self._chosen(article) for article in range(len(self.wishes))]
        if self.count:
            self._lead_to_all(chosen)
        return chosen

    def candidates(self, article: int) -> Iterator[int]:
        """Give what may be added to an article's stories, the most alike first."""
        wish = self.wishes[article]
        return (other for other in self.alike[article] if other not in wish.forbidden)

    def hand_picked(self, article: int) -> list[int]:
        """Give what people chose for an article; links of the text take half of the places at most."""
        wish = self.wishes[article]
        linked = [] if wish.is_whole else [other for other in wish.linked if other not in wish.forbidden]
        free = max(0, min(self.count // 2, self.count - len(wish.picked)))
        return [*wish.picked, *[other for other in linked if other not in wish.picked][:free]]

    def _chosen(self, article: int) -> list[int]:
        chosen = self.hand_picked(article)
        if self.wishes[article].is_whole or len(chosen) >= self.count:
            return chosen
        told = {self.told[article], *(self.told[other] for other in chosen)}
        for other in self.candidates(article):
            if self.told[other] not in told:
                told.add(self.told[other])
                chosen.append(other)
                if len(chosen) == self.count:
                    break
        return chosen

    def _lead_to_all(self, chosen: list[list[int]]) -> None:
        """Give each story that stands beside none a place beside one like it, if that costs no other its only one."""
        inbound = Counter(other for others in chosen for other in others)
        inbound.update(other for wish in self.wishes for other in wish.linked)
        for story in range(len(chosen)):
            if inbound[story]:
                continue
            for host in self.alike[story]:
                if self._takes_in(host, story, (chosen[host], inbound)):
                    break

    def _takes_in(self, host: int, story: int, beside: tuple[list[int], Counter[int]]) -> bool:
        """Put a story beside another, in a free place or in the last; tell whether that could be done."""
        others, inbound = beside
        wish = self.wishes[host]
        if wish.is_whole or story in wish.forbidden:
            return False
        is_full = len(others) >= self.count
        kept = others[:-1] if is_full else others
        told = {self.told[host], *(self.told[other] for other in kept)}
        if self.told[story] in told or (is_full and not self._can_go(host, others[-1], inbound)):
            return False
        if is_full:
            inbound[others.pop()] -= 1
        others.append(story)
        inbound[story] += 1
        return True

    def _can_go(self, host: int, other: int, inbound: Counter[int]) -> bool:
        """Tell whether a story may lose its place: nobody chose it, and it stands beside another too."""
        return inbound[other] > 1 and other not in self.hand_picked(host)


def _by_article(matches: Matches, count: int) -> list[list[int]]:
    found = found_of(matches).tolist()
    starts = np.searchsorted(asking_of(matches), np.arange(count + 1)).tolist()
    return [found[first:end] for first, end in pairwise(starts)]


def _groups(twins: Matches, count: int) -> list[int]:
    """Give each article the first of those that say the same as it."""
    first = list(range(count))

    def root(article: int) -> int:
        while first[article] != article:
            first[article] = first[first[article]]
            article = first[article]
        return article

    for one, other in zip(asking_of(twins).tolist(), found_of(twins).tolist(), strict=True):
        low, high = sorted((root(one), root(other)))
        first[high] = low
    return [root(article) for article in range(count)]
