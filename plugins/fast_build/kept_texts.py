"""Parts of pages that were made, as many as there is room for: those that were asked for again stay longest."""

from collections import OrderedDict
from dataclasses import dataclass, field

ROOM = 20_000_000
"""Characters of all of them."""
_ASKED_AGAIN = 15_000_000
"""Characters of those that were asked for again: others must have room, too, to be asked for again one day."""


@dataclass(slots=True)
class KeptTexts:
    """Texts by number. A card of a section's list is shown once, one of all other lists on ten pages."""

    once: OrderedDict[int, str] = field(default_factory=OrderedDict)
    """Those that nobody has asked for since they were made, the oldest first."""
    again: OrderedDict[int, str] = field(default_factory=OrderedDict)
    """Those that somebody has, the one not asked for longest first."""
    size: int = 0
    """Characters of all."""
    size_again: int = 0
    """Characters of those that somebody has asked for."""

    def find(self, number: int) -> str | None:
        """Give a text, where it still is there."""
        text = self.again.get(number)
        if text is not None:
            self.again.move_to_end(number)
            return text
        text = self.once.pop(number, None)
        if text is not None:
            self.again[number] = text
            self.size_again += len(text)
            while self.size_again > _ASKED_AGAIN:
                other, old = self.again.popitem(last=False)
                self.size_again -= len(old)
                self.once[other] = old
        return text

    def keep(self, number: int, text: str) -> None:
        """Keep a text that is not there; forget others where there is no room."""
        self.once[number] = text
        self.size += len(text)
        while self.size > ROOM and self.once:
            self.size -= len(self.once.popitem(last=False)[1])
