"""The steps of the workflow, run one after the other as a machine of GitHub's runs them, from a push to the paper."""

import os
import re
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
import yaml

from built_sites import ROOT, write

PAPER = {
    "content/data/site.yaml": "title: The Courier\n",
    "content/data/authors.yaml": "nora:\n  name: Nora Whitlow\n",
    "content/articles/2024/11/tram.md": "---\ntitle: The tram\ndate: 2024-11-16\nauthors:\n  - nora\n---\n\nIt rang.\n",
    "publish.toml": '[folder]\npath = "published"\n',
}
LEFT_OUT = ("content/", "tests/", "exports/", "benchmarks/", "docs/")
VALUES = {
    "vars.SITEURL": "https://courier.example",
    "vars.BROADSHEET_TARGET": "folder",
    "vars.BROADSHEET_EXPORT": "",
    "runner.temp": "/tmp",  # noqa: S108  # no step that is run writes there
}


@dataclass(slots=True)
class Machine:
    """A fresh checkout on a machine of GitHub's."""

    folder: Path
    """The checkout."""
    outputs: dict[str, str] = field(default_factory=dict)
    """What steps have told the steps after them."""

    def run(self, job: str) -> str:
        """Run the scripts of a job, those of its own actions too; give what they print."""
        workflow = yaml.safe_load((self.folder / ".github" / "workflows" / "site.yml").read_text(encoding="utf-8"))
        found = workflow["jobs"][job]
        told = [self._script(script, found.get("env", {}) | env) for script, env in self._scripts(found["steps"], {})]
        return "".join(told)

    def _scripts(self, steps: list[dict[str, Any]], inputs: Mapping[str, str]) -> Iterator[tuple[str, dict[str, str]]]:
        for step in steps:
            if self._is_left_out(step.get("if", "")):
                continue
            if step.get("uses", "").startswith("./"):
                action = yaml.safe_load((self.folder / step["uses"] / "action.yml").read_text(encoding="utf-8"))
                given = {f"inputs.{name}": value for name, value in step.get("with", {}).items()}
                yield from self._scripts(action["runs"]["steps"], given)
            elif "run" in step:
                env = {name: _filled(value, inputs) for name, value in step.get("env", {}).items()}
                yield step["run"], env

    def _is_left_out(self, condition: str) -> bool:
        return condition in {"vars.BROADSHEET_EXPORT != ''", "env.BROADSHEET_SSH_KEY != ''"}

    def _script(self, script: str, env: Mapping[str, str]) -> str:
        output = self.folder / "github-output"
        output.touch()
        filled = {name: _filled(value, {}) for name, value in env.items()}
        done = subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script], cwd=self.folder, check=False,
            env=os.environ | filled | {"GITHUB_OUTPUT": str(output)}, capture_output=True, text=True,
        )  # fmt: skip
        assert done.returncode == 0, script + done.stdout + done.stderr
        self.outputs |= dict(re.findall(r"^(\w+)=(.*)$", output.read_text(encoding="utf-8"), re.MULTILINE))
        return done.stdout


def _filled(text: str, inputs: Mapping[str, str]) -> str:
    values = VALUES | {name: _filled(value, {}) for name, value in inputs.items()}
    return re.sub(r"\$\{\{ ([\w.]+) \}\}", lambda found: values.get(found[1], ""), text)


@pytest.fixture(scope="module")
def machine(tmp_path_factory: pytest.TempPathFactory) -> Machine:
    """Check a small paper out."""
    folder = tmp_path_factory.mktemp("checkout")
    checkout(folder)
    return Machine(folder)


def checkout(folder: Path) -> None:
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT, check=True, capture_output=True, text=True,
    ).stdout.split("\0")  # fmt: skip
    for name in (name for name in listed if name and not name.startswith(LEFT_OUT) and (ROOT / name).is_file()):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ROOT / name, folder / name)
        shutil.copymode(ROOT / name, folder / name)
    (folder / ".venv").symlink_to(ROOT / ".venv")
    write(folder, PAPER)


def test_from_push_to_paper(machine: Machine, tmp_path: Path) -> None:
    """Due, checked, built and published; on a fresh checkout with the caches of that run nothing is made anew."""
    machine.run("due")
    assert machine.outputs["due"] == "yes"

    machine.run("check")
    machine.run("build")
    machine.run("deploy")
    assert "It rang." in (machine.folder / "published" / "2024" / "11" / "tram" / "index.html").read_text("utf-8")

    for kept in (".cache", "output", "published"):
        shutil.move(machine.folder / kept, tmp_path / kept)
    shutil.rmtree(machine.folder)
    checkout(machine.folder)
    for kept in (".cache", "output", "published"):
        shutil.move(tmp_path / kept, machine.folder / kept)

    machine.run("due")
    assert machine.outputs["due"] == "no"
    assert "0 files are new" in (told := machine.run("build")) or "Nothing changed" in told
    assert "nothing to publish" in machine.run("deploy")
