"""Which files of a folder differ from git's last commit."""

import os
import subprocess
from pathlib import Path


def changed_files(folder: Path) -> list[Path]:
    """Give those that are new or differ, in git's order. Raises ValueError where there is no git."""
    status = ("status", "--porcelain", "--untracked-files=all", "--no-renames", "-z", ".")
    try:
        told, top = _git(folder, *status), _git(folder, "rev-parse", "--show-toplevel").rstrip(b"\n")
    except (OSError, subprocess.CalledProcessError):
        raise ValueError(f"{folder} is in no git repository: leave --changed out") from None
    paths = (Path(os.fsdecode(top), os.fsdecode(line[3:])) for line in told.split(b"\0") if line)
    return [path for path in paths if path.is_file()]


def _git(folder: Path, *arguments: str) -> bytes:
    command = ["git", "-C", str(folder), *arguments]
    return subprocess.run(command, capture_output=True, check=True).stdout  # noqa: S603  # git, and a folder
