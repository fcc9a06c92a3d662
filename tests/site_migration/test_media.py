from pathlib import Path, PurePosixPath

import pytest

from site_migration.media import copy_media, place_of
from wordpress_export.model import Media


@pytest.mark.parametrize(
    ("address", "place"),
    [
        ("/wp-content/uploads/2023/a.jpg", PurePosixPath("wp-content/uploads/2023/a.jpg")),
        ("/wp-content/uploads/a.jpg?v=2", PurePosixPath("wp-content/uploads/a.jpg")),
        ("https://cdn.example/a.jpg", None),
        ("//cdn.example/a.jpg", None),
        ("/wp-content/../../etc/passwd", None),
        ("", None),
    ],
)
def test_place(address: str, place: PurePosixPath | None) -> None:
    """A file of the site's own keeps its address as its place; no address leads out of the content folder."""
    assert place == place_of(address)


@pytest.mark.parametrize("uploads", ["site/wp-content/uploads", "site"])
def test_copies(tmp_path: Path, uploads: str) -> None:
    """Files are copied from the uploads folder or from a folder that has it below."""
    picture = tmp_path / "site" / "wp-content" / "uploads" / "2023" / "a.jpg"
    picture.parent.mkdir(parents=True)
    picture.write_bytes(b"picture")

    account = copy_media([Media(1, "/wp-content/uploads/2023/a.jpg")], tmp_path / uploads, tmp_path / "content")

    assert {"in the content folder": 1} == account.counts
    assert b"picture" == (tmp_path / "content/wp-content/uploads/2023/a.jpg").read_bytes()


@pytest.mark.parametrize(
    ("files", "copied"), [(("a.jpg", "a-scaled.jpg"), b"a.jpg"), (("a-scaled.jpg",), b"a-scaled.jpg")]
)
def test_smaller_picture_stands_in(tmp_path: Path, files: tuple[str, ...], copied: bytes) -> None:
    """Where the picture that was uploaded is gone, the one that WordPress made of it is copied in its place."""
    for name in files:
        (tmp_path / name).write_bytes(name.encode())
    picture = Media(1, "/wp-content/uploads/a.jpg", scaled="/wp-content/uploads/a-scaled.jpg")

    account = copy_media([picture], tmp_path, tmp_path / "content")

    assert {"in the content folder": 1} == account.counts
    assert copied == (tmp_path / "content/wp-content/uploads/a.jpg").read_bytes()


def test_missing(tmp_path: Path) -> None:
    """A file that is not in the uploads folder is named."""
    account = copy_media([Media(1, "/wp-content/uploads/a.jpg")], tmp_path, tmp_path / "content")

    assert ["wp-content/uploads/a.jpg"] == account.missing


def test_without_uploads(tmp_path: Path) -> None:
    """Without an uploads folder the files are counted, so that no one believes they are there."""
    account = copy_media([Media(1, "/wp-content/uploads/a.jpg")], None, tmp_path)

    assert {"not copied: no uploads folder was named": 1} == account.counts
