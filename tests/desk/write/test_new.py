"""`./inv new`, as an editor meets it: without a terminal and in a real one."""

import fcntl
import os
import pty
import re
import select
import shutil
import subprocess
import sys
import termios
import time
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from built_sites import ROOT, build, write
from desk.write.questions import meant
from markdown_articles.front_matter import Status, parse

PATIENCE = 60
"""Seconds after which no more is said."""
HEAD = "---\ntitle: T\ndate: {date}\n{more}---\n\nWords.\n"


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    """A project without stories."""
    (tmp_path / "plugins").symlink_to(ROOT / "plugins")
    (tmp_path / "desk").symlink_to(ROOT / "desk")
    shutil.copytree(ROOT / "content" / "data", tmp_path / "content" / "data")
    conf = (ROOT / "pelicanconf.py").read_text(encoding="utf-8")
    (tmp_path / "pelicanconf.py").write_text(
        conf.replace('TIMEZONE = "UTC"', 'TIMEZONE = "Asia/Kathmandu"'), encoding="utf-8"
    )
    return tmp_path


def begin(paper: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    """Run the command without a terminal."""
    return subprocess.run(
        [sys.executable, "-m", "desk", "new", *arguments], cwd=paper, env=os.environ | {"PYTHONPATH": "plugins"},
        stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False, timeout=PATIENCE,
    )  # fmt: skip


def stories(paper: Path) -> list[str]:
    """Give the places of all stories."""
    content = paper / "content"
    return sorted(file.relative_to(content).as_posix() for file in content.joinpath("articles").rglob("*.md"))


def talk(paper: Path, answers: Sequence[tuple[str, str]], *arguments: str, editor: str = "") -> tuple[int, str]:
    """Run the command in a pseudo-terminal, and answer each question; give the exit status and what was to be seen."""
    leader, follower = pty.openpty()
    variables = os.environ | {"PYTHONPATH": "plugins", "VISUAL": "", "EDITOR": editor, "TERM": "xterm"}
    command = [sys.executable, "-m", "desk", "new", *arguments]
    with subprocess.Popen(
        command, cwd=paper, env=variables, stdin=follower, stdout=follower, stderr=follower, start_new_session=True,
        preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),  # noqa: PLW1509  # so that Ctrl-C reaches it
    ) as run:  # fmt: skip
        os.close(follower)
        seen = ""
        for question, answer in answers:
            seen += heard(leader, question)
            os.write(leader, f"{answer}\n".encode())
        seen += heard(leader, "")
        os.close(leader)
    return run.returncode, seen


def heard(leader: int, until: str) -> str:
    """Give what is to be seen, until some words are there, or the end."""
    seen, end = b"", time.monotonic() + PATIENCE
    while not (until and until in seen.decode(errors="replace")) and time.monotonic() < end:
        if select.select([leader], [], [], 1)[0]:
            try:
                octets = os.read(leader, 1000)
            except OSError:  # the other side has closed it
                break
            if not octets:
                break
            seen += octets
    return seen.decode(errors="replace")


def test_file(paper: Path) -> None:
    """The file is in the folder of its month, a draft dated now with the site's offset, and the build reads it."""
    done = begin(paper, "Tea: now", "--author", "Nora Whitlow", "--category", "Harbour", "--kind", "opinion")
    assert 0 == done.returncode, done.stderr
    now = datetime.now(ZoneInfo("Asia/Kathmandu"))
    place = f"articles/{now:%Y/%m}/tea-now.md"

    assert [place] == stories(paper)
    text = (paper / "content" / place).read_text(encoding="utf-8")
    front, body = parse(text, place)
    assert ("Tea: now", Status.DRAFT, "opinion", "") == (front.title, front.status, front.kind, body)
    assert (("Nora Whitlow",), ("Harbour",)) == (front.authors, front.categories)
    assert front.date is not None
    assert 0 <= (now - front.date).total_seconds() < 120 + PATIENCE
    assert re.search(r"^date: \S+\+05:45$", text, re.MULTILINE)
    assert ["title", "date", "authors", "categories", "kind", "status"] == re.findall(r"^(\w+):", text, re.MULTILINE)
    build(paper / "content", paper / "output")


def test_live(paper: Path) -> None:
    """Live coverage begins with an entry of this minute."""
    begin(paper, "Storm", "--live")
    text = (paper / "content" / stories(paper)[0]).read_text(encoding="utf-8")

    assert "\nkind: live\n" in text
    assert re.search(r"\n---\n\n## \d\d:\d\d\n$", text)


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("東京の桜", "東京の桜"),
        ("سوق السمك", "سوق-السمك"),
        ("Ça & là: l’été / 2024", "ca-la-lete-2024"),
        ("../../etc/passwd", "etc-passwd"),
        ("???", "3f-3f-3f"),
        ("-- --live", "live"),
    ],
)
def test_names(title: str, name: str, paper: Path) -> None:
    """A headline in any script gives a name that is a part of an address, and leads nowhere else."""
    done = begin(paper, "--", title)

    assert [f"{name}.md"] == [place.rpartition("/")[2] for place in stories(paper)], done.stderr


