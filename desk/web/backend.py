"""`admin.toml` beside tasks.py: which repository changes from the web go to. Without it, /admin/ edits a folder."""

import re
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from .problems import AdminError

BACKENDS = ("github", "gitlab", "gitea")
"""What Sveltia saves to."""

LOCAL: dict[str, Any] = {"name": "gitea", "repo": "this/folder", "auth_methods": ["token"]}
"""Sveltia wants a name even for work in a folder, which it offers on localhost; for this one it asks no host."""

_HOSTS = {"github": "https://api.github.com", "gitlab": "https://gitlab.com", "gitea": "https://gitea.com"}
"""Whom a backend's page talks to where `api_root` names no other."""

_STATUS = {"github": " https://www.githubstatus.com", "gitlab": " https://status-api.hostedstatus.com"}
"""Whom Sveltia asks whether the host is well."""


@dataclass(frozen=True, slots=True)
class Admin:
    """What admin.toml says."""

    backend: dict[str, Any]
    """Where changes are saved, in Sveltia's words."""
    years: int = 0
    """Of how many years the stories are shown; 0 for all."""

    def hosts(self) -> str:
        """Give the hosts that the page must be allowed to talk to; none for work in a folder."""
        if self.backend == LOCAL:
            return ""
        name = self.backend["name"]
        root = re.match(r"https?://[^/]+", self.backend.get("api_root", _HOSTS[name]))
        return (root[0] if root else "") + _STATUS.get(name, "")


def read_admin(path: Path) -> Admin:
    """Give what the file says. Raises AdminError with all that is wrong."""
    try:
        text = path.read_text(encoding="utf-8")
        written = tomllib.loads(text)
    except FileNotFoundError:
        return Admin(LOCAL)
    except (OSError, UnicodeDecodeError) as error:
        raise AdminError(f"{path.name}:1: cannot be read ({error}): mend its rights, save it as UTF-8") from None
    except tomllib.TOMLDecodeError as error:
        line = found[1] if (found := re.search(r"at line (\d+)", str(error))) else "1"
        raise AdminError(f'{path.name}:{line}: is no TOML ({error}): write lines such as backend = "github"') from None
    problems = [f"{path.name}:{_line_of(key, text)}: {what}" for key, what in _problems(written)]
    if problems:
        raise AdminError(*problems)
    years = int(written.pop("years", 0))
    return Admin(_spoken(written) if written else LOCAL, years)


def _spoken(written: dict[str, Any]) -> dict[str, Any]:
    """Give the backend in Sveltia's words."""
    names = {"backend": "name", "repository": "repo"}
    backend = {names.get(key, key): value for key, value in written.items()}
    # Without a secret, which a page could not keep.
    return backend | ({"auth_type": "pkce"} if backend["name"] == "gitlab" and "app_id" in backend else {})


def _problems(written: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Give each key that is wrong or missing, and what to do."""
    for key, value in written.items():
        if key not in _KEYS:
            close = [_SYNONYMS[key]] if key in _SYNONYMS else get_close_matches(key, _KEYS, n=1)
            advice = f"did you mean {close[0]}?" if close else f"the keys are {', '.join(_KEYS)}"
            yield key, f"there is no key {key!r}; {advice}"
        elif not _KEYS[key][0](value):
            yield key, f"{key} is {value!r}: {_KEYS[key][1]}"
    for key in ("backend", "repository") if set(written) - {"years"} else ():
        if key not in written:
            yield key, f"{key} is missing: {_KEYS[key][1]}"


def _line_of(key: str, text: str) -> int:
    """Give the line on which a key stands, the first where it is missing."""
    found = re.search(rf"""^[ \t]*\[?["']?{re.escape(key)}\b""", text, re.MULTILINE)
    return text.count("\n", 0, found.start()) + 1 if found else 1


def _like(pattern: str) -> Callable[[object], bool]:
    whole = re.compile(pattern)
    return lambda value: isinstance(value, str) and whole.fullmatch(value) is not None


def _is_number(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value > 0


_ADDRESS = (
    _like(r"https://[^\s/;,'\"]+(/[^\s;,'\"]*)?|http://(127\.0\.0\.1|localhost)(:\d+)?(/[^\s;,'\"]*)?"),
    "write an address that begins with https://",
)
_KEYS: dict[str, tuple[Callable[[object], bool], str]] = {
    "backend": (BACKENDS.__contains__, f"write one of {', '.join(BACKENDS)}"),
    "repository": (_like(r"[\w.-]+(/[\w.-]+)+"), "write the owner and the name, such as courier/paper"),
    "branch": (_like(r"[^\s~^:?*\[\\]+"), "write the name of a branch, such as main"),
    "base_url": _ADDRESS,
    "auth_endpoint": (_like(r"\S+"), "write the last part of the address, such as auth"),
    "api_root": _ADDRESS,
    "app_id": (_like(r"\S+"), "write what the server gave to this application, in quotes"),
    "years": (_is_number, "write a number, such as 3"),
}
_SYNONYMS = {"repo": "repository", "name": "backend", "client_id": "app_id", "proxy_url": "base_url"}
"""What Sveltia itself and other tools call the same."""
