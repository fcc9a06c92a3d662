"""A desk at work, and a browser that looks at it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from npm_tools import chromium
from served_desk import ServedDesk, desk_at, waits

CHROMIUM = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[ServedDesk]:
    """A small site, served."""
    with desk_at(tmp_path, tram="The tram.", ferry="The ferry.") as desk:
        assert waits(lambda: "The site is whole" in desk.said), desk.said
        yield desk


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Start Chromium."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=CHROMIUM)
        yield browser
        browser.close()
