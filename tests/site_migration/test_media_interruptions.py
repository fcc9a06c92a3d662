"""Files whose bringing is cut off: by a kill, by a full disk, by a folder that nobody may write to."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from picture_files import UPLOADS, bring, jpeg, put
from site_migration.media.bringing import FAILED, THERE
from tiny_exports import HEAD, TAIL, item
from web_faults import cut, ranged, served, slow

PLUGINS = Path(__file__).parents[2] / "plugins"
ENVIRONMENT = os.environ | {"PYTHONPATH": str(PLUGINS), "COLUMNS": "200"}
PICTURES = {f"{UPLOADS}/{number}.jpg": jpeg(f"{number}" * 40_000) for number in range(10, 40)}
KILLS = 4


def start(folder: Path, *media: str) -> subprocess.Popen[bytes]:
    """Start a migration of an article with all pictures."""
    body = "".join(f'<p><img src="{place}" alt="A picture"></p>' for place in PICTURES)
    (folder / "export.xml").write_text(HEAD + item(body=body) + TAIL, encoding="utf-8")
    named = [word for one in media for word in ("--media", one)]
    command = [sys.executable, "-m", "site_migration", "migrate", "export.xml", "--into", "content", *named]
    quiet = subprocess.DEVNULL
    return subprocess.Popen(command, env=ENVIRONMENT, cwd=folder, stdout=quiet, stderr=quiet)


def uploads(folder: Path) -> dict[str, bytes]:
    files = (folder / "content" / "wp-content").rglob("*.jpg")
    return {f"/{file.relative_to(folder / 'content').as_posix()}": file.read_bytes() for file in files}


def test_killed_at_any_moment(tmp_path: Path) -> None:
    """Killed while files are fetched, a run leaves each whole or absent; the last run ends with all of them."""
    dice = random.Random(7)  # noqa: S311  # repeatable, not secret
    with served({place: slow(0.05, ranged(octets)) for place, octets in PICTURES.items()}) as server:
        for _ in range(KILLS):
            running = start(tmp_path, server.address)
            time.sleep(dice.uniform(0.8, 2.0))
            running.send_signal(signal.SIGKILL)
            running.wait()
            assert all(PICTURES[place] == octets for place, octets in uploads(tmp_path).items())
        assert 0 == start(tmp_path, server.address).wait()

    assert PICTURES == uploads(tmp_path)
    hidden = [file.name for file in (tmp_path / "content").rglob(".*")]
    assert [] == hidden
    assert not (tmp_path / "content/migration/fetching").exists()


def test_killed_in_the_middle_of_a_file(tmp_path: Path) -> None:
    """What was fetched of a file before a kill is gone on with."""
    place, octets = next(iter(PICTURES.items()))
    with served({place: cut(octets, after=30_000, times=1)}) as server:
        folder = tmp_path / "content/migration/fetching"
        first = start(tmp_path, server.address)
        while not list(folder.glob(".*.part")) and first.poll() is None:
            time.sleep(0.01)
        first.send_signal(signal.SIGKILL)
        first.wait()
        assert 0 == start(tmp_path, server.address).wait()

    assert octets == uploads(tmp_path)[place]


def test_full_disk(tmp_path: Path) -> None:
    """A disk that is full while files are copied is said in a sentence; with room again, the next run brings them."""
    store, disk = put(tmp_path / "store", {place[1:]: octets for place, octets in PICTURES.items()}), tmp_path / "disk"
    disk.mkdir()
    start(tmp_path).wait()
    command = f"{sys.executable} -m site_migration migrate {tmp_path}/export.xml --into {disk}/content --media {store}"
    inside = (
        f"mount -t tmpfs -o size=900k tmpfs {disk} && {command}; echo status $?; mount -o remount,size=20m {disk} && "
        f"{command} > /dev/null; echo status $?; ls {disk}/content{UPLOADS} | wc -l"
    )
    # A disk of its own needs a namespace of its own, which also someone without rights may have.
    shell = ["unshare", "--user", "--map-root-user", "--mount", "sh", "-c", inside]
    ended = subprocess.run(shell, env=ENVIRONMENT, capture_output=True, text=True, check=False)

    assert "Traceback" not in ended.stdout + ended.stderr
    assert "No space left on device" in ended.stdout
    assert ["status 0", str(len(PICTURES))] == ended.stdout.splitlines()[-2:]


@pytest.mark.parametrize("in_the_way", ["wp-content", f"{UPLOADS[1:]}/10.jpg/x"])
def test_place_that_is_taken(tmp_path: Path, in_the_way: str) -> None:
    """Where a file stands in the place of a folder, or a folder in that of a file, the others come."""
    store = put(tmp_path / "store", {place[1:]: octets for place, octets in PICTURES.items()})
    put(tmp_path / "content", {in_the_way: b"in the way"})

    found = bring(tmp_path, list(PICTURES), [store])

    failed = len(PICTURES) if in_the_way == "wp-content" else 1
    assert failed == found.outcomes[FAILED]
    assert len(PICTURES) - failed == found.outcomes.get(THERE, 0)
