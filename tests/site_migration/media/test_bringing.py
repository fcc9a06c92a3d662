"""Files from folders and archives to their places."""

import bz2
import gzip
import io
import lzma
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from picture_files import JPEG, MOST, PAGE, PDF, UPLOADS, bring, jpeg, png, put
from site_migration.media.bringing import (
    ABSENT,
    FAILED,
    MISSING,
    NOT_COPIED,
    NOT_PUBLISHED,
    REFUSED,
    STAND_IN,
    THERE,
    TWIN,
)
from site_migration.media.checks import CUT
from site_migration.media.stores import StoreError, open_store
from wordpress_export.model import Media

PICTURE = f"{UPLOADS}/tide.jpg"


@pytest.mark.parametrize(
    "path",
    [
        "2023/10/tide.jpg", "uploads/2023/10/tide.jpg", "wp-content/uploads/2023/10/tide.jpg",
        "gull.example/wp-content/uploads/2023/10/tide.jpg", "backup of May/2023/10/tide.jpg",
        "public_html/blog/wp-content/uploads/2023/10/tide.jpg", "gull.files.wordpress.com/2023/10/tide.jpg",
        "2023/10/tide.jpg?ver=3", "2023/10/tide.jpg@ver=3", "High tide_files/tide.jpg", "High tide_files/tide(1).jpg",
        "2023/10/TIDE.JPG",
    ],
)  # fmt: skip
def test_shapes_of_folders(tmp_path: Path, path: str) -> None:
    """A file is found in the uploads folder, in a folder above it, in a mirror, and beside a page that was saved."""
    store = put(tmp_path / "store", {path: JPEG})

    found = bring(tmp_path, [PICTURE], [store])

    assert ({THERE: 1}, [], []) == (found.outcomes, found.remarks, found.faults)
    assert JPEG == found.read(PICTURE)


@pytest.mark.parametrize(
    ("address", "path"),
    [
        ("/wp-content/uploads/logo.jpg", "2019/03/logo.jpg"),
        ("/wp-content/uploads/2023/10/tide.jpg", "2023/11/tide.jpg"),
        ("/wp-content/uploads/2023/10/tide.jpg", "tide.jpg"),
        ("/wp-content/uploads/2023/10/tide.jpg", "uploads/sites/4/2023/10/tide.jpg"),
        ("/wp-content/uploads/sites/3/2023/10/tide.jpg", "uploads/2023/10/tide.jpg"),
        ("/wp-content/uploads/sites/3/2023/10/tide.jpg", "uploads/sites/4/2023/10/tide.jpg"),
        ("/images/tide.jpg", "2023/images/2023/tide.jpg"),
    ],
)
def test_other_files_of_the_name(tmp_path: Path, address: str, path: str) -> None:
    """A file of another month, another folder or another site of the network is not taken for its namesake."""
    found = bring(tmp_path, [address], [put(tmp_path / "store", {path: JPEG})])

    assert ({MISSING: 1}, [ABSENT]) == (found.outcomes, found.remarks)


@pytest.mark.parametrize("address", ["/images/tide.jpg", "/tide.jpg", "/files/2010/05/tide.jpg"])
def test_files_outside_of_uploads(tmp_path: Path, address: str) -> None:
    """A file that lies elsewhere on the site is found by its whole path below the root of the copy or of the mirror."""
    for name, folder in (("a", ""), ("b", "gull.example/")):
        store = put(tmp_path / name / "store", {folder + address[1:]: JPEG})
        assert {THERE: 1} == bring(tmp_path / name, [address], [store]).outcomes


def packed(kind: str, folder: Path, files: dict[str, bytes]) -> Path:
    """Give an archive with these files."""
    path = folder / f"uploads.{kind}"
    if kind == "zip":
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, octets in files.items():
                archive.writestr(name, octets)
        return path
    plain = io.BytesIO()
    with tarfile.open(fileobj=plain, mode="w") as tar:
        for name, octets in files.items():
            info = tarfile.TarInfo(name)
            info.size = len(octets)
            tar.addfile(info, io.BytesIO(octets))
    path.write_bytes(PACKERS[kind](plain.getvalue()))
    return path


