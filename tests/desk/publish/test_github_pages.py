"""A branch of a real repository: the site and nothing else, in one commit."""

import os
import subprocess
from base64 import b64encode
from pathlib import Path

import pytest

from published_papers import HOSTILE, Desk, copy, files_of, page, paper, write


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """Give an empty repository, as GitHub has it."""
    place = tmp_path / "gull.git"
    git("init", "--quiet", "--bare", str(place))
    git("-C", str(place), "config", "uploadpack.allowFilter", "true")
    return place


def git(*arguments: str) -> str:
    done = subprocess.run(["git", *arguments], capture_output=True, check=True)
    return done.stdout.decode().strip()


def desk_for(folder: Path, repository: Path, more: str = "") -> Desk:
    return Desk(folder, f"[github-pages]\nrepository = 'file://{repository}'\n{more}")


def shown(repository: Path, folder: Path) -> dict[str, bytes]:
    """Give what the branch holds."""
    folder.mkdir()
    git("clone", "--quiet", "--branch", "gh-pages", f"file://{repository}", str(folder))
    return files_of(folder)


def uncompressed(site: Path) -> dict[str, bytes]:
    return {place: octets for place, octets in files_of(site).items() if not place.endswith(".gz")}


def objects(repository: Path) -> int:
    told = git("-C", str(repository), "count-objects", "-v")
    numbers = dict(line.split(": ") for line in told.splitlines())
    return int(numbers["count"]) + int(numbers["in-pack"])


def test_whole(site: Path, tmp_path: Path, repository: Path) -> None:
    """The branch holds the site, the domain, and the word that no Jekyll is wanted."""
    done = desk_for(tmp_path, repository).publish("github-pages", site)

    assert done.status == 0, done.said
    assert uncompressed(site) | {"CNAME": b"courier.example\n"} == shown(repository, tmp_path / "clone")
    assert (tmp_path / "clone" / ".nojekyll").is_file()


def test_nothing_twice(site: Path, tmp_path: Path, repository: Path) -> None:
    """What is there is not sent again, from this machine or another; the branch has one commit, whatever was there."""
    desk = desk_for(tmp_path, repository)
    desk.publish("github-pages", site)
    tip = git("-C", str(repository), "rev-parse", "gh-pages")
    before = objects(repository)

    assert "nothing to publish" in desk.publish("github-pages", site).said
    (tmp_path / "elsewhere").mkdir()
    elsewhere = desk_for(tmp_path / "elsewhere", repository)
    assert "nothing to publish" in elsewhere.publish("github-pages", site).said
    assert tip == git("-C", str(repository), "rev-parse", "gh-pages")
    newer = copy(site, "newer")
    write(newer, "2024/11/story-1/index.html", page("Corrected"))
    (newer / "2024/11/story-2/index.html").unlink()
    done = elsewhere.publish("github-pages", newer)
    assert "0 new (0 bytes), 1 changed" in done.said
    assert "1 removed" in done.said
    assert uncompressed(newer) | {"CNAME": b"courier.example\n"} == shown(repository, tmp_path / "clone")
    assert "1" == git("-C", str(repository), "rev-list", "--count", "gh-pages")
    # A page, the folders above it, and a commit: 2024/11/story-1, 2024/11, 2024 and the root.
    assert objects(repository) - before <= 6


def test_dry_run(site: Path, tmp_path: Path, repository: Path) -> None:
    """The difference is told, and the branch stays."""
    done = desk_for(tmp_path, repository).publish("github-pages", site, "--dry-run")

    assert "+ /2024/11/story-0/index.html" in done.said
    assert "" == git("-C", str(repository), "branch", "--list")


def test_hostile_names(tmp_path: Path, repository: Path) -> None:
    """Spaces, both Unicode forms, per cent signs, quotes and a leading dash go through."""
    site = paper(tmp_path / "site", files=dict.fromkeys(HOSTILE, "hostile"))
    desk = desk_for(tmp_path, repository, "domain = 'gull.example'\n")

    assert desk.publish("github-pages", site).status == 0
    assert uncompressed(site) | {"CNAME": b"gull.example\n"} == shown(repository, tmp_path / "clone")
    assert "nothing to publish" in desk.publish("github-pages", site).said


def test_closed_repository(site: Path, tmp_path: Path, repository: Path) -> None:
    """Where GitHub refuses, what was there stays, and git's own words are told."""
    desk = desk_for(tmp_path, repository)
    desk.publish("github-pages", site)
    tip = git("-C", str(repository), "rev-parse", "gh-pages")
    hook = repository / "hooks" / "pre-receive"
    hook.write_text("#!/bin/sh\necho 'file film.mp4 is 180 MB' >&2\nexit 1\n")
    hook.chmod(0o755)
    write(site, "index.html", page("Another"))
    done = desk.publish("github-pages", site)

    assert done.status == 1
    assert "What was there stays" in done.said
    assert tip == git("-C", str(repository), "rev-parse", "gh-pages")
    hook.unlink()
    assert desk.publish("github-pages", site).status == 0


def test_into(site: Path, tmp_path: Path, repository: Path) -> None:
    """`--into` writes what GitHub's own action uploads, and sends nothing."""
    done = desk_for(tmp_path, repository).publish("github-pages", site, "--into", str(tmp_path / "pages"))

    assert done.status == 0, done.said
    assert {*uncompressed(site), "CNAME", ".nojekyll"} == {
        path.relative_to(tmp_path / "pages").as_posix() for path in (tmp_path / "pages").rglob("*") if path.is_file()
    }
    assert "" == git("-C", str(repository), "branch", "--list")


def test_secret(site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The token reaches git by its environment; neither it nor its encoded form is told."""
    seen = tmp_path / "seen"
    program = tmp_path / "bin" / "git"
    program.parent.mkdir()
    program.write_text(
        f'#!/bin/sh\necho "$@" >> {seen}\nenv | grep GIT_CONFIG_VALUE >> {seen}.environment\n[ "$1" = init ]\n'
    )
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{program.parent}:{os.environ['PATH']}")
    monkeypatch.setenv("GITHUB_TOKEN", "never-shown")
    desk = Desk(tmp_path, "[github-pages]\nrepository = 'https://github.com/gull/gull'\n")
    done = desk.publish("github-pages", site)
    encoded = b64encode(b"x-access-token:never-shown").decode()

    assert done.status == 1
    assert f"Authorization: Basic {encoded}" in Path(f"{seen}.environment").read_text()
    for told in (done.said, seen.read_text()):
        assert "never-shown" not in told
        assert encoded not in told
