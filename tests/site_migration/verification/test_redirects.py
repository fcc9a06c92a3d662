"""The lines of `_redirects`, as the proof reads them."""

from pathlib import Path

import pytest

from site_migration.verification.redirects import read_redirects

TEXT = """\
# A remark.
/ p=12 /tide/ 301!
/ p=:number /404.html 404!
/ tag=:name /tag/:name/ 301!
/old%20one /tide/
/gone /404.html 410!
/tag/:a/feed /tag/:a/feed/index.xml 200
/:a/:b/:c/amp /:a/:b/:c/ 301
/index.php/* /:splat 301
/%3Acolon /tide/ 301
"""


@pytest.mark.parametrize(
    ("address", "target"),
    [
        ("/?p=12", "/tide/"),
        ("/?utm_source=mail&p=12", "/tide/"),
        ("/?p=13", ""),
        ("/?tag=storm", "/tag/storm/"),
        ("/", ""),
        ("/old one/", "/tide/"),
        ("/old%20one", "/tide/"),
        ("/gone/", ""),
        ("/tag/storm/feed/", "/tag/storm/feed/index.xml"),
        ("/2023/10/tide/amp/", "/2023/10/tide/"),
        ("/2023/10/amp/", ""),
        ("/index.php/2023/10/tide/", "/2023/10/tide"),
        ("/:colon", "/tide/"),
        ("/xcolon", ""),
    ],
)
def test_target(address: str, target: str, tmp_path: Path) -> None:
    """The first line that fits says where an address leads to."""
    (tmp_path / "_redirects").write_text(TEXT, encoding="utf-8")

    assert target == read_redirects(tmp_path).target(address)


def test_none(tmp_path: Path) -> None:
    """A site without the file leads nowhere."""
    assert "" == read_redirects(tmp_path).target("/?p=12")
