"""Readers with a real browser: what they see, and what their browser asks for."""

import http.server
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Route

PHONE = {"viewport": {"width": 412, "height": 823}, "device_scale_factor": 2.625, "is_mobile": True, "has_touch": True}
"""The phone that Lighthouse imitates."""


class QuietServer(http.server.SimpleHTTPRequestHandler):
    """Serves files, and says nothing."""

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002, ANN401  # the names and types of the base class
        """Say nothing."""


@dataclass(slots=True)
class Visit:
    """A reader's visit to one page."""

    page: Page
    """The page, as the browser has it."""
    elsewhere: list[str] = field(default_factory=list)
    """Addresses on other hosts that the page asked for; none of them is answered."""
    complaints: list[str] = field(default_factory=list)
    """What the browser's console called an error."""


@dataclass(frozen=True, slots=True)
class Reader:
    """A person with a browser."""

    browser: Browser
    """The browser."""
    address: str
    """Where the newspaper is served."""
    contexts: list[BrowserContext] = field(default_factory=list)
    """What has to be closed at the end."""

    def visit(self, path: str, width: int = 1280, **preferences: Any) -> Visit:  # noqa: ANN401  # passed on to Chromium
        """Open a page in a fresh window."""
        visit = self.window(viewport={"width": width, "height": 800}, **preferences)
        visit.page.goto(self.address + quote(path))
        return visit

    def window(self, **preferences: Any) -> Visit:  # noqa: ANN401  # passed on to Chromium
        """Open a window without a page, as a private one: nothing is kept of earlier visits."""
        context = self.browser.new_context(**preferences)
        self.contexts.append(context)
        visit = Visit(context.new_page())

        def answer(route: Route) -> None:
            if route.request.url.startswith((self.address, "data:")):
                route.continue_()
            else:
                visit.elsewhere.append(route.request.url)
                route.abort()

        def listen(message: ConsoleMessage) -> None:
            if message.type == "error":
                visit.complaints.append(message.text)

        visit.page.route("**/*", answer)
        visit.page.on("console", listen)
        visit.page.on("pageerror", lambda error: visit.complaints.append(str(error)))
        return visit
