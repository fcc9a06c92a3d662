"""Links in a migrated site lead to where the articles are."""

from pathlib import Path

from markdown_articles.front_matter import parse
from tiny_exports import item, migrated


def meta(key: str, value: str) -> str:
    return f"<wp:postmeta><wp:meta_key>{key}</wp:meta_key><wp:meta_value>{value}</wp:meta_value></wp:postmeta>"


def test_former_addresses(tmp_path: Path) -> None:
    """The addresses that led to an article once stand in its front matter."""
    former = meta("_wp_old_slug", "ebb") + meta("_wp_old_slug", "flow") + meta("_wp_old_date", "2022-01-31")

    assert migrated(tmp_path, item(inside=("publish", former))) == 0
    front, _ = parse((tmp_path / "content/articles/2023/10/tide.md").read_text(encoding="utf-8"), "tide.md")

    assert ("/2023/10/ebb/", "/2023/10/flow/", "/2022/01/tide/") == front.aliases


def test_links_to_articles_without_addresses(tmp_path: Path) -> None:
    """On a site of numbers (`?p=2`) a link follows the article to the address that it is given, onward or back."""
    first = item(1, "first", '<a href="https://gull.example/?p=2">on</a> <a href="/?p=1">here</a>')
    second = item(2, "second", '<a href="?p=1#end">back</a>')
    plain = [
        text.replace(f"https://gull.example/2023/10/{slug}/", f"https://gull.example/?p={number}")
        for number, slug, text in ((1, "first", first), (2, "second", second))
    ]

    assert migrated(tmp_path, *plain) == 0
    folder = tmp_path / "content/articles/2023/10"

    assert "[on](/2023/10/second/) [here](/2023/10/first/)" in (folder / "first.md").read_text(encoding="utf-8")
    assert "[back](/2023/10/first/#end)" in (folder / "second.md").read_text(encoding="utf-8")
