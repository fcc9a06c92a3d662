"""Files by HTTP, from a real server with faults."""

from pathlib import Path

import pytest

from picture_files import JPEG, PAGE, UPLOADS, bring, jpeg, png, put
from site_migration.media.bringing import MISSING, NOT_FETCHED, NOT_PUBLISHED, REFUSED, STAND_IN, THERE, UNREACHED
from site_migration.media.checks import CUT
from site_migration.media.web import address_at
from web_faults import (
    Act,
    cut,
    failing,
    ranged,
    redirect,
    served,
    silent_port,
    slow,
    status,
    whole,
    without_length,
    wrong_length,
)
from wordpress_export.model import Media

PICTURE = f"{UPLOADS}/tide.jpg"
LARGE = jpeg("x" * 300_000)


@pytest.mark.parametrize(
    ("base", "place", "address"),
    [
        ("https://gull.example", "wp-content/uploads/a.jpg", "https://gull.example/wp-content/uploads/a.jpg"),
        ("https://gull.example/", "wp-content/uploads/a.jpg", "https://gull.example/wp-content/uploads/a.jpg"),
        ("https://gull.example/wp-content/uploads/", "wp-content/uploads/a.jpg",
         "https://gull.example/wp-content/uploads/a.jpg"),
        ("https://gull.example/wp-json/wp/v2/posts?page=2", "wp-content/uploads/a.jpg",
         "https://gull.example/wp-content/uploads/a.jpg"),
        ("https://gull.example/blog", "blog/wp-content/uploads/a.jpg",
         "https://gull.example/blog/wp-content/uploads/a.jpg"),
        ("https://cdn.example/gull", "wp-content/uploads/a.jpg", "https://cdn.example/gull/wp-content/uploads/a.jpg"),
        ("https://gull.files.wordpress.com", "wp-content/uploads/2023/10/a.jpg",
         "https://gull.files.wordpress.com/2023/10/a.jpg"),
        ("https://gull.example", "wp-content/uploads/φ 100%25.jpg",
         "https://gull.example/wp-content/uploads/%CF%86%20100%25.jpg"),
    ],
)  # fmt: skip
def test_address(base: str, place: str, address: str) -> None:
    """A file is asked for at its place below the site, its uploads folder, or another host that has it."""
    assert address == address_at(base, place)


@pytest.mark.parametrize(
    ("act", "became"),
    [
        (ranged(LARGE), ({THERE: 1}, [])),
        (cut(LARGE, after=100_000, times=2), ({THERE: 1}, [])),
        (cut(LARGE, after=100_000, times=2, tag=""), ({THERE: 1}, [])),
        (failing(503, 2, whole(LARGE)), ({THERE: 1}, [])),
        (failing(429, 2, whole(LARGE), retry_after="1"), ({THERE: 1}, [])),
        (redirect("/other.jpg"), ({THERE: 1}, [])),
        (without_length(LARGE), ({THERE: 1}, [])),
        (slow(0.1, whole(LARGE)), ({THERE: 1}, [])),
        (wrong_length(LARGE, 1000), ({THERE: 1}, [CUT])),
        (without_length(LARGE[:1000]), ({THERE: 1}, [CUT])),
        (status(404), ({MISSING: 1}, ["file missing"])),
        (status(410), ({MISSING: 1}, ["file missing"])),
        (whole(PAGE, content_type="image/jpeg"), ({REFUSED: 1}, [NOT_PUBLISHED])),
        (redirect("/wp-login.php"), ({REFUSED: 1}, [NOT_PUBLISHED])),
        (whole(jpeg("x" * (2 << 20))), ({REFUSED: 1}, [NOT_PUBLISHED])),
        (wrong_length(LARGE, 5_000_000), ({REFUSED: 1}, [NOT_PUBLISHED])),
        (wrong_length(LARGE, 500_000), ({UNREACHED: 1}, [NOT_FETCHED])),
        (status(500), ({UNREACHED: 1}, [NOT_FETCHED])),
        (status(403), ({UNREACHED: 1}, [NOT_FETCHED])),
        (redirect(PICTURE), ({UNREACHED: 1}, [NOT_FETCHED])),
        (slow(5, whole(LARGE)), ({UNREACHED: 1}, [NOT_FETCHED])),
    ],
)
def test_faults(tmp_path: Path, act: Act, became: tuple[dict[str, int], list[str]]) -> None:
    """A file comes whole whatever the server does on the way, or a line says why not; nothing else remains."""
    with served({PICTURE: act, "/other.jpg": whole(LARGE), "/wp-login.php": whole(PAGE)}) as server:
        found = bring(tmp_path, [PICTURE], bases=[server.address])

    assert became == (found.outcomes, found.remarks)
    assert [] == found.faults
    files = {path.relative_to(found.content).as_posix() for path in found.content.rglob("*") if path.is_file()}
    published = {file for file in files if not file.startswith("migration/fetching/.")}
    assert ({PICTURE[1:]} if THERE in became[0] else set()) == published
    assert THERE not in became[0] or files == published


