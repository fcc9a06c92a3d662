"""The variables of a template, which note when they are used; and the short way to what a template calls."""

from collections import ChainMap
from collections.abc import Callable, Iterable, Iterator, MutableMapping
from typing import Any

from jinja2 import Environment
from jinja2.defaults import DEFAULT_NAMESPACE
from jinja2.runtime import Context, Macro
from jinja2.utils import internalcode, missing

from .fragments import Fragment
from .lists import NotedList
from .notes import Notes

_PURE = frozenset(map(id, DEFAULT_NAMESPACE.values()))


class _NoNames:
    """The names of no globals: taking away others leaves nothing, which Jinja works out for each import anew."""

    def __sub__(self, _: object) -> frozenset[str]:
        return frozenset()


_NO_NAMES: Any = _NoNames()


def is_known(value: object) -> bool:
    """Tell whether a function for templates depends on nothing but its arguments, or notes itself what it does."""
    return isinstance(value, Macro) or id(value) in _PURE or bool(getattr(value, "page_notes", False))


class PageContext(Context):
    """Variables that note which of their names are used."""

    notes: Notes
    """Where that is noted."""
    numbers: dict[str, int]
    """What is noted of each name."""
    label: str
    """Of the environment."""

    def __init__(  # noqa: PLR0913, PLR0917  # as Jinja has it
        self,
        environment: Environment,
        parent: dict[str, Any],
        name: str | None,
        blocks: dict[str, Callable[[Context], Iterator[str]]],
        globals: MutableMapping[str, Any] | None = None,  # noqa: A002  # Jinja's own word
    ) -> None:
        super().__init__(environment, parent, name, blocks)
        is_own = globals is not None and not (isinstance(globals, ChainMap) and not globals.maps[0])
        self.globals_keys = set(globals or ()) if is_own else _NO_NAMES

    def resolve_or_missing(self, key: str) -> Any:  # noqa: ANN401  # any variable
        """Give a variable, as Jinja does."""
        if key in self.vars:
            return self.vars[key]
        value = self.parent.get(key, missing)
        frame = self.notes.frame
        if frame is not None:
            if key in frame.own:
                if type(value) is not NotedList:
                    frame.own_touches[("own", key)] = None
            else:
                number = self.numbers.get(key)
                if number is None:
                    number = self.numbers[key] = self.notes.numbers.of(("name", self.label, key))
                frame.used.add(number)
                if callable(value) and not is_known(value):
                    frame.reasons.add(f"{key}()")
        return value

    @internalcode
    def call(__self, __obj: Any, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401, N805, PYI063  # as Jinja's
        """Call what a template calls; of macros, which are most, it is known what they must be given."""
        if type(__obj) is Macro or type(__obj) is Fragment:
            kwargs.pop("_block_vars", None)
            kwargs.pop("_loop_vars", None)
            return __obj(__self.eval_ctx, *args, **kwargs)
        return Context.call(__self, __obj, *args, **kwargs)

    def __contains__(self, name: str) -> bool:
        return name in self.vars or self.resolve_or_missing(name) is not missing

    def keys(self) -> Iterable[str]:  # type: ignore[override]  # a view in Jinja
        """Give all names."""
        self.notes.anything("a function that goes through all variables")
        return self.get_all().keys()

    def values(self) -> Iterable[Any]:  # type: ignore[override]  # a view in Jinja
        """Give all values."""
        self.notes.anything("a function that goes through all variables")
        return self.get_all().values()

    def items(self) -> Iterable[tuple[str, Any]]:  # type: ignore[override]  # a view in Jinja
        """Give all names and values."""
        self.notes.anything("a function that goes through all variables")
        return self.get_all().items()


def context_class(notes: Notes, label: str) -> type[PageContext]:
    """Give a class of contexts that note which names are used, for the environment that has this label."""
    return type("PageContext", (PageContext,), {"notes": notes, "label": label, "numbers": {}})
