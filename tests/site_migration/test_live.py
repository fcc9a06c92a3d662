"""`inv migrate https://…`: a live site becomes Markdown, by way of a folder of its answers."""

from base64 import b64decode
from pathlib import Path

import pytest

from rest_site import MARA, RestSite, post
from site_migration.__main__ import main
from site_migration.live import raw_folder
from web_faults import served, silent_port, whole

DOT = b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==")
"""A picture of one point."""


@pytest.fixture(autouse=True)
def nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody signs in."""
    monkeypatch.delenv("BROADSHEET_USER", raising=False)
    monkeypatch.delenv("BROADSHEET_APPLICATION_PASSWORD", raising=False)


def test_migrate_an_address(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The articles of a live site become Markdown; the answers stay in a folder, which migrates to the same."""
    body = '<p>Words of the tide.</p><p><img src="https://gull.example/wp-content/uploads/tide.png" alt="Waves"></p>'
    shown = post(content={"rendered": body, "protected": False})
    site = RestSite({"wp/v2/posts": [shown], "wp/v2/users": [MARA]})
    with served({"*": site, "/wp-content/uploads/tide.png": whole(DOT, content_type="image/png")}) as server:
        status = main(["migrate", server.address, "--into", str(tmp_path / "content")])

    (raw,) = (tmp_path / "raw").iterdir()
    (article,) = (tmp_path / "content" / "articles").rglob("*.md")
    assert 0 == status
    assert DOT == (tmp_path / "content" / "wp-content" / "uploads" / "tide.png").read_bytes()
    assert "Words of the tide." in article.read_text(encoding="utf-8")
    assert "without drafts" in capsys.readouterr().out
    main(["migrate", str(raw), "--into", str(tmp_path / "again")])
    (same,) = (tmp_path / "again" / "articles").rglob("*.md")
    assert article.read_text(encoding="utf-8") == same.read_text(encoding="utf-8")


def test_named_folder(tmp_path: Path) -> None:
    """`--raw` names the folder of the answers."""
    with served({"*": RestSite({"wp/v2/posts": [post()]})}) as server:
        main(["migrate", server.address, "--into", str(tmp_path / "content"), "--raw", str(tmp_path / "gull")])

    assert (tmp_path / "gull" / "posts-1.json").is_file()


def test_no_site(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A site that cannot be reached ends the command with a sentence, before anything is written."""
    assert 2 == main(["migrate", silent_port(), "--into", str(tmp_path / "content")])

    assert "takes no connection" in capsys.readouterr().out
    assert [] == list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("https://gull.example", "gull.example"),
        ("https://www.gull.example/", "gull.example"),
        ("https://gull.example:8443/blog/en/", "gull.example-8443-blog-en"),
        ("https://mara:secret@gull.example/../..", "gull.example"),
    ],
)
def test_raw_folder(address: str, name: str, tmp_path: Path) -> None:
    """The folder is called like the site's host, and a folder of the site."""
    assert tmp_path / "raw" / name == raw_folder(address, tmp_path / "content")
