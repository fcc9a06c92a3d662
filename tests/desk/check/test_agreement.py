"""The check and the build read alike: what is refused here is refused there, in the same words."""

import os
import re
import subprocess
import sys
from pathlib import Path

from built_sites import ROOT, build, write
from cases import read_cases
from small_papers import CLEAN, checked, parted

MISTAKES = read_cases(Path(__file__).parent / "cases" / "mistakes.txt")
REFUSED = re.compile(r"(\S+)\.md:?([\d:]*): error (?:front-matter|address|name|unpublished|file): (.*)")


def refusal(content: Path, output: Path) -> str:
    """Give what a build says that must fail."""
    command = [sys.executable, "-m", "pelican", str(content), "-s", "pelicanconf.py", "-o", str(output)]
    done = subprocess.run(
        [*command, "--fatal", "errors"], cwd=ROOT, env=os.environ, capture_output=True, text=True, check=False
    )
    assert done.returncode != 0
    # Pelican breaks its lines for a terminal.
    return re.sub(r"\s+", "", done.stdout + done.stderr)


def test_refused_alike(tmp_path: Path) -> None:
    """What the check says of files that end a build, the build says too."""
    files: dict[str, str] = {}
    expected = []
    for number, case in enumerate(MISTAKES):
        found = REFUSED.findall(case.expected)
        if len(found) != 1 or set(parted(case.given)) != {"articles/2024/11/new.md"}:
            continue
        files[f"articles/2024/11/new-{number}.md"] = parted(case.given + "\n")["articles/2024/11/new.md"]
        place, line, said = found[0]
        owner = f"new-{number}" if place.endswith("new") else place.rpartition("/")[2]
        expected.append((owner, line, said.replace("/2024/11/new.md", f"/2024/11/new-{number}.md")))
    write(tmp_path / "content", {**CLEAN, **files})
    told = refusal(tmp_path / "content", tmp_path / "output")

    assert len(expected) > 25
    assert [] == [each for each in expected if not is_told(told, *each)]


def is_told(told: str, owner: str, line: str, said: str) -> bool:
    """Tell whether a build says this of a file; other files it names by other paths, and lines not always."""
    words = re.escape(re.sub(r"\s+", "", said.partition(" that of ")[0]))
    return bool(re.search(rf"{re.escape(owner)}\.md:(?:{line}:)?{words}", told))


def test_accepted_alike(tmp_path: Path) -> None:
    """What the check accepts builds, warnings and notes and all."""
    files = {}
    for number, case in enumerate(MISTAKES):
        given = parted(case.given + "\n")
        if ": error " not in case.expected and set(given) == {"articles/2024/11/new.md"}:
            files[f"articles/2024/11/new-{number}.md"] = given["articles/2024/11/new.md"]
    found = checked(tmp_path / "content", files)
    (tmp_path / "content" / "wp-content").rename(tmp_path / "content" / "pictures-apart")
    site = build(tmp_path / "content", tmp_path / "output")

    assert len(files) > 25
    assert [] == [finding for finding in found if finding.level == "error"]
    assert "/2024/11/tram/" in site.addresses()
