import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]

ARTICLE = """<html><head><title>{title}</title><meta name="date" content="2024-11-01"><meta name="status"
content="{status}"></head><body><p>Text.</p></body></html>"""
TEMPLATE = (
    "{% set thread = article.archived_comments %}{% if thread %}{{ thread.count }} on {{ thread.pages|length }}"
    "{% for row in thread.pages[0].rows %} {{ row.comment.author }}: {{ row.comment.html|safe }}{% endfor %}{% endif %}"
)
FURTHER = (
    "{{ story.title }} {{ comment_page.number }}{% for row in comment_page.rows %} {{ row.comment.id }}{% endfor %}"
)
SETTINGS = (
    f"PLUGIN_PATHS = [{str(ROOT / 'plugins')!r}]\nPLUGINS = ['archived_comments']\nPATH = 'content'\n"
    "THEME_TEMPLATES_OVERRIDES = ['templates']\nDEFAULT_LANG = 'en'\nARCHIVED_COMMENTS_PER_PAGE = 1\n"
)
TWO = "- id: 7\n  author: Ada\n  body: '*Yes*'\n- id: 8\n  body: No\n- id: 9\n  answers: 7\n"


def pelican(
    folder: Path, comments: dict[str, str], further: str | None = FURTHER
) -> "subprocess.CompletedProcess[str]":
    """Build a site of two articles, one of them a draft, with Pelican's own readers."""
    files = {
        "content/tram.html": ARTICLE.format(title="Tram", status="published"),
        "content/secret.html": ARTICLE.format(title="Secret", status="draft"),
        "content/pages/about.html": ARTICLE.format(title="About", status="published"),
        "templates/article.html": TEMPLATE,
        "templates/page.html": TEMPLATE.replace("article.", "page."),
        "pelicanconf.py": SETTINGS,
        **({"templates/comment_page.html": further} if further else {}),
        **{f"content/comments/{place}": text for place, text in comments.items()},
    }
    for place, text in files.items():
        (folder / place).parent.mkdir(parents=True, exist_ok=True)
        (folder / place).write_text(text, encoding="utf-8")
    return subprocess.run(
        [sys.executable, "-m", "pelican", "-s", "pelicanconf.py", "--fatal", "errors", "--log-handler", "plain"],
        cwd=folder, capture_output=True, text=True, check=False,
    )  # fmt: skip


def read(folder: Path, place: str) -> str:
    return (folder / "output" / place).read_text(encoding="utf-8")


def test_built(tmp_path: Path) -> None:
    """Articles and pages of Pelican's own readers get their threads, and long ones their further pages."""
    done = pelican(tmp_path, {"tram.yaml": TWO, "pages/about.yaml": "- id: 1\n  author: Bo\n  body: Hm\n"})

    assert done.returncode == 0, done.stderr + done.stdout
    assert "3 on 2 Ada: <p><em>Yes</em></p> : " == read(tmp_path, "tram.html")
    assert "Tram 2 8" == read(tmp_path, "tram/comment-page-2/index.html")
    assert "1 on 1 Bo: <p>Hm</p>" == read(tmp_path, "pages/about.html")
    assert "WARNING" not in done.stderr


def test_theme_without_further_pages(tmp_path: Path) -> None:
    """A theme that has no form for further pages shows the whole thread under the article."""
    done = pelican(tmp_path, {"tram.yaml": TWO}, further=None)

    assert done.returncode == 0, done.stderr + done.stdout
    assert read(tmp_path, "tram.html").startswith("3 on 1 Ada: ")


def test_not_public(tmp_path: Path) -> None:
    """The comments of what is not published are in no file of the site, and make no warning: they wait."""
    done = pelican(tmp_path, {"secret.yaml": "- id: 5\n  author: Whistle\n  body: Blown\n- id: 6\n"})

    assert done.returncode == 0, done.stderr + done.stdout
    assert "comments" not in done.stderr
    written = [path for path in (tmp_path / "output").rglob("*") if path.is_file()]
    assert [] == [path for path in written if b"Blown" in path.read_bytes()]


def test_stray(tmp_path: Path) -> None:
    """Comments whose article is not there are named in a warning."""
    done = pelican(tmp_path, {"trams.yaml": TWO})

    assert done.returncode == 0, done.stderr + done.stdout
    assert "comments/trams.yaml: no article is called so, and its comments are shown nowhere." in done.stderr


def test_damaged(tmp_path: Path) -> None:
    """What is wrong with any file ends the build, all of it at once, without Python's traceback."""
    done = pelican(tmp_path, {"tram.yaml": "- id: x\n", "pages/about.yaml": "- id: 1\n  date: never\n"})

    assert done.returncode != 0
    assert "comments/pages/about.yaml:2: date 'never' is none" in done.stderr
    assert "comments/tram.yaml:1: id 'x' is no number" in done.stderr
    assert "Traceback" not in done.stderr
