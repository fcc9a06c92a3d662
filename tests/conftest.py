"""What all tests share."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright

from npm_tools import chromium

CHROMIUM = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Start Chromium, once for all tests: a process can drive one browser at a time."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=CHROMIUM)
        yield browser
        browser.close()


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let a person accept a new golden site: `./inv test --only tests/site --update`, then read the diff."""
    parser.addoption("--update", action="store_true", help="write the golden site anew instead of comparing with it")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Show what tests measured and did not judge, or judged loosely."""
    measured = [
        text
        for reports in terminalreporter.stats.values()
        for report in reports
        for name, text in getattr(report, "user_properties", ())
        if name == "measured" and report.when == "call"
    ]
    for text in sorted(measured):
        terminalreporter.write_line(str(text))
