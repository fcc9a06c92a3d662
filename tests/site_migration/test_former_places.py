"""What a migration writes down of old addresses that are no article's."""

from pathlib import Path

from gull_addresses import EXPORT
from site_migration.__main__ import main
from tiny_exports import item, migrated


def lists(folder: Path, name: str) -> list[str]:
    """Give the lines of a list."""
    path = folder / "content" / "data" / "addresses" / name
    return path.read_text(encoding="utf-8").splitlines() if path.exists() else []


def test_lists(tmp_path: Path) -> None:
    """Lists by number lead to their places, and lists without public articles to the list of all."""
    (tmp_path / "export.xml").write_text(EXPORT, encoding="utf-8")
    main(["migrate", str(tmp_path / "export.xml"), "--into", str(tmp_path / "content"), "--accept-loss"])

    assert [
        "/?author=7: /author/mara/", "/?cat=3: /category/harbour/", "/?cat=4: /category/harbour/ferries/",
        "/?cat=5: /category/empty/", "/category/empty/: /categories/", "/tag/unused/: /tags/",
        "/type/aside/: /archives/",
    ] == lists(tmp_path, "lists.yaml")  # fmt: skip
    assert [
        "/?attachment_id=50: /wp-content/uploads/2023/10/boat.png",
        "/2023/10/tide/boat/: /wp-content/uploads/2023/10/boat.png",
    ] == lists(tmp_path, "files-0000.yaml")
    assert ["/wp-content/uploads/2023/10/boat.png: 300x200"] == lists(tmp_path, "sizes-0000.yaml")


def test_hidden(tmp_path: Path) -> None:
    """A topic that only hidden articles have is told to no one."""
    term = '<category domain="post_tag" nicename="{0}">{0}</category>'
    tag = "<wp:tag><wp:term_id>{0}</wp:term_id><wp:tag_slug>{1}</wp:tag_slug><wp:tag_name>{1}</wp:tag_name></wp:tag>"
    migrated(
        tmp_path, tag.format(1, "whisper"), tag.format(2, "idle"), item(1, inside=("draft", term.format("whisper"))),
        item(2, "ebb"),
    )  # fmt: skip

    assert ["/tag/idle/: /tags/"] == [line for line in lists(tmp_path, "lists.yaml") if "/tag/" in line]


def test_further_pages(tmp_path: Path) -> None:
    """The further pages of an article stand among its aliases; those of a draft never were."""
    body = "One.<!--nextpage-->Two.<!--nextpage-->Three."
    migrated(tmp_path, item(1, body=body), item(2, "ebb", body, ("draft", "")))
    texts = {file.stem: file.read_text(encoding="utf-8") for file in (tmp_path / "content").rglob("*.md")}

    assert "aliases:\n  - /2023/10/tide/2/\n  - /2023/10/tide/3/\n" in texts["tide"]
    assert "aliases" not in texts["ebb"]


def test_part_of_a_page(tmp_path: Path) -> None:
    """The page of a file is written down without the part of it that its theme led to."""
    attachment = (
        "<item><title>boat</title><link>https://gull.example/2023/10/tide/boat/#main</link><wp:post_id>50</wp:post_id>"
        "<wp:post_type>attachment</wp:post_type><wp:status>inherit</wp:status><wp:post_name>boat</wp:post_name>"
        "<wp:attachment_url>https://gull.example/wp-content/uploads/2023/10/boat.png</wp:attachment_url></item>"
    )
    migrated(tmp_path, attachment, item(1))

    assert [
        "/?attachment_id=50: /wp-content/uploads/2023/10/boat.png",
        "/2023/10/tide/boat/: /wp-content/uploads/2023/10/boat.png",
    ] == lists(tmp_path, "files-0000.yaml")
