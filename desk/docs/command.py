"""`python -m desk docs CONTENT` writes the documentation as a content folder, `record FILE COMMAND …` a drawing."""

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from .composing import compose
from .pages import DocsError, read_pages
from .recording import drawn
from .terminal import Line, shown_by


def docs(arguments: Sequence[str]) -> int:
    """Compose docs/ into the folder that is named; give 0, or 1 where a page is wrong, having said which."""
    project = Path.cwd()
    try:
        compose(project, read_pages(project), Path(arguments[0]))
    except DocsError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    return 0


def record(arguments: Sequence[str]) -> int:
    """Run a command on a terminal, and draw what it shows: FILE COMMAND …; give the command's status."""
    file, *command = arguments
    try:
        lines = shown_by(command)
    except subprocess.CalledProcessError as error:
        sys.stderr.write(f"{' '.join(command)} failed, and nothing is drawn: run it by itself to see why\n")
        return int(error.returncode)
    title = " ".join(command)
    Path(file).write_text(drawn(title, [Line(f"$ {title}", 0), *lines]), encoding="utf-8")
    return 0
