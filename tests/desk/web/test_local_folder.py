"""Work in a folder of the editor's machine, by the browser's own access to files: as ./inv serve offers it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from built_sites import ROOT
from git_host import Repository, git_host

STORY = "content/articles/2024/11/night-tram-returns.md"

# No program may answer the window in which a person picks a folder. The browser's private folders have the very same
# interface, and need no person.
PICKER = "window.showDirectoryPicker = () => navigator.storage.getDirectory();"
FILL = """async (files) => {
  const root = await navigator.storage.getDirectory();
  for (const [path, text] of Object.entries({ ...files, '.git/HEAD': 'ref: refs/heads/main' })) {
    const parts = path.split('/');
    const name = parts.pop();
    let folder = root;
    for (const part of parts) folder = await folder.getDirectoryHandle(part, { create: true });
    const writer = await (await folder.getFileHandle(name, { create: true })).createWritable();
    await writer.write(text);
    await writer.close();
  }
}"""
READ = """async (path) => {
  let folder = await navigator.storage.getDirectory();
  const parts = path.split('/');
  const name = parts.pop();
  for (const part of parts) folder = await folder.getDirectoryHandle(part);
  return (await (await folder.getFileHandle(name)).getFile()).text();
}"""


@pytest.fixture
def folder() -> dict[str, str]:
    """The texts of the sample newspaper."""
    paths = [path for ending in ("md", "yaml") for path in sorted((ROOT / "content").rglob(f"*.{ending}"))]
    return {path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8") for path in paths}


@pytest.fixture
def desk(browser: Browser, pages: dict[str, bytes], folder: dict[str, str], tmp_path: Path) -> Iterator[Page]:
    """An editor who has picked the folder."""
    with git_host(pages, Repository(tmp_path)) as address:
        context = browser.new_context(viewport={"width": 1300, "height": 1000}, locale="en-US")
        context.add_init_script(PICKER)
        page = context.new_page()
        page.goto(f"{address}/admin/")
        page.evaluate(FILL, folder)
        page.get_by_role("button", name="Work with Local Repository").click()
        page.get_by_text("The ferry’s cat is given").wait_for()
        yield page
        context.close()


def test_saved_into_the_folder(desk: Page, folder: dict[str, str]) -> None:
    """A story that is saved is a file of that folder, changed where it was edited; the others are as they were."""
    desk.evaluate("location.hash = '#/collections/articles/entries/2024/11/night-tram-returns'")
    desk.locator('[data-key-path="title"] input').fill("The tram is back")
    desk.get_by_role("button", name="Save", exact=True).click()
    desk.get_by_text("The tram is back").first.wait_for()
    for _ in range(100):
        if desk.evaluate(READ, STORY) != folder[STORY]:
            break
        desk.wait_for_timeout(100)

    before = "title: After nineteen years, the night tram runs along the harbour again\n"
    assert desk.evaluate(READ, STORY) == folder[STORY].replace(before, "title: The tram is back\n")
    assert all(desk.evaluate(READ, path) == text for path, text in folder.items() if path != STORY)
