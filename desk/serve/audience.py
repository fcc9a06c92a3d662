"""The pages that are open in browsers: each is told what is wrong, and when it is no longer what it was.

By WebSocket, not by server-sent events: browsers open no more than six connections of the latter kind to one host, so
that a seventh tab would show nothing at all.
"""

import json
from dataclasses import dataclass, field

from tornado.websocket import WebSocketClosedError, WebSocketHandler

from .desk_state import DeskState
from .hosts import is_own_host
from .served_pages import Prints, page_at, prints_of


@dataclass(slots=True)
class Audience:
    """All of them."""

    state: DeskState
    """What the desk knows."""
    open: set["OpenPage"] = field(default_factory=set)
    """The pages."""

    def tell(self) -> None:
        """Tell each what it must know."""
        for page in list(self.open):
            page.tell()

    def places(self) -> list[str]:
        """Give the places in the site of what is looked at."""
        site = self.state.site
        pages = [page_at(site, each.address) for each in self.open] if site else []
        return sorted({page.relative_to(site).as_posix() for page in pages if page is not None and site is not None})


class OpenPage(WebSocketHandler):
    """A page that is open in a browser. Tornado refuses what comes from another site's page."""

    def initialize(self, audience: Audience) -> None:
        """Take the audience to which it belongs."""
        self.audience = audience
        self.address = ""
        self.prints = Prints("", "")

    def prepare(self) -> None:
        """Refuse names that are not this machine's."""
        if not is_own_host(self.request.host_name, self.settings["hosts"]):
            self.set_status(403)
            self.finish()

    def open(self) -> None:
        """Begin to tell."""
        self.address = self.get_argument("page", "/")
        self.prints = Prints(self.get_argument("all", ""), self.get_argument("words", ""))
        self.audience.open.add(self)
        self.tell()

    def on_close(self) -> None:
        """Tell no more."""
        self.audience.open.discard(self)

    def on_message(self, message: str | bytes) -> None:
        """Take up which page stands there now, after its styles were put in."""
        told = json.loads(message)
        self.prints = Prints(str(told["all"]), str(told["words"]))

    def tell(self) -> None:
        """Tell what is wrong, what goes on, and whether the page is another one now."""
        state = self.audience.state
        now = prints_of(state, self.address)
        told = {
            "problems": state.problems(),
            "building": state.is_building,
            "unpublished": len(state.unpublished),
            "all": now.all,
            "words": now.words,
            "renew": "" if now.all == self.prints.all else "styles" if now.words == self.prints.words else "page",
        }
        try:
            self.write_message(told)
        except WebSocketClosedError:
            self.audience.open.discard(self)
