"""What `./inv check` says of files that were saved, where the project has it: a dead link builds, and is wrong."""

import asyncio
import importlib.util
import json
import sys
from asyncio.subprocess import DEVNULL, PIPE
from collections.abc import Iterable
from pathlib import Path


async def mistakes_in(content: Path, files: Iterable[Path]) -> list[str]:
    """Give the errors of some files, each as `file:line: what, and what to do`; nothing where nobody can tell."""
    named = [str(file) for file in files if file.is_file()]
    if not named or importlib.util.find_spec("desk.check") is None:
        return []
    command = ["-m", "desk", "check", "--content", str(content), "--format", "json", "--only", *named]
    checking = await asyncio.create_subprocess_exec(sys.executable, *command, stdout=PIPE, stderr=DEVNULL)
    printed, _ = await checking.communicate()
    try:
        findings = json.loads(printed)["findings"]
    except (ValueError, LookupError):
        return []
    return [_told(finding) for finding in findings if finding["level"] == "error"]


def _told(finding: dict[str, object]) -> str:
    line = f":{finding['line']}" if finding["line"] else ""
    return f"{finding['file']}{line}: {finding['message']}"
