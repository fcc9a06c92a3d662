"""`./inv check` as people, GitHub and programs meet it."""

import json
import os
import pty
import re
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import psutil
import pytest

from built_sites import ROOT, write
from desk.check.finding import BUILD_ENDS, KINDS, Finding, Level
from desk.check.reports import FORMATS, Outcome
from small_papers import CLEAN

DEAD = "---\ntitle: New\ndate: 2024-11-21\n---\n\n[This](/trm/) leads nowhere.\n"
UNDESCRIBED = "---\ntitle: New\ndate: 2024-11-21\n---\n\n![](/wp-content/uploads/tram.jpg)\n"


def run(*arguments: object, **variables: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-m", "desk", "check", *map(str, arguments)],
        cwd=ROOT, env=os.environ | {"PYTHONPATH": "plugins"} | variables, capture_output=True, text=True, check=False,
    )  # fmt: skip


@pytest.fixture
def content(tmp_path: Path) -> Path:
    write(tmp_path / "content", CLEAN)
    return tmp_path / "content"


def test_clean(content: Path) -> None:
    """Of a paper without a mistake one line is said, and the exit status is 0."""
    done = run("--content", content)

    assert (0, "") == (done.returncode, done.stderr)
    assert re.fullmatch(r"6 articles and 2 pages checked in \d+\.\d s: nothing to mend\n", done.stdout)


def test_errors(content: Path) -> None:
    """An error is told with file and line, and the exit status is 1."""
    write(content, {"articles/2024/11/new.md": DEAD})
    done = run("--content", content)

    assert 1 == done.returncode
    assert done.stdout.startswith(
        f"{content}/articles/2024/11/new.md:6: error: the link leads to /trm/, where nothing stands: "
    )
    assert done.stdout.splitlines()[-1].endswith(": 1 error")


def test_warnings(content: Path) -> None:
    """Warnings alone leave the exit status 0."""
    write(content, {"articles/2024/11/new.md": UNDESCRIBED})
    done = run("--content", content)

    assert 0 == done.returncode
    assert ": warning: tram.jpg has no description" in done.stdout


def test_many_of_a_kind(content: Path) -> None:
    """Of many findings of one kind a few are told and the others counted; all are told when they are asked for."""
    write(content, {f"articles/2024/11/new-{number}.md": UNDESCRIBED for number in range(40)})
    few, everything = (run("--content", content, *options).stdout for options in ((), ("--all",)))

    assert (5, 40) == (few.count(": warning:"), everything.count(": warning:"))
    assert "    … and 35 more of this kind (alt); --all tells each\n" in few


def test_only(content: Path) -> None:
    """Asked for files and folders, it tells of these alone, and these alone decide the exit status."""
    write(content, {"articles/2024/11/new.md": DEAD, "articles/2024/10/old.md": DEAD})
    named = content / "articles" / "2024"
    both, one, none = (
        run("--content", content, "--only", *paths)
        for paths in ((named,), (named / "10", named / "11" / "ferry.md"), (named / "11" / "ferry.md",))
    )

    assert (1, 1, 0) == (both.returncode, one.returncode, none.returncode)
    assert (2, 1, 0) == tuple(done.stdout.count(": error:") for done in (both, one, none))


def test_changed(content: Path) -> None:
    """Asked for what changed, it tells of files that differ from the last commit, spaces in their names and all."""
    write(content, {"articles/2024/11/old.md": DEAD})
    git = ("git", "-C", str(content), "-c", "user.name=a", "-c", "user.email=a@gull.example")
    for command in (("init", "-q"), ("add", "."), ("commit", "-qm", "All")):
        subprocess.run([*git, *command], check=True)
    assert 0 == run("--content", content, "--changed").returncode

    write(content, {"articles/2024/11/new one.md": DEAD})
    done = run("--content", content, "--changed")

    assert 1 == done.returncode
    assert ["new one.md"] == re.findall(r"(new one\.md|old\.md):6: error", done.stdout)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (
            ("--content", "nowhere"),
            "nowhere is no folder: name one with articles/ and pages/ in it by --content",
        ),
        (("--only", "README.md"), "README.md is not below content: name files and folders of the content"),
    ],
)
def test_refused(arguments: tuple[str, ...], said: str) -> None:
    """What cannot be checked is refused in a line, with exit status 2."""
    done = run(*arguments)

    assert (2, f"check: {said}\n", "") == (done.returncode, done.stderr, done.stdout)


def test_json(content: Path) -> None:
    """For programs there is one object, of the form that the README tells."""
    write(content, {"articles/2024/11/new.md": DEAD})
    told = json.loads(run("--content", content, "--format", "json").stdout)

    assert ["version", "content", "checked", "counts", "findings"] == list(told)
    assert (7, 2, {"error": 1, "warning": 0, "note": 0}) == (
        told["checked"]["articles"], told["checked"]["pages"], told["counts"],
    )  # fmt: skip
    assert [{
        "file": f"{content}/articles/2024/11/new.md", "line": 6, "column": None, "level": "error", "kind": "dead-link",
    }] == [{name: value for name, value in each.items() if name != "message"} for each in told["findings"]]  # fmt: skip


def test_github() -> None:
    """GitHub gets workflow commands, in which a hostile name can end none and begin none."""
    place = "a,b: 9%\n::error::x.md"
    findings = (
        Finding(place, 3, 7, Level.ERROR, "address", "50%\n::error::x\r"),
        Finding("pages/a.md", 0, 0, Level.NOTE, "unused-picture", "nothing shows it"),
    )
    told = FORMATS["github"](Outcome(findings, "content", 1, 1, 0.2))

    assert [
        "::error file=content/a%2Cb%3A 9%25%0A%3A%3Aerror%3A%3Ax.md,line=3,col=7,title=address::50%25%0A::error::x%0D",
        "::notice file=content/pages/a.md,title=unused-picture::nothing shows it",
        "1 article and 1 page checked in 0.2 s: 1 error, 1 note",
        "",
    ] == told.split("\n")


