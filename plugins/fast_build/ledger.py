"""Everything that pages use, by number; and whether it says now what it said when the last build used it."""

from array import array
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from .canonical import digest_of_bytes
from .fragments import Fragments
from .notes import Frame, Numbers, Touch
from .store import Store, Used


@dataclass(slots=True)
class Ledger:
    """Compares what the last build used with what it says now, once for all pages."""

    store: Store
    """What the last build left; it becomes what this one leaves."""
    value: Callable[[Touch], bytes]
    """Gives the digest of what something says now."""
    note_contents: Callable[[Frame], None]
    """Enters into a frame the numbers of the articles that it noted."""
    fragments: Fragments
    """Makes parts of pages anew, where it must be seen what becomes of them."""
    numbers: Numbers
    """What pages use, by number."""
    changed: set[int] = field(init=False, default_factory=set)
    """Numbers of what says something else now, parts of pages apart."""
    settled: dict[int, bool] = field(init=False, default_factory=dict)
    """Parts of pages that were looked at: whether they are what they were."""
    taken_up: list[int] = field(init=False, default_factory=list)
    """Numbers of the parts of pages that were taken up in this build, in order."""

    def __post_init__(self) -> None:
        self.fragments.settle = self.settle
        self.numbers.take_up(self.store.touches)
        values = self.store.values
        for number, touch in enumerate(self.store.touches):
            if touch[0] != "made":
                now = self.value(touch)
                if now != values[number]:
                    self.changed.add(number)
                    values[number] = now

    def is_same(self, used: Used) -> bool:
        """Tell whether all that was used says what it said."""
        return self.changed.isdisjoint(used.touches) and all(map(self._is_same_part, used.parts))

    def used(self, frame: Frame) -> Used:
        """Give what a frame noted."""
        self.note_contents(frame)
        self.fill()
        return Used(array("I", frame.used), array("I", frame.parts), tuple(frame.effects))

    def fill(self) -> None:
        """Enter what that says which was met for the first time."""
        values, touches = self.store.values, self.numbers.touches
        while len(values) < len(touches):
            touch = touches[len(values)]
            values.append(b"" if touch[0] == "made" else self.value(touch))

    def take(self, touch: Touch, value: bytes) -> int:
        """Give the number of something of which it is known what it says."""
        number = self.numbers.of(touch)
        if number == len(self.store.values):
            self.store.values.append(value)
        return number

    def settle(self, touch: Touch, text: str, frame: Frame) -> int:
        """Take up a part of pages that was made in this build; give its number."""
        used = self.used(frame)
        return self.settle_used(self.numbers.of(touch), digest_of_bytes(text.encode("utf-8", "surrogatepass")), used)

    def settle_used(self, number: int, output: bytes, used: Used) -> int:
        """Take up a part of pages of which it is known what it became."""
        self.fill()
        values = self.store.values
        if number not in self.settled or number not in self.store.parts:
            self.settled[number] = number not in self.settled and values[number] == output
            values[number] = output
            self.store.parts[number] = used
            self.taken_up.append(number)
        return number

    def close(self, seen: Iterable[str]) -> Store:
        """Forget pages that are no more, and parts that nobody asked for."""
        self.fill()
        return self.store.only(seen, self.settled)

    def _is_same_part(self, number: int) -> bool:
        if number not in self.settled:
            used = self.store.parts.get(number)
            if used is not None and self.is_same(used):
                self.settled[number] = True
            elif self.fragments.remake(self.store.touches[number]) is None:
                # It may be made again by a page, from what we could not name.
                self.store.parts.forget(number)
                self.settled[number] = False
        return self.settled[number]
