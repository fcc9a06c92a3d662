"""Where a site lived before: its items keep the address that they were first published at (`guid`)."""

import re
from collections import Counter
from dataclasses import dataclass, field
from html import unescape
from urllib.parse import parse_qs

from ..addresses import decode_path, host_of, split_address
from ..whole_numbers import whole_number
from .wxr_item import Item

_NUMBERS = ("p", "page_id", "attachment_id")
_UPLOADS = re.compile(r"/(?:wp-content/)?(?:uploads|files)/")


@dataclass(slots=True)
class Homes:
    """The homes that items were published at, as they become known.

    Feed readers (FeedWordPress, WP RSS Aggregator) store articles of other sites with those sites' guids. A home is the
    site's own only where its guids agree with the items: in number, in address, or in the name of the file.
    """

    votes: Counter[str] = field(default_factory=Counter)
    """By home; each item that agrees is one for it, each that does not is one against it."""

    def add(self, item: Item, address: str) -> None:
        """Take an item's guid; `address` is its permalink, or the file of an attachment."""
        parts = split_address(unescape(item.field("guid")))
        if parts is None or not parts.netloc:
            return
        host, path = host_of(parts), decode_path(parts.path)
        numbers = [whole_number(found[0]) for name in _NUMBERS if (found := parse_qs(parts.query).get(name))]
        if numbers:
            self.votes[host + path.rstrip("/")] += 1 if numbers[0] == item.number("wp:post_id") else -1
        elif not address.startswith("/"):
            # A file that lies elsewhere still says nothing of where the site lived.
            return
        elif path.strip("/") and address.endswith(path):
            self.votes[host] += 1
        elif (uploads := _UPLOADS.search(path)) and address.endswith(path[uploads.end() :]):
            self.votes[host + path[: uploads.start()]] += 1

    def found(self, home: str) -> tuple[str, ...]:
        """Give the former homes; today's is none of them."""
        parts = split_address(home)
        today = host_of(parts) + parts.path.rstrip("/") if parts else ""
        return tuple(sorted(place for place, votes in self.votes.items() if votes > 0 and place != today))