PACKERS: dict[str, Callable[[bytes], bytes]] = {
    "tar": bytes, "tar.gz": gzip.compress, "tar.xz": lzma.compress, "tar.bz2": bz2.compress,
}  # fmt: skip


@pytest.mark.parametrize("kind", ["zip", *PACKERS])
def test_archives(tmp_path: Path, kind: str) -> None:
    """Files are taken out of an archive, those alone that are wanted, whatever their names and order."""
    files = {f"uploads/2023/10/{n}.jpg": jpeg(str(n)) for n in range(50)} | {"uploads/2023/10/φάρος.jpg": jpeg("lamp")}
    store = packed(kind, tmp_path, files | {"uploads/secret.sql": b"passwords"})

    found = bring(tmp_path, [f"{UPLOADS}/{n}.jpg" for n in (7, 3, 49, "φάρος")], [store])

    assert ({THERE: 4}, []) == (found.outcomes, found.faults)
    assert [jpeg("7"), jpeg("lamp")] == [found.read(f"{UPLOADS}/{name}.jpg") for name in ("7", "φάρος")]
    assert 4 == len([path for path in found.content.rglob("*") if path.is_file()])


def test_several_stores(tmp_path: Path) -> None:
    """What the first store lacks comes from the next; where both have a file, the first one's is taken."""
    first = put(tmp_path / "a", {"2023/10/tide.jpg": jpeg("first")})
    second = packed("tar.gz", tmp_path, {"2023/10/tide.jpg": jpeg("second"), "2023/10/ebb.jpg": jpeg("ebb")})

    found = bring(tmp_path, [PICTURE, f"{UPLOADS}/ebb.jpg"], [first, second])

    assert {THERE: 2} == found.outcomes
    assert [jpeg("first"), jpeg("ebb")] == [found.read(f"{UPLOADS}/{name}.jpg") for name in ("tide", "ebb")]


def test_bad_copy_in_the_first_store(tmp_path: Path) -> None:
    """Where a mirror has saved an error page or nothing under a picture's name, another copy of it is looked for."""
    stores = [put(tmp_path / str(n), {"2023/10/tide.jpg": octets}) for n, octets in enumerate((PAGE, b"", JPEG))]

    assert {THERE: 1} == bring(tmp_path, [PICTURE], stores).outcomes


@pytest.mark.parametrize(
    ("names", "taken"),
    [
        (("tide.jpg", "tide-scaled.jpg"), "tide.jpg"),
        (("tide-scaled.jpg", "tide-1024x683.jpg"), "tide-scaled.jpg"),
        (("tide-300x200.jpg", "tide-1024x683.jpg", "tide-150x150.jpg"), "tide-1024x683.jpg"),
        (("tide-300x200.jpg", "tide.jpg.webp"), "tide-300x200.jpg"),
        (("tide-300x200.jpg", "tide.jpg?w=200"), "tide-300x200.jpg"),
        (("tide.jpg@resize=200%2C100",), "tide.jpg@resize=200%2C100"),
        (("tide-e1600000000000.jpg",), "tide-e1600000000000.jpg"),
    ],
)
def test_stand_in(tmp_path: Path, names: tuple[str, ...], taken: str) -> None:
    """Where the picture that was uploaded is gone, the largest that WordPress made of it is copied in its place."""
    store = put(tmp_path / "store", {f"2023/10/{name}": jpeg(name) for name in names})

    found = bring(tmp_path, [PICTURE], [store])

    assert ({THERE: 1}, jpeg(taken)) == (found.outcomes, found.read(PICTURE))
    assert ([] if taken == "tide.jpg" else [STAND_IN]) == found.remarks


def test_what_was_cut_off_stays_cut_off(tmp_path: Path) -> None:
    """The picture before an editor cropped it does not stand in for the cropped one."""
    store = put(tmp_path / "store", {"2023/10/tide.jpg": JPEG})

    assert {MISSING: 1} == bring(tmp_path, [f"{UPLOADS}/tide-e1600000000000.jpg"], [store]).outcomes


