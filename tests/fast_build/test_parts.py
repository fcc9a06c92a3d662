"""What the records of pages are made of."""

from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from os import utime
from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment, pass_context
from jinja2.runtime import Context

from fast_build import kept_texts
from fast_build.canonical import Canon, UnknownValueError
from fast_build.kept_texts import KeptTexts
from fast_build.lists import NotedList, part_of
from fast_build.memory import Memory
from fast_build.notes import Frame, Notes
from fast_build.page_context import context_class
from fast_build.template_code import quicken
from fast_build.template_files import TemplateFiles
from fast_build.unchanged_files import keep_times


@dataclass(frozen=True, slots=True)
class Pair:
    """Two values."""

    one: object
    """The first."""
    other: object
    """The second."""


@pytest.mark.parametrize(
    ("title", "one", "other"),
    [
        ("a number is not its text", 1, "1"),
        ("a truth value is not a number", True, 1),
        ("an item more", [1], [1, 2]),
        ("the order of a mapping, which templates go through", {"a": 1, "b": 2}, {"b": 2, "a": 1}),
        ("a moment an hour later", datetime(2024, 1, 1, tzinfo=UTC), datetime(2024, 1, 1, 1, tzinfo=UTC)),
        ("a field", Pair(1, [2]), Pair(1, [3])),
        ("where a text ends", ["a", "bc"], ["ab", "c"]),
    ],
)
def test_told_apart(title: str, one: object, other: object) -> None:
    """Values that a template can tell apart have digests apart."""
    assert Canon().digest(one) != Canon().digest(other), title
    assert Canon().digest(one) == Canon().digest(one)


def test_unknown() -> None:
    """A value whose parts nobody has told us has no digest, and neither has one that holds itself."""
    circle: list[object] = []
    circle.append(circle)

    for value in (object(), [object()], circle):
        with pytest.raises(UnknownValueError):
            Canon().digest(value)


@pytest.mark.parametrize(
    ("template", "expected"),
    [
        ("{{ each|length }}", {("list", "each", "length")}),
        ("{{ each[0] }}", {("list", "each", "item", 0)}),
        ("{{ each[:2]|join }}", {("list", "each", "part", None, 2, None)}),
        ("{% for one in each %}{% endfor %}", {("list", "each", "all")}),
        ("{{ each|sort|join }}", {("list", "each", "all")}),
        ("{{ each|first }}", {("list", "each", "all")}),
        ("{{ 3 in each }}", {("list", "each", "all")}),
        ("{{ [1] + each }}", {("list", "each", "all")}),
        ("{{ each|tojson }}", {("list", "each", "all")}),
    ],
)
def test_noted_list(template: str, expected: set[tuple[object, ...]]) -> None:
    """What a template uses of a list is noted, by whatever way it gets there."""
    notes = Notes(Memory())
    with notes.taken(Frame()) as frame:
        made = Environment(autoescape=True).from_string(template).render(each=NotedList([3, 1, 2], "each", notes))

    assert made == Environment(autoescape=True).from_string(template).render(each=[3, 1, 2])
    used = {notes.numbers.touches[number] for number in frame.used}
    assert expected <= used
    assert {("list", "each", "length"), *expected} >= used


def test_part_not_there() -> None:
    """An item that a list no longer has is nothing."""
    assert part_of([1], ("list", "each", "item", 3)) is None


def test_template_files() -> None:
    """A template depends on what it extends, imports and includes, by names that are put together too."""
    texts = {
        "page": "{% extends 'base' %}{% from 'macros' import x %}",
        "base": "{% include 'styles/' ~ name ~ '.css' %}",
        "macros": "{% macro x() %}{% endmacro %}",
        "styles/a.css": "", "styles/b.css": "", "other": "",
    }  # fmt: skip
    loader = DictLoader(texts)
    files = TemplateFiles(Environment(loader=loader, autoescape=True), Memory().recall, {})

    assert {"page", "base", "macros", "styles/a.css", "styles/b.css"} == files.parts("page")
    assert {"macros"} == files.imported("page")
    before = files.digest("page")
    texts["styles/b.css"] = "p {}"
    assert before != TemplateFiles(Environment(loader=loader, autoescape=True), Memory().recall, {}).digest("page")


