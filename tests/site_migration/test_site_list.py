"""What editors add to `data/site.yaml` and beside it, and a migration that runs again."""

from pathlib import Path

from markdown_articles.registries import Breaking, Newsletter
from markdown_articles.registry_files import read_registries
from site_migration.__main__ import main
from tiny_exports import HEAD, TAIL, item

ADDED = (
    "breaking:\n  text: Fire at the quay\n  address: /2024/11/fire/\n"
    "newsletter:\n  address: https://letters.example/join\n"
)


def migrated(folder: Path, head: str) -> int:
    (folder / "export.xml").write_text(head + item() + TAIL, encoding="utf-8")
    return main(["migrate", str(folder / "export.xml"), "--into", str(folder / "content")])


def test_kept(tmp_path: Path) -> None:
    """What is breaking, the newsletter and the front page stay when the export changes what it knows of the site."""
    assert 0 == migrated(tmp_path, HEAD)
    written = tmp_path / "content/data/site.yaml"
    written.write_text(written.read_text(encoding="utf-8") + ADDED, encoding="utf-8")
    front = tmp_path / "content/data/front.yaml"
    front.write_text("lead: tide\n", encoding="utf-8")

    assert 0 == migrated(tmp_path, HEAD.replace("The Gull", "The Herring Gull"))
    site = read_registries(tmp_path / "content/data").site
    assert "The Herring Gull" == site.title
    assert (Breaking("Fire at the quay", "/2024/11/fire/"), Newsletter("https://letters.example/join")) == (
        site.breaking, site.newsletter,
    )  # fmt: skip
    assert "lead: tide\n" == front.read_text(encoding="utf-8")
    assert not list((tmp_path / "content/data").glob("*.incoming"))
