import subprocess
import sys
from pathlib import Path

from built_sites import Site, build, words, write

ROOT = Path(__file__).parents[2]

PAGE = """<html><head><title>{title}</title><meta name="date" content="{date}">
<meta name="category" content="news"><meta name="related" content="{related}">
<meta name="unrelated" content="all"></head><body><p>Text.</p></body></html>"""
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


HEAD = "---\ntitle: {title}\ndate: 2024-11-{day:02}\n{more}---\n\n{body}\n"
FERRY = (
    "The ferry to the far shore stopped at the quay, and the ferryman counted gulls by lantern until the fog lifted."
)
STORIES = {
    "a": ("A ferry", "tags: [Ferry, Fog]\n", FERRY + " Nora waited."),
    "b": ("B ferry", "tags: [Ferry, Gulls]\n", "Gulls follow the ferry from quay to shore; the ferryman counts."),
    "c": ("C linked", "tags: [Budget]\n", "The council votes. [B](/2024/11/b/) [mail](mailto:x@y.example)"),
    "d": ("D hidden", "status: draft\ntags: [Ferry]\n", FERRY),
    "e": ("E alone", "tags: [Ferry]\nunrelated: [all]\n", "The ferry and the ferryman, on the quay at night."),
    "f": ("F choosy", "related: [C linked]\nunrelated: [a, Nobody]\n", "Ferryman, ferry, quay, fog, lantern."),
}
FILES = {
    f"articles/{slug}.md": HEAD.format(title=title, day=day, more=more, body=body)
    for day, (slug, (title, more, body)) in enumerate(STORIES.items(), 1)
}


def shown(site: Site, slug: str, what: str = ".p-name") -> list[str]:
    return [words(node) for node in site.page(f"/2024/11/{slug}/").css(f".related {what}")]


def test_page(tmp_path: Path) -> None:
    """An article's page shows what is like it, its links first, and the tags that tie them together; no draft."""
    write(tmp_path / "content", FILES)
    site = build(tmp_path / "content", tmp_path / "output")

    assert "B ferry" in shown(site, "a")
    assert "Ferry" in shown(site, "a", ".tags a")
    assert "B ferry" == shown(site, "c")[0]
    assert not any("D hidden" in page.text() for page in site.pages().values())


def test_wishes(tmp_path: Path) -> None:
    """`related` comes first, `unrelated` is never shown, and `all` leaves the page to its picks."""
    write(tmp_path / "content", FILES)
    site = build(tmp_path / "content", tmp_path / "output")

    assert "C linked" == shown(site, "f")[0]
    assert "A ferry" not in shown(site, "f")
    assert "B ferry" in shown(site, "f")
    assert [] == shown(site, "e")


def test_off(tmp_path: Path) -> None:
    """With RELATED_ARTICLES_STORIES at 0 a site shows its editors' picks alone."""
    write(tmp_path / "content", FILES)
    site = build(tmp_path / "content", tmp_path / "output", "RELATED_ARTICLES_STORIES=0")

    assert [] == shown(site, "a")
    assert ["C linked"] == shown(site, "f")
