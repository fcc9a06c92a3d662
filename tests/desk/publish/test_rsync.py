"""A server behind a real sshd: releases, a link, and what a broken line leaves."""

import os
import signal
import subprocess
import time
from pathlib import Path

import pytest

from published_papers import HOSTILE, ROOT, Desk, copy, files_of, page, paper, write


def desk_for(folder: Path, ssh: str, more: str = "") -> Desk:
    return Desk(folder, f"[rsync]\nhost = '127.0.0.1'\npath = '{folder}/www root'\nssh = '{ssh}'\n{more}")


def shown(folder: Path) -> Path:
    """Give the folder that the server shows."""
    return folder / "www root" / "current"


def releases(folder: Path) -> list[str]:
    return sorted(
        path.name for path in (folder / "www root" / "releases").iterdir() if path.name[0] == "2" and path.is_dir()
    )


def scripts(folder: Path) -> set[str]:
    return {path.name for path in (shown(folder) / "theme").iterdir()}


def test_whole(site: Path, tmp_path: Path, ssh_command: str) -> None:
    """A release holds the site with what was compressed, rules and headers for servers; a link shows it."""
    done = desk_for(tmp_path, ssh_command).publish("rsync", site)

    assert done.status == 0, done.said
    assert shown(tmp_path).is_symlink()
    assert files_of(site) == files_of(shown(tmp_path))
    assert (shown(tmp_path) / "_hosts" / "nginx-headers.conf").is_file()


def test_nothing_twice(site: Path, tmp_path: Path, ssh_command: str) -> None:
    """A second run makes no release; a change makes one in which all other files are those of the last."""
    desk = desk_for(tmp_path, ssh_command)
    desk.publish("rsync", site)
    again = desk.publish("rsync", site)

    assert "nothing to publish" in again.said
    assert len(releases(tmp_path)) == 1
    before = (shown(tmp_path) / "index.html").stat().st_ino
    newer = copy(site, "newer")
    for path in newer.rglob("*"):
        os.utime(path, (1, 1))  # a fresh checkout: other times, the same content
    write(newer, "2024/11/story-1/index.html", page("Story 1, corrected"))
    done = desk.publish("rsync", newer)

    assert "0 new (0 bytes), 1 changed" in done.said
    assert files_of(newer) == files_of(shown(tmp_path))
    assert before == (shown(tmp_path) / "index.html").stat().st_ino
    assert (shown(tmp_path) / "2024/11/story-1/index.html").stat().st_nlink == 1


def test_dry_run(site: Path, tmp_path: Path, ssh_command: str) -> None:
    """The difference is told, and nothing is made there."""
    desk = desk_for(tmp_path, ssh_command)
    first = desk.publish("rsync", site, "--dry-run")

    assert not (tmp_path / "www root").exists()
    assert "+ /2024/11/story-0/index.html" in first.said
    desk.publish("rsync", site)
    newer = copy(site, "newer")
    write(newer, "a.txt", "new")
    write(newer, "index.html", page("Changed"))
    (newer / "2024/11/story-3/index.html").unlink()
    told = desk.publish("rsync", newer, "--dry-run").said
    assert ["+ /a.txt", "~ /index.html", "- /2024/11/story-3/index.html"] == [
        line.partition(" (")[0] for line in told.splitlines() if line[:2] in {"+ ", "~ ", "- "}
    ]
    assert len(releases(tmp_path)) == 1


def test_keeps_some(site: Path, tmp_path: Path, ssh_command: str) -> None:
    """So many releases stay, the newest; the one that is shown is among them."""
    desk = desk_for(tmp_path, ssh_command, "keep = 2\n")
    for number in range(4):
        write(site, "index.html", page(f"Number {number}"))
        assert desk.publish("rsync", site).status == 0

    assert len(releases(tmp_path)) == 2
    assert releases(tmp_path)[-1] == shown(tmp_path).readlink().name
    assert b"Number 3" in (shown(tmp_path) / "index.html").read_bytes()


def test_hostile_names(tmp_path: Path, ssh_command: str) -> None:
    """Spaces, both Unicode forms, per cent signs, quotes and a leading dash go through."""
    site = paper(tmp_path / "site", files=dict.fromkeys(HOSTILE, "hostile"))
    desk = desk_for(tmp_path, ssh_command)
    done = desk.publish("rsync", site)

    assert done.status == 0, done.said
    assert files_of(site) == files_of(shown(tmp_path))
    for place in HOSTILE:
        (site / place).write_text("changed")
    told = desk.publish("rsync", site, "--dry-run").said
    assert sorted(f"~ /{place} (7 bytes)" for place in HOSTILE) == sorted(
        line for line in told.splitlines() if line.startswith("~")
    )


def test_hashed_files_linger(site: Path, tmp_path: Path, ssh_command: str) -> None:
    """A script that pages in readers' hands ask for is in one release more, and makes no release of its own."""
    desk = desk_for(tmp_path, ssh_command)
    desk.publish("rsync", site)
    (site / "theme/share.0123456789.js").rename(site / "theme/share.9876543210.js")
    desk.publish("rsync", site)

    assert {"share.0123456789.js", "share.9876543210.js"} == scripts(tmp_path)
    assert "nothing to publish" in desk.publish("rsync", site).said
    write(site, "index.html", page("Third"))
    desk.publish("rsync", site)
    assert {"share.9876543210.js"} == scripts(tmp_path)


