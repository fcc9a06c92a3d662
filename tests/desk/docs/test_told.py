"""What the documentation tells is so: keys, settings, messages, examples and links."""

import ast
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import fields
from functools import cache
from importlib import import_module
from pathlib import Path
from urllib.parse import unquote, urljoin

import pytest
import yaml
from pelican.settings import DEFAULT_CONFIG

from built_sites import ROOT, Site, build, write
from desk.docs.composing import compose
from desk.docs.pages import read_pages
from markdown_articles.front_matter import FrontMatter, parse
from markdown_articles.registries import Author, Breaking, Category, MenuItem, Newsletter, Series, Tag
from markdown_articles.registries import Site as Facts
from markdown_articles.registry_files import read_registries

DOCS = ROOT / "docs"
PAGES = sorted(DOCS.glob("*.md"))
each_page = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)


def text_of(name: str) -> str:
    return (DOCS / f"{name}.md").read_text(encoding="utf-8")


def first_column(text: str) -> list[str]:
    """Give what stands in backticks in the first column of a page's tables."""
    rows = (re.split(r"(?<!\\)\|", line)[1] for line in text.splitlines() if re.match(r"\|(?! ?-)", line))
    return [word for row in rows for word in re.findall(r"`([^`]+)`", row)]


def examples(text: str, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", text, re.MULTILINE | re.DOTALL)


def test_every_page_is_reached() -> None:
    """The table of contents leads to each page of docs/."""
    assert {f"docs/{page.name}" for page in PAGES} <= {page.source for page in read_pages(ROOT)}


def test_front_matter_keys() -> None:
    """Each key of front matter is told once, and no other."""
    assert sorted(field.name for field in fields(FrontMatter)) == sorted(first_column(text_of("front-matter")))


def test_front_matter_example() -> None:
    """The example is read without a complaint."""
    (example,) = examples(text_of("front-matter"), "yaml")

    assert parse(f"{example}\nWords.\n", "example.md")[0].title == "The tram is back"


def test_registry_keys() -> None:
    """Each key of the newsroom's lists is told."""
    told = set(re.findall(r"`([^`]+)`", re.sub(r"```.*?```", "", text_of("newsroom"), flags=re.DOTALL)))
    entries = (Author, Category, Tag, Series, MenuItem, Breaking, Newsletter, Facts)

    assert set() == {field.name for entry in entries for field in fields(entry)} - {"slug"} - told


def test_registry_examples(tmp_path: Path) -> None:
    """The examples of lists are read without a complaint."""
    authors, site, _ = examples(text_of("newsroom"), "yaml")
    write(tmp_path, {"authors.yaml": authors, "site.yaml": site})
    read = read_registries(tmp_path)

    assert read.authors["nora-whitlow"].bio
    assert read.site.breaking
    assert read.site.newsletter


def test_kinds_of_findings() -> None:
    """Each kind of finding of the check is told, with its weight, and no other."""
    rows = re.findall(r"^\| `([\w-]+)` \| (\w+) \|", text_of("check"), re.MULTILINE)
    kinds = import_module("desk.check.finding").KINDS

    assert {kind: str(level) for kind, (level, _) in kinds.items()} == dict(rows)


@cache
def sources() -> str:
    """Give all that may name a setting."""
    places = [ROOT / "pelicanconf.py", ROOT / "tasks.py", *ROOT.glob("plugins/*/*.py"), *ROOT.glob("desk/**/*.py")]
    places += [*ROOT.glob(".github/**/*.yml"), ROOT / ".gitlab-ci.yml", *ROOT.glob("plugins/wordpress_export/**/*.py")]
    return "\n".join(place.read_text(encoding="utf-8") for place in places)


@each_page
def test_settings_are_there(page: Path) -> None:
    """Each setting and variable that a page names is one of ours or of Pelican's."""
    named = re.findall(r"`([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+|SITEURL|PLUGINS|THEME)`", page.read_text(encoding="utf-8"))
    ours = {name for name in named if re.search(rf"\b{name}\b", sources())}

    assert set() == set(named) - ours - set(DEFAULT_CONFIG)


def test_settings_are_told() -> None:
    """Each setting that the table of plugins names is told."""
    table = (ROOT / "plugins" / "README.md").read_text(encoding="utf-8")
    named = {name for line in table.splitlines() if line.startswith("| [") for name in re.findall(r"`([A-Z_]+)`", line)}

    assert "FAST_BUILD_LAST" in named
    assert set() == named - set(re.findall(r"`([A-Z_]+)`", text_of("settings")))


def literals(node: ast.AST) -> Iterator[str]:
    """Give the texts of a program, what is filled in as …, those that are added to each other as one."""
    for child in ast.walk(node):
        if isinstance(child, ast.Constant | ast.JoinedStr | ast.BinOp):
            yield literal(child)


def literal(node: ast.AST) -> str:
    match node:
        case ast.Constant(value=str(text)):
            return re.sub(r"%[srd]|\{\w+(?:![rs])?\}", "…", text)
        case ast.JoinedStr(values=values):
            return "".join(literal(value) for value in values)
        case ast.BinOp(left=left, op=ast.Add(), right=right):
            return literal(left) + literal(right)
    return "…"


@cache
def messages() -> str:
    """Give all texts of the project's programs, a line each."""
    programs = [ROOT / "tasks.py", *ROOT.glob("plugins/**/*.py"), *ROOT.glob("desk/**/*.py")]
    texts = {text for program in programs for text in literals(ast.parse(program.read_text(encoding="utf-8")))}
    return "\n".join([*sorted(texts), (ROOT / "inv").read_text(encoding="utf-8")])


def told_messages() -> list[str]:
    lines = text_of("troubleshooting").splitlines()
    return [told[1] for line in lines if (told := re.match(r"\| `(.+?)` \| .+ \|$", line))]


@pytest.mark.parametrize("message", told_messages())
def test_messages(message: str) -> None:
    """Each message that troubleshooting explains stands in a program of ours, as it is quoted."""
    quoted = re.escape(message).replace("…", "[^\n]*?")

    assert re.search(quoted, messages()), message


@pytest.mark.parametrize("page", [page for page in PAGES if "```yaml" in page.read_text(encoding="utf-8")])
def test_yaml(page: Path) -> None:
    """Each example in YAML is YAML."""
    for example in examples(page.read_text(encoding="utf-8"), "yaml"):
        assert list(yaml.safe_load_all(example))


def test_publish_settings(tmp_path: Path) -> None:
    """The examples of publish.toml are read without a complaint, and each setting of the table of targets is one."""
    told = text_of("publish")
    rows = re.findall(r"^\| `([a-z0-9-]+)` \| (`.+?) \|", told, re.MULTILINE)
    tables = [f"[{name}]\n{key} = []\n" for name, keys in rows for key in re.findall(r"`(\w+)`", keys)]
    examples_told = examples(told, "toml")

    assert len(tables) > 15
    for example in (*examples_told, *tables):
        (tmp_path / "publish.toml").write_text(example, encoding="utf-8")
        name = next(name for name in [*re.findall(r"\[([\w-]+)\]", example), "folder"] if name != "headers")
        done = subprocess.run(
            [sys.executable, "-m", "desk", "publish", name, "--output", str(tmp_path / "none"),
             "--settings", str(tmp_path / "publish.toml"), *(["--to=x"] if example in examples_told else [])],
            cwd=ROOT, env=os.environ | {"PYTHONPATH": "plugins"}, capture_output=True, text=True, check=False,
        )  # fmt: skip
        # A key that is none is told as such; one of ours is asked for its type, or the site is looked for.
        assert "there is no" not in done.stderr
        assert ("has to be" in done.stderr) == (example not in examples_told)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Build the documentation."""
    folder = tmp_path_factory.mktemp("docs")
    compose(ROOT, read_pages(ROOT), folder / "content")
    return build(folder / "content", folder / "output")


def test_links(site: Site) -> None:
    """Each link between pages leads to one, and each anchor to a place on it."""
    pages = site.pages()
    wrong = []
    for place, page in pages.items():
        here = f"/{place.removesuffix('index.html')}"
        for link in page.css("main a[href], header a[href]"):
            address, _, anchor = urljoin(here, link.attributes["href"] or "").partition("#")
            if ":" in address:
                continue
            target = unquote(address).strip("/")
            found = site.output / target / "index.html" if (site.output / target).is_dir() else site.output / target
            if not found.is_file():
                wrong.append((place, address))
            elif anchor and not site.page(address).css_first(f'[id="{unquote(anchor)}"]'):
                wrong.append((place, f"{address}#{anchor}"))

    assert len(pages) > len(PAGES)
    assert [] == wrong


def test_one_title(site: Site) -> None:
    """Each page of the documentation has one title of the first order, its own, and the menu."""
    for page in (site.page(f"/{page.stem}/") for page in PAGES if page.stem != "README"):
        assert len(page.css("h1")) == 1
        assert page.css_first('header a[href="/write/"], nav a[href="/write/"]')
