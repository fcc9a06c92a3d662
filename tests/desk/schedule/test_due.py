"""`./inv due`, as an hourly workflow asks it, in sites that were really built."""

import os
import shutil
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from built_sites import ROOT, write

BUILT = datetime(2024, 11, 20, 12, tzinfo=UTC)
STORY = "---\ntitle: {title}\ndate: 2024-11-01T10:00:00+00:00\n{more}---\n\nWords.\n"


def paper(folder: Path, **stories: str) -> Path:
    """Make a small project, with stories by name and what more their heads say."""
    folder.mkdir(exist_ok=True)
    for name in ("theme", "plugins"):
        (folder / name).symlink_to(ROOT / name)
    shutil.copy(ROOT / "pelicanconf.py", folder)
    told = {f"articles/{name}.md": STORY.format(title=name, more=more) for name, more in stories.items()}
    write(folder / "content", told)
    return folder


def run(folder: Path, now: datetime, *command: str) -> "subprocess.CompletedProcess[str]":
    """Run a command of the project at a moment."""
    variables = os.environ | {"SOURCE_DATE_EPOCH": str(int(now.timestamp())), "PYTHONPATH": f"{ROOT}:{ROOT}/plugins"}
    return subprocess.run(
        [sys.executable, "-m", *command], cwd=folder, env=variables, capture_output=True, text=True, check=False
    )


def build(folder: Path, now: datetime = BUILT) -> Path:
    """Build it as the task does; give the site."""
    output = folder / "output"
    run(folder, now, "fast_build", "begin", "content", "output")
    done = run(folder, now, "pelican", "content", "-s", "pelicanconf.py", "-o", "output", "--fatal", "errors")
    assert done.returncode == 0, done.stdout + done.stderr
    run(folder, now, "fast_build", "end", "content", "none", "output")
    return output


def due(folder: Path, now: datetime) -> tuple[int, str]:
    """Give the exit status and what is said."""
    done = run(folder, now, "desk", "due")
    return done.returncode, done.stdout + done.stderr


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ("", "the sitemap of news changes"),
        ("expires: 2024-11-21T00:00:00+00:00\n", "articles/tram.md expires"),
    ],
)
def test_due(more: str, said: str, tmp_path: Path) -> None:
    """Before the moment nothing is due, and the next thing is told; from then on it is due."""
    folder = paper(tmp_path, tram=more, fresh="modified: 2024-11-02\n")
    write(folder / "content", {"articles/new.md": STORY.format(title="new", more="").replace("-11-01", "-11-20")})
    build(folder)

    status, before = due(folder, BUILT)
    assert (3, True) == (status, said in before), before
    status, after = due(folder, datetime(2024, 11, 23, tzinfo=UTC))
    assert (0, True) == (status, after.startswith("Due since") and said in after), after


def test_scheduled(tmp_path: Path) -> None:
    """A story of the future is waited for; when only the cache came back to a fresh checkout, too."""
    built = paper(tmp_path / "built", tram="")
    write(built / "content", {"articles/later.md": STORY.format(title="later", more="").replace("2024-11", "2199-01")})
    build(built)
    fresh = paper(tmp_path / "fresh", tram="")
    assert 0 == due(fresh, BUILT)[0]
    shutil.copytree(built / ".cache", fresh / ".cache")

    status, said = due(fresh, datetime(2199, 1, 1, tzinfo=UTC))
    assert (3, "Nothing is due before 2199-01-01 10:00+00:00: then articles/later.md is published.\n") == (status, said)
    assert 0 == due(fresh, datetime(2199, 1, 2, tzinfo=UTC))[0]


def test_nothing(tmp_path: Path) -> None:
    """Where nothing in a site changes by itself, nothing will be due."""
    folder = paper(tmp_path, tram="")
    build(folder)

    assert (3, "Nothing is due: nothing in the site changes by itself.\n") == due(folder, BUILT)


def test_expired(tmp_path: Path) -> None:
    """What has expired is in no file of the site, also where an earlier build read it; its old places answer 410."""
    folder = paper(tmp_path, tram="expires: 2024-11-21T00:00:00+00:00\naliases:\n  - /old/tram/\n", other="")
    tram = folder / "output" / "2024" / "11" / "tram" / "index.html"
    build(folder)
    assert tram.is_file()
    shutil.rmtree(folder / "output")
    output = build(folder, datetime(2024, 11, 22, tzinfo=UTC))

    redirects = (output / "_redirects").read_text(encoding="utf-8")
    assert not tram.exists()
    assert "/2024/11/tram" not in (output / "index.html").read_text(encoding="utf-8")
    assert {"/2024/11/tram/", "/old/tram/"} <= {
        line.split()[0] for line in redirects.splitlines() if line.endswith("410!")
    }
