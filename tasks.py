"""The tasks of the house: `inv --list` is the table of contents. Each task is a sentence; the work is in plugins/."""

import ctypes
import json
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
ADMIN = ROOT / "desk" / "web"
HYGIENE = ROOT / "desk" / "hygiene"
NPM_PACKAGES = (
    ("tests/browser", BROWSER_TESTS, "what the browser tests need"),
    ("tests/desk", ADMIN, "web editing"),
    ("tests/desk", HYGIENE, "markdownlint"),
)
"""Which tests need what of npm: the folders whose package.json names it."""

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
        "admin": "with web editing at /admin/; admin.toml says which repository it saves to",
        "cluster": "scheduler of a Dask cluster that makes the pages: tcp://host:8786",
    }
)
def build(
    _: Context,
    content: str = "",
    output: str = "",
    production: bool = False,
    profile: bool = False,
    admin: bool = False,
    cluster: str = "",
) -> None:
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
        add_admin(source, target, wanted=admin)
        return
    shutil.rmtree(building, ignore_errors=True)
    command = pelican_command(source, building, profile=profile, cluster=cluster)
    try:
        run(*command, **environment, FAST_BUILD_LAST=str(target))
        run(sys.executable, "-m", "fast_build", "end", str(source), str(target), str(building), **environment)
        replace_folder(target, building)
    finally:
        shutil.rmtree(building, ignore_errors=True)
    add_admin(source, target, wanted=admin)


@task
def admin(_: Context) -> None:
    """Install web editing: ./inv serve shows it at /admin/ then, and ./inv build --admin puts it into the site."""
    install_from_npm(ADMIN, "web editing")
    print("Web editing is installed: ./inv serve shows it at http://127.0.0.1:8000/admin/")


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


@task(
    help={
        "target": "folder, rsync, s3, github-pages, netlify, cloudflare, or a name in publish.toml",
        "output": "the folder of the built site (output)",
        "to": "where to: a folder, user@server:/path, a bucket, a repository, a site, a project (as in publish.toml)",
        "preview": "a name: published beside the site, for a look (netlify, cloudflare)",
        "into": "write the files as the target takes them into a new folder, and send nothing",
        "settings": "the settings of targets (publish.toml)",
        "dry_run": "show what would be new, changed and removed, and send nothing",
        "again": "send everything, whatever is there",
        "allow_shrink": "publish although more than a third of all pages would go",
        "unfinished": "publish although the build is none for production",
        "no_checks": "ask for no page afterwards",
        "no_ping": "tell no WebSub hub",
    }
)
def publish(
    _: Context,
    target: str,
    output: str = "",
    to: str = "",
    preview: str = "",
    into: str = "",
    settings: str = "",
    dry_run: bool = False,
    again: bool = False,
    allow_shrink: bool = False,
    unfinished: bool = False,
    no_checks: bool = False,
    no_ping: bool = False,
) -> None:
    """Bring the built site to where readers are: whole or not at all, and nothing twice."""
    options = ["--output", at(output, "output"), "--settings", at(settings, "publish.toml")]
    options += [f"--to={at(to) if target == 'folder' else to}"] if to else []
    options += [f"--preview={preview}"] if preview else []
    options += ["--into", at(into)] if into else []
    asked = {
        "--dry-run": dry_run, "--again": again, "--allow-shrink": allow_shrink, "--unfinished": unfinished,
        "--no-checks": no_checks, "--no-ping": no_ping,
    }  # fmt: skip
    options += [flag for flag, is_asked in asked.items() if is_asked]
    run(sys.executable, "-m", "desk", "publish", target, *options)


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
    iterable=["author", "category"],
    help={
        "title": "the headline, in quotes",
        "kind": "opinion, analysis, interview …; news where nothing is said",
        "author": "a name or a slug; several times",
        "category": "a section; several times, the main one first",
        "live": "live coverage, with a first entry",
        "content": "the content folder (content)",
    },
)
def new(
    _: Context,
    title: str,
    kind: str = "",
    author: Sequence[str] | None = None,
    category: Sequence[str] | None = None,
    live: bool = False,
    content: str = "",
) -> None:
    """Begin a story: a draft in its place, opened in $VISUAL or $EDITOR; asks for what you leave out."""
    options = ["--content", at(content, "content"), "--kind", kind, *(["--live"] if live else [])]
    options += [f"--author={name}" for name in author or ()] + [f"--category={name}" for name in category or ()]
    run(sys.executable, "-m", "desk", "new", *options, "--", title)


@task(
    help={
        "content": "the content folder (content)",
        "output": "a built site, shown as it is",
        "port": "another than 8000",
        "host": "127.0.0.1 shows it to this machine alone, 0.0.0.0 to all that reach it",
    }
)
def serve(_: Context, content: str = "", output: str = "", port: str = "8000", host: str = "127.0.0.1") -> None:
    """Show the paper at http://127.0.0.1:8000/ with its drafts, and follow what is saved; or show a built site."""
    source, built = ROOT / at(content, "content"), ROOT / at(output)
    if not output and not source.is_dir():
        raise Exit(f"{source} is no folder: name one with articles/ and pages/ in it by --content.", code=2)
    if output and not (built / "index.html").is_file():
        raise Exit(f"No built site is in {at(output)}: run ./inv build first, or name another --output.", code=2)
    shown = ["--built", str(built)] if output else ["--content", str(source)]
    run(sys.executable, "-m", "desk", "serve", *shown, "--port", port, "--host", host)


