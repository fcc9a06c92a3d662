"""Whose time it was: from the functions that were at work at one moment, to what an editor or an engineer calls it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from pathlib import PurePath

Frame = tuple[str, str]
"""A function that was at work: its name, and its file."""

Stack = Sequence[Frame]
"""The functions that were at work at one moment, each called by the one before it."""


class Family(Enum):
    """What kinds of work are told apart."""

    READING = "reading"
    """From files to articles: front matter, Markdown."""
    PAGES = "pages and their parts"
    """What templates do, without the functions of plugins that they call."""
    PLUGINS = "plugins"
    """What plugins do, feeds included."""
    KEEPING = "fast_build itself"
    """What it costs to make only those pages anew that must be."""
    REST = "files, imports and Pelican itself"
    """Pelican's own work, imports, files, and what belongs to nobody."""


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose time it was."""

    family: Family
    """What kind of work it was."""
    name: str
    """What the work is called."""
    part: str = ""
    """What part of it that was."""
    template: str = ""
    """Of pages: the file of their template, in its folder."""


OTHER = Owner(Family.REST, "other")
"""Nobody whom this module knows."""

Rule = Callable[[Stack, int], Owner | None]
"""Says to whom the function at a place of a stack belongs; None where the rule does not know it."""

_HERE = "fast_build"
_JINJA = ("/jinja2/", "/markupsafe/")
_COMPILING = frozenset(
    {"parser", "lexer", "compiler", "nodes", "idtracking", "optimizer", "visitor", "loaders", "bccache"}
)
_PASSING = frozenset({"page_context", "fragments", "lists", "watching"})
"""Modules of this plugin that stand between a template and what it uses: what Jinja does beneath them is the page's."""
_NOTING = _PASSING | {"notes", "arguments", "listener"}
_REMEMBERING = frozenset({"memory", "read_files", "store", "whole_files"})
_WRITING = frozenset({"_write", "_reuse", "_make_folder", "link_or_copy"})
_FILING = frozenset(
    {"clean_output_dir", "copy", "mkdir_p", "_copy_paths", "_link_or_copy_staticfile", "_copy_staticfile"}
)
_SETTING_UP = frozenset({"get_instance", "parse_arguments", "init_plugins", "read_settings", "load_plugins", "init"})
_READING = (
    ("front matter", {"front_matter", "front_matter_lines", "yaml"}),
    ("Markdown", {"rendering", "markdown", "comrak"}),
)


def owner_of(stack: Stack) -> Owner:
    """Give whose time it was: that of the innermost function that somebody owns."""
    owners = (rule(stack, at) for at in reversed(range(len(stack))) for rule in RULES)
    return next(filter(None, owners), OTHER)


def _importing(stack: Stack, at: int) -> Owner | None:
    function, file = stack[at]
    is_import = function == "<module>" or file.startswith("<frozen importlib._bootstrap")
    return Owner(Family.REST, "starting up", "imports") if is_import else None


def _compiling(stack: Stack, at: int) -> Owner | None:
    file = stack[at][1]
    is_compiler = "/jinja2/" in file and _stem(file) in _COMPILING
    return Owner(Family.REST, "compiling templates") if is_compiler else None


def _templating(stack: Stack, at: int) -> Owner | None:
    if not _is_template(stack[at][1]):
        return None
    outer = [number for number in range(at) if _is_shared(stack[number])]
    first = next(file for _, file in stack[outer[-1] if outer else 0 : at + 1] if _is_template(file))
    if outer:
        return Owner(Family.PAGES, "shared parts of pages", _words(first))
    return Owner(Family.PAGES, f"{_words(first).removesuffix('page').strip()} pages".strip(), template=_place(first))


