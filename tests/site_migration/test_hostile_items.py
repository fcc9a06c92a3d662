"""Items that refer to themselves, in numbers and times that no database has: each with a calm one beside it."""

from pathlib import Path

import pytest

from built_sites import build
from tiny_exports import item, lines, migrated

NUMBERS = ("-1", "0", "99999999999999999999999999", "1e9", "0x10", "٣", "1; drop table", " 7 ", "")
DATES = (
    "0000-00-00 00:00:00", "9999-12-31 23:59:59", "10000-01-01 00:00:00", "0001-01-01 00:00:00", "-0001-11-30 00:00:00",
    "2023-13-45 25:61:61", "2023-02-30 00:00:00", "1e9", "2023-10-17T09:30:00+99:99", "0002-01-01 00:00:00", "words",
)  # fmt: skip
SERIALISED = (
    'O:8:"stdClass":1:{s:1:"a";s:7:"noindex";}', 'a:1:{i:0;s:99999999:"noindex";}', 'a:1:{i:0;s:-1:"noindex";}',
    's:3:"noi', 'C:3:"Phar":4:{evil}', "a:1000000000:{", "R:1;", 'a:1:{i:0;O:4:"Evil":0:{}}' + 's:1:"' * 5_000,
)  # fmt: skip


def comment(number: int, parent: int) -> str:
    """Give an approved comment."""
    return (
        f"<wp:comment><wp:comment_id>{number}</wp:comment_id><wp:comment_author>Bo</wp:comment_author>"
        f"<wp:comment_date>2023-10-17 10:00:00</wp:comment_date><wp:comment_content>Yes {number}</wp:comment_content>"
        f"<wp:comment_approved>1</wp:comment_approved><wp:comment_parent>{parent}</wp:comment_parent></wp:comment>"
    )


def page(number: int, parent: int) -> str:
    """Give a page below another."""
    whole = item(number, f"page-{number}", inside=("draft", f"<wp:post_parent>{parent}</wp:post_parent>"))
    return whole.replace("<wp:post_type>post", "<wp:post_type>page")


def category(slug: str, parent: str) -> str:
    """Give a category below another."""
    return (
        f"<wp:category><wp:category_nicename>{slug}</wp:category_nicename><wp:cat_name>{slug}</wp:cat_name>"
        f"<wp:category_parent>{parent}</wp:category_parent></wp:category>"
    )


def line(number: int, parent: int) -> str:
    """Give a line of a menu below another."""
    meta = {"_menu_item_type": "custom", "_menu_item_menu_item_parent": str(parent), "_menu_item_url": "/x/"}
    fields = "".join(
        f"<wp:postmeta><wp:meta_key>{key}</wp:meta_key><wp:meta_value>{value}</wp:meta_value></wp:postmeta>"
        for key, value in meta.items()
    )
    whole = item(
        number, f"line-{number}", inside=("publish", f'<category domain="nav_menu" nicename="m">m</category>{fields}')
    )
    return whole.replace("<wp:post_type>post", "<wp:post_type>nav_menu_item")


def dated(number: int, date: str) -> str:
    """Give a post with a date of local and of universal time."""
    return item(number, f"tide-{number}").replace("2023-10-17 09:30:00", date).replace("2023-10-17 08:30:00", date)


SITES = {
    "comments that answer themselves": [item(inside=("publish", comment(1, 1)))],
    "comments that answer each other": [item(inside=("publish", comment(1, 2) + comment(2, 3) + comment(3, 1)))],
    "comments with one number": [item(inside=("publish", comment(1, 0) * 3))],
    "comments, each an answer to the one before": [
        item(inside=("publish", "".join(comment(number, number - 1) for number in range(1, 2_001))))
    ],
    "pages that are their own parents": [page(1, 1), page(2, 3), page(3, 2)],
    "pages, each below the one before": [page(number, number - 1) for number in range(1, 301)],
    "categories that are their own parents": [category("a", "a"), category("b", "c"), category("c", "b"), item()],
    "categories, each below the one before": [*(category(f"c{n}", f"c{n - 1}") for n in range(1, 1_201)), item()],
    "menu lines that are their own parents": [line(1, 1), line(2, 3), line(3, 2), item(9)],
    "menu lines, each below the one before": [*(line(n, n - 1) for n in range(1, 1_201)), item(9999)],
    "numbers": [item(1).replace("_id>1<", f"_id>{number}<") for number in NUMBERS],
    "one number for several types": [item(1), page(1, 0), item(1, "ebb"), item(1, "ebb")],
    "dates": [dated(number, date) for number, date in enumerate(DATES, 1)],
    "a date in universal time alone": [
        item(1), item(2, "ebb").replace("2023-10-17 09:30:00", "").replace("2023-10-17 08:30:00", "9999-12-31 23:59:59")
    ],
    "serialised values": [
        item(number, f"tide-{number}", inside=("publish", "".join(
            f"<wp:postmeta><wp:meta_key>{key}</wp:meta_key><wp:meta_value><![CDATA[{value}]]></wp:meta_value></wp:postmeta>"
            for key in ("rank_math_robots", "_wp_attachment_metadata", "_yoast_wpseo_meta-robots-noindex"))))
        for number, value in enumerate(SERIALISED, 1)
    ],
    "one title a thousand times, without numbers": [item(0, "")] * 1_000,
}  # fmt: skip


