"""The tasks of the house: `inv --list` is the table of contents. Each task is a sentence; the work is in plugins/."""

import ctypes
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from invoke.context import Context
from invoke.exceptions import Exit
from invoke.tasks import task

ROOT = Path(__file__).parent
HERE = Path(os.environ.get("INV_FROM", ROOT))
"""Where the user stands."""
MARK = re.compile('<meta (?=[^>]*name="?generator)[^>]*content="?Broadsheet')
"""What the front page of a site of ours says in its head; a minified one without quotes, and in another order."""
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
BROWSER_TESTS = ROOT / "tests" / "browser"
"""Where package.json names what the browser tests need of npm."""

SCHEMAS = {
    "vendor.github-actions": ".github/actions/*/action.yml",
    "vendor.dependabot": ".github/dependabot.yml",
    "vendor.gitlab-ci": ".gitlab-ci.yml",
}
"""Which files of machines are held against which schema."""


def run(*command: str, **variables: str) -> None:
    """Run a command of the project's environment; where it fails, end with its exit status and no traceback."""
    environment = os.environ | {"PYTHONPATH": str(ROOT / "plugins")} | variables
    try:
        status = subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode
    except KeyboardInterrupt:
        status = 130
    if status:
        raise Exit(code=status)


def at(path: str, otherwise: str = "") -> str:
    """Give a path that the user wrote, from where the user stands; `otherwise` is a folder of the project.

    An address is no path, and stays as it is.
    """
    if "://" in path:
        return path
    chosen = HERE / path if path else ROOT / otherwise
    return str(chosen.relative_to(ROOT)) if chosen.is_relative_to(ROOT) and HERE == ROOT else str(chosen)


@task(
    help={
        "export": "an export file, a folder with raw material, or the address of a live site",
        "into": "the content folder (content)",
        "raw": "where a live site's answers are saved (raw/<host> beside the content folder)",
        "media": "where the old site's files are: a folder, a tar, a zip, or an address; several times, best first",
        "workers": "processes; 0 for one a processor",
        "cluster": "scheduler of a Dask cluster that does the work: tcp://host:8786",
        "settings": "settings of the migration (migration.toml, where it is there)",
        "dry_run": "convert and report, write nothing else",
        "accept_loss": "exit 0 although something was lost",
    },
    iterable=["media"],
)
def migrate(
    _: Context,
    export: str,
    into: str = "",
    raw: str = "",
    media: Sequence[str] | None = None,
    workers: str = "0",
    cluster: str = "",
    settings: str = "",
    dry_run: bool = False,
    accept_loss: bool = False,
) -> None:
    """Move a raw WordPress export to Markdown, with a report of everything that happened to it."""
    options = ["--into", at(into, "content"), "--workers", workers]
    options += ["--raw", at(raw)] if raw else []
    for named in media or ():
        options += ["--media", at(named)]
    options += ["--cluster", cluster] if cluster else []
    options += ["--settings", at(settings)] if settings else []
    options += ["--dry-run"] if dry_run else []
    options += ["--accept-loss"] if accept_loss else []
    run(sys.executable, "-m", "site_migration", "migrate", at(export), *options)


@task(
    help={
        "content": "the content folder (content)",
        "output": "the folder of the built site (output)",
        "production": "minify pages, and put compressed files beside them",
        "profile": "say where the time went, in words and as a picture",
    }
)
def build(_: Context, content: str = "", output: str = "", production: bool = False, profile: bool = False) -> None:
    """Build the site from its Markdown; the last good site stays until the new one is whole."""
    source, target = ROOT / at(content, "content"), ROOT / at(output, "output")
    if not source.is_dir():
        raise Exit(f"{source} is no folder: name one with articles/ and pages/ in it by --content.", code=2)
    restore_folder(target)
    if not is_site_or_empty(target):
        raise Exit(
            f"{target} holds files and no site of ours; a build would delete them. Name another --output.", code=2
        )
    environment = {"PRODUCTION": "1"} if production else {}
    building = target.with_name(f".{target.name}.building")
    if not profile and is_built(source, target, environment):
        return
    shutil.rmtree(building, ignore_errors=True)
    options = ["--settings", str(ROOT / "pelicanconf.py"), "--output", str(building), "--fatal", "errors"]
    pelican = ["pelican"]
    if profile:
        # In one process, so that all of it is seen.
        pelican = [sys.executable, "-m", "fast_build", "profile", at("", ".cache/profile")]
        options += ["--extra-settings", "FAST_BUILD_WORKERS=1"]
    try:
        run(*pelican, str(source), *options, **environment, FAST_BUILD_LAST=str(target))
        run(sys.executable, "-m", "fast_build", "end", str(source), str(target), str(building), **environment)
        replace_folder(target, building)
    finally:
        shutil.rmtree(building, ignore_errors=True)


