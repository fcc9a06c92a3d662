"""What other sites answered, remembered for a while: what was there for weeks, what was not for a day."""

import json
import os
import time
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

_DAY = 86_400
_GOOD, _BAD, _SILENT = 14 * _DAY, _DAY, 3_600
_FIRST_MISTAKE = 400
_FORM = 1


@dataclass(frozen=True, slots=True)
class Answer:
    """What a site said of an address."""

    status: int
    """Of HTTP; 0 where nothing answered."""
    asked: float
    """When it was asked, in seconds since 1970."""
    moved: str = ""
    """Where it has moved for good."""
    trouble: str = ""
    """Why nothing answered."""

    def is_fresh(self, now: float) -> bool:
        """Tell whether the answer still counts."""
        lasts = _SILENT if self.trouble else _BAD if self.status >= _FIRST_MISTAKE else _GOOD
        return 0 <= now - self.asked < lasts


class Answers:
    """The answers that are known, in a file."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._known = _read(file)

    def of(self, address: str) -> Answer | None:
        """Give what is known of an address."""
        return self._known.get(address)

    def unknown(self, addresses: Iterable[str]) -> list[str]:
        """Give the addresses that must be asked: never asked, or long ago."""
        now = time.time()
        known = self._known
        return [address for address in addresses if address not in known or not known[address].is_fresh(now)]

    def add(self, address: str, answer: Answer) -> None:
        """Note an answer."""
        self._known[address] = answer

    def keep(self) -> None:
        """Write the answers that still count, whole or not at all. A disk that is full or closed is no error."""
        now = time.time()
        kept = {address: asdict(answer) for address, answer in sorted(self._known.items()) if answer.is_fresh(now)}
        beside = self._file.with_name(f".{self._file.name}.{os.getpid()}")
        with suppress(OSError):
            self._file.parent.mkdir(parents=True, exist_ok=True)
            try:
                beside.write_text(json.dumps({"form": _FORM, "answers": kept}, ensure_ascii=False), encoding="utf-8")
                beside.replace(self._file)
            finally:
                beside.unlink(missing_ok=True)


def _read(file: Path) -> dict[str, Answer]:
    try:
        told = json.loads(file.read_text(encoding="utf-8"))
        if told["form"] != _FORM:
            return {}
        return {str(address): Answer(**answer) for address, answer in told["answers"].items()}
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return {}
