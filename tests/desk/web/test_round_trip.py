import re
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Locator, Page

from built_sites import ROOT, build, words
from git_host import Repository
from markdown_articles.front_matter import Status, parse
from markdown_articles.registry_files import read_registries

STORY = "content/articles/2024/11/night-tram-returns.md"


def open_entry(desk: Page, address: str) -> None:
    desk.evaluate("address => { location.hash = `#/collections/${address}` }", address)
    desk.get_by_role("button", name="Save", exact=True).wait_for()


def field(desk: Page, key: str, control: str) -> Locator:
    """Give a field's control. Those far below are made when somebody comes near."""
    found = desk.locator(f'[data-key-path="{key}"] {control}').first
    for _ in range(30):
        if found.count():
            break
        desk.mouse.move(600, 600)
        desk.mouse.wheel(0, 500)
        desk.wait_for_timeout(100)
    return found


def save(desk: Page, repository: Repository) -> None:
    before = repository.git("rev-parse", "main")
    desk.get_by_role("button", name="Save", exact=True).click()
    for _ in range(100):
        if repository.git("rev-parse", "main") != before:
            return
        desk.wait_for_timeout(100)
    pytest.fail(desk.locator("body").inner_text())


def add_line(body: Locator, line: str) -> None:
    body.click()
    body.press("Control+End")
    body.press("Enter")
    body.press("Enter")
    body.type(line)


def check(folder: Path) -> str:
    """Give what ./inv check has to say of a content folder."""
    done = subprocess.run(
        [sys.executable, "-m", "desk", "check", "--content", str(folder / "content")],
        cwd=ROOT, env={"PYTHONPATH": f"{ROOT}:{ROOT / 'plugins'}", "PATH": ""}, capture_output=True, text=True,
        check=False,
    )  # fmt: skip
    return done.stdout + done.stderr


def test_story_is_edited(desk: Page, repository: Repository, said: list[str], tmp_path: Path) -> None:
    """An edited story differs where it was edited, passes the check and is built; no other host is asked."""
    open_entry(desk, "articles/entries/2024/11/night-tram-returns")
    field(desk, "title", "input").fill("The tram: again")
    add_line(field(desk, "body", "textarea"), "One more line, *typed* in.")
    save(desk, repository)

    assert repository.changes() == [
        f"+++ {STORY}",
        "-title: After nineteen years, the night tram runs along the harbour again",
        '+title: "The tram: again"',
        "+",
        "+One more line, *typed* in.",
    ]
    assert said == []
    assert "night-tram-returns" not in check(repository.folder)
    page = build(repository.folder / "content", tmp_path / "output").page("/2024/11/night-tram-returns/")
    assert words(page.css_first("h1")) == "The tram: again"
    assert "One more line, typed in." in words(page.css_first("main"))


def test_odd_story(desk: Page, repository: Repository) -> None:
    """Whatever an editor did not touch stays as it stands: order, quotes, comments, names that no registry has."""
    open_entry(desk, "articles/entries/2024/11/odd")
    field(desk, "kicker", "input").fill("Odd: very")
    save(desk, repository)

    assert repository.changes() == ["+++ content/articles/2024/11/odd.md", '+kicker: "Odd: very"']
    text = (repository.folder / "content/articles/2024/11/odd.md").read_text(encoding="utf-8")
    assert parse(text, "odd.md")[0].kicker == "Odd: very"


def test_story_is_begun(desk: Page, repository: Repository, said: list[str]) -> None:
    """A new story is a draft in its month's folder, under a name made of its headline."""
    open_entry(desk, "articles/new")
    field(desk, "title", "input").fill("Eine Suppe: für alle")
    field(desk, "body", "textarea").fill("First line.\n\n![A pot](/wp-content/uploads/2024/11/soup.jpg)\n*Hot.*")
    save(desk, repository)

    (place,) = [line[4:] for line in repository.changes() if line.startswith("+++")]
    front, body = parse((repository.folder / place).read_text(encoding="utf-8"), place)
    assert front.date is not None
    assert place == f"content/articles/{front.date:%Y/%m}/eine-suppe-für-alle.md"
    assert (front.title, front.status) == ("Eine Suppe: für alle", Status.DRAFT)
    assert body == "First line.\n\n![A pot](/wp-content/uploads/2024/11/soup.jpg)\n*Hot.*"
    assert said == []


def test_picture_is_uploaded(desk: Page, repository: Repository, tmp_path_factory: pytest.TempPathFactory) -> None:
    """A picture is put into the month's folder below wp-content/uploads, under a name that an address can have."""
    picture = tmp_path_factory.mktemp("camera") / "Bosun, asleep (1).jpg"
    Image.effect_noise((40, 30), 9).save(picture)
    open_entry(desk, "articles/entries/2024/11/ferry-cat-season-ticket")
    field(desk, "image", 'input[type="file"]').set_input_files(picture)
    desk.get_by_text("bosun-asleep-1.jpg").or_(desk.get_by_text("Bosun, asleep (1).jpg")).first.wait_for()
    save(desk, repository)

    (address,) = [line.removeprefix("+image: ") for line in repository.changes() if line.startswith("+image: ")]
    assert re.fullmatch(r"/wp-content/uploads/\d{4}/\d\d/bosun-asleep-1\.jpg", address)
    assert (repository.folder / f"content{address}").read_bytes() == picture.read_bytes()


def test_status_is_changed(desk: Page, repository: Repository) -> None:
    """A draft that is shown to everyone says nothing any more, as the migration writes it."""
    open_entry(desk, "articles/entries/2024/11/mayor-interview")
    field(desk, "status", '[role="radio"]').click()
    save(desk, repository)

    assert repository.changes() == ["+++ content/articles/2024/11/mayor-interview.md", "-status: draft"]


def test_writer_is_edited(desk: Page, repository: Repository) -> None:
    """In a registry the one line changes that was edited; the others stay as they stand."""
    open_entry(desk, "registries/entries/authors")
    desk.locator('[data-key-path="entries"] [aria-expanded="false"]').nth(1).click()
    field(desk, "entries.0.name", "input").fill("Nora Whitlow-Pell")
    save(desk, repository)

    assert repository.changes() == [
        "+++ content/data/authors.yaml",
        "-  name: Nora Whitlow",
        "+  name: Nora Whitlow-Pell",
    ]
    assert read_registries(repository.folder / "content" / "data").authors["nora-whitlow"].name == "Nora Whitlow-Pell"
