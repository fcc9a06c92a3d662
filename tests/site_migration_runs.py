"""Migrations of whole exports, as the task runs them."""

import subprocess
import sys
from pathlib import Path

from built_sites import ROOT


def migrated(export: Path, folder: Path) -> list[Path]:
    """Migrate an export, or a folder of them, into a folder; give the stories and pages that were written."""
    command = [sys.executable, "-m", "site_migration", "migrate", str(export), "--into", str(folder / "content")]
    done = subprocess.run(
        command, cwd=folder, env={"PYTHONPATH": str(ROOT / "plugins"), "PATH": ""}, capture_output=True, text=True,
        check=False,
    )  # fmt: skip
    written = sorted((folder / "content").rglob("*.md"))
    assert written, done.stdout + done.stderr
    return written
