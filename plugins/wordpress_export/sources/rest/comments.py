"""Comments, which answers list by themselves: kept on the disk until the article that they stand under is read."""

import json
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterator

from ...shelves import Packing, Shelf
from ..wxr_comments import RawComment, why_unseen
from .answers import Json, best, number, stored, text
from .excerpts import as_typed

_STATES = {"approved": "1", "approve": "1", "": "1", "hold": "0", "unapproved": "0"}
_ELSEWHERE = "stood under an item that is not in the material"


def _same(key: int | bytes) -> int:
    return int(key)


def _packed(comment: dict[str, str]) -> bytes:
    return json.dumps(comment).encode()


def _comment(packed: int | bytes) -> dict[str, str]:
    told: dict[str, str] = json.loads(bytes(packed))
    return told


_PACKING: Packing[int, dict[str, str]] = Packing(_same, _same, _packed, _comment)
_STORED = "stored"


class Comments:
    """The comments of a site, by the article that they stand under."""

    def __init__(self) -> None:
        self._shelf = Shelf(_PACKING)
        self._of: dict[int, array[int]] = defaultdict(lambda: array("q"))

    def add(self, thing: Json, post: int) -> None:
        """Take a comment; of several answers about one, what an editor was told counts more."""
        key = number(thing, "id")
        if not key or not post:
            return
        told = _read(thing)
        if key not in self._shelf:
            self._of[post].append(key)
            self._shelf.put(key, told)
        elif told[_STORED]:
            self._shelf.put(key, told)

    def of(self, post: int) -> Iterator[RawComment]:
        """Give the comments under an article."""
        return (self._shelf[key] for key in self._of.get(post, ()))

    def orphans(self, known: set[int] | dict[int, object]) -> Counter[str]:
        """Count the comments under what is not in the material, by reason."""
        counts: Counter[str] = Counter()
        for post in self._of:
            if post not in known:
                counts.update(why_unseen(comment) or _ELSEWHERE for comment in self.of(post))
        return counts


def _read(thing: Json) -> dict[str, str]:
    """Give what is read of a comment; neither e-mail nor IP address is."""
    body = best(thing, "content")
    is_stored = stored(thing, "content") is not None
    state = text(thing, "status")
    return {
        _STORED: "1" if is_stored else "",
        "wp:comment_id": text(thing, "id"),
        "wp:comment_author": text(thing, "author_name"),
        "wp:comment_author_url": text(thing, "author_url"),
        "wp:comment_date": text(thing, "date").replace("T", " "),
        "wp:comment_date_gmt": text(thing, "date_gmt").replace("T", " "),
        "wp:comment_content": body if is_stored else as_typed(body),
        "wp:comment_approved": _STATES.get(state, state),
        "wp:comment_type": text(thing, "type"),
        "wp:comment_parent": text(thing, "parent"),
    }
