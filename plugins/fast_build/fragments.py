"""Parts of pages that depend on nothing but their arguments, such as cards: each is made once for the same ones."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from typing import Any

from jinja2 import TemplateNotFound, pass_eval_context
from jinja2.nodes import EvalContext

from .arguments import Arguments, UnknownArgumentError
from .kept_texts import KeptTexts
from .notes import Frame, Notes, Touch


@dataclass(slots=True)
class Fragments:
    """All the parts that were made in this build."""

    notes: Notes
    """Where use is noted."""
    arguments: Arguments
    """Names arguments, so that they can be known again in another build."""
    said: Callable[[], int]
    """Gives how often somebody was told something: what says something is made each time."""
    make: Callable[[str, str], object]
    """Makes a file of macros, by label of the environment and name, where it is still there."""
    settle: Callable[[Touch, str, Frame], int] = field(init=False)
    """Takes up a part that was made, and what it used; gives its number."""
    made: dict[Hashable, int] = field(default_factory=dict)
    """Numbers of what was made, by the macro and its arguments."""
    texts: KeptTexts = field(default_factory=KeptTexts)
    """What was made: as much as has room."""
    macros: dict[tuple[str, str, str], "Fragment"] = field(default_factory=dict)
    """By label of the environment, file and name."""

    def forget(self) -> None:
        """Forget what was made, since an article changed."""
        self.made.clear()
        self.texts = KeptTexts()

    def enter(self, key: tuple[int, Any, tuple[int, ...]], name: tuple[Any, ...], text: str, frame: Frame) -> int:
        """Enter what was made, and what it used; give its number."""
        notes = self.notes
        outer, notes.frame = notes.frame, None
        try:
            number = self.made[key] = self.settle(("made", *name, *self.arguments.named(key[2])), text, frame)
        finally:
            notes.frame = outer
        self.texts.keep(number, text)
        return number

    def remake(self, touch: Touch) -> str | None:
        """Make again what an earlier build made; None where what it was made of is no more."""
        _, label, file, name, escapes, arguments, named = touch
        try:
            self.make(label, file)
        except (KeyError, TemplateNotFound):
            return None
        fragment = self.macros.get((label, file, name))
        if fragment is None:
            return None
        try:
            given, given_by_name = self.arguments.of(arguments), self.arguments.of(named)
        except UnknownArgumentError:
            return None
        escaping = EvalContext(fragment.macro._environment)  # noqa: SLF001  # Jinja gives no other way to it
        escaping.autoescape = escapes
        with self.notes.taken(Frame()):
            return fragment(escaping, *given, **given_by_name)


@dataclass(slots=True)
class Fragment:
    """Stands for a macro. A page that gets what another one got has used what was used then."""

    macro: Any
    """Makes it: Jinja's Macro."""
    fragments: Fragments
    """Where it is kept."""
    name: tuple[str, str, str]
    """Label of the environment, file, and name."""
    number: int
    """Of the macro."""
    page_notes: bool = True
    """It notes itself what it uses."""

    @pass_eval_context
    def __call__(self, escaping: EvalContext, *arguments: Any, **named: Any) -> str:  # noqa: ANN401  # any argument
        """Give what the macro gives."""
        all_of_them = self.fragments
        notes = all_of_them.notes
        if notes.frame is None:
            return self._made(escaping, arguments, named)
        arguments_key = all_of_them.arguments.keys(arguments, named)
        if arguments_key is None:
            return self._made(escaping, arguments, named)
        key = self.number, escaping.autoescape, arguments_key
        number = all_of_them.made.get(key, -1)
        text = all_of_them.texts.find(number)
        if text is None:
            text, inner = self._watched(escaping, arguments, named, arguments_key)
            if inner is None:
                return text
            number = all_of_them.enter(key, (*self.name, escaping.autoescape), text, inner)
        notes.frame.parts.add(number)
        return text

    def _watched(
        self, escaping: EvalContext, arguments: tuple[Any, ...], named: dict[str, Any], key: tuple[int, ...]
    ) -> tuple[str, Frame | None]:
        """Make it, and give what it used; None where it must be made each time, and the page has used all of it."""
        notes = self.fragments.notes
        before, outer = self.fragments.said(), notes.frame
        with notes.taken(Frame()) as inner:
            inner.used.update(map(notes.numbers.of, self.fragments.arguments.touches(key)))
            inner.used.add(notes.numbers.of(("template", self.name[0], self.name[1])))
            text = self._made(escaping, arguments, named)
        if self.fragments.said() == before and not inner.reasons:
            return text, inner
        if outer is not None:
            outer.take(inner)
        return text, None

    def _made(self, escaping: EvalContext, arguments: tuple[Any, ...], named: dict[str, Any]) -> str:
        made: str = self.macro(escaping, *arguments, **named)
        return made
