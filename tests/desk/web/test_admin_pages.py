import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Browser

from built_sites import ROOT, write
from desk.web.admin_pages import admin_files
from desk.web.command import admin
from desk.web.labels import ELSEWHERE, LABELS
from git_host import Repository, git_host
from markdown_articles.described_fields import DescribedField, front_matter_fields, registry_files
from web_host import hosted


@pytest.fixture(scope="session")
def config(pages: dict[str, bytes]) -> dict[str, Any]:
    """The configuration that Sveltia reads."""
    found: dict[str, Any] = yaml.safe_load(pages["config.yml"])
    return found


def names(widgets: list[dict[str, Any]]) -> set[str]:
    return {widget["name"] for widget in widgets}


def test_every_field_has_a_form(config: dict[str, Any]) -> None:
    """Whatever the reader of front matter reads can be entered, for stories with and without a date, and for pages."""
    known = {field.name for field in front_matter_fields()} | {"body"}

    assert [known] * 3 == [names(shown["fields"]) for shown in config["collections"] if "folder" in shown]


def test_every_registry_has_a_form(config: dict[str, Any]) -> None:
    """So can every file of data/ but the catalogue of pictures, which is many files, and the front page."""
    shown = {file["name"]: file for file in config["collections"][-1]["files"]}
    for file in registry_files():
        name = file.pattern.removesuffix(".yaml")
        if name == "media/*":
            continue
        widgets = shown.pop(name)["fields"]
        fields = {field.name for field in file.fields}
        assert names(widgets) == fields or names(widgets[0]["fields"]) - {"line"} == fields | {"slug"}
    assert set(shown) == {"front"}


def described(fields: tuple[DescribedField, ...]) -> Iterator[str]:
    for field in fields:
        yield field.name
        yield from described(field.fields)


def test_labels() -> None:
    """No label is for a field that there is not."""
    known = set(described(front_matter_fields())).union(*(described(file.fields) for file in registry_files()))

    assert set() == (set(LABELS) | {key for labels in ELSEWHERE.values() for key in labels}) - known


def test_last_years(tmp_path: Path) -> None:
    """A large archive can be shown by its last years, each with its folder; what has no date is shown beside them."""
    write(tmp_path, {f"content/articles/{year}/01/a.md": "---\ntitle: A\n---\n" for year in (1998, 2023, 2024)})
    write(tmp_path, {"admin.toml": "years = 2\n"})
    shown = yaml.safe_load(admin_files(tmp_path / "content", tmp_path)["config.yml"])["collections"]

    assert [(one["folder"], one.get("path")) for one in shown[:3]] == [
        ("content/articles/2024", "{{month}}/{{slug}}"),
        ("content/articles/2023", "{{month}}/{{slug}}"),
        ("content/articles", None),
    ]


def test_media(config: dict[str, Any]) -> None:
    """Pictures are kept where the site's addresses lead."""
    assert (config["media_folder"], config["public_folder"]) == ("content/wp-content/uploads", "/wp-content/uploads")


def test_page(pages: dict[str, bytes]) -> None:
    """The page asks search engines to leave it out, and its policy lets no script of another host in."""
    page = pages["index.html"].decode()

    assert '<meta name="robots" content="noindex, nofollow">' in page
    assert re.findall(r"script-src ([^;]*);", page)[0].split()[0] == "'self'"
    assert "https:" not in re.findall(r"script-src ([^;]*);", page)[0]
    assert json.loads(re.findall(r"importmap\">(.*?)</script>", page)[0])["imports"]


def test_no_code_from_elsewhere(pages: dict[str, bytes]) -> None:
    """The program fetches neither its languages nor its fonts from another host."""
    program = pages["sveltia/index.js"]

    assert b"cdn.jsdelivr.net" not in program
    assert b"unpkg.com/@sveltia/cms" not in program


def test_in_the_language_of_the_editor(browser: Browser, pages: dict[str, bytes], tmp_path: Path) -> None:
    """An editor in Japan meets Japanese, from this host alone, and nothing is complained of."""
    asked: list[str] = []
    said: list[str] = []
    with git_host(pages, Repository(tmp_path)) as address:
        context = browser.new_context(locale="ja-JP")
        page = context.new_page()
        page.on("request", lambda request: asked.append(request.url))
        page.on("console", lambda words: said.append(words.text) if words.type == "error" else None)
        page.goto(f"{address}/admin/")
        page.get_by_text("ローカルリポジトリで作業").wait_for()
        context.close()

    assert said == []
    assert [] == [url for url in asked if not url.startswith((address, "data:", "blob:"))]


def test_put_into_a_site_and_taken_out(tmp_path: Path) -> None:
    """A built site has web editing where it was asked for, and loses it when it is no longer."""
    folder = tmp_path / "admin"

    assert admin([str(ROOT / "content"), str(folder)]) == 0
    with hosted(tmp_path):
        assert (folder / "index.html").is_file()
    assert admin([str(ROOT / "content"), str(folder)]) == 0
    assert [folder] == list(tmp_path.iterdir())
    assert admin([str(ROOT / "content"), str(folder), "--remove"]) == 0
    assert [] == list(tmp_path.iterdir())


def test_not_installed(tmp_path: Path) -> None:
    """Where npm has not brought the editor, the command that brings it is named."""
    shutil.copytree(ROOT / "desk", tmp_path / "desk", ignore=shutil.ignore_patterns("node_modules"))
    done = subprocess.run(
        [sys.executable, "-m", "desk", "admin", str(ROOT / "content"), "admin"],
        cwd=tmp_path, env={"PYTHONPATH": str(ROOT / "plugins"), "PATH": ""}, capture_output=True, text=True,
        check=False,
    )  # fmt: skip

    assert done.stderr == "web editing is not installed, or another version of it is: run ./inv admin\n"
    assert done.returncode == 1


def test_page_with_that_address(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A page of the site that has the address is never overwritten."""
    write(tmp_path, {"admin/index.html": "<p>Who runs the paper</p>"})

    assert admin([str(ROOT / "content"), str(tmp_path / "admin")]) == 1
    assert "a page of the site has this address: give it another slug than admin" in capsys.readouterr().err
    assert (tmp_path / "admin" / "index.html").read_text(encoding="utf-8") == "<p>Who runs the paper</p>"


def test_build(tmp_path: Path) -> None:
    """./inv build has no web editing unless asked, neither its sitemap nor its search know of it, and it goes again."""
    write(tmp_path / "content", {"articles/a.md": "---\ntitle: A\ndate: 2024-11-20\n---\n\nOne.\n"})
    output = tmp_path / "output"

    def build(*options: str) -> bool:
        command = [str(ROOT / "inv"), "build", "--content", str(tmp_path / "content"), "--output", str(output)]
        done = subprocess.run([*command, *options], cwd=tmp_path, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr
        return (output / "admin" / "index.html").is_file()

    assert [build(), build("--admin"), build("--admin")] == [False, True, True]
    texts = [path.read_bytes() for path in output.rglob("*") if path.is_file() and "admin" not in path.parts]
    assert not any(b"/admin/" in text for text in texts)
    write(tmp_path / "content", {"articles/b.md": "---\ntitle: B\ndate: 2024-11-21\n---\n\nTwo.\n"})
    assert [build("--admin"), build(), build()] == [True, False, False]
