"""What a command shows on a terminal, line by line, with the moment of each."""

import codecs
import fcntl
import os
import pty
import re
import struct
import subprocess
import termios
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

COLUMNS = 100
_LINK = re.compile(r"\x1b\]8;[^\x1b]*\x1b\\")
_BEGUN_ANEW = re.compile(r"\r|\x1b\[2K")
_UP = "\x1b[1A"
_CURSOR = re.compile(r"\x1b\[\??[0-9;]*[A-HJKhl]")


@dataclass(frozen=True, slots=True)
class Line:
    """A line as it stands at the end."""

    text: str
    """With the signs of colours."""
    moment: float
    """Seconds from the command's start until it stood."""


def shown_by(command: Sequence[str]) -> list[Line]:
    """Run a command on a terminal of its own, and give what it shows.

    Raises subprocess.CalledProcessError where it fails.
    """
    return list(settled(_events(command)))


def settled(events: Iterable[tuple[float, str]]) -> Iterator[Line]:
    """Give the lines that stay, of what comes piece by piece: a bar of progress as it was last."""
    rest = ""
    waiting: list[Line] = []
    for moment, piece in events:
        *whole, rest = (rest + piece).replace("\r\n", "\n").split("\n")
        for text in whole:
            if _UP in text and waiting:
                waiting.pop()
            yield from waiting
            waiting = [Line(_last(text), moment)]
    yield from waiting


def _last(text: str) -> str:
    """Give what stands in a line after all that was written over each other."""
    return _CURSOR.sub("", _BEGUN_ANEW.split(_LINK.sub("", text))[-1])


def _events(command: Sequence[str]) -> Iterator[tuple[float, str]]:
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 40, COLUMNS, 0, 0))
    environment = os.environ | {"TERM": "xterm-256color", "COLUMNS": str(COLUMNS)}
    begun, decoder = time.monotonic(), codecs.getincrementaldecoder("utf-8")("replace")
    with subprocess.Popen(  # noqa: S603  # the command is the caller's
        command, stdin=theirs, stdout=theirs, stderr=theirs, env=environment, start_new_session=True
    ) as running:
        os.close(theirs)
        while piece := _read(ours):
            yield time.monotonic() - begun, decoder.decode(piece)
    os.close(ours)
    if running.returncode:
        raise subprocess.CalledProcessError(running.returncode, command)


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:
        # So Linux says that the other end is closed.
        return b""
