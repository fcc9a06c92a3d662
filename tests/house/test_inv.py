"""The first command on a fresh machine says what is missing and how to get it."""

import shutil
import subprocess
from pathlib import Path

ROOT = Path(__file__).parents[2]
COMMON = ("sh", "dirname", "cmp", "rm", "cp", "pwd")


def fresh_machine(folder: Path, *programs: str) -> dict[str, str]:
    """Give the environment of a machine that has these programs and no others."""
    (folder / "bin").mkdir()
    for program in programs:
        found = shutil.which(program)
        assert found, program
        (folder / "bin" / program).symlink_to(found)
    shutil.copy(ROOT / "inv", folder)
    shutil.copy(ROOT / "requirements.lock", folder)
    return {"PATH": str(folder / "bin")}


def inv(folder: Path, environment: dict[str, str]) -> "subprocess.CompletedProcess[str]":
    return subprocess.run([str(folder / "inv"), "--list"], env=environment, capture_output=True, text=True, check=False)


def test_without_python(tmp_path: Path) -> None:
    """A machine without Python is told in one line which command installs it."""
    done = inv(tmp_path, fresh_machine(tmp_path, *COMMON))

    assert done.returncode == 1
    assert [
        "inv: Python 3.11 or newer is needed: sudo apt-get install python3 python3-venv"
    ] == done.stderr.splitlines()
    assert not (tmp_path / ".venv").exists()


def test_without_venv(tmp_path: Path) -> None:
    """A Debian without python3-venv is told in one line which command installs it."""
    environment = fresh_machine(tmp_path, *COMMON)
    python = tmp_path / "bin" / "python3"
    # Debian's python3 alone: it runs, and has no ensurepip.
    python.write_text('#!/bin/sh\ncase "$2" in *ensurepip*) exit 1;; esac\nexit 0\n', encoding="utf-8")
    python.chmod(0o755)
    done = inv(tmp_path, environment)

    assert done.returncode == 1
    assert "inv: Python's venv module is missing: sudo apt-get install python3-venv" == done.stderr.splitlines()[-1]
    assert not (tmp_path / ".venv").exists()


def test_ready(tmp_path: Path) -> None:
    """With the environment there, nothing is installed and nothing is said."""
    done = subprocess.run([str(ROOT / "inv"), "--list"], capture_output=True, text=True, check=False, cwd=tmp_path)

    assert done.returncode == 0
    assert done.stderr == ""
    assert "demo" in done.stdout
