"""The sample newspaper in a real browser: Chromium of this machine, pages from a host on this machine."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from built_sites import ROOT, Site, build
from readers import Reader
from web_host import hosted


@pytest.fixture(scope="session")
def newspaper(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The sample newspaper of content/, as it goes out."""
    return build(ROOT / "content", tmp_path_factory.mktemp("newspaper"), "PRODUCTION=true")


@pytest.fixture(scope="session")
def as_written(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The same, as the templates write it."""
    return build(ROOT / "content", tmp_path_factory.mktemp("as_written"))


@pytest.fixture(scope="session")
def address(newspaper: Site) -> Iterator[str]:
    """Serve the newspaper."""
    with hosted(newspaper.output) as address:
        yield address


@pytest.fixture
def reader(browser: Browser, address: str) -> Iterator[Reader]:
    """A reader at the front door."""
    reader = Reader(browser, address)
    yield reader
    for context in reader.contexts:
        context.close()
