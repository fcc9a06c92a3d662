"""Each command that a text of ours tells its reader exists, with every option."""

from pathlib import Path

import pytest

from told_commands import ROOT, commands_of, mistakes

README = "README.md"
TEXTS = sorted({ROOT / README, *ROOT.glob(f"*/{README}"), *ROOT.glob(f"plugins/*/{README}"),
                *ROOT.glob("desk/**/*.md"), *ROOT.glob("docs/*.md")})  # fmt: skip


@pytest.mark.parametrize("text", TEXTS, ids=lambda text: str(text.relative_to(ROOT)))
def test_commands(text: Path) -> None:
    """Invoke takes each command as it is written."""
    assert [] == mistakes(commands_of(text.read_text(encoding="utf-8")))


def test_some_are_told() -> None:
    """The README tells of more than a few commands."""
    assert len(commands_of((ROOT / README).read_text(encoding="utf-8"))) > 10


def test_mistakes_are_seen() -> None:
    """A task, an option or an argument that is not there is a mistake."""
    wrong = "Say `./inv bild`, `./inv build --fast` or `./inv --help bild`:\n\n    ./inv verify --strict  # so\n"

    assert ["bild", "build --fast", "--help bild", "verify --strict"] == commands_of(wrong)
    assert len(mistakes(commands_of(wrong))) == 4


def test_commands_as_they_are_told() -> None:
    """A command with its options, one that asks for help, and the bare name of a task are none."""
    right = "`./inv build --content x`, `./inv --help build`, `./inv --list`, `./inv verify`; run ./inv as you like\n"

    assert len(commands_of(right)) == 4
    assert [] == mistakes(commands_of(right))
