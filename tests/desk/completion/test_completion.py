"""Tab completes tasks and their options."""

import os
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
COMPLETED = """\
eval "$(python -m desk completion bash)"
COMP_WORDS=({typed})
_complete_inv_of_the_paper inv "${{COMP_WORDS[-1]}}" ""
printf '%s\\n' "${{COMPREPLY[@]}}"
"""


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("./inv bu", ["build"]),
        ("inv pub", ["publish"]),
        ("./inv build --pro", ["--production", "--profile"]),
        ("./inv check --content x --for", ["--format"]),
    ],
)
def test_bash(typed: str, found: list[str]) -> None:
    """A real bash gives the names of tasks, and after a task those of its options."""
    path = f"{ROOT / '.venv' / 'bin'}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        ["bash", "-c", COMPLETED.format(typed=typed)],
        cwd=ROOT, env=os.environ | {"PATH": path}, capture_output=True, text=True, check=True,
    )  # fmt: skip

    assert found == sorted(done.stdout.split())


@pytest.mark.parametrize("shell", ["zsh", "fish"])
def test_other_shells(shell: str) -> None:
    """Other shells are given what calls this project's own command."""
    done = subprocess.run(
        [str(ROOT / ".venv" / "bin" / "python"), "-m", "desk", "completion", shell],
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip

    assert f"{ROOT / 'inv'} --complete -- inv" in done.stdout