@task(
    help={
        "export": "what was migrated: an export file, or a folder of them",
        "content": "the content folder (content)",
        "output": "the folder of the built site (output)",
        "report": "where to write all of it (migration/verification.json in the content folder)",
        "workers": "processes; 0 for one a processor",
        "strict": "fail for old addresses that nothing answers, too",
    }
)
def verify(
    _: Context,
    export: str,
    content: str = "",
    output: str = "",
    report: str = "",
    workers: str = "0",
    strict: bool = False,
) -> None:
    """Prove that the built site holds all that was public in an export, and nothing that was not."""
    options = ["--content", at(content, "content"), "--output", at(output, "output"), "--workers", workers]
    options += ["--report", at(report)] if report else []
    options += ["--strict"] if strict else []
    run(sys.executable, "-m", "site_migration", "verify", at(export), *options)


@task
def demo(c: Context) -> None:
    """Migrate the sample exports, build the site from them, prove that nothing was lost, and say where to look."""
    folder = ROOT / "scratch" / "demo"
    shutil.rmtree(folder, ignore_errors=True)
    content, output = str(folder / "content"), str(folder / "output")
    migrate(c, str(ROOT / "exports"), into=content, media=[str(ROOT / "exports" / "uploads")])
    build(c, content=content, output=output)
    verify(c, str(ROOT / "exports"), content=content, output=output)
    print(f"\nThe Markdown:  {at(content)}/")
    print(f"The report:    {at(content)}/migration/report.html")
    print(f"The site:      ./inv serve --output {at(output)}")


@task(
    help={
        "content": "the content folder (content)",
        "output": "a built site, shown as it is",
        "port": "on this machine alone",
    }
)
def serve(_: Context, content: str = "", output: str = "", port: str = "8000") -> None:
    """Show the site at http://127.0.0.1:8000/ and follow what is saved, until Ctrl-C; or show a built one."""
    if not output:
        source = ROOT / at(content, "content")
        if not source.is_dir():
            raise Exit(f"{source} is no folder: name one with articles/ and pages/ in it by --content.", code=2)
        run(sys.executable, "-m", "fast_build", "serve", str(source), str(ROOT / ".cache" / "served"), port)
        return
    folder = at(output)
    if not (ROOT / folder / "index.html").is_file():
        raise Exit(f"No built site is in {folder}: run ./inv build first, or name another --output.", code=2)
    run(sys.executable, "-m", "http.server", port, "--bind", "127.0.0.1", "--directory", folder)


@task(help={"only": "a file or a folder of tests", "update": "write the golden site anew; read the diff afterwards"})
def test(_: Context, only: str = "", update: bool = False) -> None:
    """Run the tests, those in a real browser included."""
    if not only and (missing := missing_packages()):
        raise Exit(f"The browser tests need more of the system: sudo apt-get install {' '.join(missing)}", code=1)
    if not only or at(only).startswith("tests/browser"):
        install_browser_tools()
    options = ["--update"] if update else []
    run("pytest", "--numprocesses", "2", "--dist", "loadfile", at(only, "tests"), *options)


@task(
    help={
        "story": "its address, slug, title or file",
        "content": "the content folder (content)",
    }
)
def related(_: Context, story: str, content: str = "") -> None:
    """Say which stories stand beside one, by which words, and which others might."""
    run(sys.executable, "-m", "related_articles", "--content", at(content, "content"), "related", story)


@task(
    help={
        "content": "the content folder (content)",
        "file": "where the proposals are written (tags.yaml)",
        "apply": "the file of proposals, as you have left it, to be carried out",
    }
)
def tags(_: Context, content: str = "", file: str = "", apply: str = "") -> None:
    """Propose tags for stories without any, and one tag where one is written in several ways; then carry it out."""
    options = ["--apply", at(apply)] if apply else ["--file", at(file, "tags.yaml")]
    run(sys.executable, "-m", "related_articles", "--content", at(content, "content"), "tags", *options)


@task
def docs(c: Context) -> None:
    """Build the project's documentation into a small site, with a menu and a search."""
    folder = ROOT / "scratch" / "docs"
    run(sys.executable, "-m", "desk", "docs", str(folder / "content"))
    build(c, content=str(folder / "content"), output=str(folder / "output"))
    print(f"\nThe documentation: ./inv serve --output {at(str(folder / 'output'))}")


