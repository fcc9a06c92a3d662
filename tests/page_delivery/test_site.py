import gzip
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import brotli
import pytest
from selectolax.lexbor import LexborHTMLParser

from built_sites import ROOT, Site, build, write

TEXTS = {".css", ".html", ".js", ".json", ".svg", ".txt", ".webmanifest", ".xml"}
Structure = list[tuple[str | None, dict[str, str], str]]


def production(content: Path, output: Path, cache: Path) -> Site:
    """Build as `./inv build --production` does, with a store of its own; pictures are those of every build."""
    pictures = ROOT / ".cache" / "responsive_images"
    if not cache.exists():
        pictures.mkdir(parents=True, exist_ok=True)
        cache.mkdir()
        (cache / pictures.name).symlink_to(pictures)
    return build(content, output, "PRODUCTION=true", f"CACHE_PATH={json.dumps(str(cache))}")


def files(site: Site) -> dict[str, bytes]:
    """Give every file of a site."""
    return {str(p.relative_to(site.output)): p.read_bytes() for p in sorted(site.output.rglob("*")) if p.is_file()}


def evened(value: str) -> str:
    """Give an attribute without the spaces of lists, and without the hash of a script, whose content is another."""
    return re.sub(r"(?<=^/theme/)(\w+)\.\w+", r"\1", " ".join(value.replace(", ", ",").split()))


def structure(page: LexborHTMLParser) -> Structure:
    """Give every element of a page: its name, its attributes and its own words, with spaces evened."""
    return [
        (
            node.tag,
            {name: evened(value or "") for name, value in node.attributes.items()},
            node.text() if node.tag in {"pre", "code", "script"} else " ".join(node.text(deep=False).split()),
        )
        for node in page.css("*")
    ]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("delivered")


@pytest.fixture(scope="module")
def delivered(folder: Path) -> Site:
    """The sample newspaper, as it goes out."""
    return production(ROOT / "content", folder / "output", folder / "cache")


@pytest.fixture(scope="module")
def written(folder: Path) -> Site:
    """The same, as the templates write it."""
    return build(ROOT / "content", folder / "written")


def test_same_structure(delivered: Site, written: Site) -> None:
    """Minified, every page of the sample has the elements, the attributes and the words that its template wrote."""
    assert written.addresses() == delivered.addresses()
    before, after = written.pages(), delivered.pages()
    for place, page in before.items():
        assert structure(page) == structure(after[place]), place


def test_smaller(delivered: Site, written: Site) -> None:
    """The pages are shorter than they were written."""
    weights = [sum(path.stat().st_size for path in site.output.rglob("*.html")) for site in (delivered, written)]

    assert weights[0] < weights[1]


def test_every_text_has_its_forms(delivered: Site) -> None:
    """Beside every text file of a kilobyte or more are both forms of it, and beside no other file."""
    made = files(delivered)
    texts = {name: octets for name, octets in made.items() if Path(name).suffix in TEXTS and len(octets) >= 1024}

    assert sorted(f"{name}{form}" for name in texts for form in (".br", ".gz")) == sorted(
        name for name in made if name.endswith((".br", ".gz"))
    )
    for name, octets in texts.items():
        assert octets == brotli.decompress(made[f"{name}.br"]), name
        assert octets == gzip.decompress(made[f"{name}.gz"]), name


def test_same_again(delivered: Site, folder: Path) -> None:
    """A second build, which finds everything in the store, has the same bytes as the first, and makes nothing new."""
    before = sorted((folder / "cache" / "page_delivery").rglob("*"))
    again = production(ROOT / "content", folder / "again", folder / "cache")

    assert files(delivered) == files(again)
    assert before == sorted((folder / "cache" / "page_delivery").rglob("*"))


TINY = {
    "articles/one.md": "---\ntitle: One\ndate: 2024-11-02\nsummary: A summary.\n---\nWords.\n",
    "articles/two.md": "---\ntitle: Two\ndate: 2024-11-03\n---\nOther words.\n",
    "wp-content/uploads/map.html": "<html>\n<body>  <p>An  old\n map" + " of the town" * 100 + "</p></body></html>\n",
    "wp-content/uploads/map.html.gz": "the newsroom's own",
    "wp-content/uploads/tides.json": '{ "a":  [' + "1,  " * 400 + "1] }",
}


def test_files_of_the_newsroom(tmp_path: Path) -> None:
    """Uploaded files are compressed beside, but never changed, not even one that has the name of a form."""
    write(tmp_path / "content", TINY)
    made = files(production(tmp_path / "content", tmp_path / "output", tmp_path / "cache"))

    for name in ("map.html", "map.html.gz", "tides.json"):
        assert TINY[f"wp-content/uploads/{name}"].encode() == made[f"wp-content/uploads/{name}"]
    assert TINY["wp-content/uploads/map.html"].encode() == brotli.decompress(made["wp-content/uploads/map.html.br"])


def test_only_what_changed(tmp_path: Path) -> None:
    """After an edit, only pages that show it are compressed anew."""
    write(tmp_path / "content", TINY)
    production(tmp_path / "content", tmp_path / "output", tmp_path / "cache")
    kept = set((tmp_path / "cache" / "page_delivery").glob("??/*"))
    write(tmp_path / "content", {"articles/one.md": TINY["articles/one.md"] + "An edit.\n"})
    production(tmp_path / "content", tmp_path / "output", tmp_path / "cache")
    new = set((tmp_path / "cache" / "page_delivery").glob("??/*")) - kept

    assert 2 <= len(new) < len(kept) / 3


def test_without_production(tmp_path: Path) -> None:
    """A build that stays at home has neither forms nor a store."""
    write(tmp_path / "content", TINY)
    site = build(tmp_path / "content", tmp_path / "output", f"CACHE_PATH={json.dumps(str(tmp_path / 'cache'))}")

    assert ["wp-content/uploads/map.html.gz"] == [name for name in files(site) if name.endswith((".br", ".gz"))]
    assert not (tmp_path / "cache" / "page_delivery").exists()


def test_missing_asset_ends_the_build(tmp_path: Path) -> None:
    """A template that asks for a file which the theme does not have ends the build, and is told what to do."""
    write(tmp_path, {
        "content/articles/one.md": TINY["articles/one.md"],
        "theme/templates/index.html": '<script src="{{ asset("scripts/none.js") }}"></script>',
        "theme/static/scripts/some.js": "",
    })  # fmt: skip
    done = subprocess.run(
        [sys.executable, "-m", "pelican", "content", "-t", "theme", "-o", "output", "--fatal", "errors", "-e",
         f"PLUGIN_PATHS={json.dumps([str(ROOT / 'plugins')])}", 'PLUGINS=["page_delivery"]'],
        cwd=tmp_path, env=os.environ | {"COLUMNS": "300"}, capture_output=True, text=True, check=False,
    )  # fmt: skip

    assert done.returncode != 0
    assert "none.js cannot be read (No such file or directory): put it there, or correct the template." in done.stdout
