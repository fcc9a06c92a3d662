"""Cloudflare, by its own program: the command line that is documented, and a folder as Cloudflare takes it."""

from pathlib import Path

import pytest

from published_papers import Desk, files_of, page, write

WRANGLER = """#!/bin/sh
# Notes how it was called, and what was in the folder.
printf '%s\\n' "$@" > {folder}/said
cp -r "$3" {folder}/sent
echo "✨ Deployment complete! Take a peek over at https://1a2b3c.gull.pages.dev"
"""


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """Give a desk whose wrangler notes what it is told."""
    monkeypatch.setenv("CLOUDFLARE_API_TOKEN", "never-shown")
    monkeypatch.setenv("CLOUDFLARE_ACCOUNT_ID", "4711")
    program = tmp_path / "wrangler"
    program.write_text(WRANGLER.format(folder=tmp_path))
    program.chmod(0o755)
    return Desk(tmp_path, f"[cloudflare]\nproject = 'gull'\nwrangler = '{program}'\n")


def test_whole(site: Path, tmp_path: Path, desk: Desk) -> None:
    """The program is called as its documentation says, with a folder that holds the site and its headers."""
    write(site, "admin/index.html", page("Web editing"))
    done = desk.publish("cloudflare", site)

    assert done.status == 0, done.said
    assert "never-shown" not in done.said
    told = (tmp_path / "said").read_text().splitlines()
    assert ["pages", "deploy", "--project-name=gull", "--branch=main", "--commit-dirty=true"] == [*told[:2], *told[3:]]
    sent = files_of(tmp_path / "sent")
    headers = sent.pop("_headers").decode()
    assert {place: octets for place, octets in files_of(site).items() if not place.endswith(".gz")} == sent
    assert "/admin/*\n  ! Content-Security-Policy" in headers
    assert not list(site.parent.glob(".publishing-*"))


def test_nothing_twice(site: Path, tmp_path: Path, desk: Desk) -> None:
    """What this machine published last is not published again; what it did not, cannot be known."""
    first = desk.publish("cloudflare", site)
    (tmp_path / "said").unlink()

    assert "cannot be asked of it" in first.said
    assert "nothing to publish" in desk.publish("cloudflare", site).said
    assert not (tmp_path / "said").exists()


def test_preview(site: Path, tmp_path: Path, desk: Desk) -> None:
    """A preview goes to a branch of its own, and its address is told in the last line."""
    done = desk.publish("cloudflare", site, "--preview", "pr-12")

    assert "--branch=pr-12" in (tmp_path / "said").read_text()
    assert "preview: https://1a2b3c.gull.pages.dev" == done.said.splitlines()[-1]


def test_failure(site: Path, tmp_path: Path, desk: Desk) -> None:
    """Where the program fails, its last words are told, and the next run begins anew."""
    (tmp_path / "wrangler").write_text("#!/bin/sh\necho 'Authentication error [code: 10000]' >&2\nexit 1\n")
    done = desk.publish("cloudflare", site)

    assert done.status == 1
    assert "Authentication error [code: 10000]" in done.said
    (tmp_path / "wrangler").write_text(WRANGLER.format(folder=tmp_path))
    assert "published in" in desk.publish("cloudflare", site).said


def test_without_token(site: Path, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without token and account it is told which variables are missing."""
    monkeypatch.delenv("CLOUDFLARE_API_TOKEN")
    done = desk.publish("cloudflare", site)

    assert done.status == 2
    assert "Cloudflare needs CLOUDFLARE_API_TOKEN in the environment" in done.said
