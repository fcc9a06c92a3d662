"""The tasks of the house: `inv --list` is the table of contents. Each task is a sentence; the work is in plugins/."""

import ctypes
import shutil
import sys
from pathlib import Path
from shlex import join

from invoke.context import Context
from invoke.exceptions import Exit
from invoke.tasks import task

ROOT = Path(__file__).parent
PLUGINS = {"PYTHONPATH": str(ROOT / "plugins")}


def run(c: Context, *command: str) -> None:
    """Run a command of the project's environment; where it fails, end with its exit status and no traceback."""
    result = c.run(join(command), env=PLUGINS, pty=sys.stdout.isatty(), warn=True)
    if result.failed:
        raise Exit(code=result.exited)


def missing_packages() -> list[str]:
    """Name the system's packages that the browser tests need and do not find."""
    missing = [] if shutil.which("chromium") else ["chromium"]
    try:
        # The program that drives the browser is linked with it, and a bare Debian comes without.
        ctypes.CDLL("libatomic.so.1")
    except OSError:
        missing.append("libatomic1")
    return missing


def refuse_to_empty(output: Path) -> None:
    """End the task where a build, which begins by emptying its output folder, would empty one that is no built site."""
    if output.is_dir() and any(output.iterdir()) and not (output / "index.html").is_file():
        raise Exit(f"{output} holds files and no built site; a build would delete them. Name another --output.", code=2)


@task(
    help={
        "export": "an export file, or a folder of them",
        "into": "the content folder",
        "media": "a copy of the old site's wp-content/uploads folder",
        "workers": "processes; 0 for one a processor",
        "dry_run": "convert and report, write nothing else",
        "accept_loss": "exit 0 although something was lost",
    }
)
def migrate(
    c: Context,
    export: str,
    into: str = "content",
    media: str = "",
    workers: int = 0,
    dry_run: bool = False,
    accept_loss: bool = False,
) -> None:
    """Move a raw WordPress export to Markdown, with a report of everything that happened to it."""
    options = ["--into", into, "--workers", str(workers)]
    options += ["--media", media] if media else []
    options += ["--dry-run"] if dry_run else []
    options += ["--accept-loss"] if accept_loss else []
    run(c, "python", "-m", "site_migration", "migrate", export, *options)


@task(help={"content": "the content folder", "output": "the folder of the built site"})
def build(c: Context, content: str = "content", output: str = "output") -> None:
    """Build the site from its Markdown."""
    refuse_to_empty(Path(output))
    run(c, "pelican", content, "--settings", "pelicanconf.py", "--output", output, "--fatal", "errors")


@task
def demo(c: Context) -> None:
    """Migrate the sample exports, build the site from them, and say where to look."""
    demo_folder = Path("scratch", "demo")
    content, output = str(demo_folder / "content"), str(demo_folder / "output")
    shutil.rmtree(demo_folder, ignore_errors=True)
    migrate(c, "exports", into=content, media="exports/uploads")
    build(c, content=content, output=output)
    print(f"\nThe Markdown:  {content}/")
    print(f"The report:    {content}/migration/report.html")
    print(f"The site:      ./inv serve --output {output}")


@task(help={"output": "the folder of the built site", "port": "on this machine alone"})
def serve(c: Context, output: str = "output", port: int = 8000) -> None:
    """Show a built site at http://127.0.0.1:8000/ until Ctrl-C."""
    run(c, "python", "-m", "http.server", str(port), "--bind", "127.0.0.1", "--directory", output)


@task(help={"only": "a file or a folder of tests", "update": "write the golden site anew; read the diff afterwards"})
def test(c: Context, only: str = "tests", update: bool = False) -> None:
    """Run the tests, those in a real browser included."""
    if missing := missing_packages():
        raise Exit(f"The browser tests need more of the system: sudo apt-get install {' '.join(missing)}", code=1)
    run(c, "pytest", "--numprocesses", "2", "--dist", "loadfile", only, *(["--update"] if update else []))


@task
def lint(c: Context) -> None:
    """Check style, format and types."""
    run(c, "ruff", "check", ".")
    run(c, "ruff", "format", "--check", ".")
    run(c, "mypy")


@task(help={"posts": "how many posts the generated export has"})
def benchmark(c: Context, posts: int = 10_000) -> None:
    """Measure speed and memory of the migration on a generated export."""
    run(c, "python", "benchmarks/migration.py", str(posts))


@task
def lock(c: Context) -> None:
    """Write requirements.lock anew from pyproject.toml; needs uv."""
    options = ["--group", "dev", "--universal", "--generate-hashes", "--python-version", "3.11", "--upgrade", "--quiet"]
    run(c, "uv", "pip", "compile", "pyproject.toml", *options, "--output-file", "requirements.lock")