@task(help={"content": "the content folder (content)"})
def due(_: Context, content: str = "") -> None:
    """Say whether the site must be built again because time went by: status 0 where it must, 3 where nothing is due."""
    run(sys.executable, "-m", "desk", "due", "--content", at(content, "content"))


@task(help={"only": "a file or a folder of tests", "update": "write the golden site anew; read the diff afterwards"})
def test(_: Context, only: str = "", update: bool = False) -> None:
    """Run the tests, those in a real browser included."""
    if not only and (missing := missing_packages()):
        raise Exit(f"The browser tests need more of the system: sudo apt-get install {' '.join(missing)}", code=1)
    for tests, folder, what in NPM_PACKAGES:
        if not only or at(only).startswith(tests):
            install_from_npm(folder, what)
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


@task(
    help={
        "content": "the content folder (content)",
        "format": "how findings are told: text, github or json",
        "links": "ask other sites whether links to them are alive",
        "only": "a file or a folder to tell of; several times",
        "changed": "tell only of files that differ from git's last commit",
        "all": "tell each finding, however many there are of its kind",
    },
    iterable=["only"],
    auto_shortflags=False,  # -h would be --changed
)
def check(
    _: Context,
    content: str = "",
    format: str = "text",  # noqa: A002  # the name of the option
    links: bool = False,
    only: Sequence[str] | None = None,
    changed: bool = False,
    all: bool = False,  # noqa: A002  # the name of the option
) -> None:
    """Say what is wrong with the content: broken heads, dead links, missing pictures; exit 1 for errors."""
    flags = [name for name, is_on in (("--links", links), ("--changed", changed), ("--all", all)) if is_on]
    named = ["--only", *map(at, only)] if only else []
    run(sys.executable, "-m", "desk", "check", "--content", at(content, "content"), "--format", format, *flags, *named)


@task(help={"check": "write nothing, say what is not up to date"})
def schema(_: Context, check: bool = False) -> None:
    """Write anew what VS Code knows of front matter and of the files of data/."""
    run(sys.executable, "-m", "desk", "schema", *(["--check"] if check else []))


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


@task(
    name="format",
    help={
        "content": "the content folder (content)",
        "check": "write nothing, say which files are not in one spelling",
        "changed": "only files that differ from git's last commit",
    },
)
def format_markdown(_: Context, content: str = "", check: bool = False, changed: bool = False) -> None:
    """Write stories and pages in one spelling of Markdown; what readers see stays the same."""
    flags = [name for name, is_on in (("--check", check), ("--changed", changed)) if is_on]
    run(sys.executable, "-m", "desk", "format", "--content", at(content, "content"), *flags)


@task(help={"content": "look at the Markdown of a content folder instead, with markdownlint"})
def lint(_: Context, content: str = "") -> None:
    """Check style, format and types, and what machines run: workflows, the container."""
    if content:
        install_from_npm(HYGIENE, "markdownlint")
        program = HYGIENE / "node_modules" / "markdownlint-cli2" / "markdownlint-cli2-bin.mjs"
        folders = [f"{at(content)}/{folder}/**/*.md" for folder in ("articles", "pages")]
        run("node", str(program), "--config", ".markdownlint.yaml", *folders)
        return
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
        "search: indexes of archives, and Chromium asking them; check: cold, unchanged, after an edit",
    }
)
def benchmark(_: Context, posts: str = "10000", what: str = "migration") -> None:
    """Measure speed and memory of the migration on a generated export, or the speed of the conversion."""
    run(sys.executable, f"benchmarks/{what}.py", posts)


@task(help={"shell": "bash, zsh or fish"})
def completion(_: Context, shell: str = "bash") -> None:
    """Print what completes tasks and options by Tab: put eval "$(…/inv completion)" into ~/.bashrc."""
    run(sys.executable, "-m", "desk", "completion", shell)


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


def pelican_command(source: Path, building: Path, *, profile: bool, cluster: str) -> list[str]:
    """Give the command that builds a site; one whose time is asked for in one process, so that all of it is seen."""
    pelican, more = ["pelican"], []
    if profile:
        pelican = [sys.executable, "-m", "fast_build", "profile", at("", ".cache/profile")]
        more = ["--extra-settings", "FAST_BUILD_WORKERS=1"]
    elif cluster:
        more = ["--extra-settings", f"FAST_BUILD_CLUSTER={json.dumps(cluster)}"]
    options = ["--settings", str(ROOT / "pelicanconf.py"), "--output", str(building), "--fatal", "errors", *more]
    return [*pelican, str(source), *options]


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


def add_admin(source: Path, target: Path, *, wanted: bool) -> None:
    """Put web editing into a built site, or take it out of one that had it."""
    folder = target / "admin"
    if wanted:
        install_from_npm(ADMIN, "web editing")
    elif not (folder / "keys.json").is_file():
        return
    run(sys.executable, "-m", "desk", "admin", str(source), str(folder), *([] if wanted else ["--remove"]))


def install_from_npm(folder: Path, what: str) -> None:
    """Install what a folder's package-lock.json names, unless it is there already."""
    lock, installed = folder / "package-lock.json", folder / "node_modules" / "installed.json"
    if installed.is_file() and installed.read_bytes() == lock.read_bytes():
        return
    if not shutil.which("npm"):
        raise Exit(f"{what} comes from npm, which is not installed: sudo apt-get install npm", code=1)
    print(f"installing {what} with npm (once, about a minute)", flush=True)
    quiet = ("--no-audit", "--no-fund", "--loglevel", "error")
    run("npm", "ci", "--prefix", str(folder), "--ignore-scripts", *quiet)
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
