"""How far a publication is: a line that moves on a terminal, nothing elsewhere."""

import sys
from typing import Self

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn


class SendingProgress:
    """Shows how many files were sent."""

    def __init__(self, files: int) -> None:
        shown = sys.stderr.isatty() and files > 0
        self._bars = Progress(
            TextColumn("sending"), BarColumn(), MofNCompleteColumn(), TextColumn("files"),
            console=Console(stderr=True), disable=not shown, transient=True,
        )  # fmt: skip
        self._task = self._bars.add_task("sending", total=files)

    def sent(self) -> None:
        """Note a file."""
        self._bars.advance(self._task)

    def __enter__(self) -> Self:
        self._bars.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._bars.stop()
