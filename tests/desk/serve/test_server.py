"""The server: what it answers, and to whom."""

import pytest

from desk.serve.hosts import is_own_host
from served_desk import ServedDesk, desk_at


@pytest.mark.parametrize("name", ["127.0.0.1", "localhost", "LOCALHOST.", "desk.localhost", "[::1]", "192.168.1.7"])
def test_own(name: str) -> None:
    """This machine's own names, and numbers, are answered."""
    assert is_own_host(name, frozenset())


@pytest.mark.parametrize("name", ["evil.example", "127.0.0.1.evil.example", "localhost.evil.example", "", "1.2.3"])
def test_other(name: str) -> None:
    """Any other name is not, wherever it leads."""
    assert not is_own_host(name, frozenset({"desk.example"}))
    assert is_own_host("desk.example", frozenset({"desk.example"}))


def test_rebound(desk: ServedDesk) -> None:
    """A page of another site reaches nothing by a name of its own, nor by a socket from its own page."""
    evil = {"Host": f"evil.example:{desk.port}"}
    for address in ("/", "/2024/05/tram/", "/.desk/desk.js", "/.desk/socket", "/admin/", "/drafts/"):
        answer = desk.ask(address, **evil)
        assert (403, False) == (answer.status, b"tram" in answer.body), address
    socket = {
        "Upgrade": "websocket", "Connection": "Upgrade", "Sec_WebSocket_Version": "13",
        "Sec_WebSocket_Key": "dGhlIHNhbXBsZSBub25jZQ==",
    }  # fmt: skip
    assert 403 == desk.ask("/.desk/socket", Origin="https://evil.example", **socket).status


@pytest.mark.parametrize(
    "address",
    ["/../pelicanconf.py", "/%2e%2e/pelicanconf.py", "/..%2fpelicanconf.py", "//etc/passwd",
     "/wp-content/../data/site.yaml", "/wp-content/%2e%2e/articles/tram.md", "/.git/config", "/%00",
     "/next/index.html", "/" + "x" * 300],
)  # fmt: skip
def test_outside(address: str, desk: ServedDesk) -> None:
    """Nothing outside the site is sent."""
    answer = desk.ask(address)

    assert answer.status in (400, 403, 404)
    assert not any(secret in answer.body for secret in (b"PLUGIN_PATHS", b"root:", b"tagline:", b"The tram."))


def test_answers(desk: ServedDesk) -> None:
    """Pages, files and what is not there have their status and type; addresses without their last slash lead on."""
    film = desk.content / "wp-content" / "uploads" / "film.mp4"
    film.parent.mkdir()
    film.write_bytes(bytes(range(256)) * 40)

    page, missing = desk.ask("/2024/05/tram/"), desk.ask("/nowhere/")
    assert ("text/html; charset=utf-8", "no-store") == (page.headers["content-type"], page.headers["cache-control"])
    assert 1 == page.text.count("data-desk-reload")
    assert (404, "text/html; charset=utf-8") == (missing.status, missing.headers["content-type"])
    assert "/2024/05/tram/" == desk.ask("/2024/05/tram").headers["location"]
    assert "text/plain; charset=utf-8" == desk.ask("/robots.txt").headers["content-type"]
    part = desk.ask("/wp-content/uploads/film.mp4", Range="bytes=2-5")
    assert (206, b"\x02\x03\x04\x05", "video/mp4") == (part.status, part.body, part.headers["content-type"])
    assert 416 == desk.ask("/wp-content/uploads/film.mp4", Range="bytes=99999-").status
    mark = desk.ask("/wp-content/uploads/film.mp4").headers["etag"]
    assert 304 == desk.ask("/wp-content/uploads/film.mp4", If_None_Match=mark).status


def test_built(desk: ServedDesk, tmp_path_factory: pytest.TempPathFactory) -> None:
    """A built site is shown as it is, with nothing of the desk's."""
    site = next((desk.folder / "served").glob("site-*"))
    with desk_at(tmp_path_factory.mktemp("built"), "--built", str(site)) as built:
        assert built.shows("The tram.", "/2024/05/tram/")

        assert (site / "2024" / "05" / "tram" / "index.html").read_bytes() == built.ask("/2024/05/tram/").body
        assert 404 == built.ask("/.desk/desk.js").status
