"""What a page used while it was made, noted as it happens."""

from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, TypeVar

from .memory import Memory

Made = TypeVar("Made")
Touch = tuple[Any, ...]
"""Something that a page used: its kind, then which one. `Site.value` gives what it says now."""

Due = tuple[datetime, str] | None
"""When a build of the same would be another one, and what changes then; None for never."""


@dataclass(slots=True)
class Numbers:
    """Gives each thing that pages use a number: they are noted often, and told seldom."""

    touches: list[Touch] = field(default_factory=list)
    """By number."""
    known: dict[Touch, int] = field(default_factory=dict)
    """The numbers."""

    def of(self, touch: Touch) -> int:
        """Give the number of something."""
        number = self.known.get(touch)
        if number is None:
            number = self.known[touch] = len(self.touches)
            self.touches.append(touch)
        return number

    def take_up(self, touches: list[Touch]) -> None:
        """Begin with the numbers of an earlier build."""
        self.touches = touches
        self.known = {touch: number for number, touch in enumerate(touches)}


@dataclass(slots=True)
class Frame:
    """What one page, or one fragment of pages, used and did."""

    own: frozenset[str] = frozenset()
    """The names that only this page is given, such as `article`."""
    contents: list[Any] = field(default_factory=list)
    """The articles and pages of which it used anything."""
    bodies: list[Any] = field(default_factory=list)
    """Those of which it used the body."""
    used: set[int] = field(default_factory=set)
    """Numbers of what else of the site it used."""
    parts: set[int] = field(default_factory=set)
    """Numbers of the parts that were made for it and others."""
    own_touches: dict[Touch, None] = field(default_factory=dict)
    """What it used of that which only this page is given."""
    effects: dict[tuple[str, Hashable], None] = field(default_factory=dict)
    """What plugins did on its behalf, by plugin, in order."""
    reasons: set[str] = field(default_factory=set)
    """Why it may depend on anything at all."""

    def take(self, other: "Frame") -> None:
        """Use and do what a part of this page used and did."""
        self.contents += other.contents
        self.bodies += other.bodies
        self.used |= other.used
        self.parts |= other.parts
        self.own_touches |= other.own_touches
        self.effects |= other.effects
        self.reasons |= other.reasons

    def rest(self) -> None:
        """Let articles note again that they are used."""
        for content in self.contents:
            content.__class__ = content.unseen


@dataclass(frozen=True, slots=True)
class Keeper:
    """A plugin that answers the templates from more than its arguments."""

    value: Callable[[Any], Any]
    """Gives what the plugin knows of a key now."""
    replay: Callable[[Any], None]
    """Does again what it once did for a page that is not made anew."""


def _nothing(_: object) -> None:
    """Do nothing."""


@dataclass(slots=True)
class Notes:
    """The setting PAGE_NOTES, by which plugins say what their answers to templates depend on, and what they cause.

    A function for templates with an attribute `page_notes` that is true says so itself, or depends on nothing but its
    arguments, the settings, the code, `content/data/` and the theme. All others are taken to depend on anything.
    """

    memory: Memory
    """What plugins worked out in this build and the last one."""
    numbers: Numbers = field(default_factory=Numbers)
    """What pages used, by number."""
    frame: Frame | None = None
    """Of the page that is being made; None outside."""
    due: Due = None
    """When a build of the same would be another one, and what changes then; None for never."""
    finishing: list[Callable[[str], str]] = field(default_factory=list)
    """What is done to the text of each page before it is written."""
    finished: set[str] = field(default_factory=set)
    """Places of the pages to which that was done."""
    keepers: dict[str, Keeper] = field(default_factory=dict)
    """By plugin."""

    def keep(self, name: str, value: Callable[[Any], Any], replay: Callable[[Any], None] = _nothing) -> None:
        """Take up a plugin. What `value` gives for a key is plain: texts, numbers, tuples and dataclasses of them."""
        self.keepers[name] = Keeper(value, replay)

    def read(self, name: str, key: Hashable) -> None:
        """Note that the page uses what a plugin knows of a key."""
        if self.frame is not None:
            self.frame.used.add(self.numbers.of(("kept", name, key)))

    def did(self, name: str, effect: Hashable) -> None:
        """Note that a plugin did something on behalf of the page."""
        if self.frame is not None:
            self.frame.effects[name, effect] = None

    def anything(self, reason: str) -> None:
        """Note that the page may depend on anything."""
        if self.frame is not None:
            self.frame.reasons.add(reason)

    def recall(self, name: str, key: Hashable, make: Callable[[], Made]) -> Made:
        """Give what a plugin once made of a key, which says all that it depends on beside code and settings.

        It is kept for the next build where this one asked for it; it must be fit for `pickle`.
        """
        return self.memory.recall(name, key, make)

    def until(self, moment: datetime, why: str = "") -> None:
        """Note that a build of the same after a moment would be another one, and what changes then."""
        if self.due is None or moment < self.due[0]:
            self.due = moment, why

    def finish(self, text: Callable[[str], str]) -> None:
        """Let something be done to the text of each page before it is written."""
        self.finishing.append(text)

    @contextmanager
    def taken(self, frame: Frame) -> Iterator[Frame]:
        """Note in a frame what is used meanwhile."""
        before = self.frame
        if before is not None:
            before.rest()
        self.frame = frame
        try:
            yield frame
        finally:
            self.frame = before
            frame.rest()
