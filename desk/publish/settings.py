"""The settings of targets: `publish.toml`, in which each target is a table. Secrets are never in it."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import MISSING, dataclass, fields
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from .problems import RefusalError

FILE = "publish.toml"
_SECRET = re.compile(r"token|secret|password|passphrase|(?:^|_)key(?:_|$)|credential", re.IGNORECASE)
_PASSWORD = re.compile(r"://[^/\s:@]+:[^/\s@]+@")


@dataclass(frozen=True, slots=True)
class Headers:
    """What hosts are told to send with the files."""

    pages: int = 60
    """Seconds for which a browser may show a page, a feed or a sitemap without asking again."""
    files: int = 86_400
    """Seconds for pictures and documents whose names do not change with their content."""
    hsts: int = 31_536_000
    """Seconds for which browsers come by HTTPS alone; 0 sends no such header."""
    policy: str = ""
    """A content security policy instead of the one that is made of what pages hold; `none` sends none."""
    referrer: str = "strict-origin-when-cross-origin"
    """The referrer policy."""


@dataclass(frozen=True, slots=True)
class Target:
    """What all targets have."""

    address: str = ""
    """Where readers find it, for the checks afterwards; the site's own address, where it is empty."""
    checks: int = 12
    """How many pages, and how many redirects, are asked for afterwards; 0 asks for none."""
    patience: int = 60
    """Seconds that the host may take until it shows what was sent."""


@dataclass(frozen=True, slots=True)
class Folder(Target):
    """A folder of this machine: a server's root, a network drive."""

    path: str = ""
    """The folder; from the project's on, where it is relative."""


@dataclass(frozen=True, slots=True)
class Rsync(Target):
    """A server that is reached by rsync and ssh."""

    host: str = ""
    """`user@server`; empty for this machine."""
    path: str = ""
    """The folder in which `releases/` and the link `current` are."""
    keep: int = 5
    """How many releases stay there."""
    compare: str = "content"
    """`content`, or `time` (and size): faster with very many pictures, where the same machine always builds."""
    ssh: str = "ssh"
    """The command that leads there: `ssh -p 2222`, `ssh -F deploy.conf`."""
    reload: str = ""
    """A command there, after the switch: `sudo systemctl reload nginx`."""


@dataclass(frozen=True, slots=True)
class S3(Target):
    """A bucket of Amazon's or of any other service that speaks S3."""

    bucket: str = ""
    """Its name."""
    prefix: str = ""
    """The folder in it, where the site is not at its root."""
    region: str = ""
    """Where it is; the environment's (AWS_REGION) where it is empty."""
    endpoint: str = ""
    """The address of a service other than Amazon's."""
    profile: str = ""
    """The profile of ~/.aws/config with the keys, where they are not in the environment."""
    encoding: str = ""
    """`gzip` stores texts compressed, for a bucket that readers reach with no CDN that compresses."""
    website: bool = False
    """Whether the bucket's settings as a website (front page, 404 page, rules for old addresses) are set too."""
    workers: int = 32
    """Uploads at once."""


@dataclass(frozen=True, slots=True)
class GithubPages(Target):
    """A branch that GitHub Pages shows."""

    repository: str = ""
    """Its address for git; the checkout's own (`origin`) where it is empty."""
    branch: str = "gh-pages"
    """The branch, which holds nothing but the site."""
    domain: str = ""
    """The domain in the file CNAME; that of the site's address where it is empty and not GitHub's own."""
    patience: int = 300
    """Seconds that GitHub may take until it shows what was sent."""


@dataclass(frozen=True, slots=True)
class Netlify(Target):
    """A site at Netlify."""

    site: str = ""
    """Its id, or its name with `.netlify.app`: Site configuration → General → Site information."""
    api: str = "https://api.netlify.com/api/v1"
    """Where Netlify is asked."""
    workers: int = 8
    """Uploads at once; Netlify slows down whoever sends very many."""


@dataclass(frozen=True, slots=True)
class Cloudflare(Target):
    """A project of Cloudflare Pages."""

    project: str = ""
    """Its name."""
    branch: str = "main"
    """The branch that is its production."""
    plan: str = "free"
    """`free` (20,000 files) or `paid` (100,000)."""
    wrangler: str = "npx --yes wrangler@4"
    """The command of Cloudflare's own program."""


KINDS: Mapping[str, type[Target]] = {
    "folder": Folder,
    "rsync": Rsync,
    "s3": S3,
    "github-pages": GithubPages,
    "netlify": Netlify,
    "cloudflare": Cloudflare,
}
"""By the names that a target may have; another name says its `kind`."""
MAIN: Mapping[str, str] = {
    "folder": "path", "rsync": "path", "s3": "bucket", "github-pages": "repository", "netlify": "site",
    "cloudflare": "project",
}  # fmt: skip
"""The setting that a target of each kind cannot do without, and that `--to` gives."""
_CHOICES: Mapping[str, tuple[str, ...]] = {
    "compare": ("content", "time"), "encoding": ("", "gzip"), "plan": ("free", "paid"),
}  # fmt: skip


