"""The sample newspaper in a real browser: Chromium of this machine, pages from a server on this machine."""

import functools
import http.server
import shutil
import threading
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright

from built_sites import ROOT, Site, build
from readers import QuietServer, Reader

CHROMIUM = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]


@pytest.fixture(scope="session")
def newspaper(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The sample newspaper of content/."""
    return build(ROOT / "content", tmp_path_factory.mktemp("newspaper"))


@pytest.fixture(scope="session")
def address(newspaper: Site) -> Iterator[str]:
    """Serve the newspaper."""
    serve = functools.partial(QuietServer, directory=str(newspaper.output))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), serve) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Start Chromium."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if chromium is None:
        pytest.fail("These tests look at pages in Chromium, which is not installed: sudo apt-get install chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=CHROMIUM)
        yield browser
        browser.close()


@pytest.fixture
def reader(browser: Browser, address: str) -> Iterator[Reader]:
    """A reader at the front door."""
    reader = Reader(browser, address)
    yield reader
    for context in reader.contexts:
        context.close()