def test_times(tmp_path: Path) -> None:
    """A file that is what it was keeps its time of change, whoever wrote it; another has its own."""
    for folder, texts in (("old", ("feed", "one")), ("new", ("feed", "two"))):
        (tmp_path / folder).mkdir()
        for name, text in zip(("same.xml", "other.xml"), texts, strict=True):
            (tmp_path / folder / name).write_text(text, encoding="utf-8")
            utime(tmp_path / folder / name, (1, 1) if folder == "old" else (2, 2))

    assert 1 == keep_times(tmp_path / "old", tmp_path / "new")
    assert {"same.xml": 1, "other.xml": 2} == {file.name: file.stat().st_mtime for file in (tmp_path / "new").iterdir()}


def test_texts_that_stay(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where there is no room for all, a card that several pages show outlives those that one page does."""
    monkeypatch.setattr(kept_texts, "ROOM", 30)
    texts = KeptTexts()
    texts.keep(0, "x" * 10)
    asked = texts.find(0)
    for number in range(1, 10):
        texts.keep(number, str(number) * 10)

    assert asked == "x" * 10
    assert {number for number in range(10) if texts.find(number)} == {0, 8, 9}


TEMPLATES = {
    "plain text": "{{ text }}{{ text|safe }}{{ number }}{{ nothing }}{{ missing }}",
    "text put together": "{{ text ~ '<' ~ (text|safe) }}{{ [text, '<'|safe]|join }}",
    "without escaping": "{% autoescape false %}{{ text }}{% endautoescape %}",
    "escaping by a variable": "{% autoescape number > 1 %}{{ text }}{% endautoescape %}",
    "a macro": "{% macro show(a, b='<b>') %}{{ a }}{{ b }}{% endmacro %}{{ show(text) }}{{ show(1, b=1) }}{{ show() }}",
    "more arguments": "{% macro show(a) %}{{ a }}{{ varargs }}{{ kwargs }}{% endmacro %}{{ show(1, 2, c=3) }}",
    "a caller": "{% macro show(a) %}{{ a }}{{ caller(a) }}{% endmacro %}{% call(x) show(1) %}<i>{{ x }}{% endcall %}",
    "a macro in vain": "{% macro show(a) %}{% endmacro %}{{ show(1, 2) }}",
    "a macro with a wrong name": "{% macro show(a) %}{% endmacro %}{{ show(b=2) }}",
    "a macro with a value twice": "{% macro show(a) %}{% endmacro %}{{ show(1, a=2) }}",
    "functions": "{% for n in [1, 2] %}{{ text.upper() }}{{ range(n)|list }}{{ given(n) }}{{ whole(n) }}{% endfor %}",
    "a function that ends": "{{ ended() }}",
    "words": "{{ text|striptags }}{{ '<!-- a'|striptags }}{{ ' a  b '|striptags }}{{ number|striptags }}",
}


@pytest.mark.parametrize("template", TEMPLATES.values(), ids=TEMPLATES)
def test_templates_as_jinja_has_them(template: str) -> None:
    """What templates are quickened by changes nothing of what they give, be it a fault."""

    @pass_context
    def whole(context: Context, number: int) -> str:
        return f"{number}{sorted(context.get_all().keys() & {'n', 'text'})}"

    found = []
    for is_quick in (False, True):
        environment = Environment(autoescape=True)
        if is_quick:
            environment.context_class = context_class(Notes(Memory()), "test")
            quicken(environment)
        variables = {
            "text": "<a> & 'b'", "number": 2, "nothing": None, "whole": whole,
            "given": lambda number: f"<{number}>", "ended": partial(next, iter(())),
        }  # fmt: skip
        try:
            found.append(environment.from_string(template).render(variables))
        except TypeError as error:
            found.append(str(error))

    assert found[0] == found[1]
