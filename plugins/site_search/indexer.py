"""Pagefind's own program, asked as its clients for Node and Python ask it.

Its client for Python is not used: it waits a tenth of a second for each story. The program's other way, reading a
folder of pages, numbers them in the order in which the disk lists them, which differs from machine to machine. Files
are asked for, too: where it writes them itself, it says that it has done so before they are whole.
"""

import json
import shutil
import subprocess
import tempfile
from base64 import b64decode, b64encode
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

Files = dict[str, bytes]
"""The files of an index, by their place in its folder."""

_WAY_OUT = "To publish without search, take site_search out of PLUGINS."


class SearchProgramError(Exception):
    """Pagefind is not there, or has failed."""


def find_program() -> Path:
    """Give the place of the program. Raises SearchProgramError where it is not installed."""
    try:
        from pagefind_bin_extended import get_executable  # noqa: PLC0415  # its absence is told, here

        return Path(get_executable())
    except (ImportError, FileNotFoundError):
        found = shutil.which("pagefind_extended") or shutil.which("pagefind")
    if not found:
        raise SearchProgramError(
            f"site_search needs Pagefind: install it with 'pip install pagefind-bin-extended'. {_WAY_OUT}"
        )
    return Path(found)


@dataclass(frozen=True, slots=True)
class Order:
    """An index to be made."""

    language: str
    """Of all documents."""
    left_out: Sequence[str]
    """Selectors of what is not indexed."""
    documents: Iterable[tuple[str, str]]
    """Addresses, and HTML."""


def make_index(program: Path, order: Order) -> Files:
    """Give the files of an index. Raises SearchProgramError where the program fails."""
    with tempfile.TemporaryFile() as complaints:
        try:
            talk = _Talk(_started(program, complaints))
            try:
                return _dictate(talk, order)
            finally:
                talk.close()
        except (_SilenceError, OSError, ValueError) as error:
            complaints.seek(0)
            last = complaints.read().decode("utf-8", "replace").strip().splitlines()[-1:]
            raise SearchProgramError(
                f"Pagefind ({program}) has failed: {' '.join(last) or error}. "
                f"Is it installed whole, and is there memory and room on the disk? {_WAY_OUT}"
            ) from None


def _started(program: Path, complaints: IO[bytes]) -> subprocess.Popen[bytes]:
    return subprocess.Popen(  # noqa: S603  # a program of a package that we depend on
        [program, "--service"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=complaints
    )


def _dictate(talk: "_Talk", order: Order) -> Files:
    config = {"force_language": order.language, "exclude_selectors": list(order.left_out)}
    number = talk.ask(type="NewIndex", config=config)["index_id"]
    for address, html in order.documents:
        talk.ask(type="AddFile", index_id=number, url=address, file_path=None, file_contents=html)
    files = talk.ask(type="GetFiles", index_id=number)["files"]
    return {file["path"]: b64decode(file["content"]) for file in files}


class _SilenceError(Exception):
    """The program gives no answer, or says that it cannot."""


@dataclass(slots=True)
class _Talk:
    """A conversation with the program: a question and its answer, each in base64, with a comma behind."""

    program: subprocess.Popen[bytes]
    """The program, waiting for questions."""
    asked: int = 0
    """How many questions there were."""

    def ask(self, **question: Any) -> dict[str, Any]:  # noqa: ANN401  # JSON
        """Give the answer to a question."""
        self.asked += 1
        told = json.dumps({"message_id": self.asked, "payload": question}).encode()
        writer, reader = _pipes(self.program)
        writer.write(b64encode(told) + b",")
        writer.flush()
        heard = [b""]
        while not heard[-1].endswith(b","):
            heard.append(reader.read1(1 << 20))  # type: ignore[attr-defined]  # a pipe is buffered
            if not heard[-1]:
                raise _SilenceError("it has ended")
        payload: dict[str, Any] = json.loads(b64decode(b"".join(heard)[:-1]))["payload"]
        if payload["type"] == "Error":
            raise _SilenceError(payload.get("message", "it does not say why"))
        return payload

    def close(self) -> None:
        """End the program; it ends of itself when nobody speaks to it any more."""
        if self.program.returncode is None:
            for pipe in _pipes(self.program):
                with suppress(OSError):  # it has ended, and what was not yet sent is lost
                    pipe.close()
            try:
                self.program.wait(timeout=10)
            except subprocess.TimeoutExpired:
                self.program.kill()
                self.program.wait()


def _pipes(program: subprocess.Popen[bytes]) -> tuple[IO[bytes], IO[bytes]]:
    if program.stdin is None or program.stdout is None:
        raise _SilenceError("it has no pipes")
    return program.stdin, program.stdout
