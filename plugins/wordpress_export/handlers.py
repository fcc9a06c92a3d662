"""A site's own handlers: a Python file with what its plugins' shortcodes and blocks stand for.

    SHORTCODES = {"stock": lambda shortcode, context: f"<strong>{shortcode.get('ticker')}</strong>"}
    BLOCKS = {"acme/price": lambda block, inner, context: inner}

A function gives HTML. What it raises is noted and never stops a migration: `call` is the one way to it.
"""

import importlib.util
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

from .errors import ExportError

Handler = Callable[..., Any]
"""`(shortcode, context) -> str`, or `(block, inner, context) -> str`."""
_TABLES = ("SHORTCODES", "BLOCKS")


class HandlersError(ExportError):
    """The file of handlers cannot be used. The message names it, says why, and what to write."""


@dataclass(frozen=True, slots=True)
class Handlers:
    """What a site has for its own shortcodes and blocks."""

    shortcodes: Mapping[str, Handler] = field(default_factory=dict)
    """By name: `stock`."""
    blocks: Mapping[str, Handler] = field(default_factory=dict)
    """By name with its namespace: `acme/price`."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a handler gave."""

    html: str = ""
    """Its HTML; empty where it failed."""
    failure: str = ""
    """Why it gave nothing; empty where it did."""


@cache
def load_handlers(path: str) -> Handlers:
    """Give the handlers of a file, which is read once in each process; none for an empty path.

    Raises HandlersError where the file is not there, fails, or holds no table of functions.
    """
    if not path:
        return Handlers()
    module = _module_of(Path(path))
    found = [name for name in _TABLES if hasattr(module, name)]
    if not found:
        raise HandlersError(f"{path} has neither SHORTCODES nor BLOCKS: write SHORTCODES = {{'name': function}} in it.")
    return Handlers(_table(module, "SHORTCODES", path), _table(module, "BLOCKS", path))


def call(handler: Handler, *arguments: object) -> Answer:
    """Give the answer of a handler, whatever it does."""
    try:
        html = handler(*arguments)
    except Exception as error:  # noqa: BLE001  # a site's own code may fail in any way, and the article must go on
        return Answer(failure=f"{type(error).__name__}: {error}")
    if not isinstance(html, str):
        return Answer(failure=f"it gave {type(html).__name__}, and a string is expected")
    return Answer(html)


def _module_of(path: Path) -> ModuleType:
    if not path.is_file():
        raise HandlersError(f"{path}: there is no such file of handlers; correct the path, or leave the setting out.")
    spec = importlib.util.spec_from_file_location("handlers_of_the_site", path)
    if spec is None or spec.loader is None:
        raise HandlersError(f"{path} is no Python file: its name must end with .py.")
    module = importlib.util.module_from_spec(spec)
    try:
        spec.loader.exec_module(module)
    except Exception as error:
        raise HandlersError(f"{path} fails when it is loaded: {type(error).__name__}: {error}.") from error
    return module


def _table(module: ModuleType, name: str, path: str) -> Mapping[str, Handler]:
    table = getattr(module, name, {})
    if not isinstance(table, dict):
        raise HandlersError(f"{path}: {name} is {type(table).__name__}, and a dict of names and functions is expected.")
    for key, handler in table.items():
        if not isinstance(key, str) or not callable(handler):
            raise HandlersError(f"{path}: {name}[{key!r}] must be a function with a name for its key, not {handler!r}.")
    return table
