"""A command is drawn as a terminal showed it."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from lxml import etree

from desk.docs.command import record
from desk.docs.recording import ROWS, drawn
from desk.docs.terminal import COLUMNS, Line, settled, shown_by

SVG = "{http://www.w3.org/2000/svg}"


def texts(drawing: str) -> list[str]:
    return [(text.text or "").replace("\xa0", " ") for text in etree.fromstring(drawing.encode()).iter(f"{SVG}text")]


def test_only_what_stays() -> None:
    """Of a line that is written over, and of one that is taken away, only the end is there; links are words."""
    link = "\x1b]8;;file:///x\x1b\\kept\x1b]8;;\x1b\\"
    pieces = [(0.5, "Reading 1\r\x1b[2KReading"), (1.0, " 2\r\n"), (2.0, f"gone\n\x1b[1A\x1b[2K{link}\n")]

    assert [Line("Reading 2", 1.0), Line("kept", 2.0)] == list(settled(pieces))


def test_real_terminal() -> None:
    """A command finds itself on a terminal of so many columns, and its colours are kept."""
    program = "import os, sys; print(sys.stdout.isatty(), os.get_terminal_size().columns, '\\x1b[32mgreen\\x1b[0m')"

    assert [f"True {COLUMNS} \x1b[32mgreen\x1b[0m"] == [line.text for line in shown_by([sys.executable, "-c", program])]


def test_failure() -> None:
    """A command that fails is not drawn."""
    with pytest.raises(subprocess.CalledProcessError):
        shown_by([sys.executable, "-c", "raise SystemExit(3)"])


def test_drawing() -> None:
    """The drawing holds each line, escaped, a long one on two rows, and asks nothing of another host."""
    drawing = drawn("./inv <x> {y}", [Line("<b> & {c}", 0), Line("x" * (COLUMNS + 5), 100)])

    assert ["./inv <x> {y}", "<b> & {c}", "x" * COLUMNS, "xxxxx"] == [text for text in texts(drawing) if text.strip()]
    assert "http" not in drawing.replace("http://www.w3.org/2000/svg", "")
    assert "@media (prefers-reduced-motion: reduce)" in drawing


def test_fills_and_moves_up() -> None:
    """A window fills from above; then each row moves all up by one, until the last is at its foot. No wait is long."""
    drawing = drawn("x", [Line(str(number), 1000.0 * number) for number in range(ROWS + 10)])
    rise, fall = (re.findall(r"% \{ transform", line) for line in drawing.splitlines() if "@keyframes" in line)

    assert (1 + 10, 1 + ROWS) == (len(rise), len(fall))
    assert [] == [seconds for seconds in re.findall(r"(?:rise|fall) ([\d.]+)s", drawing) if float(seconds) > 55]


def test_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The command writes the drawing; where what it runs fails, it says so, and writes none."""
    assert record([str(tmp_path / "a.svg"), sys.executable, "-c", "print(1)"]) == 0
    assert record([str(tmp_path / "b.svg"), sys.executable, "-c", "raise SystemExit(3)"]) == 3
    assert ["a.svg"] == [file.name for file in tmp_path.iterdir()]
    assert "nothing is drawn" in capsys.readouterr().err
