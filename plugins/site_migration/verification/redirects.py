"""Redirects of the built site, as `output/_redirects` has them: https://docs.netlify.com/routing/redirects/.

A line says from where, what must be asked, to where, and the status: `/ p=12 /2023/10/tide/ 301!`. `:name` stands for
one part of an address, `*` at its end for all the rest; the first line that fits counts.
"""

import re
import sys
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

MOST_HOPS = 5
"""So often a reader may be sent on."""
_SENDS_ON = frozenset({200, 301, 302, 307, 308})
_NAME = re.compile(r":([A-Za-z]\w*)")


@dataclass(frozen=True, slots=True)
class Line:
    """One line."""

    number: int
    """Its place in the file."""
    pattern: re.Pattern[str] | None
    """For an address with placeholders."""
    asked: tuple[tuple[str, str], ...]
    """Keys and values that must be asked; a value may be a placeholder."""
    target: str
    """Where it leads to."""
    status: int
    """What is answered."""


@dataclass(slots=True)
class Redirects:
    """All lines, those without placeholders by their address."""

    plain: dict[str, list[Line]] = field(default_factory=dict)
    """By decoded path without slashes around it."""
    patterns: list[Line] = field(default_factory=list)
    """Those with placeholders, in order."""

    def target(self, address: str) -> str:
        """Give where an address is sent to; nothing where no line fits, or it is sent nowhere."""
        parts = urlsplit(address)
        path, asked = unquote(parts.path).strip("/"), dict(parse_qsl(parts.query))
        plain = next((line for line in self.plain.get(path, ()) if _is_asked(line, asked)), None)
        last = plain.number if plain else sys.maxsize
        for line in self.patterns:
            if line.number > last:
                break
            if line.pattern and (found := line.pattern.fullmatch(path)) and _is_asked(line, asked):
                return _filled(line, found.groupdict(), asked)
        return _filled(plain, {}, asked) if plain else ""


def _filled(line: Line, names: dict[str, str], asked: dict[str, str]) -> str:
    values = names | {value[1:]: asked[key] for key, value in line.asked if value.startswith(":")}
    target = _NAME.sub(lambda found: values.get(found[1], found[0]), line.target)
    return target if line.status in _SENDS_ON else ""


def _is_asked(line: Line, asked: dict[str, str]) -> bool:
    return all(key in asked and (value.startswith(":") or asked[key] == value) for key, value in line.asked)


def read_redirects(output: Path) -> Redirects:
    """Give the redirects of a built site; none where it has no such file."""
    redirects, file = Redirects(), output / "_redirects"
    if file.is_file():
        for number, text in enumerate(file.read_text(encoding="utf-8", errors="replace").splitlines()):
            words = text.split()
            if len(words) > 1 and not text.startswith("#"):
                _add(words, number, redirects)
    return redirects


def _add(words: list[str], number: int, redirects: Redirects) -> None:
    status = words.pop().rstrip("!") if re.fullmatch(r"\d{3}!?", words[-1]) else "301"
    source, *asked, target = words
    path = unquote(source).strip("/")
    is_pattern = "/:" in source or source.endswith("*")
    line = Line(
        number,
        re.compile("/".join(map(_part, source.strip("/").split("/")))) if is_pattern else None,
        tuple((key, unquote(value)) for key, _, value in (each.partition("=") for each in asked)),
        target,
        int(status),
    )
    if is_pattern:
        redirects.patterns.append(line)
    else:
        redirects.plain.setdefault(path, []).append(line)


def _part(part: str) -> str:
    if part == "*":
        return "(?P<splat>.*)"
    return f"(?P<{part[1:]}>[^/]+)" if part.startswith(":") else re.escape(unquote(part))
