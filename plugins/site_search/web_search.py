"""A search engine of the web, asked for pages of this site alone: what readers without JavaScript are offered."""

from dataclasses import dataclass
from urllib.parse import parse_qsl, urlencode, urlsplit

USUAL = "https://duckduckgo.com/?sites={host}&q={words}"
"""An engine that keeps no record of readers, and takes the site as a field of its own."""


@dataclass(frozen=True, slots=True)
class WebSearch:
    """A form that leads to a search engine."""

    address: str
    """Where it is sent."""
    field: str
    """The name of the words."""
    others: tuple[tuple[str, str], ...]
    """Names and values that go with them."""

    @property
    def link(self) -> str:
        """The address of an answer, but for the words, which come last."""
        return f"{self.address}?{urlencode((*self.others, (self.field, '')))}"


def web_search(pattern: str, site: str) -> WebSearch | None:
    """Give the form of a search engine; None without one, and for a site that has no address.

    `pattern` is an address with `{words}`, and `{host}` for that of the site; `site` is the site's address. Raises
    ValueError where a pattern has no field for the words.
    """
    host = urlsplit(site).netloc
    if not pattern or not host:
        return None
    parts = urlsplit(pattern)
    fields = parse_qsl(parts.query)
    asked = next((name for name, value in fields if value == "{words}"), None)
    if asked is None:
        raise ValueError(f'SEARCH_WEB = "{pattern}": no field is {{words}}; write it as "{USUAL}", or leave it empty')
    others = tuple((name, value.replace("{host}", host)) for name, value in fields if name != asked)
    return WebSearch(parts._replace(query="").geturl(), asked, others)
