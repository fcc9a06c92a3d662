"""A Pelican site made of an export alone."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

import wordpress_export

EXPORTS = Path(__file__).parent / "exports"
PLUGINS = Path(wordpress_export.__file__).parents[1]


def build(site: Path, *exports: str) -> subprocess.CompletedProcess[str]:
    (site / "content").mkdir()
    paths = [str(EXPORTS / f"{name}.xml") for name in exports]
    settings = ["PATH = 'content'", "PLUGINS = ['wordpress_export']", f"PLUGIN_PATHS = [{str(PLUGINS)!r}]",
                f"WORDPRESS_EXPORT_PATHS = {paths!r}", "TIMEZONE = 'Europe/Athens'"]  # fmt: skip
    if (site / "handlers.py").exists():
        settings.append(f"WORDPRESS_EXPORT_HANDLERS = {str(site / 'handlers.py')!r}")
    (site / "pelicanconf.py").write_text("\n".join(settings), encoding="utf-8")
    command = [sys.executable, "-m", "pelican", "content", "--settings", "pelicanconf.py", "--fatal", "errors"]
    # A wide terminal, so that no message is broken within a path.
    wide = os.environ | {"COLUMNS": "1000"}
    return subprocess.run(command, cwd=site, capture_output=True, text=True, check=False, env=wide)


def pages(site: Path) -> set[str]:
    return {str(path.relative_to(site / "output")) for path in (site / "output").rglob("index.html")}


def test_public_articles_stand_at_their_old_addresses(tmp_path: Path) -> None:
    """Each public article and page is built where it was; what was not public is nowhere."""
    built = build(tmp_path, "slugs", "menus", "statuses")
    output = [path.read_text(encoding="utf-8") for path in (tmp_path / "output").rglob("*.html")]

    assert built.returncode == 0, built.stdout + built.stderr
    assert {"2023/10/επίπεδο/index.html", "about/index.html", "2023/10/story-1/index.html"} <= pages(tmp_path)
    assert not any("Secret plan" in text or "locked" in text for text in output)


def test_no_export(tmp_path: Path) -> None:
    """Without an export the plugin does nothing."""
    assert (0, {"index.html"}) == (build(tmp_path).returncode, pages(tmp_path))


@pytest.mark.parametrize("name", ["bomb", "none"])
def test_a_refused_export_ends_the_build(tmp_path: Path, name: str) -> None:
    """An export that is hostile or not there ends the build, and is named."""
    built = build(tmp_path, name)

    assert built.returncode != 0
    assert f"{name}.xml" in built.stdout + built.stderr


def test_a_damaged_export_is_shown(tmp_path: Path) -> None:
    """A cut export is shown as far as it goes, and what was lost is said, once for articles and pages together."""
    built = build(tmp_path, "cut")

    assert built.returncode == 0
    assert "2023/10/story-1/index.html" in pages(tmp_path)
    assert (built.stdout + built.stderr).count("Cut off") == 1


def test_a_preview_has_the_site_s_own_handlers(tmp_path: Path) -> None:
    """A shortcode with a handler is shown as the handler gives it."""
    export = (EXPORTS / "folder_home.xml").read_text(encoding="utf-8")
    body = re.search(r"<content:encoded><!\[CDATA\[(.*?)\]\]>", export, re.DOTALL)
    assert body
    (tmp_path / "own.xml").write_text(export.replace(body[1], "The tide is [tide]."), encoding="utf-8")
    (tmp_path / "handlers.py").write_text("SHORTCODES = {'tide': lambda s, c: '<em>high</em>'}", encoding="utf-8")
    built = build(tmp_path, str(tmp_path / "own"))
    output = [path.read_text(encoding="utf-8") for path in (tmp_path / "output").rglob("*.html")]

    assert built.returncode == 0, built.stdout + built.stderr
    assert any("The tide is <em>high</em>." in text for text in output)
