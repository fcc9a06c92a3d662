"""What machines run is what people run: tasks that there are, with options that they take; and no more rights."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from told_commands import ROOT, commands_of_shell, mistakes

GITHUB = sorted(ROOT.glob(".github/**/*.yml"))
ACTIONS = sorted(ROOT.glob(".github/actions/*/action.yml"))
SITE = ROOT / ".github" / "workflows" / "site.yml"
GITLAB = ROOT / ".gitlab-ci.yml"
DOCKERFILE = ROOT / "Dockerfile"
DEVCONTAINER = ROOT / ".devcontainer" / "devcontainer.json"


def read(file: Path) -> Any:  # noqa: ANN401  # a document of any form
    return yaml.safe_load(file.read_text(encoding="utf-8"))


def jobs() -> dict[str, Any]:
    return dict(read(SITE)["jobs"])


def commands(file: Path) -> list[str]:
    return commands_of_shell(file.read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("file", "most"), [(SITE, 4), (GITLAB, 5), (DOCKERFILE, 1), (DEVCONTAINER, 1), *((action, 1) for action in ACTIONS)]
)
def test_tasks(file: Path, most: int) -> None:
    """Each call of a task is one that invoke takes."""
    assert len(commands(file)) >= most
    assert [] == mistakes(commands(file))


def test_same_way_everywhere() -> None:
    """GitHub's and GitLab's machines go the same way: due, check, build, verify, publish."""
    github = " ".join(command for file in (SITE, *ACTIONS) for command in commands(file))
    gitlab = " ".join(commands(GITLAB))

    for task in ("due", "check", "build --production", "verify", "publish"):
        assert task in github
        assert task in gitlab


@pytest.mark.parametrize("file", GITHUB, ids=lambda file: str(file.relative_to(ROOT)))
def test_pinned(file: Path) -> None:
    """Each action is named by its commit, with its version beside it; those of this repository are there."""
    for line in file.read_text(encoding="utf-8").splitlines():
        if used := re.search(r"\buses: (\S+)(.*)", line):
            ours = used[1].startswith("./") and (ROOT / used[1] / "action.yml").is_file()
            assert ours or re.fullmatch(r"[\w-]+/[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", used[1] + used[2]), line


def test_rights() -> None:
    """Workflows may read; the one job that may write is the one that writes the branch of GitHub Pages."""
    for workflow in (ROOT / ".github" / "workflows").glob("*.yml"):
        assert {"contents": "read"} == read(workflow)["permissions"]
    assert {"pages": {"contents": "write"}} == {
        name: job["permissions"] for name, job in jobs().items() if "permissions" in job
    }


def test_forks_are_quiet() -> None:
    """Without the variable that names a target nothing is published, previewed or asked whether it is due."""
    asks = {name for name, job in jobs().items() if "vars.BROADSHEET_TARGET" in job["if" if "if" in job else "needs"]}

    assert {"due", "preview", "deploy", "pages"} == asks
    assert {"check", "build"} == set(jobs()) - asks


def test_secrets() -> None:
    """Secrets are in the environment of jobs that publish, and strangers' pull requests start none of these."""
    told = {name for name, job in jobs().items() if "secrets." in json.dumps(job) or "github.token" in json.dumps(job)}

    assert {"preview", "deploy", "pages"} == told
    assert "head.repo.full_name == github.repository" in jobs()["preview"]["if"]
    for name in ("deploy", "pages"):
        assert "github.event_name != 'pull_request'" in jobs()[name]["if"]


def test_one_after_the_other() -> None:
    """A run that publishes is never cut off by the next one."""
    assert "${{ github.event_name == 'pull_request' }}" == read(SITE)["concurrency"]["cancel-in-progress"]
    assert read(GITLAB)["deploy"]["resource_group"]
    assert read(GITLAB)["deploy"]["interruptible"] is False


def test_every_hour_and_every_day() -> None:
    """The paper is looked after each hour and each day, at minutes at which not all the world does so."""
    # YAML takes the key `on` for a yes.
    hours = [schedule["cron"].split() for schedule in read(SITE)[True]["schedule"]]

    assert [["*", "*", "*", "*"], ["3", "*", "*", "*"]] == [hour[1:] for hour in hours]
    assert "0" not in [hour[0] for hour in hours]


def test_dockerfile() -> None:
    """What the Dockerfile copies is there, and not left out of what the engine is sent."""
    ignored = (ROOT / ".dockerignore").read_text(encoding="utf-8").split()
    copied = re.findall(r"^COPY (?:--\S+ )*(.+) \S+$", DOCKERFILE.read_text(encoding="utf-8"), re.MULTILINE)

    assert copied
    for name in " ".join(copied).split():
        assert (ROOT / name).exists()
        assert name not in ignored


def test_devcontainer() -> None:
    """The container for writers is the first stage of the Dockerfile, with the user that it makes."""
    container = json.loads(DEVCONTAINER.read_text(encoding="utf-8"))
    dockerfile = (DEVCONTAINER.parent / container["build"]["dockerfile"]).resolve()

    assert dockerfile == DOCKERFILE
    assert f" AS {container['build']['target']}\n" in dockerfile.read_text(encoding="utf-8")
    assert re.search(rf"useradd .*\b{container['remoteUser']}\b", dockerfile.read_text(encoding="utf-8"))
