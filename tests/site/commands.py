"""The project's own commands, run as its tasks run them."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def migrate(folder: Path, export: Path, *options: str) -> "subprocess.CompletedProcess[str]":
    """Migrate an export into `content` below a folder."""
    return _run(folder, "-m", "site_migration", "migrate", str(export), "--into", "content", *options)


def build(folder: Path) -> "subprocess.CompletedProcess[str]":
    """Build `content` into `output`, errors being fatal."""
    return _run(
        folder, "-m", "pelican", "content", "-s", str(ROOT / "pelicanconf.py"), "-o", "output", "--fatal", "errors"
    )


def _run(folder: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    environment = {"PYTHONPATH": str(ROOT / "plugins"), "PATH": "", "COLUMNS": "200"}
    return subprocess.run(
        [sys.executable, *arguments], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