@task
def recording(_: Context) -> None:
    """Draw the demo anew, as a terminal shows it, for the README."""
    run(sys.executable, "-m", "desk", "record", "docs/pictures/demo.svg", "./inv", "demo")


@task
def words(_: Context) -> None:
    """Take new sentences of the templates over into the catalogues of all languages, and say what is untranslated."""
    run(sys.executable, "-m", "theme_words", "theme/templates", "theme/translations")


@task
def lint(_: Context) -> None:
    """Check style, format and types, and what machines run: workflows, the container."""
    run("ruff", "check", ".")
    run("ruff", "format", "--check", ".")
    run("mypy")
    run("actionlint")
    run("zizmor", "--offline", "--quiet", ".github")
    for schema, pattern in SCHEMAS.items():
        run("check-jsonschema", "--builtin-schema", schema, *map(str, ROOT.glob(pattern)))
    run("hadolint", "--ignore", "DL3008", "Dockerfile")


@task(
    help={
        "posts": "how many posts the generated export has; for build several sizes, with commas",
        "what": "migration; build: ours beside Pelican, Hugo and Eleventy; conversion: HTML to Markdown beside other "
        "converters; themes: ours beside Pelican's others; related: related stories and tags, beside shared tags; "
        "search: indexes of archives, and Chromium asking them",
    }
)
def benchmark(_: Context, posts: str = "10000", what: str = "migration") -> None:
    """Measure speed and memory of the migration on a generated export, or the speed of the conversion."""
    run(sys.executable, f"benchmarks/{what}.py", posts)


@task
def lock(_: Context) -> None:
    """Write requirements.lock anew from pyproject.toml; needs uv."""
    options = ["--group", "dev", "--universal", "--generate-hashes", "--python-version", "3.11", "--upgrade", "--quiet"]
    run("uv", "pip", "compile", "pyproject.toml", *options, "--output-file", "requirements.lock")


def is_built(source: Path, target: Path, environment: dict[str, str]) -> bool:
    """Tell whether the site that stands is what a build would make; the build is begun where it is not."""
    command = [sys.executable, "-m", "fast_build", "begin", str(source), str(target)]
    variables = os.environ | {"PYTHONPATH": str(ROOT / "plugins")} | environment
    return subprocess.run(command, cwd=ROOT, env=variables, check=False).returncode == 0


def is_site_or_empty(folder: Path) -> bool:
    """Tell whether a build may take the place of a folder: it is not there, empty, or a site that we built."""
    if not folder.exists():
        return True
    front = folder / "index.html"
    page = front.read_text(encoding="utf-8", errors="replace") if front.is_file() else ""
    return not any(folder.iterdir()) or bool(MARK.search(page))


def old_of(folder: Path) -> Path:
    """Give the name that a folder has while another takes its place."""
    return folder.with_name(f".{folder.name}.old")


def restore_folder(folder: Path) -> None:
    """Put a folder back that was taken away by a build killed between its two renames."""
    if old_of(folder).exists() and not folder.exists():
        old_of(folder).rename(folder)


def replace_folder(folder: Path, new: Path) -> None:
    """Put a new folder in the place of one, in two renames."""
    old = old_of(folder)
    shutil.rmtree(old, ignore_errors=True)
    if folder.exists():
        folder.rename(old)
    new.rename(folder)
    shutil.rmtree(old, ignore_errors=True)


def install_browser_tools() -> None:
    """Install what package-lock.json names, unless it is there already."""
    lock, installed = BROWSER_TESTS / "package-lock.json", BROWSER_TESTS / "node_modules" / "installed.json"
    if installed.is_file() and installed.read_bytes() == lock.read_bytes():
        return
    print("installing what the browser tests need with npm (once, about a minute)", flush=True)
    quiet = ("--no-audit", "--no-fund", "--loglevel", "error")
    run("npm", "ci", "--prefix", str(BROWSER_TESTS), "--ignore-scripts", *quiet)
    # Last, so that an installation that was interrupted is begun anew.
    shutil.copyfile(lock, installed)


def missing_packages() -> list[str]:
    """Name the system's packages that the browser tests need and do not find."""
    missing = [] if any(map(shutil.which, BROWSERS)) else ["chromium"]
    missing += [program for program, command in (("nodejs", "node"), ("npm", "npm")) if not shutil.which(command)]
    try:
        # The program that drives the browser is linked with it, and a bare Debian comes without.
        ctypes.CDLL("libatomic.so.1")
    except OSError:
        missing.append("libatomic1")
    return missing
