"""JSON Schema of front matter and registries: what editors of text are told is what the reader takes."""

import json
import re
import shutil
import subprocess
import sys
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator, Draft202012Validator

from built_sites import ROOT
from cases import Case, read_cases
from desk.schema.files import schema_files
from markdown_articles.front_matter import READERS, FrontMatterError, parse

FILES = schema_files()
SCHEMAS = {name: json.loads(text) for name, text in FILES.items() if "/schemas/" in name}
MISTAKES = read_cases(ROOT / "tests" / "markdown_articles" / "cases" / "front_matter_mistakes.txt")
HEAD = re.compile(r"\A---\n(.*?)^---$", re.DOTALL | re.MULTILINE)
NOT_YAMLS = re.compile("no valid YAML|no front matter|does not end|second time|a character that YAML|nest too deep")
"""What is wrong with a file before a schema could judge it."""


class Loader(yaml.SafeLoader):
    """Reads YAML as editors do: a date is a text."""


Loader.yaml_implicit_resolvers = {
    letter: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for letter, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def errors(name: str, text: str) -> list[str]:
    """Give what a schema says of a text of YAML."""
    validator = Draft7Validator(SCHEMAS[f".vscode/schemas/{name}.json"])
    return [error.message for error in validator.iter_errors(yaml.load(text, Loader))]  # noqa: S506  # a safe one


def head_of(text: str) -> str:
    found = HEAD.match(text)
    assert found, text
    return found[1]


def test_up_to_date() -> None:
    """The files in the repository are those that the reader's fields give."""
    kept = {name: (ROOT / name).read_text(encoding="utf-8") for name in FILES}

    assert FILES == kept


@pytest.mark.parametrize("name", SCHEMAS)
@pytest.mark.parametrize("draft", [Draft7Validator, Draft202012Validator])
def test_sound(name: str, draft: Any) -> None:  # noqa: ANN401  # either draft's class
    """Each schema is one, in the draft that it names and in the latest."""
    draft.check_schema(SCHEMAS[name])


def test_articles() -> None:
    """The heads of all articles and pages are taken."""
    texts = sorted(path for folder in ("articles", "pages") for path in (ROOT / "content" / folder).rglob("*.md"))
    refused = {path.name: errors("front-matter", head_of(path.read_text(encoding="utf-8"))) for path in texts}

    assert len(texts) > 50
    assert {} == {name: said for name, said in refused.items() if said}


def test_registries() -> None:
    """All files of `data/` are taken, each by the schema that VS Code is told to take for it."""
    mapped = json.loads(FILES[".vscode/settings.json"])["yaml.schemas"]
    paths = sorted((ROOT / "content" / "data").rglob("*.yaml"))
    refused = {}
    for path in paths:
        place = path.relative_to(ROOT).as_posix()
        names = [Path(schema).stem for schema, patterns in mapped.items() for each in patterns if fnmatch(place, each)]
        assert 1 == len(names), place
        refused[place] = errors(names[0], path.read_text(encoding="utf-8"))

    assert {} == {name: said for name, said in refused.items() if said}


@pytest.mark.parametrize("case", [case for case in MISTAKES if not NOT_YAMLS.search(case.expected)], ids=str)
def test_refused_alike(case: Case) -> None:
    """What the reader refuses in a head, the schema refuses, where YAML itself has taken it."""
    assert [] != errors("front-matter", head_of(case.given + "\n"))


@pytest.mark.parametrize(
    "line",
    [
        "date: 2024-11-20", "date: 2024-11-20 07:15", "date: 2024-11-20T07:15:00Z", "date: 2024-11-20 07:15:00 +0100",
        "date:", "sticky: yes", "sticky: true", "status: draft", "tags: []", "tags: [a, b]", "image_focus: 50% 30%",
        "image_focus: 33.3% 100%", "extra: {rating: '4'}", "wordpress_id: 7", "title: ''", "corrections: []",
        "date: 2024-13-20", "date: 2024-11-20T25:15", "date: tomorrow", "date: 2024", "sticky: perhaps", "sticky: 1",
        "status: live", "tags: a", "tags: {a: b}", "tags: [1]", "image_focus: 50%", "image_focus: 120% 3%",
        "extra: {rating: 4}", "extra: [a]", "wordpress_id: seven", "wordpress_id: 1.5", "title: 7", "title: [a]",
        "corrections: [{date: 2024-11-20}]", "corrections: [{date: 2024-11-20, text: a}]", "corrections: [a]",
        "comments: open", "comments: maybe", "sumary: a", "lang: 1", "review: [a]", "aliases: /a/",
    ],
)  # fmt: skip
def test_agreement(line: str) -> None:
    """Schema and reader take the same and refuse the same."""
    head = f"title: A\n{line}\n" if not line.startswith("title") else f"{line}\n"
    try:
        parse(f"---\n{head}---\n", "a.md")
        is_taken = True
    except FrontMatterError:
        is_taken = False

    assert is_taken == ([] == errors("front-matter", head))


@pytest.mark.parametrize(
    ("name", "text", "is_taken"),
    [
        ("authors", "a:\n  name: A\n  links:\n    Mastodon: https://a.example\n", True),
        ("authors", "a:\n  bio: A\n", False),
        ("authors", "a/b:\n  name: A\n", False),
        ("categories", "a:\n  name: A\n  parents: b\n", False),
        ("menus", "a:\n  name: A\n  items:\n    - title: B\n      items:\n        - title: C\n", True),
        ("menus", "a:\n  name: A\n  items:\n    - title: B\n      items:\n        - adress: C\n", False),
        ("site", "title: A\nbreaking:\n  text: B\n  until: 2024-11-20 18:00\n", True),
        ("site", "title: A\nbreaking:\n  until: 2024-11-20 18:00\n", False),
        ("site", "newsletter:\n  address: letters\n", False),
        ("site", "", True),
        ("media", "/wp-content/a.jpg:\n  alt: A\n", True),
        ("media", "a.jpg:\n  alt: A\n", False),
        ("front", "lead: a\nbeside:\n  - b\nhidden: c\n", True),
        ("front", "leed: a\n", False),
        ("addresses", "/old/: /new/\n/withdrawn/: gone\n/campaign/: https://a.example\n", True),
        ("addresses", "old: /new/\n", False),
        ("addresses", "/old/: new\n", False),
    ],
)
def test_each_registry(name: str, text: str, is_taken: bool) -> None:
    """Each file of `data/` has its keys, its names and its forms."""
    assert is_taken == ([] == errors(name, text))


def test_descriptions() -> None:
    """Each key says what it means, as an editor's tooltip shows it."""
    properties = SCHEMAS[".vscode/schemas/front-matter.json"]["properties"]

    assert list(READERS) == list(properties)
    assert all(each["description"].endswith(".") for each in properties.values())


def test_snippets() -> None:
    """A head made of the snippet, with its places filled in, is one that the reader takes."""
    snippet = json.loads(FILES[".vscode/article.code-snippets"])["article"]
    now = {"CURRENT_YEAR": "2024", "CURRENT_MONTH": "11", "CURRENT_HOUR": "07", "CURRENT_MINUTE": "15"}
    text = "\n".join(snippet["body"]).replace("${CURRENT_DATE}", "20").replace("$CURRENT_TIMEZONE_OFFSET", "+01:00")
    for name, value in now.items():
        text = text.replace(f"${name}", value)
    front, _ = parse(re.sub(r"\$\d", "Words", text), "a.md")

    assert ("Words", ("Words",), "2024-11-20T07:15:00+01:00") == (
        front.title, front.authors, front.date.isoformat() if front.date else "",
    )  # fmt: skip


def test_command(tmp_path: Path) -> None:
    """The command writes what is not up to date, says so, and with --check only says so."""
    shutil.copytree(ROOT / ".vscode", tmp_path / ".vscode")
    stale = tmp_path / ".vscode" / "schemas" / "site.json"
    stale.write_text("{}", encoding="utf-8")

    def run(*options: str) -> tuple[int, str]:
        command = [sys.executable, "-m", "desk", "schema", "--into", str(tmp_path), *options]
        done = subprocess.run(
            command, cwd=ROOT, env={"PYTHONPATH": "plugins"}, capture_output=True, text=True, check=False
        )
        return done.returncode, done.stdout

    assert (1, ".vscode/schemas/site.json: not up to date: run ./inv schema\n") == run("--check")
    assert (0, ".vscode/schemas/site.json: written\n") == run()
    assert (0, "all files of .vscode/ are up to date\n") == run("--check")
    assert FILES[".vscode/schemas/site.json"] == stale.read_text(encoding="utf-8")