@pytest.mark.parametrize("items", [pytest.param(items, id=name) for name, items in SITES.items()])
def test_items(items: list[str], tmp_path: Path) -> None:
    """Every item is accounted for, and the site is built."""
    assert migrated(tmp_path, *items) in (0, 1)

    articles = [text for text in items if "<item>" in text and "nav_menu_item" not in text]
    booked = lines(tmp_path)
    assert len(articles) == len(booked)
    assert {"written"} == {line["fate"] for line in booked}
    assert len(booked) == len({line["file"] for line in booked})
    assert {"export.xml", "content"} == {path.name for path in tmp_path.iterdir()}
    if len(items) < 20:
        build(tmp_path / "content", tmp_path / "output")


def test_thousands_of_comments(tmp_path: Path) -> None:
    """All comments of an article come, each an answer to the one before."""
    assert 0 == migrated(tmp_path, item(inside=("publish", "".join(comment(n, n - 1) for n in range(1, 5_001)))))
    assert 5_000 == lines(tmp_path)[0]["comments"]


@pytest.mark.parametrize(
    "address",
    ["../../x.jpg", "%2e%2e/%2e%2e/x.jpg", "..%2f..%2fx.jpg", "articles/2023/10/x.md", "data/authors.yaml", ".htaccess",
     "wp-content/uploads/.git/x.jpg", "migration/state.sqlite", "", "wp-content/uploads/%00.jpg", "..\\x.jpg"],
)  # fmt: skip
def test_pictures(address: str, tmp_path: Path) -> None:
    """An attachment's address leads no file out of the folder, nor among the newsroom's own."""
    uploads = tmp_path / "old" / "uploads"
    for name in (
        "x.jpg",
        "articles/2023/10/x.md",
        "data/authors.yaml",
        ".htaccess",
        ".git/x.jpg",
        "migration/state.sqlite",
    ):
        (uploads / name).parent.mkdir(parents=True, exist_ok=True)
        (uploads / name).write_text("hostile", encoding="utf-8")
    (tmp_path / "old" / "x.jpg").write_text("hostile", encoding="utf-8")
    extra = f"<wp:attachment_url>https://gull.example/{address}</wp:attachment_url>"
    picture = item(5, "x", inside=("inherit", extra)).replace("<wp:post_type>post", "<wp:post_type>attachment")

    assert migrated(tmp_path, item(), picture, options=("--media", str(uploads))) in (0, 1)
    assert {"export.xml", "content", "old"} == {path.name for path in tmp_path.iterdir()}
    copied = [file for file in (tmp_path / "content").rglob("*") if file.is_file() and file.read_bytes() == b"hostile"]
    assert [] == copied


def test_picture_that_is_a_link(tmp_path: Path) -> None:
    """A link in the uploads folder does not publish a file of this machine: it is reported as lost."""
    (tmp_path / "secret").write_text("secret", encoding="utf-8")
    (tmp_path / "uploads").mkdir()
    (tmp_path / "uploads" / "a.jpg").symlink_to(tmp_path / "secret")
    extra = "<wp:attachment_url>https://gull.example/wp-content/uploads/a.jpg</wp:attachment_url>"
    picture = item(5, "x", inside=("inherit", extra)).replace("<wp:post_type>post", "<wp:post_type>attachment")

    assert 1 == migrated(tmp_path, item(), picture, options=("--media", str(tmp_path / "uploads")))
    assert not (tmp_path / "content" / "wp-content" / "uploads" / "a.jpg").exists()
