"""The variables of a template, which note when they are used; and the short way to what a template calls."""

from collections import ChainMap
from collections.abc import Callable, Iterable, Iterator, MutableMapping
from types import BuiltinMethodType, FunctionType, MethodType
from typing import Any

from jinja2 import Environment
from jinja2.defaults import DEFAULT_NAMESPACE
from jinja2.nodes import EvalContext
from jinja2.runtime import Context, Macro
from jinja2.utils import internalcode, missing
from markupsafe import Markup

from .fragments import Fragment
from .lists import NotedList
from .notes import Notes

_PLAIN = frozenset({BuiltinMethodType, FunctionType, MethodType})
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
    seen: dict[str, tuple[Any, int, bool]]
    """What each name stood for last, the number of the name, and whether that may depend on anything."""
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
                seen = self.seen.get(key)
                if seen is None or seen[0] is not value:
                    seen = self.seen[key] = value, self._number(key), callable(value) and not is_known(value)
                frame.used.add(seen[1])
                if seen[2]:
                    frame.reasons.add(f"{key}()")
        return value

    def _number(self, key: str) -> int:
        return self.notes.numbers.of(("name", self.label, key))

    @internalcode
    def call(__self, __obj: Any, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401, N805, PYI063  # as Jinja's
        """Call what a template calls; of what is called most it is known what it must be given."""
        kind = type(__obj)
        if kind is Macro or kind is Fragment:
            kwargs.pop("_block_vars", None)
            kwargs.pop("_loop_vars", None)
            if kind is Macro and __self.eval_ctx.autoescape:
                return _called(__obj, __self.eval_ctx, args, kwargs)
            return __obj(__self.eval_ctx, *args, **kwargs)
        if kind in _PLAIN and not hasattr(__obj, "jinja_pass_arg"):
            kwargs.pop("_block_vars", None)
            kwargs.pop("_loop_vars", None)
            try:
                return __obj(*args, **kwargs)
            except StopIteration:
                return __self.environment.undefined("a function had nothing more to give")
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


def _called(macro: Any, escaping: EvalContext, arguments: tuple[Any, ...], named: dict[str, Any]) -> Any:  # noqa: ANN401  # Jinja's Macro
    """Give what a macro makes, without the long way by which Jinja sorts what it is given."""
    names = macro.arguments[len(arguments) :]
    is_simple = named.keys() <= set(names) if named else len(arguments) <= len(macro.arguments)
    if not is_simple or macro.caller or macro.catch_kwargs or macro.catch_varargs:
        return macro(escaping, *arguments, **named)
    made = macro._func(*arguments, *[named.get(name, missing) for name in names])  # noqa: SLF001  # Jinja gives no other way to it
    return made if type(made) is Markup else Markup(made)  # noqa: S704  # as Jinja's own macros


def context_class(notes: Notes, label: str) -> type[PageContext]:
    """Give a class of contexts that note which names are used, for the environment that has this label."""
    return type("PageContext", (PageContext,), {"notes": notes, "label": label, "seen": {}})
