import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[2]


def asked(*words: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-m", "related_articles", *words],
        cwd=ROOT, env={"PYTHONPATH": "plugins", "PATH": ""}, capture_output=True, text=True, check=False,
    )  # fmt: skip


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a copy of the sample newspaper, which may be changed."""
    return Path(shutil.copytree(ROOT / "content", tmp_path_factory.mktemp("site") / "content"))


@pytest.mark.parametrize(
    "name", ["night-tram-returns", "/2024/11/night-tram-returns/", "2024/11/night-tram-returns.md"]
)
def test_related(name: str) -> None:
    """An editor learns what stands beside a story, by which words, and what else might."""
    answer = asked("related", name)

    assert answer.returncode == 0, answer.stderr
    assert "picked: its front matter names it in related" in answer.stdout
    assert "perpetua-lowe" in answer.stdout
    assert "words: tram " in answer.stdout
    assert "Alike too, and not shown:" in answer.stdout


def test_read_in_part() -> None:
    """Whoever reads the beginning of an answer alone, such as `head`, ends it without a complaint."""
    command = [sys.executable, "-m", "related_articles", "related", "night-tram-returns"]
    with subprocess.Popen(
        command, cwd=ROOT, env={"PYTHONPATH": "plugins", "PATH": ""}, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as asking:  # fmt: skip
        assert asking.stdout
        asking.stdout.close()
        complaint = asking.stderr.read() if asking.stderr else b"none"

    assert (0, b"") == (asking.returncode, complaint)


def test_unknown() -> None:
    """A name of no story gives a sentence, and no traceback."""
    answer = asked("related", "no-such-story")

    assert (2, "") == (answer.returncode, answer.stdout)
    assert answer.stderr.startswith("'no-such-story' is no published story's address")
    assert asked("--content", "nowhere", "tags").stderr.startswith("nowhere is no folder")
    assert asked("tags", "--apply", "nowhere.yaml").returncode == 2


def test_tags(content: Path, tmp_path: Path) -> None:
    """Proposals are written to a file, and carried out as the editor left it."""
    plan = tmp_path / "tags.yaml"
    story = content / "articles/2024/11/night-tram-returns.md"
    text = story.read_text(encoding="utf-8")
    story.write_text(text.replace("- Transport\n", "- Transports\n"), encoding="utf-8")
    made = asked("--content", str(content), "tags", "--file", str(plan))
    proposed = yaml.safe_load(plan.read_text(encoding="utf-8"))

    assert made.returncode == 0, made.stderr
    assert ["Transports"] == proposed["merge"][0]["tags"]
    assert ["/tag/transports/"] == proposed["merge"][0]["aliases"]
    assert "articles/tide-tables.md" in [addition["story"] for addition in proposed["add"]]

    done = asked("--content", str(content), "tags", "--apply", str(plan))

    assert done.returncode == 0, done.stderr
    assert text == story.read_text(encoding="utf-8")
    assert "aliases:\n    - /tag/transports/\n" in (content / "data/tags.yaml").read_text(encoding="utf-8")
    assert "tags:\n" in (content / "articles/tide-tables.md").read_text(encoding="utf-8")
    assert "0 files changed." in asked("--content", str(content), "tags", "--apply", str(plan)).stdout
