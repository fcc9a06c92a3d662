"""Facts of the site as a whole: its name, its home, its language, its clock."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import timedelta, timezone

from ...addresses import home_of, is_web_address
from ...dates import FURTHEST, QUARTER
from .answers import Json, inner, objects, text

_API = ("/wp-json/", "/?rest_route=", "/index.php?rest_route=", "/index.php/wp-json/")


@dataclass(slots=True)
class SiteFacts:
    """What answers tell of the site, the surest first."""

    root: dict[str, str] = field(default_factory=dict)
    """Of the interface's own description, and of the settings, under the names of an export file's channel."""
    homes: Counter[str] = field(default_factory=Counter)
    """Homes by what links show."""
    languages: Counter[str] = field(default_factory=Counter)
    """Languages by what Yoast shows."""
    menus: dict[str, str] = field(default_factory=dict)
    """Names of menus by slug."""
    offset: timezone | None = None
    """The site's clock, as the interface tells it."""

    def take_root(self, thing: Json) -> None:
        """Take the interface's description."""
        self._put("wp:base_blog_url", home_of(text(thing, "home") or text(thing, "url")))
        self._put("title", text(thing, "name"))
        self._put("description", text(thing, "description"))
        self._put("language", text(thing, "language").replace("_", "-"))
        hours = thing.get("gmt_offset")
        try:
            ahead = timedelta(hours=float(hours)) if isinstance(hours, int | float | str) else timedelta()
        except (ValueError, OverflowError):
            return
        if ahead and abs(ahead) <= FURTHEST:
            self.offset = timezone(round(ahead / QUARTER) * QUARTER)

    def take_settings(self, thing: Json) -> None:
        """Take the site's settings; the address among them is where WordPress lies, not the home."""
        self._put("title", text(thing, "title"))
        self._put("description", text(thing, "description"))
        self._put("language", text(thing, "language").replace("_", "-"))

    def _put(self, name: str, value: str) -> None:
        if value.strip():
            self.root.setdefault(name, value)

    def take_row(self, thing: Json) -> None:
        """Learn from a row's links where home is, and from its graph for search engines which language it is in."""
        for link in objects(inner(thing, "_links"), "self"):
            address = text(link, "href")
            start = min((place for mark in _API if (place := address.find(mark)) > 0), default=0)
            if start and is_web_address(address):
                self.homes[address[:start]] += 1
        for node in objects(inner(inner(thing, "yoast_head_json"), "schema"), "@graph"):
            if language := text(node, "inLanguage"):
                self.languages[language] += 1
                break

    @property
    def channel(self) -> dict[str, str]:
        """Give the facts under the names that an export file's channel has for them."""
        guessed: dict[str, str] = {}
        if self.homes:
            guessed["wp:base_blog_url"] = home_of(self.homes.most_common(1)[0][0])
        if self.languages:
            guessed["language"] = self.languages.most_common(1)[0][0]
        return guessed | self.root
