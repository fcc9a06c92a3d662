"""What a check found, told to people at a terminal, to GitHub, or to a program."""

from collections.abc import Callable, Mapping

from .github import github
from .outcome import Outcome
from .printed_json import printed_json
from .text import text

FORMATS: Mapping[str, Callable[[Outcome], str]] = {"text": text, "github": github, "json": printed_json}
"""Each gives what is printed."""

__all__ = ["FORMATS", "Outcome"]