def kind_of(target: Target) -> str:
    """Give the name of a target's kind."""
    return next(name for name, kind in KINDS.items() if isinstance(target, kind))


def read_settings(file: Path, name: str, to: str = "") -> tuple[Target, Headers]:
    """Give a target and the headers. Raises RefusalError for what is wrong with the file or with the name."""
    text = _text(file)
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise RefusalError(f"{file}: is no TOML: {error}") from None
    reader = _Reader(file, text)
    for key, table in tables.items():
        if not isinstance(table, dict):
            raise reader.wrong("", key, f"{key} stands in no table: write it below [headers] or below [{name}]")
    table = dict(tables.get(name, {}))
    kind = table.pop("kind", name)
    if kind not in KINDS:
        raise _no_target(file, name, [*KINDS, *(key for key in tables if key != "headers")])
    if to:
        table |= _split(kind, to)
    target = reader.read(KINDS[kind], name, table)
    main = MAIN[kind]
    if not getattr(target, main) and kind != "github-pages":
        raise RefusalError(f"{file}: [{name}] has no {main}: write {main} = … below it, or give it by --to.")
    return target, reader.read(Headers, "headers", tables.get("headers", {}))


def _split(kind: str, to: str) -> dict[str, str]:
    """Read `--to`: a server and a path for rsync, a bucket and a prefix for S3, else the one main setting."""
    if kind == "rsync":
        host, colon, path = to.rpartition(":")
        return {"host": host if colon else "", "path": path}
    if kind == "s3":
        bucket, _, prefix = to.removeprefix("s3://").partition("/")
        return {"bucket": bucket, "prefix": prefix}
    return {MAIN[kind]: to}


def _text(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except FileNotFoundError:
        return ""
    except (OSError, UnicodeDecodeError) as error:
        raise RefusalError(f"{file}: cannot be read ({error}): mend the file or its rights.") from None


def _no_target(file: Path, name: str, known: list[str]) -> RefusalError:
    near = get_close_matches(name, known, 1)
    meant = f": did you mean {near[0]}?" if near else f": there are {', '.join(dict.fromkeys(known))}."
    return RefusalError(f"{file}: there is no target {name!r}{meant} A target of another name needs kind = ….")


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads tables, and says in which line something is wrong."""

    file: Path
    """The file."""
    text: str
    """Its text."""

    def read(self, kind: type[Any], name: str, table: Mapping[str, Any]) -> Any:  # noqa: ANN401  # of the kind given
        """Give a table as what it is."""
        known = {field.name: field for field in fields(kind)}
        for key, value in table.items():
            if key not in known:
                raise self.wrong(name, key, _unknown(key, list(known)))
            usual = known[key].default
            if usual is MISSING or type(value) is not type(usual):
                said = {str: "a text in quotes", int: "a number", bool: "true or false"}[type(usual)]
                raise self.wrong(name, key, f"{key} is {value!r}, and has to be {said}")
            if isinstance(value, str) and _PASSWORD.search(value):
                raise self.wrong(name, key, f"{key} holds a password: take it out of the address")
            if value not in _CHOICES.get(key, (value,)):
                choices = " or ".join(repr(choice) for choice in _CHOICES[key])
                raise self.wrong(name, key, f"{key} is {value!r}: write {choices}")
            if isinstance(value, int) and value < 0:
                raise self.wrong(name, key, f"{key} is {value}: write no less than 0")
        return kind(**table)

    def wrong(self, table: str, key: str, message: str) -> RefusalError:
        """Say where something is wrong."""
        return RefusalError(f"{self.file}:{self._line(table, key)}: {message}.")

    def _line(self, table: str, key: str) -> int:
        within, found = "", 0
        for number, line in enumerate(self.text.splitlines(), 1):
            if head := re.match(r"\s*\[\s*[\"']?([^\"'\]]+?)[\"']?\s*\]", line):
                within, found = head[1], found or number * (head[1] == table)
            elif within == table and re.match(rf"\s*[\"']?{re.escape(key)}[\"']?\s*=", line):
                return number
        return found


def _unknown(key: str, known: list[str]) -> str:
    if _SECRET.search(key):
        return f"{key} is a secret: take it out of the file, which everyone can read, and put it into the environment"
    near = get_close_matches(key, known, 1)
    return f"there is no {key}: " + (f"did you mean {near[0]}?" if near else f"write one of {', '.join(known)}")
