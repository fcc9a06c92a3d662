"""Carries out a plan about tags: the lists of tags in front matter change, and nothing else in any article's file.

Tags that were merged away leave their addresses to the tag that stays, as its `aliases` in `data/tags.yaml`.
"""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from .tag_plan import Plan
from .yaml_lists import UnchangeableError, texts_at, with_texts

_FRONT = re.compile(r"(\ufeff?---[ \t]*\r?\n)(.*?)(?=^---[ \t]*\r?$)", re.DOTALL | re.MULTILINE)


@dataclass(slots=True)
class Outcome:
    """What became of a plan."""

    changed: list[Path] = field(default_factory=list)
    """The files that were written."""
    refused: list[str] = field(default_factory=list)
    """What could not be done: `file: what, and what to do`."""


def carry_out(plan: Plan, content: Path) -> Outcome:
    """Change the files of a content folder. What cannot be changed safely stays as it is, and is told."""
    outcome = Outcome()
    instead: dict[str, str | None] = {tag: merge.into for merge in plan.merges for tag in merge.tags}
    instead |= dict.fromkeys(plan.drops)
    added = {addition.story: addition.tags for addition in plan.additions}
    for path in sorted(content.rglob("*.md")):
        wanted = added.pop(path.relative_to(content).as_posix(), ())
        _change(path, outcome, lambda text, wanted=wanted: _with_tags(text, instead, wanted))
    outcome.refused += [f"{story}: there is no such file: correct its name in the plan" for story in added]
    if any(merge.aliases for merge in plan.merges):
        _change(content / "data" / "tags.yaml", outcome, lambda text: _with_aliases(text, plan))
    return outcome


def _change(path: Path, outcome: Outcome, change) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    try:
        # Not read_text, which would make one kind of line end of all.
        text = path.read_bytes().decode("utf-8") if path.exists() else ""
        changed = change(text)
    except (UnchangeableError, UnicodeDecodeError, OSError, yaml.YAMLError) as error:
        outcome.refused.append(f"{path}: {str(error).splitlines()[0]}: change it by hand")
        return
    if changed != text:
        _write(path, changed)
        outcome.changed.append(path)


def _with_tags(text: str, instead: Mapping[str, str | None], added: tuple[str, ...]) -> str:
    found = _FRONT.match(text)
    if not found or not (added or any(tag in found[2] for tag in instead)):
        return text
    tags = [instead.get(tag, tag) for tag in texts_at(found[2], "tags")]
    wanted = list(dict.fromkeys([tag for tag in tags if tag] + list(added)))
    return found[1] + with_texts(found[2], ["tags"], wanted) + text[found.end() :]


def _with_aliases(text: str, plan: Plan) -> str:
    names = {merge.slug: merge.into for merge in plan.merges if merge.aliases}
    known = yaml.safe_load(text) or {}
    for slug, name in names.items():
        if slug not in known:
            text += "" if not text or text.endswith("\n") else "\n"
            text += yaml.safe_dump({slug: {"name": name}}, allow_unicode=True, sort_keys=False)
    for merge in plan.merges:
        if merge.aliases:
            wanted = list(dict.fromkeys([*texts_at(text, merge.slug, "aliases"), *merge.aliases]))
            text = with_texts(text, [merge.slug, "aliases"], wanted)
    return text


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    new = path.with_name(f".{path.name}.{os.getpid()}")
    new.write_bytes(text.encode("utf-8"))
    if path.exists():
        new.chmod(path.stat().st_mode)
    new.replace(path)
