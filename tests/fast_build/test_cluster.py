"""Pages made by a Dask cluster: a real scheduler and two workers on this machine."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

from dask_cluster import dask_cluster

ROOT = Path(__file__).parents[2]
STORIES = 320
"""More pages than are made in one process anyway."""
SETTINGS = """
SITENAME, SITEURL, TIMEZONE, DEFAULT_LANG = "Ledger", "https://ledger.example", "UTC", "en"
PLUGIN_PATHS, PLUGINS, THEME, PATH = ["plugins"], ["fast_build"], "theme", "content"
ARTICLE_PATHS, PAGE_PATHS, STATIC_PATHS = ["articles"], ["pages"], ["files"]
DIRECT_TEMPLATES, FEED_ALL_ATOM, CATEGORY_FEED_ATOM, TRANSLATION_FEED_ATOM = ["index"], None, None, None
AUTHOR_SAVE_AS = TAG_SAVE_AS = ""
"""
TEMPLATES = {
    "article.html": "<h1>{{ article.title }}</h1>{{ article.content }}{{ articles[2].title }}",
    "index.html": "{% for a in articles %}<p>{{ a.title }}</p>{% endfor %}",
    "category.html": "{{ category }}{% for a in articles %}<p>{{ a.title }}</p>{% endfor %}",
}


def project_in(folder: Path) -> Path:
    """Write a site with nothing but our plugin."""
    shutil.copytree(ROOT / "plugins" / "fast_build", folder / "plugins" / "fast_build")
    files = {f"theme/templates/{name}": text for name, text in TEMPLATES.items()} | {"pelicanconf.py": SETTINGS}
    for number in range(STORIES):
        meta = {"date": f"2026-01-01 {number // 60:02}:{number % 60:02}", "category": "Sea"}
        head = "".join(f'<meta name="{name}" content="{value}">' for name, value in meta.items())
        body = f"<p>Tide <b>{number}</b>. {'Ebb and flow. ' * 30}</p>"
        text = f"<html><head><title>Tide {number}</title>{head}</head><body>{body}</body></html>"
        files[f"content/articles/tide-{number}.html"] = text
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def build(folder: Path, output: str, **settings: object) -> str:
    """Build; give what Pelican said."""
    told = [f"{name}={json.dumps(value)}" for name, value in {"CACHE_PATH": f".{output}", **settings}.items()]
    command = [sys.executable, "-m", "pelican", "content", "-s", "pelicanconf.py", "-o", output, "-v", "-e", *told]
    variables = os.environ | {"COLUMNS": "400"}
    done = subprocess.run(command, cwd=folder, env=variables, capture_output=True, text=True, check=False)
    return done.stdout + done.stderr


def pages(folder: Path) -> dict[str, bytes]:
    """Give the files of a site."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_cluster(tmp_path: Path) -> None:
    """A cluster makes the same files as this machine alone, and leaves as much to the next build."""
    project = project_in(tmp_path / "project")
    build(project, "one", FAST_BUILD_WORKERS=1)
    with dask_cluster(tmp_path, project / "plugins") as (address, _):
        said = build(project, "two", FAST_BUILD_CLUSTER=address)

    again = build(project, "three", FAST_BUILD_LAST=str(project / "two"), CACHE_PATH=".two")

    assert "made here" not in said
    assert pages(project / "one") == pages(project / "two") == pages(project / "three")
    assert "0 of 322 pages were made" in again


def test_dead_workers(tmp_path: Path) -> None:
    """Where the workers die, the pages are made in the first process."""
    project = project_in(tmp_path / "project")
    build(project, "one", FAST_BUILD_WORKERS=1)
    killer = "import os, sys\nif sys.argv[1:] == ['crew']: os._exit(1)\n"
    (project / "pelicanconf.py").write_text(killer + SETTINGS, encoding="utf-8")
    with dask_cluster(tmp_path, project / "plugins") as (address, _):
        said = build(project, "two", FAST_BUILD_CLUSTER=address)

    assert "The cluster gives up some pages, which are made here" in said
    assert pages(project / "one") == pages(project / "two")


def test_other_site(tmp_path: Path) -> None:
    """A worker whose content is another makes no page of the site."""
    project = project_in(tmp_path / "project")
    build(project, "one", FAST_BUILD_WORKERS=1)
    plugin = (
        "from pelican import signals\nimport sys\n"
        "def changed(a):\n    if sys.argv[1:] == ['crew']: a.title += '!'\n"
        "def register(): signals.content_object_init.connect(changed)\n"
    )
    (project / "plugins" / "elsewhere.py").write_text(plugin, encoding="utf-8")
    with dask_cluster(tmp_path, project / "plugins") as (address, _):
        said = build(project, "two", FAST_BUILD_CLUSTER=address, PLUGINS=["fast_build", "elsewhere"])

    assert "are others there" in said
    assert pages(project / "one") == pages(project / "two")


def test_no_cluster(tmp_path: Path) -> None:
    """Where no scheduler answers, the build ends and says so."""
    project = project_in(tmp_path / "project")

    assert "no scheduler of a Dask cluster answers at tcp://127.0.0.1:9" in build(
        project, "two", FAST_BUILD_CLUSTER="tcp://127.0.0.1:9"
    )
