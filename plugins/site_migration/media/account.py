"""What became of files, in the ledger and in `migration/media.jsonl`: each with the articles that refer to it."""

import json
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

from wordpress_export.model import Note

from ..ledger import Ledger
from ..writing import whole_file
from .bringing import ELSEWHERE, THERE, TWIN
from .duplicates import SAME, tell_duplicates
from .wanted import Told, Wanted

NAME = "media.jsonl"
"""A line for each file of which there is something to say."""
UNMENTIONED = "in no article, but in the media list"
DUPLICATES = "with the same bytes as another"
MEGABYTES = "MB in the content folder"


def remembered(content: Path, reports: str) -> dict[str, tuple[Told, ...]]:
    """Give what an earlier run found of files that it brought, by place: their bytes are not looked at again.

    The account may come with the content from elsewhere; a line that says something else is none.
    """
    found = dict(_remembered(content / reports / NAME))
    return {place: told for place, told in found.items() if told}


def _remembered(account: Path) -> Iterator[tuple[str, tuple[Told, ...]]]:
    try:
        with account.open(encoding="utf-8") as lines:
            for line in lines:
                values: dict[str, Any] = json.loads(line)
                if values["outcome"] == THERE:
                    remarks = (one for one in values["remarks"] if one["kind"] not in (SAME, TWIN))
                    told = (Told(str(one["kind"]), str(one["detail"]), review=bool(one["review"])) for one in remarks)
                    yield str(values["file"]), tuple(told)
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        return


def enter_media(wanted: Wanted, ledger: Ledger, content: Path, reports: str) -> None:
    """Book what became of all files."""
    duplicates = tell_duplicates(wanted, content, THERE)
    ledger.media.update(wanted.outcomes())
    if elsewhere := wanted.elsewhere():
        ledger.media[ELSEWHERE] += elsewhere
    facts = {UNMENTIONED: wanted.unmentioned(), DUPLICATES: duplicates, MEGABYTES: wanted.size(THERE) // 1_000_000}
    ledger.media_facts.update({name: count for name, count in facts.items() if count})
    with whole_file(content, f"{reports}/{NAME}") as lines:
        for place, outcome, told in wanted.told():
            articles = wanted.articles_of(place)
            line = {"file": place, "outcome": outcome, "remarks": [asdict(one) for one in told], "articles": articles}
            lines.write(f"{json.dumps(line, ensure_ascii=False)}\n".encode())
            # What no article shows is no reader's loss.
            for one in told if not articles else ():
                ledger.remark(Note(one.kind, one.detail))
    for entry, _, told in wanted.told_by_article():
        for one in told:
            ledger.remark(_note(one), entry)


def _note(told: Told) -> Note:
    return Note(told.kind, told.detail, review=told.review)
