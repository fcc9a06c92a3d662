import gzip
import os
from pathlib import Path

import brotli
import pytest

from page_delivery.compressed import MOST_AT_BEST, Store, quality_for

TEXT = b"The tram is back. " * 200


def test_forms(tmp_path: Path) -> None:
    """A text comes out of both forms as it went in, and is smaller in each."""
    made = Store(tmp_path, 11).compressed(TEXT)

    assert [TEXT, TEXT] == [brotli.decompress(made[".br"]), gzip.decompress(made[".gz"])]
    assert max(map(len, made.values())) < len(TEXT) / 10


def test_no_clock(tmp_path: Path) -> None:
    """The bytes tell neither when nor in which folder they were made."""
    assert Store(tmp_path / "a", 11).compressed(TEXT) == Store(tmp_path / "b", 11).compressed(TEXT)
    assert b"\0\0\0\0" == Store(tmp_path / "c", 5).compressed(TEXT)[".gz"][4:8]


def test_not_where_it_helps_nobody(tmp_path: Path) -> None:
    """What compression makes longer stays as it is."""
    assert {} == Store(tmp_path, 11).compressed(os.urandom(2000))


def test_made_once(tmp_path: Path) -> None:
    """What is in the store is taken from it: here, what a test has put there."""
    store = Store(tmp_path, 11)
    store.compressed(TEXT)
    for path in tmp_path.glob("??/*"):
        path.write_bytes(b"kept")

    assert {".br": b"kept", ".gz": b"kept"} == store.compressed(TEXT)
    assert {".br": b"kept", ".gz": b"kept"} != Store(tmp_path, 5).compressed(TEXT)


def test_broken_store(tmp_path: Path) -> None:
    """A file of the store that a full disk left empty is made anew."""
    store = Store(tmp_path, 11)
    first = store.compressed(TEXT)
    for path in tmp_path.glob("??/*"):
        path.write_bytes(b"")

    assert first == store.compressed(TEXT)


def test_unused_is_forgotten(tmp_path: Path) -> None:
    """What no build has asked for in a month is deleted, and nothing else."""
    store = Store(tmp_path, 5)
    store.compressed(TEXT)
    for path in tmp_path.glob("??/*"):
        os.utime(path, (0, 0))
    used = store.compressed(TEXT[:1800])
    store.forget_unused()

    assert sorted(map(len, used.values())) == sorted(path.stat().st_size for path in tmp_path.glob("??/*"))


@pytest.mark.parametrize(("files", "expected"), [(1, 11), (MOST_AT_BEST, 11), (MOST_AT_BEST + 1, 5)])
def test_quality(files: int, expected: int) -> None:
    """A site of many pages is compressed less, so that a build ends."""
    assert expected == quality_for(files)
