"""What the old site answered, and what editors add to it: lists in `content/data/`, a line for each address.

    /2008/06/canola/: /wp-content/uploads/2008/06/canola.jpg
    /?cat=6: /category/harbour/
    /withdrawn/: gone

`data/addresses.yaml` is the editors'; the lists in `data/addresses/` are what a migration found, and a line of theirs
rests as long as something stands at its address.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import yaml

from .rules import AddressRuleError, Rule

EDITORS = "addresses.yaml"
"""Below `data/`."""
FOLDER = "addresses"
"""Below `data/`."""
GONE = "gone"
"""What a line says of an address that leads nowhere any more."""

_SIMPLE = re.compile(r"^(/(?!/)[^\s:#\"'?]*|/\?\w+=[^\s:#\"'&=?]+): (/[^\s:#\"']*|gone)\n", re.MULTILINE)
"""A line as the migration writes most: these are read without a parser of YAML, which takes thirty times as long."""
_SIZES_LINE = re.compile(r"(/[^\s:#\"']*): ([0-9x ]+)\n")
_SIZES = "sizes-"
"""With this begin the names of lists of the copies of pictures: `/wp-content/uploads/tide.jpg: 300x200 150x150`."""
_WEB = ("https://", "http://")
_CONTROLS = re.compile(r"[\x00-\x1f\x7f]")


def listed_rules(folder: Path) -> Iterator[Rule]:
    """Give the rules of a `data` folder. Raises AddressRuleError with all that is wrong in one of its lists."""
    for path, rests in [(folder / EDITORS, False), *((each, True) for each in _lists(folder, sizes=False))]:
        if path.is_file():
            name = f"{folder.name}/{path.relative_to(folder).as_posix()}"
            yield from (
                Rule(source, "" if target == GONE else target, name, rests) for source, target in _pairs(path, name)
            )


def listed_bytes(folder: Path) -> int:
    """Give how large the lists of a `data` folder are together."""
    paths = (folder / EDITORS, *_lists(folder, sizes=False))
    return sum(path.stat().st_size for path in paths if path.is_file())


def listed_copies(folder: Path) -> Iterator[tuple[str, str]]:
    """Give the address of each copy of a picture in another size, with that of the picture."""
    for path in _lists(folder, sizes=True):
        for address, sizes in _pairs(path, f"{folder.name}/{FOLDER}/{path.name}"):
            stem, dot, ending = address.rpartition(".")
            yield from ((f"{stem}-{size}{dot}{ending}", address) for size in sizes.split())


def _lists(folder: Path, *, sizes: bool) -> list[Path]:
    """Give the lists of a migration: of the sizes of pictures, which few hosts have to be told, or all others."""
    paths = sorted(folder.joinpath(FOLDER).glob("*.yaml"))
    return [path for path in paths if path.name.startswith(_SIZES) == sizes]


def _pairs(path: Path, name: str) -> list[tuple[str, str]]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise AddressRuleError(f"{name}: cannot be read ({error}): save it as UTF-8, or mend its rights") from None
    simple = (_SIZES_LINE if path.name.startswith(_SIZES) else _SIMPLE).findall(text)
    if len(simple) == text.count("\n") and text.endswith("\n"):
        return simple
    return list(_read_yaml(text, name))


def _read_yaml(text: str, name: str) -> Iterator[tuple[str, str]]:
    try:
        root = yaml.compose(text, Loader=yaml.CSafeLoader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = f":{mark.line + 1}" if mark else ""
        raise AddressRuleError(f"{name}{line}: no valid YAML: put an address with a colon in quotes") from None
    if root is not None and not isinstance(root, yaml.MappingNode):
        raise AddressRuleError(f"{name}:1: write lines of the form /old/: /new/")
    problems: list[str] = []
    for key, node in root.value if root is not None else ():
        source, target = (each.value if isinstance(each, yaml.ScalarNode) else "" for each in (key, node))
        if problem := _problem(source, target):
            problems.append(f"{name}:{key.start_mark.line + 1}: {problem}")
        yield source, target
    if problems:
        raise AddressRuleError(*problems)


def _problem(source: str, target: str) -> str:
    """Say what is wrong with a line; nothing for a good one."""
    if not source.startswith("/") or source.startswith("//") or "#" in source:
        return f"{source!r} is no address of the site: begin it with one slash, and leave out what follows a #"
    if _CONTROLS.search(source + target):
        return f"{source!r} holds a sign that no address has: take it out"
    if "?" in source and not re.fullmatch(r"/\?\w+=[^&=]+", source):
        return f"{source!r} asks for more than one thing: a line is for /path/ or for /?key=value"
    if re.fullmatch(r"[0-9x ]+", target):
        return ""
    if target != GONE and not target.startswith(("/", *_WEB)):
        return f"{source} leads to {target!r}: write an address that begins with / or https://, or gone"
    return ""
