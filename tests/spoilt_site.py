"""A built site in which losses are planted."""

import shutil
from dataclasses import dataclass
from pathlib import Path

from site_migration.verification import Lack, Task, Verdict, verify


@dataclass(frozen=True, slots=True)
class Site:
    """A site in a folder of its own."""

    folder: Path
    """Holds `content` and `output`."""
    raw: Path
    """What it was migrated from."""

    def copied(self, folder: Path) -> "Site":
        """Give a copy of it, to spoil."""
        for name in ("content", "output"):
            shutil.copytree(self.folder / name, folder / name)
        return Site(folder, self.raw)

    def change(self, name: str, old: str, new: str) -> None:
        """Put other words in the place of some, everywhere in a file."""
        file = self.folder / name
        text = file.read_text(encoding="utf-8")
        assert old in text, f"{name} does not hold {old!r}"
        file.write_text(text.replace(old, new), encoding="utf-8")

    def add(self, name: str, text: str) -> None:
        """Add to a file, which may not be there."""
        file = self.folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        before = file.read_text(encoding="utf-8") if file.exists() else ""
        file.write_text(before + text, encoding="utf-8")

    def verdict(self, raw: Path | None = None) -> Verdict:
        """Verify it, against its own raw material or another."""
        return verify(Task(raw or self.raw, self.folder / "content", self.folder / "output"))


def assert_named(verdict: Verdict, kind: str, where: str, quoted: str) -> Lack:
    """Assert that a loss is named, and that the proof fails for it."""
    named = [lack for lack in verdict.exceptions() if lack.kind == kind and where in lack.where and quoted in lack.what]

    assert named, verdict.exceptions()
    assert not verdict.holds()
    return named[0]