def _keeping(stack: Stack, at: int) -> Owner | None:
    function, file = stack[at]
    if _plugin(file) != _HERE:
        return None
    module = _stem(file)
    if module == "page_writer" and function in _WRITING:
        return Owner(Family.REST, "writing files")
    if module in _PASSING and any(mark in inner for _, inner in stack[at + 1 :] for mark in _JINJA):
        return None
    if module == "quick_articles":
        return Owner(Family.REST, "Pelican itself", "lists and archives")
    for part, modules in (("noting what pages use", _NOTING), ("remembering for the next build", _REMEMBERING)):
        if module in modules:
            return Owner(Family.KEEPING, f"{_HERE} itself", part)
    return Owner(Family.KEEPING, f"{_HERE} itself", "deciding what must be made")


def _plugging(stack: Stack, at: int) -> Owner | None:
    name = _plugin(stack[at][1])
    if name in {"", _HERE}:
        return None
    entry, caller = _entry(stack, at, name)
    if caller == "reader":
        return _read(stack)
    if any(_stem(file) == "feeds" for _, file in stack):
        return Owner(Family.PLUGINS, "feeds", name)
    return Owner(Family.PLUGINS, name, f"{entry}, called by templates" if caller == "template" else entry)


def _pelican(stack: Stack, at: int) -> Owner | None:
    function, file = stack[at]
    if "/pelican/" not in file:
        return None
    module = _stem(file)
    if any(each == "write_feed" for each, _ in stack):
        return Owner(Family.PLUGINS, "feeds", "Pelican's")
    if any(_reads(frame) for frame in stack[: at + 1]):
        return _read(stack)
    if module == "writers" or function in _FILING:
        return Owner(Family.REST, "writing files")
    if module == "settings" or (function in _SETTING_UP and module != "generators"):
        return Owner(Family.REST, "starting up", "settings")
    return Owner(Family.REST, "Pelican itself", "lists and archives" if module == "generators" else "")


RULES: tuple[Rule, ...] = (_importing, _compiling, _templating, _keeping, _plugging, _pelican)
"""Asked in this order about each function, from the innermost outwards."""


def _entry(stack: Stack, at: int, plugin: str) -> tuple[str, str]:
    """Give the function by which a plugin was entered, and who entered it there: a template, the reader, a signal."""
    entry = stack[at][0]
    for function, file in reversed(stack[:at]):
        if _is_template(file):
            return entry, "template"
        if _reads((function, file)):
            return entry, "reader"
        if "/blinker/" in file:
            return entry, "signal"
        if _plugin(file) == plugin:
            entry = function
    return entry, ""


def _read(stack: Stack) -> Owner:
    names = {name for _, file in _beneath_reader(stack) for name in (*PurePath(file).parts, _stem(file))}
    part = next((part for part, places in _READING if names & places), "metadata and the rest")
    return Owner(Family.READING, "reading", part)


def _beneath_reader(stack: Stack) -> Iterator[Frame]:
    seen = False
    for frame in stack:
        if seen:
            yield frame
        seen = seen or _reads(frame)


def _reads(frame: Frame) -> bool:
    return frame[0] == "read_file" and frame[1].endswith("/pelican/readers.py")


def _is_shared(frame: Frame) -> bool:
    """Tell whether what is called here is made once for many pages."""
    return _plugin(frame[1]) == _HERE and _stem(frame[1]) in {"fragments", "imports"}


def _is_template(file: str) -> bool:
    """Tell whether a function was made of a template by Jinja, which gives it the template's file."""
    return bool(file) and not file.startswith("<") and not file.endswith((".py", ".pyx", ".so"))


@lru_cache(maxsize=4096)
def _plugin(file: str) -> str:
    """Give the name of the plugin that a file of Python is part of: the folder, or the module, within `plugins`."""
    parts = PurePath(file).parts
    if not file.endswith(".py") or "plugins" not in parts:
        return ""
    name = PurePath(parts[len(parts) - parts[::-1].index("plugins")]).stem
    return "" if name in {"_utils", "signals", "__init__"} else name


def _place(file: str) -> str:
    return file.replace("\\", "/").rpartition("/templates/")[2]


def _words(file: str) -> str:
    return _stem(file).replace("_", " ").strip()


@lru_cache(maxsize=4096)
def _stem(file: str) -> str:
    return PurePath(file).stem