@pytest.mark.parametrize(
    ("address", "octets", "became"),
    [
        (PICTURE, PAGE, (REFUSED, NOT_PUBLISHED)),
        (PICTURE, b"\xef\xbb\xbf\n  <html lang='en'>", (REFUSED, NOT_PUBLISHED)),
        (PICTURE, b'{"code":"rest_no_route"}', (REFUSED, NOT_PUBLISHED)),
        (PICTURE, b"", (REFUSED, NOT_PUBLISHED)),
        (PICTURE, JPEG * 6000, (REFUSED, NOT_PUBLISHED)),
        (f"{UPLOADS}/a.pdf", PAGE, (REFUSED, NOT_PUBLISHED)),
        (f"{UPLOADS}/a.php.jpg", JPEG, (REFUSED, NOT_PUBLISHED)),
        (f"{UPLOADS}/a.swf", b"CWS", (REFUSED, NOT_PUBLISHED)),
        (PICTURE, JPEG[:-2], (THERE, CUT)),
        (f"{UPLOADS}/a.png", png()[:-4], (THERE, CUT)),
        (PICTURE, png(), (THERE, "file whose ending says another kind than its bytes")),
        (PICTURE, b"\0\1\2\3" * 9, (THERE, "file whose bytes are of no known kind")),
        (f"{UPLOADS}/a.txt", PAGE, (THERE, "")),
        (f"{UPLOADS}/a.pdf", PDF, (THERE, "")),
        (f"{UPLOADS}/a.png", png(), (THERE, "")),
    ],
)
def test_checks(tmp_path: Path, address: str, octets: bytes, became: tuple[str, str]) -> None:
    """A file is published where its bytes are what its name says, and noted or left out where not."""
    outcome, remark = became
    store = put(tmp_path / "store", {address[1:]: octets})

    found = bring(tmp_path, [address], [store])

    assert ({outcome: 1}, [remark] if remark else []) == (found.outcomes, found.remarks)
    assert (outcome == THERE) is (found.content / address[1:]).exists()
    assert len(JPEG * 6000) > MOST


def test_hostile_members(tmp_path: Path) -> None:
    """Neither a name that climbs nor a link or a device in an archive leads anywhere."""
    path = tmp_path / "uploads.tar"
    with tarfile.open(path, "w") as tar:
        for name in ("../../2023/10/tide.jpg", "/2023/10/ebb.jpg"):
            info = tarfile.TarInfo(name)
            info.size = len(JPEG)
            tar.addfile(info, io.BytesIO(JPEG))
        for name, kind in (("2023/10/link.jpg", tarfile.SYMTYPE), ("2023/10/pipe.jpg", tarfile.FIFOTYPE)):
            info = tarfile.TarInfo(name)
            info.type, info.linkname = kind, "/etc/passwd"
            tar.addfile(info)

    found = bring(tmp_path, [f"{UPLOADS}/{name}.jpg" for name in ("tide", "ebb", "link", "pipe")], [path])

    assert {THERE: 2, MISSING: 2} == found.outcomes
    assert {"content", "uploads.tar"} == {file.name for file in tmp_path.iterdir()}


@pytest.mark.parametrize("kind", ["zip", "tar.gz"])
def test_bombs(tmp_path: Path, kind: str) -> None:
    """An archive that unpacks to hundreds of times its size is refused with a sentence."""
    path = packed(kind, tmp_path, {"2023/10/tide.jpg": bytes(100 << 20), "2023/10/ebb.jpg": JPEG})

    found = bring(tmp_path, [PICTURE], [path])

    assert {MISSING: 1} == found.outcomes
    assert kind == "zip" or "unpacks to more than 200 times its size" in found.faults[0]


