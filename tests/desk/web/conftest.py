"""Web editing in a real browser: /admin/ from a host of this machine, and a repository of real git behind it."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from built_sites import ROOT
from desk.web.admin_pages import admin_files
from git_host import Repository, git_host


@pytest.fixture(scope="session")
def pages() -> dict[str, bytes]:
    """The pages of web editing for the sample newspaper, without a repository."""
    return admin_files(ROOT / "content")


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """The sample newspaper in a repository."""
    shutil.copytree(ROOT / "content", tmp_path / "content")
    shutil.copy(ROOT / "pelicanconf.py", tmp_path)
    shutil.copy(Path(__file__).with_name("odd.md"), tmp_path / "content" / "articles" / "2024" / "11")
    repository = Repository(tmp_path)
    repository.begin()
    return repository


@pytest.fixture
def host(repository: Repository) -> Iterator[str]:
    """The newspaper's /admin/, which saves to that repository."""
    pages: dict[str, bytes] = {}
    with git_host(pages, repository) as address:
        (repository.folder / "admin.toml").write_text(
            f'backend = "gitea"\nrepository = "courier/paper"\napi_root = "{address}/api/v1"\nbase_url = "{address}"\n'
        )
        pages |= admin_files(repository.folder / "content", repository.folder)
        repository.begin_again()
        yield address


@pytest.fixture
def said() -> list[str]:
    """What the page complained of, and each address that it asked another host for."""
    return []


@pytest.fixture
def desk(browser: Browser, host: str, said: list[str]) -> Iterator[Page]:
    """An editor who has signed in."""
    context = browser.new_context(viewport={"width": 1300, "height": 1000}, locale="en-US")
    page = context.new_page()
    page.on("console", lambda words: said.append(words.text) if words.type == "error" else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda asked: None if asked.url.startswith((host, "data:", "blob:")) else said.append(asked.url))
    page.goto(f"{host}/admin/")
    page.get_by_role("button", name="Sign In Using Access Token").click()
    page.get_by_label("Personal Access Token").fill("secret")
    page.get_by_role("button", name="Sign In", exact=True).click()
    page.get_by_text("The ferry’s cat is given").wait_for()
    yield page
    context.close()


@pytest.fixture(scope="session")
def modules(browser: Browser, pages: dict[str, bytes], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """A page in which the modules of /admin/ can be brought in by themselves."""
    with git_host(pages | {"bare.html": _bare(pages)}, Repository(tmp_path_factory.mktemp("none"))) as address:
        page = browser.new_page()
        page.goto(f"{address}/admin/bare.html")
        yield page
        page.close()


def _bare(pages: dict[str, bytes]) -> bytes:
    """The page of /admin/, which names the modules, without the program."""
    return pages["index.html"].replace(b'<script type="module" src="desk.js"></script>', b"")
