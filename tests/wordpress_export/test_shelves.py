"""Shelves: what is too much to hold, kept on the disk and read by other processes."""

import pickle
import subprocess
import sys
from pathlib import Path

import pytest

from wordpress_export import shelves
from wordpress_export.model import Media
from wordpress_export.shelves import NUMBERS, Shelf, media_shelf

SHIP, GULL = Media(7, "/wp-content/uploads/ship.jpg", alt="A ship"), Media(3, "/wp-content/uploads/gull.jpg")


def unpacked(parcel: bytes) -> Shelf[int, Media]:
    """Give the shelf that another process gets."""
    shelf: Shelf[int, Media] = pickle.loads(parcel)  # noqa: S301  # made a line before
    return shelf


def test_a_shelf_is_a_mapping_in_the_order_of_putting() -> None:
    """What was put is found by its key, whole; all comes in the order in which it was first put."""
    shelf = media_shelf([SHIP, GULL])
    assert (SHIP, GULL) == (shelf[7], shelf[3])
    assert [7, 3] == list(shelf)
    assert [SHIP, GULL] == list(shelf.values())
    assert {7: SHIP, 3: GULL} == shelf
    assert 2 == len(shelf)
    assert 7 in shelf
    assert 8 not in shelf
    anything: object = "seven"
    assert anything not in shelf


def test_what_is_not_there_is_a_key_error() -> None:
    """A key without a value is an error, and `get` gives nothing."""
    shelf = media_shelf()
    assert shelf.get(7) is None
    with pytest.raises(KeyError):
        shelf[7]


def test_a_second_value_counts_only_where_it_is_put_for_good() -> None:
    """`put` takes the place of a value and keeps the key's place in the order; `put_new` leaves it."""
    shelf = Shelf(NUMBERS)
    shelf.put("/a/", 1)
    shelf.put("/b/", 2)
    shelf.put("/a/", 3)
    shelf.put_new("/b/", 4)
    assert [("/a/", 3), ("/b/", 2)] == list(shelf.items())


@pytest.mark.parametrize("address", ["", "/\ud83d/", "/\x00/", "/Ω é/", "'); DROP TABLE shelf; --"])
def test_any_text_is_a_key(address: str) -> None:
    """Halves of surrogate pairs, NUL and quotes come back as they were."""
    shelf = Shelf(NUMBERS)
    shelf.put(address, 1)
    assert [(address, 1)] == list(shelf.items())


def test_a_shelf_on_this_machine_travels_as_the_path_of_its_file() -> None:
    """A worker gets a few hundred bytes however much is on the shelf, and reads the same."""
    shelf = media_shelf(Media(number, f"/{number}.jpg") for number in range(1, 1001))
    parcel = pickle.dumps(shelf)
    assert len(parcel) < 1000
    assert "/500.jpg" == unpacked(parcel)[500].address


def test_a_shelf_for_another_machine_travels_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    """It outlives its file, and what arrived whole travels on whole: workers of a cluster hand things to each other."""
    monkeypatch.setattr(shelves, "_travels_whole", True)
    shelf = media_shelf([SHIP])
    parcel = pickle.dumps(shelf)
    del shelf
    arrived = unpacked(parcel)
    monkeypatch.setattr(shelves, "_travels_whole", False)
    assert SHIP == unpacked(pickle.dumps(arrived))[7]


def test_the_file_goes_with_its_maker(tmp_path: Path) -> None:
    """A process that ends leaves no shelf behind."""
    program = (
        "from wordpress_export.shelves import media_shelf; from wordpress_export.model import Media;"
        "import os, tempfile; kept = media_shelf([Media(1, '/a.jpg')]); print(len(os.listdir(tempfile.gettempdir())))"
    )
    environment = {"TMPDIR": str(tmp_path), "PYTHONPATH": "plugins"}
    printed = subprocess.run([sys.executable, "-c", program], env=environment, capture_output=True, check=True)
    assert b"1\n" == printed.stdout
    assert [] == list(tmp_path.iterdir())
