"""Commands `./inv …` that a text tells its reader, held against the tasks that there are."""

import importlib.util
import re
import shlex
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from invoke.collection import Collection
from invoke.exceptions import ParseError
from invoke.parser import Parser
from invoke.program import Program

ROOT = Path(__file__).parents[1]
_IN_A_SENTENCE = re.compile(r"`(?:\w+=\S+ )?\./inv ([^`\n]+)`")
_ON_A_LINE = re.compile(r"^(?:    +|- |\$ )?(?:- )?(?:run: )?(?:\w+=\S+ )?\./inv ([^\n#]+)", re.MULTILINE)
_IN_A_SHELL = re.compile(r"\./inv((?: +(?:\"[^\"\n]*\"|\$\{[^}\n]*\}|[^\s\"`|;&#()]+))+)")
_WHEN_SET = re.compile(r"\$\{\w+:\+([^}]*)\}")
"""`${PREVIEW:+--preview "$PREVIEW"}`: what the shell says when the variable is set."""


def commands_of(markdown: str) -> list[str]:
    """Give the arguments of each command in a Markdown text, as written: alone on a line, or marked as code."""
    lines = [found[1] for pattern in (_IN_A_SENTENCE, _ON_A_LINE) for found in pattern.finditer(markdown)]
    # One line may hold several, of which the first has lost its name by now.
    return [command.rpartition("./inv ")[2].strip() for line in lines for command in line.split("&&")]


def commands_of_shell(script: str) -> list[str]:
    """Give the arguments of each command in a script of the shell's."""
    return [_WHEN_SET.sub(r"\1", found[1]).strip() for found in _IN_A_SHELL.finditer(script)]


def mistakes(commands: Iterable[str]) -> list[str]:
    """Give the commands that invoke would not take, each with its reason."""
    return [f"./inv {command}: {reason}" for command in commands if (reason := _reason(command))]


def _reason(command: str) -> str:
    program, collection = _program()
    if command in collection.task_names:
        # A task that is named, and not told in full.
        return ""
    try:
        # In two steps, as invoke does: what is its own, then tasks.
        own = Parser(initial=program.initial_context, ignore_unknown=True).parse_argv(shlex.split(command))
        Parser(contexts=collection.to_contexts()).parse_argv(own.unparsed)
    except ParseError as error:
        return str(error)
    asked = own[0].args["help"].value
    missing = isinstance(asked, str) and not asked.isupper() and asked not in collection.task_names
    return f"there is no task {asked}" if missing else ""


@cache
def _program() -> tuple[Any, Any]:
    spec = importlib.util.spec_from_file_location("tasks", ROOT / "tasks.py")
    assert spec
    assert spec.loader
    tasks = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(tasks)
    collection = Collection.from_module(tasks)
    return Program(namespace=collection), collection
