"""Related stories within the text, from the export to the front matter and the body."""

from pathlib import Path

from markdown_articles.front_matter import parse
from tiny_exports import item, migrated

LABEL = "Αξίζει να δείτε"


def test_label_is_learnt_over_the_export(tmp_path: Path) -> None:
    """What a newsroom writes before each related story goes; the story stands in its place and in the front matter."""
    line = '<p>Words.</p><p><em>{}: <a href="https://gull.example/2023/10/s{}/">Tide {}</a></em></p>'
    posts = [item(n, slug=f"s{n}", body=line.format(LABEL, n % 4 + 1, n % 4 + 1)) for n in range(1, 5)]
    assert migrated(tmp_path, *posts) == 0
    front, body = parse((tmp_path / "content/articles/2023/10/s1.md").read_text(encoding="utf-8"), "s1.md")

    assert ("/2023/10/s2/",) == front.related
    assert "Words.\n\n[Tide 2](/2023/10/s2/)" == body.strip()
    assert not front.review


def test_hidden_stories_are_not_related(tmp_path: Path) -> None:
    """An article that is not public stays out of the front matter."""
    body = '<p>Related: <a href="https://gull.example/2023/10/s2/">A Story of Old</a></p>'
    assert migrated(tmp_path, item(1, slug="s1", body=body), item(2, slug="s2", inside=("private", ""))) == 0
    front, _ = parse((tmp_path / "content/articles/2023/10/s1.md").read_text(encoding="utf-8"), "s1.md")

    assert () == front.related