def test_killed(site: Path, tmp_path: Path, ssh_command: str) -> None:
    """Killed while a film is on its way: the old release is shown, whole; the next run completes the new one."""
    desk = desk_for(tmp_path, ssh_command)
    desk.publish("rsync", site)
    before = files_of(shown(tmp_path))
    newer = copy(site, "newer")
    for number in range(40):
        (newer / f"film-{number:02}.mp4").write_bytes(os.urandom(1 << 22))
    running = subprocess.Popen(
        desk.command("rsync", newer, "--no-checks"), cwd=ROOT, start_new_session=True,
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    incoming = tmp_path / "www root" / "releases" / ".incoming"
    while not incoming.is_dir() or len(list(incoming.glob("film-*.mp4"))) < 3:
        assert running.poll() is None
        time.sleep(0.005)
    os.killpg(running.pid, signal.SIGKILL)
    running.wait()

    assert len(releases(tmp_path)) == 1
    assert before == files_of(shown(tmp_path))
    assert incoming.is_dir()
    done = desk.publish("rsync", newer)
    assert done.status == 0, done.said
    assert files_of(newer) == files_of(shown(tmp_path))
    assert not incoming.exists()


def test_back_and_on(site: Path, tmp_path: Path, ssh_command: str) -> None:
    """The way back is one link, and the release that is shown is never cleared away, however old it is."""
    desk = desk_for(tmp_path, ssh_command, "keep = 2\n")
    desk.publish("rsync", site)
    first = shown(tmp_path).readlink()
    write(site, "index.html", page("Second"))
    desk.publish("rsync", site)
    shown(tmp_path).unlink()
    shown(tmp_path).symlink_to(first)

    assert b"Second" not in (shown(tmp_path) / "index.html").read_bytes()
    for number in range(3):
        write(site, "index.html", page(f"After {number}"))
        assert desk.publish("rsync", site).status == 0
    assert files_of(site) == files_of(shown(tmp_path))
    assert shown(tmp_path).readlink().name in releases(tmp_path)


def test_one_at_a_time(site: Path, tmp_path: Path, ssh_command: str) -> None:
    """While another publication is at work there, a second one is refused."""
    desk = desk_for(tmp_path, ssh_command)
    (tmp_path / "www root" / "releases").mkdir(parents=True)
    lock = str(tmp_path / "www root" / "releases" / ".lock")
    with subprocess.Popen(["flock", lock, "cat"], stdin=subprocess.PIPE) as other:
        while subprocess.run(["flock", "--nonblock", lock, "true"], check=False).returncode == 0:
            time.sleep(0.02)
        done = desk.publish("rsync", site)
        assert other.poll() is None

    assert done.status == 2
    assert "another publication is at work there" in done.said
    assert desk.publish("rsync", site).status == 0


def test_reload(site: Path, tmp_path: Path, ssh_command: str) -> None:
    """After the switch the server is told to read its settings; only then do styles stand in them by their hashes."""
    plain, told = tmp_path / "plain", tmp_path / "told"
    for folder in (plain, told):
        folder.mkdir()
    desk_for(plain, ssh_command).publish("rsync", site)
    done = desk_for(told, ssh_command, f"reload = 'touch {told}/reloaded'\n").publish("rsync", site)

    assert done.status == 0, done.said
    assert (told / "reloaded").is_file()
    assert "style-src-elem" in (shown(told) / "_hosts/nginx-headers.conf").read_text()
    assert "style-src-elem" not in (shown(plain) / "_hosts/nginx-headers.conf").read_text()


def test_folder_in_the_way(site: Path, tmp_path: Path, ssh_command: str) -> None:
    """A folder where the link has to be is never replaced."""
    shown(tmp_path).mkdir(parents=True)
    (shown(tmp_path) / "index.html").write_text("of others")
    done = desk_for(tmp_path, ssh_command).publish("rsync", site)

    assert done.status == 2
    assert "current is a folder" in done.said
    assert (shown(tmp_path) / "index.html").read_text() == "of others"


@pytest.mark.parametrize("compare", ["content", "time"])
def test_this_machine(site: Path, tmp_path: Path, compare: str) -> None:
    """Without a host the releases are in a folder of this machine."""
    desk = Desk(tmp_path, f"[local]\nkind = 'rsync'\npath = '{tmp_path}/www root'\ncompare = '{compare}'\n")

    assert desk.publish("local", site).status == 0
    assert "nothing to publish" in desk.publish("local", site).said
    assert files_of(site) == files_of(shown(tmp_path))


def test_no_way_there(site: Path, tmp_path: Path) -> None:
    """A server that cannot be reached is told of in a sentence."""
    done = desk_for(tmp_path, "ssh -F /dev/null -p 9 -o BatchMode=yes").publish("rsync", site)

    assert done.status == 1
    assert "Connection refused" in done.said
    assert "Traceback" not in done.said
