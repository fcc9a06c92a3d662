"""The indexes of a site, put into its folder; only those that changed are made."""

import json
import shutil
from collections.abc import Iterable, Sequence
from pathlib import Path

from .entries import LEFT_OUT, Entry, document, whole
from .indexer import Files, Order, find_program, make_index
from .kept_volumes import Store, lay_out
from .settled import settled
from .volumes import Volume


def publish(volumes: Sequence[Volume], home: str, store: Store, place: Path) -> None:
    """Write the indexes of the volumes, the first in the folder itself, and the names of all writers beside them.

    `home` is the language of the site. Raises SearchProgramError.
    """
    shutil.rmtree(place, ignore_errors=True)
    if not volumes:
        return
    for number, volume in enumerate(volumes):
        # One after another, or memory would be that of two.
        lay_out(_indexed(store, home, volume), place / volume.name if number else place, engine=not number)
    writers = in_order(name for entry in all_entries(volumes) for name in entry.authors)
    place.joinpath("writers.json").write_text(json.dumps(writers, ensure_ascii=False), encoding="utf-8")


def all_entries(volumes: Iterable[Volume]) -> list[Entry]:
    """Give the entries of all volumes."""
    return [entry for volume in volumes for entry in volume.entries]


def in_order(names: Iterable[str]) -> tuple[str, ...]:
    """Give each name once, as a list of names is read."""
    return tuple(sorted(set(names), key=lambda name: (name.casefold(), name)))


def _indexed(store: Store, home: str, volume: Volume) -> Path:
    documents = [(entry.address, document(entry, home)) for entry in volume.entries]

    def make() -> Files:
        repaired = ((address, whole(html)) for address, html in documents)
        return settled(make_index(find_program(), Order(volume.language, LEFT_OUT, repaired)))

    return store.fetch(volume.name, (f"{volume.language} {' '.join(LEFT_OUT)}", documents), make)
