"""Netlify, by its API: digests first, what it lacks afterwards, shown at once."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from netlify_api import TOKEN, Account, netlify_api
from published_papers import HOSTILE, Desk, files_of, page, paper, write


@pytest.fixture
def account(monkeypatch: pytest.MonkeyPatch) -> Iterator[Account]:
    """Let Netlify answer, and put its token into the environment."""
    monkeypatch.setenv("NETLIFY_AUTH_TOKEN", TOKEN)
    with netlify_api() as account:
        yield account


def desk_for(folder: Path, account: Account) -> Desk:
    return Desk(folder, f"[netlify]\nsite = 'gull.netlify.app'\napi = '{account.address}'\n")


def uncompressed(site: Path) -> dict[str, bytes]:
    return {place: octets for place, octets in files_of(site).items() if not place.endswith(".gz")}


def without_headers(shown: dict[str, bytes]) -> dict[str, bytes]:
    return {place: octets for place, octets in shown.items() if place != "_headers"}


def test_whole(site: Path, tmp_path: Path, account: Account) -> None:
    """Netlify shows the site, with its headers; the token is not told."""
    write(site, "_redirects", "/old/ /2024/11/story-1/ 301\n")
    done = desk_for(tmp_path, account).publish("netlify", site)

    assert done.status == 0, done.said
    assert TOKEN not in done.said
    assert uncompressed(site) == without_headers(account.site())
    headers = account.site()["_headers"].decode()
    assert "/*\n  Content-Security-Policy: default-src 'none'" in headers
    assert "/theme/*\n  Cache-Control: public, max-age=31536000, immutable" in headers


def test_nothing_twice(site: Path, tmp_path: Path, account: Account) -> None:
    """A second run sends nothing, a change sends one file."""
    desk = desk_for(tmp_path, account)
    desk.publish("netlify", site)
    account.puts.clear()

    assert "nothing to publish" in desk.publish("netlify", site).said
    write(site, "2024/11/story-1/index.html", page("Corrected"))
    (site / "2024/11/story-2/index.html").unlink()
    done = desk.publish("netlify", site)
    assert "0 new (0 bytes), 1 changed" in done.said
    assert "1 removed" in done.said
    assert ["/2024/11/story-1/index.html"] == account.puts
    assert uncompressed(site) == without_headers(account.site())


def test_hostile_names(tmp_path: Path, account: Account) -> None:
    """Spaces, both Unicode forms, per cent signs, quotes and a leading dash go through."""
    names = [name for name in HOSTILE if "#" not in name]
    site = paper(tmp_path / "site", files={name: f"hostile {number}" for number, name in enumerate(names)})

    assert desk_for(tmp_path, account).publish("netlify", site).status == 0
    assert {f"/{name}" for name in names} <= set(account.puts)
    assert uncompressed(site) == without_headers(account.site())


def test_refused_names(tmp_path: Path, account: Account) -> None:
    """Names with # or ? are refused before anything is sent."""
    done = desk_for(tmp_path, account).publish("netlify", paper(tmp_path / "site", files={"a#b.jpg": "x"}))

    assert done.status == 2
    assert "/a#b.jpg: Netlify takes no name with # or ?" in done.said
    assert {} == account.deploys


def test_busy(site: Path, tmp_path: Path, account: Account) -> None:
    """Asked to come again later, we do."""
    account.busy = 2

    assert desk_for(tmp_path, account).publish("netlify", site).status == 0
    assert uncompressed(site) == without_headers(account.site())


def test_preview(site: Path, tmp_path: Path, account: Account) -> None:
    """A preview is shown beside the site, at an address that is told in the last line."""
    done = desk_for(tmp_path, account).publish("netlify", site, "--preview", "pr-12")

    assert done.status == 0, done.said
    assert {} == account.shown
    assert (True, "pr-12") == (
        account.deploys["deploy-0"]["asked"]["draft"],
        account.deploys["deploy-0"]["asked"]["branch"],
    )
    assert "preview: https://deploy-0--gull.netlify.app" == done.said.splitlines()[-1]


def test_token(site: Path, tmp_path: Path, account: Account, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a token, or with another one, it is told what to do."""
    monkeypatch.setenv("NETLIFY_AUTH_TOKEN", "another")
    wrong = desk_for(tmp_path, account).publish("netlify", site)
    monkeypatch.delenv("NETLIFY_AUTH_TOKEN")
    none = desk_for(tmp_path, account).publish("netlify", site)

    assert (1, 2) == (wrong.status, none.status)
    assert "the token in NETLIFY_AUTH_TOKEN is not valid" in wrong.said
    assert "put one into the environment as NETLIFY_AUTH_TOKEN" in none.said