def test_plain_letters(paper: Path) -> None:
    """Where the site wants plain letters in addresses, it gets them."""
    conf = paper / "pelicanconf.py"
    conf.write_text(
        conf.read_text(encoding="utf-8").replace("SLUGIFY_USE_UNICODE = True", "SLUGIFY_USE_UNICODE = False"),
        encoding="utf-8",
    )
    begin(paper, "Ψάρια")

    assert stories(paper)[0].endswith("/psaria.md")


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("articles/old/other.md", HEAD.format(date="{day}", more="slug: Tram\n")),
        ("articles/old/other.md", HEAD.format(date="2001-01-01", more="permalink: /{month}/tram/\n")),
        ("articles/old/other.md", HEAD.format(date="2001-01-01", more="aliases:\n  - /{month}/TRAM\n")),
        ("articles/{month}/tram.md", "a file with mistakes"),
        ("data/addresses.yaml", "/{month}/tram/: gone\n"),
    ],
)
def test_taken(file: str, text: str, paper: Path) -> None:
    """An address that another story has, had or is led from, or a name of a file, is not given twice."""
    now = datetime.now(ZoneInfo("Asia/Kathmandu"))
    said = {"day": f"{now:%Y-%m-%d}", "month": f"{now:%Y/%m}"}
    write(paper / "content", {file.format(**said): text.format(**said)})
    done = begin(paper, "Tram")

    assert f"articles/{now:%Y/%m}/tram-2.md" in stories(paper), done.stderr


def test_many(paper: Path) -> None:
    """Two who begin one story at one time get two files."""
    command = [sys.executable, "-m", "desk", "new", "Tram"]
    variables = os.environ | {"PYTHONPATH": "plugins"}
    running = [subprocess.Popen(command, cwd=paper, env=variables, stdout=subprocess.DEVNULL) for _ in range(3)]

    assert [0, 0, 0] == [each.wait(PATIENCE) for each in running]
    assert 3 == len(stories(paper))


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        ((), 2, "A story needs a headline"),
        (("T", "--content", "nowhere"), 2, "nowhere is no folder"),
        (("T", "--author", "Nora Witlow"), 0, "there was no author 'Nora Witlow' so far; did you mean Nora Whitlow?"),
        (("T", "--kind", "opinon"), 0, "did you mean opinion?"),
    ],
)
def test_told(arguments: tuple[str, ...], status: int, said: str, paper: Path) -> None:
    """Mistakes are told in a sentence, without a terminal nobody is asked, and a new name is no mistake."""
    done = begin(paper, *arguments)

    assert (status, True) == (done.returncode, said in done.stdout + done.stderr), done.stderr
    assert "Traceback" not in done.stderr


def test_broken_registry(paper: Path) -> None:
    """A registry with a mistake is told by file and line, and nothing is written."""
    write(paper / "content", {"data/authors.yaml": "nora:\n  nam: Nora\n"})
    done = begin(paper, "T")

    assert (2, []) == (done.returncode, stories(paper))
    assert "content/data/authors.yaml:2: " in done.stderr


def test_asked(paper: Path) -> None:
    """In a terminal one is asked for what was not said, by number, name or part of a name; then the editor opens."""
    editor = paper / "editor.sh"
    editor.write_text('#!/bin/sh\necho "Written in the editor." >> "$2"\n', encoding="utf-8")
    editor.chmod(0o755)
    answers = [("Author", "whit"), ("Section", "1"), ("Kind", "")]
    status, seen = talk(paper, answers, "Tram", editor=f"{editor} --wait")

    assert 0 == status, seen
    text = (paper / "content" / stories(paper)[0]).read_text(encoding="utf-8")
    assert "  - Nora Whitlow\n" in text
    assert "categories:\n  - " in text
    assert "kind:" not in text
    assert text.endswith("Written in the editor.\n")


def test_broken_off(paper: Path) -> None:
    """Ctrl-C at a question leaves nothing."""
    status, seen = talk(paper, [("Author", "\x03")], "Tram")

    assert (2, []) == (status, stories(paper))
    assert "Nothing was written." in seen
    assert "Traceback" not in seen


def test_no_editor(paper: Path) -> None:
    """An editor that is not there is told, and the story is."""
    status, seen = talk(paper, [], "Tram", "--author=A", "--category=B", "--kind=news", editor="no-such-editor")

    assert (2, 1) == (status, len(stories(paper)))
    assert "cannot be started" in seen


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("", [""]),
        ("2", ["Bee"]),
        ("Ann", ["Ann"]),
        ("ann", ["Ann"]),
        ("nn", ["Ann", "Anna"]),
        ("9", ["9"]),
        ("New", ["New"]),
    ],
)
def test_meant(given: str, expected: list[str]) -> None:
    """A number, a whole name or a part of one means a choice; what fits several is asked again; else it is new."""
    assert expected == meant(given, ["Ann", "Bee", "Anna"])
