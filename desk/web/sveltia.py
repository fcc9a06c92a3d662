"""The editor's own files, as npm installed them from package-lock.json, made to take nothing from another host."""

import re
from collections.abc import Iterator
from pathlib import Path

from .problems import AdminError

HERE = Path(__file__).parent
MODULES = HERE / "node_modules"
"""Where npm put what package.json names."""

_PACKAGE = MODULES / "@sveltia" / "cms"
_CDN = b"https://unpkg.com/@sveltia/cms`"
_LANGUAGE = re.compile(rb"import\(`\.\./locales/([A-Za-z-]+)\.json`\)")
"""How it brings in a language: as a bundler takes it, and no browser does."""

_FONT = re.compile(rb"https://cdn\.jsdelivr\.net/fontsource/fonts/([a-z0-9-]+)(?::vf)?@[\d.]+/([a-z0-9-]+)\.woff2")

OTHERS = {
    "exifr/dist/lite.esm.mjs": ("exifr/dist/lite.esm.mjs", "sveltia/exifr.mjs"),
    "immutable": ("immutable/dist/immutable.es.js", "sveltia/immutable.mjs"),
    "turndown/lib/turndown.browser.es.js": ("turndown/lib/turndown.browser.es.js", "sveltia/turndown.mjs"),
    "js-yaml": ("js-yaml/dist/browser/js-yaml.esm.min.mjs", "sveltia/js-yaml.mjs"),
}
"""Modules by the names by which code asks for them: the file that npm installed, and its place here."""


def sveltia_files() -> dict[str, bytes]:
    """Give the files by their place below /admin/. Raises AdminError where they are not installed."""
    lock, installed = HERE / "package-lock.json", MODULES / "installed.json"
    if not installed.is_file() or installed.read_bytes() != lock.read_bytes():
        raise AdminError("web editing is not installed, or another version of it is: run ./inv admin")
    return dict(_files())


def _files() -> Iterator[tuple[str, bytes]]:
    yield "sveltia/index.js", _own((_PACKAGE / "npm" / "index.js").read_bytes())
    for folder in ("npm/chunks", "npm/assets"):
        for path in sorted((_PACKAGE / folder).iterdir()):
            if path.suffix != ".map" and not path.name.startswith("shiki-"):
                yield f"sveltia/{path.relative_to(_PACKAGE / 'npm').as_posix()}", path.read_bytes()
    for path in sorted((_PACKAGE / "locales").glob("*.json")):
        yield f"locales/{path.stem}.js", b"export default " + path.read_bytes()
    for source, place in OTHERS.values():
        yield place, (MODULES / source).read_bytes()
    yield "sveltia/LICENSE.txt", (_PACKAGE / "LICENSE.txt").read_bytes()


def _own(code: bytes) -> bytes:
    """Give the program with its languages and fonts here. Raises AdminError where it asks for them in another way."""
    if code.count(_CDN) != 1 or len(_FONT.findall(code)) != _FONTS or len(_LANGUAGE.findall(code)) < _FEWEST_LANGUAGES:
        raise AdminError("this version of Sveltia fetches its parts in another way: mend desk/web/sveltia.py")
    code = _LANGUAGE.sub(rb"import(`../locales/\1.js`)", code.replace(_CDN, b"sveltia`"))
    return _FONT.sub(_own_font, code)


def _own_font(found: re.Match[bytes]) -> bytes:
    family, subset = found[1].decode(), found[2].decode()
    (font,) = (_PACKAGE / "npm" / "assets").glob(f"{family}-{subset}-*.woff2")
    return f"sveltia/assets/{font.name}".encode()


_FONTS, _FEWEST_LANGUAGES = 3, 25
