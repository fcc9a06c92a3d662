"""Apache: lines for `.htaccess`, or for the site's `<Directory>`; only mod_rewrite and mod_dir are needed."""

import re
from collections.abc import Iterator

from ..plan import FOLDER, LOOKED_UP, NAMED, Plan, Written
from ..rules import Rule, encoded
from ..stories import NUMBERS

PLACE = f"{FOLDER}/apache.htaccess"
"""Within the output."""
MANY = 2_000
"""So many lines Apache may read again for each request, as it does with `.htaccess`."""

_HEAD = """\
# Old addresses: put these lines into .htaccess at the root of the site, or into the site's <Directory>.
Options -MultiViews -Indexes
DirectoryIndex index.html index.xml index.json
ErrorDocument 404 /404.html
RewriteEngine On
RewriteRule ^_hosts/ - [R=404,L]
"""
_FILE = """\
# Something stands here.
RewriteCond %{REQUEST_FILENAME} -f [OR]
RewriteCond %{REQUEST_FILENAME}/index.html -f [OR]
RewriteCond %{REQUEST_FILENAME}/index.xml -f [OR]
RewriteCond %{REQUEST_FILENAME}/index.json -f
RewriteRule ^ - [L]
"""
_PATTERNS = r"""# What needs no list.
RewriteCond %{DOCUMENT_ROOT}/$1feed/index.xml -f
RewriteRule ^((?:[^/]+/)*)(?:feed/+)?(?:feed|rss2?|rdf)/*$ /$1feed/ [R=301,L]
RewriteCond %{DOCUMENT_ROOT}/$1feed/atom/index.xml -f
RewriteRule ^((?:[^/]+/)*)(?:feed/+)?atom/*$ /$1feed/atom/ [R=301,L]
RewriteRule ^((?:[^/]+/)*)(?:feed(?:/+(?:feed|rss2?|rdf|atom|json))?|rss2?|rdf|atom)/*$ /$1 [R=301,L]
RewriteRule ^((?:[^/]+/)*)(?:amp|print|embed|trackback|comment-page-\d+|page/+\d+)/*$ /$1 [R=301,L]
RewriteRule ^index\.php/+([^/].*)$ /$1 [R=301,L]
RewriteRule ^(wp-content/uploads/.+?)(?:-\d+x\d+|-scaled|-rotated)+(\.\w+)$ /$1$2 [R=301,L]
"""
_CAPITALS = """\
# Addresses were never told apart by capital letters.
RewriteCond expr "tolower(%{REQUEST_URI}) =~ /^(.+)$/"
RewriteRule [A-Z] %1 [R=301,L]
"""
_FRONT = r"RewriteRule ^(?:index\.php)?$"


def apache(plan: Plan) -> Written:
    """Give the file; warn where it grows too long to be read for each request."""
    lines = [*_questions(plan), "# Old addresses, one by one.", *map(_path_line, plan.paths)]
    text = _HEAD + "\n".join(lines) + "\n" + _FILE + _PATTERNS
    if plan.search:
        text += f"RewriteRule ^search/+([^/]+) {plan.search}?q=$1 [R=301,L,B,NE]\n"
    warnings = []
    if len(lines) > MANY:
        warnings.append(
            f"Apache reads .htaccess for each request, and {PLACE} has {len(lines):,} lines: put them into the site's "
            "<Directory> of the server's settings, where they are read once, or serve the site by nginx or Caddy."
        )
    return Written({PLACE: text + _CAPITALS}, warnings)


def _questions(plan: Plan) -> Iterator[str]:
    """Give the lines for what the front page was asked, and for a number that no story has."""
    yield "# What the front page was asked; other addresses skip these lines."
    lines = [*_numbers(plan), *_others(plan)]
    count = sum(line.startswith("RewriteRule") for line in lines)
    yield from ("RewriteCond %{QUERY_STRING} ^$ [OR]", r"RewriteCond %{REQUEST_URI} !^/(?:index\.php)?$")
    yield f"RewriteRule ^ - [S={count}]"
    yield from lines


def _numbers(plan: Plan) -> Iterator[str]:
    keys = "|".join(NUMBERS)
    for number, target in plan.asked.get("p", {}).items():
        yield from _asked(f"(?:{keys})={number}", target)
    yield rf"RewriteCond %{{QUERY_STRING}} (?:^|&)(?:{keys})=\d+(?:&|$)"
    yield f"{_FRONT} - [R=404,L]"


def _others(plan: Plan) -> Iterator[str]:
    for key in LOOKED_UP:
        for value, target in plan.asked.get(key, {}).items():
            yield from _asked(f"{key}={re.escape(value)}", target)
    for key, before, after in NAMED:
        yield f"RewriteCond %{{QUERY_STRING}} (?:^|&){key}=([^&/]+)"
        yield f"{_FRONT} {before}%1{after}? [R=301,L,NE]"
    if plan.search:
        yield "RewriteCond %{QUERY_STRING} (?:^|&)s=([^&]*)"
        yield f"{_FRONT} {plan.search}?q=%1 [R=301,L,NE]"


def _asked(pattern: str, target: str) -> Iterator[str]:
    yield f"RewriteCond %{{QUERY_STRING}} (?:^|&){pattern}(?:&|$)"
    yield f"{_FRONT} {_target(target)}? [R=301,L,NE]" if target else f"{_FRONT} - [G]"


def _path_line(rule: Rule) -> str:
    source = re.escape(rule.source.strip("/")).replace('"', '\\"').replace("%", "\\x25").replace("\\ ", "\\x20")
    return f'RewriteRule "^{source}/*$" ' + (f"{_target(rule.target)} [R=301,L,NE,NC]" if rule.target else "- [G]")


def _target(address: str) -> str:
    """Give a target in which neither `$1` nor `%1` is meant."""
    return encoded(address).replace("%", "\\%").replace("$", "\\$")
