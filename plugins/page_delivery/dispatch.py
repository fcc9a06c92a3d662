"""A whole site made ready for its way: each page minified, each text file compressed."""

import os
from collections.abc import Collection, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from .compressed import ENDINGS, SMALLEST, Store, quality_for
from .minified import minified_page


@dataclass(frozen=True, slots=True)
class Dispatch:
    """What is made ready, and how."""

    output: Path
    """The folder of the built site."""
    untouched: Collection[str]
    """Files of the newsroom's own, by their place in that folder: compressed beside, never changed."""
    store: Store
    """Compresses, and keeps what it has compressed."""

    def file(self, path: Path) -> None:
        """Make one file ready."""
        place = path.relative_to(self.output).as_posix()
        octets = path.read_bytes()
        if path.suffix == ".html" and place not in self.untouched:
            octets = minified_page(octets.decode("utf-8")).encode("utf-8")
            path.write_bytes(octets)
        if len(octets) < SMALLEST:
            return
        for form, smaller in self.store.compressed(octets).items():
            if place + form not in self.untouched:
                path.with_name(path.name + form).write_bytes(smaller)


def dispatch(output: Path, untouched: Collection[str], cache: Path) -> None:
    """Make a site ready, side by side.

    Threads are enough: brotli and zlib let go of Python's lock, and the minifier takes a tenth of a millisecond a page.
    """
    files = sorted(_text_files(output))
    store = Store(cache, quality_for(len(files)))
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        for _ in pool.map(Dispatch(output, untouched, store).file, files):
            pass  # asked for, so that what goes wrong in a thread is told
    store.forget_unused()


def _text_files(output: Path) -> Iterator[Path]:
    """Give the files that are worth compressing; what is hidden (.git) is no part of the site."""
    for path in output.rglob("*"):
        if path.suffix in ENDINGS and path.is_file():
            yield path
