"""Which stories an address may have meant, by the words in it: `/2019/05/bridge-closes-wintr/` shares two."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from .rules import encoded
from .shards import split

MOST = 8
"""Stories of a word, the newest: what stands in more addresses says little."""
SHORTEST = 3
"""Letters of a word that says something."""

_WORD = re.compile(r"[^\W_]+")
_UNSPACED = re.compile("[\u0e00-\u0e7f\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff]")
"""Signs of languages that set no spaces between words: each two of them count as one."""


@dataclass(frozen=True, slots=True)
class Named:
    """A story that may be meant."""

    address: str
    """Root-relative and decoded."""
    title: str
    """Plain text."""


def words_of(address: str) -> Iterator[str]:
    """Give the words of the last part of an address, small; the theme's script takes addresses apart alike."""
    for word in _WORD.findall(address.rstrip("/").rpartition("/")[2].lower()):
        if _UNSPACED.search(word):
            yield from (word[at : at + 2] for at in range(max(1, len(word) - 1)))
        elif len(word) >= SHORTEST and not word.isdecimal():
            yield word


def suggestions(stories: Iterable[Named], count: int) -> Iterator[Mapping[str, object]]:
    """Give for each file the stories of its words; `stories` come newest first."""
    by_word: dict[str, list[Named]] = {}
    for story in stories:
        for word in dict.fromkeys(words_of(story.address)):
            listed = by_word.setdefault(word, [])
            if len(listed) < MOST:
                listed.append(story)
    for shard in split(by_word.items(), count):
        told = {story.address: number for number, story in enumerate(_first_met(shard))}
        yield {
            "stories": [[encoded(story.address), story.title] for story in _first_met(shard)],
            "words": {word: [told[story.address] for story in shard[word]] for word in shard},
        }


def _first_met(shard: Mapping[str, list[Named]]) -> Iterable[Named]:
    return {story.address: story for word in sorted(shard) for story in shard[word]}.values()
