"""Cloudflare's rules for `_redirects`: https://developers.cloudflare.com/pages/configuration/redirects/.

Lines count before files. Those without placeholders are compared as they are, slash and letter case included, and come
first; then the first with placeholders that fits. What is asked is not looked at.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

from asked_hosts import Answer, Ask

_LIMITS = (2_000, 100, 1_000)
"""Lines without placeholders, lines with them, and characters of a line."""


@dataclass(frozen=True, slots=True)
class Rules:
    """The lines that Cloudflare takes."""

    static: dict[str, tuple[str, int]]
    """Target and status by path."""
    dynamic: list[tuple[re.Pattern[str], str, int]]
    """Pattern, target and status."""


def read_rules(text: str) -> Rules:
    """Give the lines of a file. Fails where there are more than Cloudflare takes."""
    rules = Rules({}, [])
    for line in text.splitlines():
        assert len(line) <= _LIMITS[2]
        source, target, status = line.split()
        if ":" in source or "*" in source:
            rules.dynamic.append((_pattern(source), target, int(status)))
        else:
            assert not rules.dynamic, "lines without placeholders come first"
            rules.static.setdefault(source, (target, int(status)))
    assert len(rules.static) <= _LIMITS[0]
    assert len(rules.dynamic) <= _LIMITS[1]
    return rules


def _pattern(source: str) -> re.Pattern[str]:
    parts = (f"(?P<{part[1:]}>[^/]+)" if part.startswith(":") else "(?P<splat>.*)" if part == "*" else re.escape(part)
             for part in re.split(r"(:[A-Za-z]\w*|\*)", source))  # fmt: skip
    return re.compile("".join(parts))


def cloudflare(output: Path) -> Ask:
    """Give a host that obeys a built site's `_redirects`."""
    rules = read_rules((output / "_redirects").read_text(encoding="utf-8"))
    return lambda address: _answer(urlsplit(address).path, rules, output)


def _answer(path: str, rules: Rules, output: Path) -> Answer:
    matches = [] if path not in rules.static else [rules.static[path]]
    matches += _dynamic(path, rules.dynamic)
    for target, status in matches[:1]:
        if status != 200:
            return Answer(status, target)
        path = target
    place = output / unquote(path).strip("/")
    if (place / "index.html").is_file():
        return Answer(200) if path.endswith("/") else Answer(308, f"{path}/")
    return Answer(200 if place.is_file() else 404)


def _dynamic(path: str, rules: Iterable[tuple[re.Pattern[str], str, int]]) -> list[tuple[str, int]]:
    found = ((rule.fullmatch(path), target, status) for rule, target, status in rules)
    return [(_filled(target, match), status) for match, target, status in found if match]


def _filled(target: str, match: re.Match[str]) -> str:
    return re.sub(r":([A-Za-z]\w*)", lambda name: quote(unquote(match[name[1]])), target)