def test_names_that_cannot_be_shown(content: Path) -> None:
    """A file's name that is no UTF-8, or would colour a terminal, is told of in signs that can be shown."""
    for name in (b"\xff.md", b"\033[31m.md"):
        (content / "articles" / os.fsdecode(name)).write_text(DEAD, encoding="utf-8")
    text, told = run("--content", content), run("--content", content, "--format", "json")

    assert 1 == text.returncode
    assert "/articles/\\xdcff.md:6: error:" in text.stdout
    assert "/articles/\\x1b[31m.md:6: error:" in text.stdout
    assert 2 == [each["kind"] for each in json.loads(told.stdout)["findings"]].count("dead-link")


def test_closed_pipe(content: Path) -> None:
    """Where nobody reads on, it ends without a word."""
    write(content, {f"articles/2024/11/new-{number}.md": DEAD for number in range(2000)})
    done = subprocess.run(
        ["/bin/sh", "-c", f"{sys.executable} -m desk check --all --content {content} | head -n 1"],
        cwd=ROOT, env=os.environ | {"PYTHONPATH": "plugins"}, capture_output=True, text=True, check=False,
    )  # fmt: skip

    assert "" == done.stderr
    assert 1 == done.stdout.count("\n")


def test_killed(tmp_path: Path) -> None:
    """A check that is killed leaves no process behind it."""
    write(tmp_path / "content", {f"articles/2024/11/new-{number}.md": DEAD * 200 for number in range(1500)})
    command = [sys.executable, "-m", "desk", "check", "--content", str(tmp_path / "content"), "--workers", "2"]
    with subprocess.Popen(
        [*command, "--cache", str(tmp_path / "cache")], cwd=ROOT, env=os.environ | {"PYTHONPATH": "plugins"},
        stdout=subprocess.DEVNULL,
    ) as process:  # fmt: skip
        ours = psutil.Process(process.pid)
        until(lambda: len(ours.children()) == 2)
        workers = ours.children()
        process.kill()
    gone, _ = psutil.wait_procs(workers, timeout=60)

    assert 2 == len(gone)


def until(is_so: Callable[[], bool]) -> None:
    """Wait until something is so, for a minute at most."""
    end = time.monotonic() + 60
    while not is_so():
        assert time.monotonic() < end
        time.sleep(0.01)


def test_hostile_words() -> None:
    """What a stranger wrote moves no cursor and colours nothing."""
    findings = (Finding("a.md", 1, 0, Level.ERROR, "dead-link", "\033[2J\u202ewords\u2028"),)

    assert "a.md:1: error: \\x1b[2J\\x202ewords\\x2028\n" in FORMATS["text"](Outcome(findings, ".", 1, 0, 0))


@pytest.mark.parametrize(("variables", "is_coloured"), [({"NO_COLOR": ""}, True), ({"NO_COLOR": "1"}, False)])
def test_colours(content: Path, variables: dict[str, str], is_coloured: bool) -> None:
    """Colours are for a terminal, unless its user wants none."""
    write(content, {"articles/2024/11/new.md": DEAD})
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "desk", "check", "--content", str(content)],
        cwd=ROOT, env=os.environ | {"PYTHONPATH": "plugins", "TERM": "xterm"} | variables,
        stdout=theirs, stderr=subprocess.DEVNULL,
    ) as process:  # fmt: skip
        os.close(theirs)
        told = b""
        try:
            while part := os.read(ours, 65536):
                told += part
        except OSError:  # Linux's word for the end
            pass
        os.close(ours)
        process.wait()

    assert is_coloured == (b"\033[31merror:\033[0m" in told)


def test_levels(tmp_path: Path) -> None:
    """A site says in its settings how much a kind of finding weighs, but not that what ends a build is none."""
    program = (
        "import sys; sys.path[:0] = ['.', 'plugins']\n"
        "from pathlib import Path\n"
        "from desk.check.site_settings import read_settings\n"
        "print(read_settings(Path(sys.argv[1])).levels[sys.argv[2]])"
    )

    def level(settings: str, kind: str) -> str:
        write(tmp_path, {"pelicanconf.py": settings})
        done = subprocess.run(
            [sys.executable, "-c", program, str(tmp_path), kind], cwd=ROOT, capture_output=True, text=True, check=False
        )
        return (done.stdout or done.stderr).strip().splitlines()[-1]

    assert "note" == level("CHECK_LEVELS = {'credit': 'note'}", "credit")
    assert "off" == level("CHECK_LEVELS = {'credit': 'off'}", "credit")
    assert "warning" == level("", "credit")
    assert "CHECK_LEVELS: address ends a build" in level("CHECK_LEVELS = {'address': 'off'}", "address")
    assert "'credti': 'off' is nothing to say" in level("CHECK_LEVELS = {'credti': 'off'}", "credit")
    assert "cannot be run (NameError" in level("SITENAME = nobody", "credit")


def test_kinds_in_the_readme() -> None:
    """The README tells of each kind of finding, and how much it weighs."""
    readme = (ROOT / "desk" / "check" / "README.md").read_text(encoding="utf-8")
    rows = [
        f"| `{kind}` | {'error, always' if kind in BUILD_ENDS else level} | {words} |"
        for kind, (level, words) in KINDS.items()
    ]

    assert "\n".join(rows) in readme
