"""A site that stays in memory while it is written: a saved story is shown at once, and the rest follows."""

import subprocess
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from shutil import rmtree
from threading import Thread
from typing import Protocol

from watchfiles import watch

_PATIENCE = 50
"""Milliseconds that an editor may take to write a file whole."""


class Kept(Protocol):
    """A site that was built and is still in memory."""

    def shown_anew(self, file: Path) -> tuple[str, str] | None:
        """Give the place and the text of a story's page, whose file was saved; None where more than that changed."""


@dataclass(slots=True)
class Resident:
    """Serves a site, and keeps it up to date."""

    folder: Path
    """Where the site is served from, and where the next one is built."""
    build: Callable[[Path, Path], Kept]
    """Builds the site anew in this process, into a folder, with the help of the one that stands in another."""
    command: Callable[[Path, Path], list[str]]
    """Gives the command that does so in another process."""
    say: Callable[[str], None]
    """Tells whoever runs it."""
    _kept: Kept | None = None
    """The site in memory; None where it could not be built."""
    _behind: subprocess.Popen[bytes] | None = field(default=None, init=False)
    """The build that follows a story that was shown at once."""

    @property
    def site(self) -> Path:
        """The site that readers see."""
        return self.folder / "site"

    @property
    def next(self) -> Path:
        """The site that is being built."""
        return self.folder / "next"

    def begin(self) -> None:
        """Build the site, whole; where that fails, say why, and let the last one stand."""
        self._end_behind()
        rmtree(self.next, ignore_errors=True)
        try:
            self._kept = self.build(self.next, self.site)
        except Exception as error:  # noqa: BLE001  # whatever is wrong with the content, the desk goes on
            self._kept = None
            self.say(f"The site could not be built, and stands as it was: {error}")
            return
        self._swap()

    def take(self, files: Iterable[Path]) -> None:
        """Bring the site up to date, after files were saved, added or removed."""
        shown = [self._kept.shown_anew(file) if self._kept else None for file in files]
        pages = [page for page in shown if page is not None]
        if len(pages) < len(shown):
            self.begin()
            return
        for place, text in pages:
            # Into a file of its own: the one that stands may be one with that of an earlier site.
            fresh = self.site / f"{place}.fresh"
            fresh.write_text(text, encoding="utf-8")
            fresh.replace(self.site / place)
            self.say(f"/{place.removesuffix('index.html')} is shown anew; lists and feeds follow.")
        self._end_behind()
        rmtree(self.next, ignore_errors=True)
        self._behind = subprocess.Popen(self.command(self.next, self.site))  # noqa: S603  # Pelican, as we name it

    def follow(self) -> None:
        """Let the site of the build in the other process be seen, once it is whole."""
        behind = self._behind
        if behind is not None and behind.poll() is not None:
            self._behind = None
            if behind.returncode == 0:
                self._swap()

    def _swap(self) -> None:
        old = self.folder / "old"
        rmtree(old, ignore_errors=True)
        if self.site.exists():
            self.site.rename(old)
        self.next.rename(self.site)
        rmtree(old, ignore_errors=True)

    def _end_behind(self) -> None:
        behind, self._behind = self._behind, None
        if behind is not None and behind.poll() is None:
            behind.kill()
            behind.wait()


def serve(resident: Resident, watched: Iterable[Path], port: int) -> None:
    """Serve a site at http://127.0.0.1 until Ctrl-C, and follow what is saved in the watched folders and files."""
    resident.begin()
    handler = partial(_Quiet, directory=str(resident.site))
    server = ThreadingHTTPServer(("127.0.0.1", port), handler)
    Thread(target=server.serve_forever, daemon=True).start()
    resident.say(f"The site is at http://127.0.0.1:{server.server_port}/ (Ctrl-C ends)")
    changes = watch(*watched, debounce=_PATIENCE, step=_PATIENCE // 2, rust_timeout=200, yield_on_timeout=True)
    for change in changes:
        if change:
            resident.take(sorted({Path(path) for _, path in change}))
        resident.follow()
    server.shutdown()


class _Quiet(SimpleHTTPRequestHandler):
    """Says nothing of what was asked."""

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def tell(text: str) -> None:
    """Say something to whoever runs the command."""
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()
