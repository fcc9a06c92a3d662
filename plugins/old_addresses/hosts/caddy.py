"""Caddy: a file to import within the site's own block, which has `root` set to the built site."""

from collections.abc import Iterable, Iterator, Mapping

from ..plan import FOLDER, LOOKED_UP, NAMED, Plan, Written
from ..rules import GONE, encoded
from ..stories import NUMBERS

PLACE = f"{FOLDER}/Caddyfile"
"""Within the output."""

_GONE = "gone"
_FEEDS = "(?:feed/+)?(?:feed|rss2?|rdf)"
_ENDINGS = (
    r"feed(?:/+(?:feed|rss2?|rdf|atom|json))?|rss2?|rdf|atom|amp|print|embed|trackback|comment-page-\d+|page/+\d+"
)
_PARENT = "((?:/[^/?]+)*)"
_END = r"/*(?:\?|$)"


def caddy(plan: Plan) -> Written:
    """Give the file."""
    lines = [
        "# Old addresses: import this file within the site's block.",
        *_maps(plan),
        "route {",
        *(f"  {line}" for line in (*_steps(plan), *_missing(plan))),
        "  respond /_hosts/* 404",
        "}",
        "file_server {",
        "  index index.html index.xml index.json",
        "  hide _hosts",
        "}",
        "handle_errors {",
        "  rewrite * /404.html",
        "  file_server",
        "}",
    ]
    return Written({PLACE: "\n".join(lines) + "\n"}, [])


def _maps(plan: Plan) -> Iterator[str]:
    paths: dict[str, str] = {}
    for rule in plan.paths:
        bare = rule.source.rstrip("/")
        paths |= {bare: rule.target, f"{bare}/": rule.target}
    yield from _map("{path}", "{old_path}", _table(paths))
    for key, asked in _looked_up(plan):
        yield from _map(asked, f"{{old_{key}}}", _table(plan.asked[key]))


def _looked_up(plan: Plan) -> Iterator[tuple[str, str]]:
    """Give the keys for which there is a table, and what it is asked."""
    numbers = "".join(f"{{query.{key}}}" for key in NUMBERS)
    yield from ((key, asked) for key, asked in [("p", numbers), *((key, f"{{query.{key}}}") for key in LOOKED_UP)]
                if plan.asked.get(key))  # fmt: skip


def _map(asked: str, given: str, lines: Iterable[str]) -> list[str]:
    return [f"map {asked} {given} {{", *(f"  {line}" for line in lines), '  default ""', "}"]


def _table(targets: Mapping[str, str]) -> Iterator[str]:
    yield from (f"{_quoted(source)} {_quoted(encoded(targets[source]) or _GONE)}" for source in sorted(targets))


def _quoted(text: str) -> str:
    """Give a text as one word: between backquotes nothing has a meaning, between quotes a backslash before a quote."""
    return f"`{text}`" if "`" not in text else '"' + text.replace('"', '\\"') + '"'


def _steps(plan: Plan) -> Iterator[str]:
    """Give what is done before a file is looked for."""
    for key, _ in _looked_up(plan):
        yield from _matcher(f"asked_{key}", "path / /index.php", f'not vars {{old_{key}}} ""')
        yield f"redir @asked_{key} {{old_{key}}} 301"
    yield from _matcher(
        "number", "path / /index.php", r"vars_regexp {query} (?:^|&)(?:p|page_id|attachment_id)=\d+(?:&|$)"
    )
    yield "error @number 404"
    for key, before, after in NAMED:
        yield from _matcher(f"asked_{key}", "path / /index.php", f"vars_regexp {key} {{query}} (?:^|&){key}=([^&/]+)")
        yield f"redir @asked_{key} {before}{{re.{key}.1}}{after} 301"
    if plan.search:
        yield from _matcher("asked_s", "path / /index.php", "vars_regexp s {query} (?:^|&)s=([^&]*)")
        yield f"redir @asked_s {encoded(plan.search)}?q={{re.s.1}} 301"
    yield f"@gone vars {{old_path}} {_GONE}"
    yield f"error @gone {GONE}"
    yield '@moved not vars {old_path} ""'
    yield "redir @moved {old_path} 301"


def _missing(plan: Plan) -> Iterator[str]:
    """Give what is done where no file is: what needs no list. Captures are of the address as it was sent."""
    missing = "not file {path} {path}/index.html {path}/index.xml {path}/index.json"
    for name, ending, folder in (("feed", _FEEDS, "feed/"), ("atom", "(?:feed/+)?atom", "feed/atom/")):
        # A route of its own: within one matcher the file would be looked for before the pattern has found its name.
        yield from _matcher(f"{name}_form", missing, f"path_regexp there_{name} ^{_PARENT}/{ending}/*$")
        yield f"route @{name}_form {{"
        there = f"file {{re.there_{name}.1}}/{folder}index.xml"
        yield from _matcher(name, there, f"vars_regexp {name} {{uri}} ^{_PARENT}/{ending}{_END}")
        yield f"redir @{name} {{re.{name}.1}}/{folder} 301"
        yield "}"
    yield from _step("parent", missing, f"^{_PARENT}/(?:{_ENDINGS}){_END}", "{re.parent.1}/")
    yield from _step("info", missing, r"^/index\.php(/[^/?][^?]*)", "{re.info.1}")
    copy = r"^(/wp-content/uploads/[^?]+?)(?:-\d+x\d+|-scaled|-rotated)+(\.\w+)(?:\?|$)"
    yield from _step("copy", missing, copy, "{re.copy.1}{re.copy.2}")
    if plan.search:
        yield from _step("words", missing, "^/search/([^/?]+)", f"{encoded(plan.search)}?q={{re.words.1}}")
    # Only templates can write small letters. Of an address as it was sent: two slashes would begin another host.
    yield from _matcher("capitals", missing, r"vars_regexp {uri} ^/(?:[A-Z]|[^/?\\][^?]*[A-Z])")
    yield "handle @capitals {"
    yield "  templates {"
    yield "    mime text/plain"
    yield "  }"
    yield "  header Content-Type text/plain"
    yield '  respond "{{.RespHeader.Set `Location` (lower .OriginalReq.URL.EscapedPath)}}" 301'
    yield "}"


def _step(name: str, missing: str, pattern: str, target: str) -> Iterator[str]:
    yield from _matcher(name, missing, f"vars_regexp {name} {{uri}} {pattern}")
    yield f"redir @{name} {target} 301"


def _matcher(name: str, *conditions: str) -> list[str]:
    return [f"@{name} {{", *(f"  {condition}" for condition in conditions), "}"]
