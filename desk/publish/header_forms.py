"""Headers in each host's own form."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from .edition import HOSTS_FOLDER, Edition, SiteFile, made
from .headers import ADMIN, IMMUTABLE, cache_for, everywhere, hashed_folders, policy_of
from .settings import Headers

NETLIFY = CLOUDFLARE = "_headers"
"""Where both look for headers, within the site."""
_UPLOADS = "wp-content/"
_HASHED = (
    r"(?:^/theme/[^/]+\.[0-9a-f]{10}\.\w+|^/images/[0-9a-f]{20}(?:-\d+)?\.\w+|\.pf_(?:fragment|index|filter|meta))$"
)
_FILES = r"\.(?:avif|webp|jpe?g|png|gif|svg|ico|pdf|mp3|mp4|m4a|ogg|wav|webm|zip|woff2?)$"


def netlify(edition: Edition, headers: Headers) -> SiteFile:
    """Give `_headers` for Netlify, which knows no way to take a header back: with web editing, it sends no policy."""
    if _has_admin(edition) and not headers.policy:
        headers = replace(headers, policy="none")
    return made(NETLIFY, "".join(f"{line}\n" for line in _rules(edition, headers)))


def cloudflare(edition: Edition, headers: Headers) -> SiteFile:
    """Give `_headers` for Cloudflare."""
    lines = list(_rules(edition, headers))
    if _has_admin(edition):
        lines += [f"/{ADMIN}*", "  ! Content-Security-Policy"]
    return made(CLOUDFLARE, "".join(f"{line}\n" for line in lines))


def _rules(edition: Edition, headers: Headers) -> Iterator[str]:
    sent = everywhere(policy_of(edition, headers), headers)
    yield "/*"
    yield from (f"  {name}: {value}" for name, value in sent)
    for folder in hashed_folders(edition):
        yield f"/{folder}/*"
        yield f"  Cache-Control: {IMMUTABLE}"
    if any(place.startswith(_UPLOADS) for place in edition.files):
        yield f"/{_UPLOADS}*"
        yield f"  Cache-Control: public, max-age={headers.files}"


def _has_admin(edition: Edition) -> bool:
    return f"{ADMIN}index.html" in edition.files


def nginx(edition: Edition, headers: Headers, *, follows: bool) -> SiteFile:
    """Give lines to include within `server { }`."""
    sent = everywhere(policy_of(edition, headers, follows=follows), headers)
    lines = [
        "# Headers: include this file within the site's server { }.",
        f'set $kept_for "{cache_for("index.html", headers)}";',
        f'if ($uri ~* "{_FILES}") {{ set $kept_for "{cache_for("a.jpg", headers)}"; }}',
        f'if ($uri ~ "{_HASHED}") {{ set $kept_for "{IMMUTABLE}"; }}',
        "add_header Cache-Control $kept_for;",
    ]
    for name, value in sent:
        if name == "Content-Security-Policy":
            variable = f'"{value}"'
            lines.append(f"set $policy {variable};")
            lines.append(f'if ($uri ~ "^/{ADMIN}") {{ set $policy ""; }}')
            lines.append(f"add_header {name} $policy always;")
        else:
            lines.append(f'add_header {name} "{value}" always;')
    return made(f"{HOSTS_FOLDER}nginx-headers.conf", "\n".join(lines) + "\n")


def caddy(edition: Edition, headers: Headers, *, follows: bool) -> SiteFile:
    """Give lines to import within the site's block."""
    lines = [
        "# Headers: import this file within the site's block.",
        f"@kept_files path_regexp (?i){_FILES}",
        f"@kept_hashed path_regexp {_HASHED}",
        f"@not_editing not path /{ADMIN}*",
        f'header ?Cache-Control "{cache_for("index.html", headers)}"',
        f'header @kept_files Cache-Control "{cache_for("a.jpg", headers)}"',
        f'header @kept_hashed Cache-Control "{IMMUTABLE}"',
    ]
    for name, value in everywhere(policy_of(edition, headers, follows=follows), headers):
        where = "@not_editing " if name == "Content-Security-Policy" else ""
        lines.append(f'header {where}{name} "{value}"')
    return made(f"{HOSTS_FOLDER}Caddyfile-headers", "\n".join(lines) + "\n")


def apache(edition: Edition, headers: Headers, *, follows: bool) -> SiteFile:
    """Give lines for `.htaccess` or for the site's `<Directory>`; mod_headers is needed."""
    lines = [
        "# Headers: put these lines into .htaccess at the root of the site, or into the site's <Directory>.",
        f'Header set Cache-Control "{cache_for("index.html", headers)}"',
        f'<If "%{{REQUEST_URI}} =~ m#{_FILES}#i">',
        f'  Header set Cache-Control "{cache_for("a.jpg", headers)}"',
        "</If>",
        f'<If "%{{REQUEST_URI}} =~ m#{_HASHED}#">',
        f'  Header set Cache-Control "{IMMUTABLE}"',
        "</If>",
    ]
    for name, value in everywhere(policy_of(edition, headers, follows=follows), headers):
        where = f' "expr=%{{REQUEST_URI}} !~ m#^/{ADMIN}#"' if name == "Content-Security-Policy" else ""
        lines.append(f'Header always set {name} "{value}"{where}')
    return made(f"{HOSTS_FOLDER}apache-headers.conf", "\n".join(lines) + "\n")


SERVERS: Mapping[str, Callable[..., SiteFile]] = {"nginx": nginx, "Caddyfile": caddy, "apache": apache}
"""By the beginning of the names under which old_addresses writes the rules for each."""


def for_servers(edition: Edition, headers: Headers, *, follows: bool) -> list[SiteFile]:
    """Give the files of headers for those servers that the build wrote rules for; for all where it wrote none."""
    rules = [place.removeprefix(HOSTS_FOLDER) for place in edition.files if place.startswith(HOSTS_FOLDER)]
    named = [server for server in SERVERS if any(name.startswith(server) for name in rules)]
    return [SERVERS[server](edition, headers, follows=follows) for server in named or SERVERS]
