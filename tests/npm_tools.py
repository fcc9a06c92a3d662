"""The programs of npm that look at pages: where they are, and how they are asked."""

import json
import os
import shutil
import subprocess
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any

import pytest

from built_sites import ROOT

MODULES = ROOT / "tests" / "browser" / "node_modules"
BROWSERS = ("chromium", "chromium-browser", "google-chrome")


def chromium() -> str:
    """Give the path of this machine's Chromium."""
    found = next(filter(None, map(shutil.which, BROWSERS)), None)
    if found is None:
        pytest.fail("These tests look at pages in Chromium, which is not installed: sudo apt-get install chromium")
    return found


def module(place: str) -> Path:
    """Give a file of an installed package."""
    if not (MODULES / place).is_file():
        pytest.fail(f"{place} is not installed: ./inv test --only tests/browser installs it")
    return MODULES / place


def faults_of_markup(folder: Path, configuration: Path) -> list[tuple[str, str, str]]:
    """Give what html-validate finds wrong in the pages of a folder: page, rule and sentence."""
    program = module("html-validate/bin/html-validate.mjs")
    # Into a file: into a pipe the program writes but the beginning of a long answer.
    with TemporaryFile("w+", encoding="utf-8") as answer:
        done = subprocess.run(
            ["node", program, "--config", configuration, "--formatter", "json", folder],
            stdout=answer, stderr=subprocess.PIPE, text=True, check=False, cwd=configuration.parent,
        )  # fmt: skip
        # Its exit status is 1 for pages with faults, and it says nothing on the error stream then.
        assert not done.stderr, done.stderr
        answer.seek(0)
        pages = json.load(answer)
    return [
        (str(Path(page["filePath"]).relative_to(folder)), said["ruleId"], f"{said['message']} at {said['selector']}")
        for page in pages
        for said in page["messages"]
    ]


def lighthouse(address: str) -> dict[str, Any]:
    """Give Lighthouse's report of a page, on the phone and the line that it imitates."""
    done = subprocess.run(
        ["node", module("lighthouse/cli/index.js"), address, "--output", "json", "--quiet", "--only-categories",
         "performance,accessibility,best-practices,seo", "--chrome-flags=--headless=new --no-sandbox --disable-gpu"],
        env=os.environ | {"CHROME_PATH": chromium()}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    report: dict[str, Any] = json.loads(done.stdout)
    return report