@pytest.mark.parametrize("name", ["tides.csv", "tides.txt", "tide.svg", "tides.pdf"])
def test_page_under_any_name(tmp_path: Path, name: str) -> None:
    """A page that a server sends in place of what it does not have is no text either."""
    with served({f"{UPLOADS}/{name}": whole(PAGE)}) as server:
        assert {REFUSED: 1} == bring(tmp_path, [f"{UPLOADS}/{name}"], bases=[server.address]).outcomes


def test_bytes(tmp_path: Path) -> None:
    """A file that came in pieces has its own bytes, and only what lacked was asked for again."""
    with served({PICTURE: cut(LARGE, after=100_000, times=2)}) as server:
        found = bring(tmp_path, [PICTURE], bases=[server.address])

    assert LARGE == found.read(PICTURE)
    assert ["", "bytes=100000-", "bytes=200000-"] == [call.headers.get("range", "") for call in server.calls]


def test_later_run_goes_on(tmp_path: Path) -> None:
    """What a run has fetched of a file before the host failed is not fetched again by the next one."""
    with served({PICTURE: cut(LARGE, after=70_000, times=3)}) as server:
        site = server.site[PICTURE]
        server.site[PICTURE] = cut(LARGE, after=0, times=9)
        assert {UNREACHED: 1} == bring(tmp_path, [PICTURE], bases=[server.address]).outcomes
        server.site[PICTURE] = site
        found = bring(tmp_path, [PICTURE], bases=[server.address])

    assert LARGE == found.read(PICTURE)
    assert not (found.content / "migration" / "fetching").exists()


def test_dead_host(tmp_path: Path) -> None:
    """A host that is dead stops nothing: the other one gives what it has."""
    pictures = {f"{UPLOADS}/{n}.jpg": jpeg(str(n)) for n in range(9)}
    with served({path: whole(octets) for path, octets in pictures.items()}) as server:
        found = bring(tmp_path, list(pictures), bases=[silent_port(), server.address])

    assert {THERE: 9} == found.outcomes


def test_only_a_dead_host(tmp_path: Path) -> None:
    """Where no host answers, each file is told, and another run may find it."""
    found = bring(tmp_path, [f"{UPLOADS}/{n}.jpg" for n in range(9)], bases=[silent_port()])

    assert ({UNREACHED: 9}, [NOT_FETCHED] * 9) == (found.outcomes, found.remarks)


def test_small_picture_does_not_stand_in_for_a_host_that_is_down(tmp_path: Path) -> None:
    """Where a host may have the original, a smaller size does not take its place for ever."""
    store = put(tmp_path / "store", {"2023/10/tide-300x200.jpg": JPEG})

    assert {UNREACHED: 1} == bring(tmp_path, [PICTURE], [store], [silent_port()]).outcomes


def test_order(tmp_path: Path) -> None:
    """A folder is asked before a host; its smaller pictures stand in only for what the host does not have."""
    store = put(tmp_path / "store", {f"2023/10/{name}-300x200.jpg": jpeg(name) for name in ("ebb", "flow")})
    put(store, {"2023/10/tide.jpg": JPEG})
    with served({f"{UPLOADS}/{name}.jpg": whole(jpeg(f"large {name}")) for name in ("tide", "ebb")}) as server:
        found = bring(
            tmp_path, [f"{UPLOADS}/{name}.jpg" for name in ("tide", "ebb", "flow")], [store], [server.address]
        )

    assert ({THERE: 3}, [STAND_IN]) == (found.outcomes, found.remarks)
    assert [JPEG, jpeg("large ebb"), jpeg("flow")] == [
        found.read(f"{UPLOADS}/{name}.jpg") for name in ("tide", "ebb", "flow")
    ]
    assert [f"{UPLOADS}/ebb.jpg", f"{UPLOADS}/flow.jpg"] == sorted(server.paths)


def test_smaller_file_that_was_shown(tmp_path: Path) -> None:
    """Where the host has deleted what was uploaded, it is asked for what it showed in its place."""
    picture = Media(1, PICTURE, scaled=f"{UPLOADS}/tide-scaled.jpg")
    with served({f"{UPLOADS}/tide-scaled.jpg": whole(JPEG)}) as server:
        found = bring(tmp_path, [picture], bases=[server.address])

    assert JPEG == found.read(PICTURE)


def test_politeness(tmp_path: Path) -> None:
    """However many files are wanted, a host serves no more than four at once."""
    pictures = {f"{UPLOADS}/{n}.png": png(n) for n in range(24)}
    with served({path: slow(0.02, whole(octets)) for path, octets in pictures.items()}) as server:
        found = bring(tmp_path, list(pictures), bases=[server.address])

    assert {THERE: 24} == found.outcomes
    assert 2 <= server.most_at_once <= 4


def test_nothing_is_fetched_twice(tmp_path: Path) -> None:
    """A file that is there is not asked for."""
    with served({PICTURE: whole(JPEG)}) as server:
        first = bring(tmp_path, [PICTURE], bases=[server.address])
        second = bring(tmp_path, [PICTURE], bases=[server.address])

    assert ({THERE: 1}, {THERE: 1}, [PICTURE]) == (first.outcomes, second.outcomes, server.paths)
