from pathlib import PurePosixPath

import pytest

from site_migration.media.places import is_program, place_of


@pytest.mark.parametrize(
    ("address", "place"),
    [
        ("/wp-content/uploads/2023/a.jpg", PurePosixPath("wp-content/uploads/2023/a.jpg")),
        ("/wp-content/uploads/a.jpg?v=2", PurePosixPath("wp-content/uploads/a.jpg")),
        ("/wp-content/uploads/2023/φάρος.jpg", PurePosixPath("wp-content/uploads/2023/φάρος.jpg")),
        ("https://cdn.example/a.jpg", None),
        ("//cdn.example/a.jpg", None),
        ("/wp-content/../../etc/passwd", None),
        ("/wp-content/uploads/.htaccess", None),
        ("/articles/2023/10/tide.md", None),
        ("/Migration/state.sqlite", None),
        (f"/wp-content/uploads/{'a' * 300}.jpg", None),
        (f"/wp-content{'/a' * 600}.jpg", None),
        ("/wp-content/uploads/\udc80.jpg", None),
        ("/wp-content/uploads/a\\..\\b.jpg", None),
        ("/wp-content/uploads/", None),
        ("", None),
    ],
)
def test_place(address: str, place: PurePosixPath | None) -> None:
    """A file of the site's own keeps its address as its place; no address leads to where no file may be."""
    assert place == place_of(address)


@pytest.mark.parametrize(
    ("name", "runs"),
    [("a.html", True), ("a.SWF", True), ("a.php", True), ("a.php.jpg", True), ("a.phtml", True), ("a.js", True),
     ("a.svgz", True), ("a.jpg", False), ("a.svg", False), ("a.php-manual.pdf", False), ("js", False), ("a", False)],
)  # fmt: skip
def test_program(name: str, *, runs: bool) -> None:
    """What a browser or a server could run is known by any of its endings."""
    assert runs is is_program(name)
