"""What scripts look up, in small files: a reader fetches the one that holds the word, whatever the size of the site."""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import TypeVar

FOLDER = "_addresses"
"""Within the output."""
TOGETHER = 500
"""So many entries share a file, more or less."""

_CYCLE = 2**31
Value = TypeVar("Value")


def count_for(entries: int) -> int:
    """Give how many files so many entries need: a power of two, so that a site that grows slowly keeps its files."""
    return 1 << max(0, -(-entries // TOGETHER) - 1).bit_length()


def shard_of(key: str, count: int) -> int:
    """Give the number of the file in which a key is; the scripts of the theme reckon alike."""
    number = 0
    for sign in key:
        number = (number * 31 + ord(sign)) % _CYCLE
    return number % count


def split(entries: Iterable[tuple[str, Value]], count: int) -> list[dict[str, Value]]:
    """Give the entries of each file."""
    shards: list[dict[str, Value]] = [{} for _ in range(count)]
    for key, value in entries:
        shards[shard_of(key, count)][key] = value
    return shards


def texts(name: str, shards: Iterable[Mapping[str, object]]) -> Iterator[tuple[str, str]]:
    """Give place and text of each file: `_addresses/words-3.json`."""
    for number, shard in enumerate(shards):
        text = json.dumps(shard, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        yield f"{FOLDER}/{name}-{number}.json", text + "\n"
