import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from built_sites import ROOT, write

UNTIDY = "---\ntitle: Untidy\n---\n\n* One\n* Two\n"
TIDY = "---\ntitle: Untidy\n---\n\n- One\n- Two\n"
HOOKS = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))["repos"]


def desk_format(folder: Path, *options: str) -> "subprocess.CompletedProcess[str]":
    """Run the verb from a folder, as the task does."""
    return subprocess.run(
        [sys.executable, "-m", "desk", "format", *options],
        cwd=folder, env={"PYTHONPATH": f"{ROOT}:{ROOT / 'plugins'}", "PATH": "/usr/bin:/bin"}, capture_output=True,
        text=True, check=False,
    )  # fmt: skip


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    """A paper with one tidy story, one untidy, and an untidy page."""
    texts = {"articles/2024/11/tidy.md": TIDY, "articles/2024/11/untidy.md": UNTIDY, "pages/about.md": UNTIDY}
    write(tmp_path / "content", texts)
    return tmp_path


def test_check(paper: Path) -> None:
    """With --check nothing is written; each file is named with what to do, and the exit status is 1."""
    done = desk_format(paper, "--check")

    assert done.stdout.splitlines() == [
        "content/articles/2024/11/untidy.md:1: not in one spelling: run ./inv format",
        "content/pages/about.md:1: not in one spelling: run ./inv format",
        "3 files: 2 are not in one spelling, 0 left as they are",
    ]
    assert done.returncode == 1
    assert (paper / "content/pages/about.md").read_text(encoding="utf-8") == UNTIDY


def test_format(paper: Path) -> None:
    """Without it files are written, keep their rights, and a second time nothing is left to do."""
    (paper / "content/pages/about.md").chmod(0o640)

    assert desk_format(paper).returncode == 0
    assert (paper / "content/pages/about.md").read_text(encoding="utf-8") == TIDY
    assert (paper / "content/pages/about.md").stat().st_mode & 0o777 == 0o640
    assert desk_format(paper).stdout == "3 files: 0 written in one spelling, 0 left as they are\n"
    assert [] == list((paper / "content").rglob(".*"))


def test_changed(paper: Path) -> None:
    """With --changed only files that differ from git's last commit are formatted, new ones among them."""
    for command in (["init", "-q"], ["add", "."], ["-c", "user.name=N", "-c", "user.email=n@n", "commit", "-qm", "x"]):
        subprocess.run(["git", *command], cwd=paper, check=True)
    write(paper / "content", {"articles/new.md": UNTIDY, "articles/2024/11/tidy.md": UNTIDY, "data/a.md": UNTIDY})

    assert desk_format(paper, "--changed").stdout.splitlines()[-1] == (
        "2 files: 2 written in one spelling, 0 left as they are"
    )
    assert (paper / "content/pages/about.md").read_text(encoding="utf-8") == UNTIDY


def test_mistakes_of_hand(paper: Path) -> None:
    """A folder that is none, a folder without git, and a file that is no text are told in plain words."""
    (paper / "content/articles/latin.md").write_bytes(b"---\ntitle: caf\xe9\n---\n")

    assert desk_format(paper, "--content", "nowhere").stderr == (
        "format: nowhere is no folder: name one with articles/ and pages/ in it by --content\n"
    )
    assert desk_format(paper, "--changed").stderr == "format: content is in no git repository: leave --changed out\n"
    done = desk_format(paper)
    assert done.returncode == 1
    assert "content/articles/latin.md:1: cannot be read or written: save it as UTF-8" in done.stdout


def test_hooks_are_tasks() -> None:
    """Every hook is a task of the house: nothing is fetched from anywhere."""
    assert [repo["repo"] for repo in HOOKS] == ["local"]
    assert {hook["language"] for hook in HOOKS[0]["hooks"]} == {"system"}
    assert all(hook["entry"].startswith("./inv ") for hook in HOOKS[0]["hooks"])


@pytest.mark.parametrize("hook", [hook["entry"] for hook in HOOKS[0]["hooks"] if hook["id"] != "lint"])
def test_hooks_pass(hook: str) -> None:
    """The hooks' command lines find nothing wrong in the sample newspaper."""
    if not (ROOT / ".git").exists():
        hook = hook.replace(" --changed", "")
    done = subprocess.run(hook.split(), cwd=ROOT, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stdout + done.stderr


def test_commit_is_stopped(tmp_path: Path) -> None:
    """A commit with an untidy story is stopped by pre-commit, and the story stands there in one spelling."""
    for name in ("inv", "tasks.py", ".pre-commit-config.yaml", "requirements.lock", "pelicanconf.py"):
        shutil.copy(ROOT / name, tmp_path)
    for name in ("desk", "plugins", ".venv"):
        (tmp_path / name).symlink_to(ROOT / name)
    write(tmp_path / "content", {"articles/2024/11/untidy.md": UNTIDY})
    subprocess.run(["git", "init", "-q"], cwd=tmp_path, check=True)
    subprocess.run(["git", "add", "content"], cwd=tmp_path, check=True)

    done = subprocess.run(
        [Path(sys.executable).with_name("pre-commit"), "run", "format"],
        cwd=tmp_path, env={"PATH": "/usr/bin:/bin", "HOME": str(tmp_path)}, capture_output=True, text=True, check=False,
    )  # fmt: skip

    assert "files were modified by this hook" in done.stdout, done.stdout + done.stderr
    assert done.returncode == 1
    assert (tmp_path / "content/articles/2024/11/untidy.md").read_text(encoding="utf-8") == TIDY


def test_markdownlint_sees(tmp_path: Path) -> None:
    """Markdownlint names what the dialect does not have: a heading of the first level, an address without its signs."""
    write(
        tmp_path, {"articles/a.md": "---\ntitle: A\n---\n\n# One\n\nSee https://example.com now.\n", "pages/b.md": TIDY}
    )
    done = subprocess.run(
        [ROOT / "inv", "lint", "--content", str(tmp_path)], cwd=ROOT, capture_output=True, text=True, check=False
    )

    assert done.returncode == 1
    assert "a.md:5 MD025" in done.stderr
    assert "a.md:7:5 MD034" in done.stderr
