"""What went wrong while a site was built, each as `file:line: what`, without the way that Python took there."""

import os
import traceback
from pathlib import Path

from jinja2 import TemplateNotFound, TemplateSyntaxError


def plain(error: BaseException) -> list[str]:
    """Give what an error says: all problems that it names itself, or the line of ours at which it happened."""
    problems = getattr(error, "problems", None)
    if isinstance(problems, tuple | list) and problems:
        return [short(str(problem)) for problem in problems]
    if isinstance(error, TemplateSyntaxError):
        return [f"{_shown(error.filename or error.name or 'a template')}:{error.lineno}: {error.message}"]
    if isinstance(error, SyntaxError):
        return [f"{_shown(error.filename or 'a file')}:{error.lineno}: {error.msg}"]
    where, what = _line_of_ours(error), str(error).strip() or type(error).__name__
    if isinstance(error, TemplateNotFound):
        what = f"there is no template {error.name}"
    elif type(error).__module__ == "builtins" and not isinstance(error, RuntimeError | OSError):
        what = f"{type(error).__name__}: {what}"
    return [where + short(what)]


def short(text: str) -> str:
    """Give a sentence with the files of the project as whoever stands there names them."""
    return text.replace(f"{Path.cwd()}{os.sep}", "")


def _line_of_ours(error: BaseException) -> str:
    """Give the last line within the project at which it happened, in front of what happened; nothing for none."""
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        file = Path(os.path.realpath(frame.filename))
        shown = _shown(frame.filename)
        if frame.lineno and not os.path.isabs(shown) and file.is_file() and "fast_build" not in file.parts:  # noqa: PTH117  # a text
            return f"{shown}:{frame.lineno}: "
    return ""


def _shown(file: str) -> str:
    """Give a file as the project names it; one from elsewhere whole."""
    path = os.path.relpath(file)
    return os.path.realpath(file) if path.startswith("..") or ".venv" in path else path
