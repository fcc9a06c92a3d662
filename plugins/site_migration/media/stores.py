"""Where files are taken from: a folder, a tar or a zip. Each lists what it has, and opens what is asked for.

Members of archives are never unpacked by their names: their bytes are read, and go to places of our own making, so that
a hostile name, a link or a device leads nowhere.
"""

import os
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import BinaryIO, Protocol, cast

MOST_UNPACKED = 200
"""An archive that unpacks to more than so many times its size is made to fill disks."""
ARCHIVES = (".zip", ".tar", ".tgz", ".tar.gz", ".tar.xz", ".tar.bz2")
"""How names of archives end."""
SMALL = 64 << 20
"""So many bytes any archive may unpack to."""


class StoreError(ValueError):
    """What `--media` names cannot be used. The message says what to name instead."""


@dataclass(frozen=True, slots=True)
class Member:
    """A file in a store."""

    number: int
    """Its place in the store's own order."""
    path: str
    """As the store has it; bytes that are no UTF-8 as Python's `surrogateescape` keeps them."""
    size: int
    """Bytes."""


Opener = Callable[[], AbstractContextManager[BinaryIO]]
"""Opens a member for reading."""


class Store(Protocol):
    """What files are taken from."""

    name: str
    """How messages call it."""
    is_parallel: bool
    """Whether several members can be read at a time, in whatever order."""

    def members(self) -> Iterator[Member]:
        """Give all files. Raises StoreError where it is not what it seemed to be."""

    def contents(self, chosen: Mapping[int, str]) -> Iterator[tuple[int, Opener]]:
        """Give what opens some members (paths by number), in the store's order."""


def open_store(path: Path) -> Store:
    """Give the store that a path names. Raises StoreError where it is none."""
    if path.is_dir():
        return FolderStore(path)
    if not path.is_file():
        raise StoreError(
            f"--media {path} is not there: name a copy of the old site's wp-content/uploads (a folder, a .tar, a "
            ".tar.gz or a .zip), or the site's address, https://…"
        )
    if zipfile.is_zipfile(path):
        return ZipStore(path)
    if _is_tar(path):
        return TarStore(path)
    raise StoreError(f"--media {path} is no folder, no tar and no zip that can be read: unpack it, and name the folder")


def is_archive(path: Path) -> bool:
    """Tell by its name whether a file is an archive that files may be in."""
    return path.name.lower().endswith(ARCHIVES) and path.is_file()


def _is_tar(path: Path) -> bool:
    try:
        with tarfile.open(path, "r|*") as tar:
            return tar.next() is not None
    except (tarfile.TarError, OSError, EOFError, zlib.error):
        return False


class FolderStore:
    """A folder on this machine. A link in it that leads out of it is no file of it."""

    is_parallel = True

    def __init__(self, folder: Path) -> None:
        self.name = str(folder)
        self._folder = folder

    def members(self) -> Iterator[Member]:
        """Give all files but hidden ones, folder by folder."""
        number = 0
        for above, folders, names in os.walk(self._folder):
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            for name in sorted(names):
                path = Path(above, name)
                # A link that leads nowhere is told when it is opened.
                yield Member(number, path.relative_to(self._folder).as_posix(), path.lstat().st_size)
                number += 1

    def contents(self, chosen: Mapping[int, str]) -> Iterator[tuple[int, Opener]]:
        """Give what opens some files."""
        return ((number, lambda path=path: self._opened(path)) for number, path in chosen.items())  # type: ignore[misc]  # a lambda's default has the type of what it is given

    def _opened(self, path: str) -> BinaryIO:
        source = self._folder / path
        if not source.resolve().is_relative_to(self._folder.resolve()):
            raise OSError(f"{source} is a link that leads out of {self._folder}, to {source.resolve()}")
        if not source.is_file():
            raise OSError(f"{source} is no file")
        return source.open("rb")


class ZipStore:
    """A zip archive."""

    is_parallel = True

    def __init__(self, path: Path) -> None:
        self.name = str(path)
        self._path = path
        self._archive: zipfile.ZipFile | None = None

    def _opened(self) -> zipfile.ZipFile:
        if self._archive is None:
            try:
                self._archive = zipfile.ZipFile(self._path)
            except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
                raise StoreError(
                    f"--media {self.name} is a zip that cannot be read ({error}): copy it anew, or unpack it"
                ) from error
        return self._archive

    def members(self) -> Iterator[Member]:
        """Give all files; those that need a password are none."""
        for number, info in enumerate(self._opened().infolist()):
            if not info.is_dir() and not info.flag_bits & 1 and not _is_bomb(info.file_size, info.compress_size):
                yield Member(number, _sound_name(info), info.file_size)

    def contents(self, chosen: Mapping[int, str]) -> Iterator[tuple[int, Opener]]:
        """Give what opens some members."""
        archive = self._opened()
        infos = archive.infolist()
        for number in sorted(chosen):
            yield number, lambda info=infos[number]: cast("AbstractContextManager[BinaryIO]", archive.open(info))  # type: ignore[misc]  # as above


def _sound_name(info: zipfile.ZipInfo) -> str:
    """Give a member's name; programs that do not say so write UTF-8 all the same, which zipfile takes for DOS's."""
    utf8 = 0x800
    if info.flag_bits & utf8 or info.filename.isascii():
        return info.filename
    try:
        return info.filename.encode("cp437").decode("utf-8")
    except UnicodeError:
        return info.filename


def _is_bomb(size: int, packed: int) -> bool:
    return size > SMALL and size > MOST_UNPACKED * max(packed, 1)


class TarStore:
    """A tar, packed or not. It is read from its beginning to its end, twice: to list it, and to take what is wanted."""

    is_parallel = False

    def __init__(self, path: Path) -> None:
        self.name = str(path)
        self._path = path

    def members(self) -> Iterator[Member]:
        """Give all files; links, devices and pipes are none."""
        most = max(MOST_UNPACKED * self._path.stat().st_size, SMALL)
        for number, _, info in self._all():
            if info.offset_data + info.size > most:
                raise StoreError(f"--media {self.name} unpacks to more than {MOST_UNPACKED} times its size: refused")
            if info.isreg():
                yield Member(number, info.name, info.size)

    def contents(self, chosen: Mapping[int, str]) -> Iterator[tuple[int, Opener]]:
        """Give what opens some members, each before the next is asked for."""
        for number, tar, info in self._all():
            if number in chosen:
                yield number, lambda tar=tar, info=info: _member(tar, info)  # type: ignore[misc]  # as above

    def _all(self) -> Iterator[tuple[int, tarfile.TarFile, tarfile.TarInfo]]:
        try:
            with tarfile.open(self._path, "r|*") as tar:
                number = 0
                while (info := tar.next()) is not None:
                    yield number, tar, info
                    number += 1
                    # Otherwise it remembers each of a million members.
                    tar.members = []  # type: ignore[attr-defined]  # not in its stubs
        except (tarfile.TarError, EOFError, zlib.error, OSError) as error:
            raise StoreError(
                f"--media {self.name} is a tar that cannot be read to its end ({error}): copy it anew, or unpack it"
            ) from error


def _member(tar: tarfile.TarFile, info: tarfile.TarInfo) -> AbstractContextManager[BinaryIO]:
    stream = tar.extractfile(info)
    if stream is None:
        raise OSError(f"{PurePosixPath(info.name).name} is no file")
    return cast("AbstractContextManager[BinaryIO]", stream)
