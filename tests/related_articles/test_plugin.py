import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]

PAGE = """<html><head><title>{title}</title><meta name="date" content="{date}">
<meta name="category" content="news"><meta name="related" content="{related}"></head><body><p>Text.</p></body></html>"""
TEMPLATE = "{% for story in article.related_stories %}<a href='{{ story.url }}'>{{ story.title }}</a>{% endfor %}"


def test_built(tmp_path: Path) -> None:
    """Pelican's own readers do: a pick becomes a link, a pick of a draft becomes a warning with file and words."""
    (tmp_path / "content").mkdir()
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "article.html").write_text(TEMPLATE, encoding="utf-8")
    draft = PAGE.replace("<head>", '<head><meta name="status" content="draft">')
    for name, text in {
        "a": PAGE.format(title="Tram", date="2024-11-01", related="the BRIDGE"),
        "b": PAGE.format(title="The bridge", date="2024-11-02", related="Not yet"),
        "c": draft.format(title="Not yet", date="2024-11-03", related=""),
    }.items():
        (tmp_path / "content" / f"{name}.html").write_text(text, encoding="utf-8")
    (tmp_path / "pelicanconf.py").write_text(
        f"PLUGIN_PATHS = [{str(ROOT / 'plugins')!r}]\nPLUGINS = ['related_articles']\n"
        "PATH = 'content'\nTHEME_TEMPLATES_OVERRIDES = ['templates']\nDEFAULT_LANG = 'en'\n",
        encoding="utf-8",
    )

    done = subprocess.run(
        [sys.executable, "-m", "pelican", "-s", "pelicanconf.py", "--fatal", "errors", "--log-handler", "plain"],
        cwd=tmp_path, capture_output=True, text=True, check=False,
    )  # fmt: skip

    assert done.returncode == 0, done.stderr + done.stdout
    assert "<a href='the-bridge.html'>The bridge</a>" == (tmp_path / "output" / "tram.html").read_text(encoding="utf-8")
    assert "" == (tmp_path / "output" / "the-bridge.html").read_text(encoding="utf-8")
    assert "b.html: related: 'Not yet' is no published article" in done.stderr
