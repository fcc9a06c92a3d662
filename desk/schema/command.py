"""`python -m desk schema`: the files by which editors of text know front matter and registries, written anew."""

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from .files import schema_files


def schema(arguments: Sequence[str]) -> int:
    """Write the files; with `--check` only say which are not up to date, and give 1 where there is one."""
    parser = argparse.ArgumentParser(prog="schema", description="Write what VS Code knows of front matter and data/.")
    parser.add_argument("--into", type=Path, default=Path(), help="the project's folder")
    parser.add_argument("--check", action="store_true", help="write nothing, say what is not up to date")
    asked = parser.parse_args(arguments)
    stale = {place: text for place, text in schema_files().items() if _read(asked.into / place) != text}
    for place, text in stale.items():
        if not asked.check:
            _write(asked.into / place, text)
        sys.stdout.write(f"{place}: {'not up to date: run ./inv schema' if asked.check else 'written'}\n")
    if not stale:
        sys.stdout.write("all files of .vscode/ are up to date\n")
    return int(bool(stale) and asked.check)


def _read(path: Path) -> str | None:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return None


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    beside.write_text(text, encoding="utf-8", newline="\n")
    beside.replace(path)
