"""Netlify's rules for `_redirects`, as its documentation has them: https://docs.netlify.com/routing/redirects/.

The first line that matches counts; without `!` only where no file is. `:name` stands for one part of an address, `*` at
the end for all the rest. `key=value` must be asked, `key=:name` with whatever value. Slashes at the end do not matter.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

from asked_hosts import Answer, Ask

_INDEXES = ("index.html",)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the file."""

    path: re.Pattern[str]
    """What the path must be."""
    asked: tuple[tuple[str, str], ...]
    """What must be asked."""
    target: str
    """Where it leads to."""
    status: int
    """What is answered."""
    forced: bool
    """Whether it counts before a file."""


def read_lines(text: str) -> list[Line]:
    """Give the lines of a file."""
    return [_line(line.split()) for line in text.splitlines() if line.strip() and not line.startswith("#")]


def _line(words: list[str]) -> Line:
    source, *asked = words[:-2]
    target, status = words[-2:]
    return Line(
        _pattern(source),
        tuple((key, unquote(value)) for key, _, value in (each.partition("=") for each in asked)),
        target,
        int(status.rstrip("!")),
        status.endswith("!"),
    )


def _pattern(source: str) -> re.Pattern[str]:
    return re.compile("/" + "/".join(map(_part, source.strip("/").split("/"))) + "/*")


def _part(part: str) -> str:
    if part == "*":
        return "(?P<splat>.*)"
    return f"(?P<{part[1:]}>[^/]+)" if part.startswith(":") else re.escape(unquote(part))


def netlify(output: Path) -> Ask:
    """Give a host that obeys a built site's `_redirects`."""
    lines = read_lines((output / "_redirects").read_text(encoding="utf-8"))
    return lambda address: _answer(address, lines, output)


def _answer(address: str, lines: list[Line], output: Path) -> Answer:
    parts = urlsplit(address)
    path, asked = unquote(parts.path), dict(each.split("=", 1) for each in parts.query.split("&") if "=" in each)
    file = _file(output, path)
    for line, names in _matching(lines, path, asked):
        if file is not None and not line.forced:
            continue
        target = _filled(line.target, names)
        if line.status in {404, 410}:
            return Answer(line.status)
        if line.status != 200:
            return Answer(line.status, target)
        file = _file(output, unquote(target))
        break
    return Answer(404 if file is None else 200)


def _filled(target: str, names: dict[str, str]) -> str:
    return re.sub(r":([a-z]+)", lambda found: quote(names.get(found[1], found[0]), safe="%+"), target)


def _matching(lines: list[Line], path: str, asked: dict[str, str]) -> Iterator[tuple[Line, dict[str, str]]]:
    for line in lines:
        found = line.path.fullmatch(path)
        if found and all(
            key in asked and (value.startswith(":") or unquote(asked[key]) == value) for key, value in line.asked
        ):
            values = {value[1:]: asked[key] for key, value in line.asked if value.startswith(":")}
            yield line, found.groupdict() | values


def _file(output: Path, path: str) -> Path | None:
    place = output / path.strip("/")
    candidates = [place, *(place / index for index in _INDEXES), place.with_name(place.name + ".html")]
    return next((file for file in candidates if file.is_file()), None)
