"""A folder of this machine. Each file is replaced whole, in order; nothing of others in the folder is touched."""

import fcntl
import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext, suppress
from dataclasses import dataclass
from pathlib import Path

from ..edition import Edition, SiteFile
from ..header_forms import for_servers
from ..problems import RefusalError, SendingError
from ..settings import Folder, Headers
from ..store import StoreHost, store_host
from .host import Host, Order

_PART = ".broadsheet-part."
_LOCK = ".broadsheet-lock"
_WORKERS = 8


@dataclass(frozen=True, slots=True)
class FolderStore:
    """A folder."""

    root: Path
    """Where it is."""
    workers: int = _WORKERS
    """Copies at once."""
    keeps_sizes: bool = True
    """A copy is as long as the file."""

    def standing(self) -> Iterator[tuple[str, int]]:
        """Give place and bytes of each file, and clear away what a killed run left."""
        for within, _, names in os.walk(self.root):
            for name in names:
                path = Path(within, name)
                if name.startswith(_PART):
                    path.unlink(missing_ok=True)
                elif name != _LOCK:
                    yield path.relative_to(self.root).as_posix(), path.lstat().st_size

    def read(self, place: str) -> bytes:
        """Give a small file; nothing where it is not there."""
        try:
            return (self.root / place).read_bytes()
        except FileNotFoundError:
            return b""

    def write(self, place: str, octets: bytes) -> None:
        """Write a small file whole, so that it survives a power cut."""
        path = self.root / place
        path.parent.mkdir(parents=True, exist_ok=True)
        part = path.with_name(f"{_PART}{path.name}")
        with part.open("wb") as file:
            file.write(octets)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)

    def settle(self) -> None:
        """Let all that was put survive a power cut: at once, which is quicker than file by file."""
        os.sync()

    def put(self, edition: Edition, file: SiteFile) -> None:
        """Copy a file beside its place, then let it take the place."""
        path = self.root / file.place
        self._make_way(path)
        part = path.with_name(f"{_PART}{os.getpid()}.{path.name}"[:200])
        if file.octets is None:
            source = edition.path(file)
            shutil.copyfile(source, part)
            told = source.stat()
            os.utime(part, ns=(told.st_atime_ns, told.st_mtime_ns))
        else:
            part.write_bytes(file.octets)
        part.replace(path)

    def _make_way(self, path: Path) -> None:
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except (FileExistsError, NotADirectoryError):
            # What was a file becomes a folder.
            for parent in path.parents:
                if parent.is_file() and parent != self.root:
                    parent.unlink()
            path.parent.mkdir(parents=True, exist_ok=True)
        if path.is_dir():
            raise SendingError(f"{path} is a folder, and the site has a file of that name: take the folder away.")

    def remove(self, places: Sequence[str]) -> None:
        """Take files away, and folders that become empty."""
        for place in places:
            path = self.root / place
            with suppress(FileNotFoundError, NotADirectoryError, IsADirectoryError):
                path.unlink()
            with suppress(OSError):
                for parent in path.parents:
                    if parent == self.root:
                        break
                    parent.rmdir()

    def sent_with(self, _: SiteFile) -> str:
        """Give nothing: a folder sends no headers."""
        return ""


@dataclass(slots=True)
class FolderHost(StoreHost):
    """A folder as a target."""

    headers: Headers
    """What servers are told to send."""

    def take(self, edition: Edition) -> Edition:
        """Give all files, with headers for the server that shows the folder."""
        return edition.with_files([*edition.files.values(), *for_servers(edition, self.headers, follows=False)])

    def settle(self) -> None:
        """Do nothing: a folder is set up when it is there."""

    def address(self) -> str:
        """Give the site's own."""
        return ""


@contextmanager
def _locked(root: Path) -> Iterator[None]:
    root.mkdir(parents=True, exist_ok=True)
    with (root / _LOCK).open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield


@contextmanager
def folder(target: Folder, order: Order) -> Iterator[Host]:
    """Open a folder, for nobody else meanwhile. Raises RefusalError."""
    root, output = Path(target.path).resolve(), order.output.resolve()
    if root.is_relative_to(output) or output.is_relative_to(root):
        raise RefusalError(f"{root} and the built site in {output} lie within each other: name another folder.")
    try:
        with _locked(root) if not order.dry_run else nullcontext():
            store = store_host(FolderStore(root), again=order.again)
            yield FolderHost(store.store, store.ledger, order.headers)
    except BlockingIOError:
        raise RefusalError(f"{root}: another publication is at work there: wait until it is done.") from None
    except OSError as error:
        raise SendingError(
            f"{error.filename or root}: {error.strerror or error}. What was there stays; publish again when it is "
            "mended."
        ) from error
