"""nginx: maps for `http {}`, and a few lines for `server {}`. Look-ups are by hash, and ignore letter case."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from ..plan import FOLDER, LOOKED_UP, NAMED, Plan, Written
from ..rules import encoded

_PARENT = "(?:/[^/?]+)*"
"""Of an address as it was sent, so that it stays encoded; never `//host`, which would lead to another site."""
_END = r"/*(?:\?|$)"
_GONE = "gone"
_NOTHING = "nothing"
"""A number of no story, or of one that was never public: without this the front page would answer to all."""


def nginx(plan: Plan) -> Written:
    """Give both files."""
    lines = [
        "# Old addresses: include this file within http { }, and nginx-server.conf within the site's server { }.",
        *_sizes(plan),
        *_map("$uri", "$old_front", ['default "";', "/ 1;", "/index.php 1;"]),
        *_map("$uri", "$old_bare", ["default $uri;", '"~^(?<old_bare_path>.+?)/+$" $old_bare_path;']),
        *_map("$old_bare", "$old_path", ['default "";', *_table(_bare(plan))]),
        *_questions(plan),
        *_map("$old_front", "$old_place", ["default $old_path;", "1 $old_asked_0;"]),
        *_map("$old_bare", "$old_same", ['default "";', *_table({page.rstrip("/"): page for page in plan.pages})]),
        *_patterns(plan),
    ]
    return Written({f"{FOLDER}/nginx-http.conf": "\n".join(lines) + "\n", f"{FOLDER}/nginx-server.conf": _SERVER}, [])


def _bare(plan: Plan) -> dict[str, str]:
    return {rule.source.rstrip("/"): rule.target for rule in plan.paths}


def _sizes(plan: Plan) -> Iterator[str]:
    """Give the sizes of nginx's tables: it refuses more entries, or longer ones, than it was told of."""
    longest = max((len(rule.source.encode()) for rule in plan.rules), default=0)
    longest = max(longest, *(len(page.encode()) for page in plan.pages or [""]))
    entries = max(len(plan.rules), len(plan.pages))
    yield f"map_hash_max_size {max(2048, 1 << entries.bit_length())};"
    yield f"map_hash_bucket_size {max(128, 1 << (longest + 40).bit_length())};"


def _questions(plan: Plan) -> Iterator[str]:
    """Give a chain of maps: each that does not know what was asked hands on to the next."""
    numbers = chain(_table(plan.asked.get("p", {})), [f'"~^[0-9]+$" {_NOTHING};'])
    tables: list[tuple[str, Iterable[str]]] = [("$arg_p$arg_page_id$arg_attachment_id", numbers)]
    tables += [(f"$arg_{key}", _table(plan.asked.get(key, {}))) for key in LOOKED_UP]
    tables += [(f"$arg_{key}", [f'"~^[^/?#]+$" "{before}$arg_{key}{after}";']) for key, before, after in NAMED]
    if plan.search:
        tables.append(("$arg_s", [f'"~." "{encoded(plan.search)}?q=$arg_s";']))
    for number, (asked, table) in enumerate(tables):
        following = f"$old_asked_{number + 1}" if number + 1 < len(tables) else "$old_path"
        yield from _map(asked, f"$old_asked_{number}", [f"default {following};", *table])


def _table(targets: Mapping[str, str]) -> Iterator[str]:
    for source in sorted(targets):
        yield f"{_quoted(source)} {_value(targets[source])};"


def _map(asked: str, given: str, lines: list[str]) -> list[str]:
    return [f"map {asked} {given} {{", *(f"  {line}" for line in lines), "}"]


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _value(target: str) -> str:
    return f'"{encoded(target).replace("$", "%24")}"' if target else _GONE


def _patterns(plan: Plan) -> Iterator[str]:
    """Give the maps of what needs no list: it is asked only where no file is."""
    for asked, given, end in (("$request_uri", "$old_feed", ""), ("$uri", "$old_feed_file", "index.xml")):
        name = given.lstrip("$")
        yield from _map(asked, given, [
            'default "";',
            f'"~*^(?<{name}_a>{_PARENT})/(?:feed/+)?(?:feed|rss2?|rdf){_END}" "${name}_a/feed/{end}";',
            f'"~*^(?<{name}_b>{_PARENT})/(?:feed/+)?atom{_END}" "${name}_b/feed/atom/{end}";',
        ])  # fmt: skip
    numbered = r"comment-page-\d+|page/+\d+"
    feeds = "feed(?:/+(?:feed|rss2?|rdf|atom|json))?|rss2?|rdf|atom"
    rows = [f'"~*^(?<old_parent>{_PARENT})/(?:{feeds}|amp|print|embed|trackback|{numbered}){_END}" "$old_parent/";']
    rows += [r'"~^/index\.php(?<old_info>/[^/?][^?]*)" $old_info;']
    copy = r"/wp-content/uploads/[^?]+?)(?:-\d+x\d+|-scaled|-rotated)+(?<old_kind>\.\w+)(?:\?|$)"
    rows += [f'"~*^(?<old_picture>{copy}" "$old_picture$old_kind";']
    if plan.search:
        rows.append(f'"~^/search/(?<old_words>[^/?]+)" "{encoded(plan.search)}?q=$old_words";')
    yield from _map("$request_uri", "$old_form", ['default "";', *rows])


_SERVER = """\
# Old addresses: include this file within the site's server { }, whose root is the built site.
absolute_redirect off;
index index.html index.xml index.json;
error_page 403 =404 /404.html;
error_page 404 410 /404.html;
if ($old_place = gone) { return 410; }
if ($old_place = nothing) { return 404; }
if ($old_place) { return 301 $old_place; }
location ^~ /_hosts/ { return 404; }
location / { try_files $uri $uri/ @old_address; }
location @old_address {
  if ($old_same) { return 301 $old_same; }
  if (-f $document_root$old_feed_file) { return 301 $old_feed; }
  if ($old_form) { return 301 $old_form; }
  return 404;
}
"""
