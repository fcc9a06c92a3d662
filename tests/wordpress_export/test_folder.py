"""A folder of exports of one site is read as one export."""

from pathlib import Path

import pytest

from samples import SAMPLES, needs_samples
from wordpress_export.model import Export
from wordpress_export.sources import UnknownFormError, read_export
from wordpress_export.sources.folder import SeveralSitesError

HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>The Gull</title><link>{home}</link>
<wp:wxr_version>1.2</wp:wxr_version><wp:base_blog_url>{home}</wp:base_blog_url>"""
GULL = "https://gull.example"


def item(number: int, title: str, modified: str = "2023-10-17 08:30:00") -> str:
    return f"""<item><title>{title}</title><link>{GULL}/2023/10/t{number}/</link><dc:creator>mara</dc:creator>
<content:encoded>Words.</content:encoded><wp:post_id>{number}</wp:post_id>
<wp:post_date>2023-10-17 08:30:00</wp:post_date><wp:post_date_gmt>2023-10-17 08:30:00</wp:post_date_gmt>
<wp:post_modified>{modified}</wp:post_modified><wp:post_modified_gmt>{modified}</wp:post_modified_gmt>
<wp:post_name>t{number}</wp:post_name><wp:status>publish</wp:status><wp:post_type>post</wp:post_type></item>"""


def save(file: Path, *items: str, home: str = GULL) -> None:
    file.write_text(HEAD.format(home=home) + "".join(items) + "</channel></rss>", encoding="utf-8")


def titles(export: Export) -> list[str]:
    found = [article.title for article in export.read_articles()]
    assert export.article_count == len(found)
    return found


def test_split_export(tmp_path: Path) -> None:
    """The parts of a split export are read in the order of their names."""
    save(tmp_path / "1.xml", item(1, "Ebb"))
    save(tmp_path / "2.xml", item(2, "Flow"))

    assert ["Ebb", "Flow"] == titles(read_export(tmp_path))


@pytest.mark.parametrize("newer", ["1.xml", "2.xml"])
def test_overlap(tmp_path: Path, newer: str) -> None:
    """An article that two exports have is taken once, as it was changed last, and the account says so."""
    save(tmp_path / "1.xml", item(1, "Old"), item(2, "Two"))
    save(tmp_path / "2.xml", item(1, "Old"), item(3, "Three"))
    changed = item(1, "New", modified="2024-01-01 00:00:00")
    save(tmp_path / newer, changed, item(9, "Nine"))
    export = read_export(tmp_path)

    assert titles(export).count("New") == 1
    assert "Old" not in titles(export)
    assert 1 in [entry.count for entry in export.set_aside if entry.type == "article"]


def test_dump_beside_export(tmp_path: Path) -> None:
    """Copied pages may lie beside an export; what no source knows is counted; the media folder is none of it."""
    save(tmp_path / "export.xml", item(1, "Ebb"))
    (tmp_path / "page.txt").write_text("A headline\n\nA first paragraph, long enough to be one.\n", encoding="utf-8")
    (tmp_path / "picture.jpg").write_bytes(b"\xff\xd8\xff\xe0 no export")
    (tmp_path / "uploads").mkdir()
    (tmp_path / "uploads" / "licence.txt").write_text("A text among the media files.\n", encoding="utf-8")
    export = read_export(tmp_path)

    assert ["Ebb", "A headline"] == titles(export)
    assert export.site.title == "The Gull"
    assert [("file", 1)] == [(entry.type, entry.count) for entry in export.set_aside if entry.type == "file"]


def test_two_sites(tmp_path: Path) -> None:
    """Exports of two sites in one folder are refused, since their ids mean different things."""
    save(tmp_path / "1.xml", item(1, "Ebb"))
    save(tmp_path / "2.xml", item(1, "Flow"), home="https://other.example")

    with pytest.raises(SeveralSitesError, match=r"gull\.example, https://other\.example"):
        read_export(tmp_path)


@pytest.mark.parametrize("home", ["http://gull.example", "https://www.gull.example", "HTTPS://Gull.example/"])
def test_one_site_by_several_addresses(tmp_path: Path, home: str) -> None:
    """A site that moved from http to https, or lost its `www.`, is one; the first file says its address."""
    save(tmp_path / "1.xml", item(1, "Ebb"))
    save(tmp_path / "2.xml", item(2, "Flow"), home=home)
    export = read_export(tmp_path)

    assert ["Ebb", "Flow"] == titles(export)
    assert GULL == export.site.address


def test_two_folders_of_one_host(tmp_path: Path) -> None:
    """Two sites in folders of one host are two."""
    save(tmp_path / "1.xml", item(1, "Ebb"), home=f"{GULL}/news")
    save(tmp_path / "2.xml", item(1, "Flow"), home=f"{GULL}/blog")

    with pytest.raises(SeveralSitesError):
        read_export(tmp_path)


def test_a_loop_in_two_halves(tmp_path: Path) -> None:
    """Two exports that hold one half of a loop each make no term that is above itself."""
    for number, (slug, parent) in enumerate((("ebb", "flow"), ("flow", "ebb"))):
        category = (
            f"<wp:category><wp:category_nicename>{slug}</wp:category_nicename><wp:cat_name>{slug}</wp:cat_name>"
            f"<wp:category_parent>{parent}</wp:category_parent></wp:category>"
        )
        save(tmp_path / f"{number}.xml", category, item(number + 1, slug))

    assert ["flow"] == [term.parent for term in read_export(tmp_path).terms.values() if term.parent]


def test_nothing(tmp_path: Path) -> None:
    """A folder without any export is refused in plain words."""
    with pytest.raises(UnknownFormError, match="Tools, Export"):
        read_export(tmp_path)


@needs_samples
def test_parts_of_the_unit_site(tmp_path: Path) -> None:
    """Posts, pages and attachments exported apart are the same site as the whole export."""
    for part in ("posts", "pages", "attachments"):
        (tmp_path / f"{part}.xml").symlink_to(SAMPLES / "unit" / f"export-{part}.xml")
    parts, whole = read_export(tmp_path), read_export(SAMPLES / "unit" / "export.xml")

    assert sorted(titles(whole)) == sorted(titles(parts))
    assert set(whole.media) == set(parts.media)