@pytest.mark.parametrize("kind", ["zip", "tar", "tar.gz"])
def test_cut_archives(tmp_path: Path, kind: str) -> None:
    """Of an archive that was cut off what can be read is taken, and a sentence says so; or it is no archive at all."""
    noise = {f"2023/10/{n}.jpg": jpeg("".join(chr(33 + (n * k) % 90) for k in range(20_000))) for n in range(20)}
    path = packed(kind, tmp_path, {"2023/10/tide.jpg": JPEG} | noise)
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])

    if kind == "zip":
        with pytest.raises(StoreError, match="no folder, no tar and no zip"):
            open_store(path)
        return
    found = bring(tmp_path, [PICTURE, f"{UPLOADS}/19.jpg"], [path])

    assert {THERE: 1, MISSING: 1} == found.outcomes
    assert "cannot be read to its end" in found.faults[0]


def test_damaged_member(tmp_path: Path) -> None:
    """A member whose sums are wrong is told, and its neighbours come."""
    path = packed("zip", tmp_path, {"2023/10/tide.jpg": jpeg("a" * 5000), "2023/10/ebb.jpg": JPEG})
    octets = bytearray(path.read_bytes())
    octets[80:90] = bytes(10)
    path.write_bytes(octets)

    found = bring(tmp_path, [PICTURE, f"{UPLOADS}/ebb.jpg"], [path])

    assert {THERE: 1, FAILED: 1} == found.outcomes
    assert "its bytes cannot be read" in found.faults[0]


def test_link_that_leads_out(tmp_path: Path) -> None:
    """A link in the uploads folder publishes no file of this machine."""
    (tmp_path / "secret.jpg").write_bytes(JPEG)
    store = put(tmp_path / "store", {"2023/10/ebb.jpg": JPEG})
    (store / "2023/10/tide.jpg").symlink_to(tmp_path / "secret.jpg")

    found = bring(tmp_path, [PICTURE], [store])

    assert {FAILED: 1} == found.outcomes
    assert "leads out of" in found.faults[0]


def test_twice(tmp_path: Path) -> None:
    """What is there is not copied again, nor looked for."""
    store = put(tmp_path / "store", {"2023/10/tide.jpg": JPEG})
    before = bring(tmp_path, [PICTURE], [store]).content / PICTURE[1:]
    time = before.stat().st_mtime_ns
    (store / "2023/10/tide.jpg").write_bytes(jpeg("new"))

    assert {THERE: 1} == bring(tmp_path, [PICTURE], [store]).outcomes
    assert time == before.stat().st_mtime_ns


def test_without_stores(tmp_path: Path) -> None:
    """Where nobody says where files are, they are counted, so that no one believes they are there."""
    assert ({NOT_COPIED: 1}, []) == ((found := bring(tmp_path, [PICTURE])).outcomes, found.remarks)


def test_names_that_some_disks_take_for_one(tmp_path: Path) -> None:
    """Of two names that differ only in case, each has its own file, and a line says so."""
    store = put(tmp_path / "store", {"2023/10/tide.jpg": jpeg("small"), "2023/10/Tide.jpg": jpeg("large")})
    if len(list((store / "2023/10").iterdir())) == 1:
        pytest.skip("this disk itself takes the two names for one")

    found = bring(tmp_path, [PICTURE, f"{UPLOADS}/Tide.jpg"], [store])

    assert ({THERE: 2}, [TWIN]) == (found.outcomes, found.remarks)
    assert [jpeg("small"), jpeg("large")] == [found.read(PICTURE), found.read(f"{UPLOADS}/Tide.jpg")]


def test_name_in_another_form(tmp_path: Path) -> None:
    """A Mac writes é as two characters, in folders and in archives; the address has one."""
    store = packed("zip", tmp_path, {"2023/10/cafe\u0301.jpg": JPEG})

    assert {THERE: 1} == bring(tmp_path, [f"{UPLOADS}/caf\u00e9.jpg"], [store]).outcomes


def test_scaled(tmp_path: Path) -> None:
    """The media list's word on which smaller file was shown is no file of its own."""
    store = put(tmp_path / "store", {"2023/10/tide-scaled.jpg": JPEG})
    picture = Media(1, PICTURE, scaled=f"{UPLOADS}/tide-scaled.jpg")

    assert {THERE: 1} == bring(tmp_path, [picture], [store]).outcomes
