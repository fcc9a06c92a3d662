"""A paper as Pelican builds it, published, served by real servers, and looked at by a real browser."""

import re
import threading
from collections.abc import Iterator
from functools import partial
from http.server import HTTPServer
from pathlib import Path
from urllib.parse import parse_qs

import httpx
import pytest
from playwright.sync_api import Browser

from asked_hosts import caddy_port, nginx_port
from built_sites import Site, build, write
from desk.publish.websub import named
from published_papers import Desk, copy, page
from published_papers import write as write_file
from readers import QuietServer
from web_host import hosted

ARTICLE = """\
---
title: The tide is late
date: 2024-11-10 10:00:00+00:00
slug: tide
authors: [Ada Reed]
categories: [Harbour]
aliases: [/2024/10/tide-early/, /2024/10/tide-sooner/]
---
The tide is late.

| Day | Height |
| --- | ---: |
| Mon | 4.2 |
"""
SITE = "title: The Gull\nlanguage: en\naddress: https://courier.example\nhub: {hub}\n"
FORMS = 'REDIRECTS_FOR=["nginx", "caddy", "s3"]'


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Give a small paper, built for production."""
    folder = tmp_path_factory.mktemp("built")
    write(folder / "content", {
        "data/site.yaml": SITE.format(hub="http://127.0.0.1:9/hub"), "articles/tide.md": ARTICLE,
        "articles/ferry.md": ARTICLE.replace("tide", "ferry").replace("Ada Reed", "Bo Lind"),
    })  # fmt: skip
    return build(folder / "content", folder / "output", "PRODUCTION=true", FORMS)


def published(built: Site, folder: Path, more: str = "") -> Path:
    """Publish as a server gets it that is told to reload."""
    settings = f"[rsync]\npath = '{folder}/www'\nreload = 'true'\n{more}"
    done = Desk(folder, settings).publish("rsync", built.output, "--no-ping")
    assert done.status == 0, done.said
    return folder / "www" / "current"


@pytest.fixture(params=["nginx", "caddy"])
def server(request: pytest.FixtureRequest, built: Site, tmp_path: Path) -> Iterator[str]:
    """Serve the published paper by each server, with its rules and headers; give the address."""
    www = published(built, tmp_path)
    serve = {
        "nginx": partial(nginx_port, www, tmp_path / "nginx", "nginx-headers.conf", "nginx-server.conf"),
        "caddy": partial(caddy_port, www, tmp_path / "caddy", "Caddyfile-headers", "Caddyfile"),
    }[request.param]
    write_file(www, "images/0123456789abcdef0123-320.jpg", "a picture in one of its widths")
    write_file(www, "wp-content/uploads/tide.jpg", "a picture as it was uploaded")
    with serve() as port:
        yield f"http://127.0.0.1:{port}"


def test_headers(server: str, built: Site) -> None:
    """Pages may be kept for a minute, files whose names tell their content for ever; every answer has the policy."""
    script = next(path.relative_to(built.output) for path in (built.output / "theme").glob("share.*.js"))
    front, asset, lost = (httpx.get(f"{server}/{path}") for path in ("", script, "lost/"))

    assert "public, max-age=60, must-revalidate" == front.headers["cache-control"]
    assert "public, max-age=31536000, immutable" == asset.headers["cache-control"]
    uploaded = httpx.get(f"{server}/wp-content/uploads/tide.jpg")
    made = httpx.get(f"{server}/images/0123456789abcdef0123-320.jpg")
    assert "public, max-age=86400" == uploaded.headers["cache-control"]
    assert "public, max-age=31536000, immutable" == made.headers["cache-control"]
    assert 404 == lost.status_code
    for answer in (front, asset, lost):
        assert "style-src-elem 'self' 'sha256-" in answer.headers["content-security-policy"]
        assert "max-age=31536000" == answer.headers["strict-transport-security"]
        assert "nosniff" == answer.headers["x-content-type-options"]
        assert "strict-origin-when-cross-origin" == answer.headers["referrer-policy"]


def test_policy_in_a_browser(server: str, browser: Browser) -> None:
    """A browser that keeps to the policy shows the styles, and has nothing to complain of."""
    page = browser.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    for path in ("/", "/2024/11/tide/", "/search/?q=tide", "/lost/"):
        answer = page.goto(server + path)
        assert answer
        assert "0px" == page.evaluate("getComputedStyle(document.body).margin")
    page.goto(f"{server}/2024/11/tide/")
    aligned = page.evaluate("getComputedStyle(document.querySelector('td:last-child')).textAlign")
    page.close()

    assert "right" == aligned
    assert [] == [line for line in said if "Content Security Policy" in line]


def test_checks(server: str, built: Site, tmp_path: Path) -> None:
    """Pages and old addresses are asked for afterwards, and all are as they should be."""
    more = f"address = '{server}'\npatience = 5\n"
    (tmp_path / "other").mkdir()
    settings = f"[rsync]\npath = '{tmp_path}/other/www'\n{more}"
    done = Desk(tmp_path / "other", settings).publish("rsync", built.output, "--no-ping", checks=True)

    assert done.status == 0, done.said
    assert f"{server}: " in done.said
    assert "addresses asked, all as they should be" in done.said


def test_old_addresses_that_fail(built: Site, tmp_path: Path) -> None:
    """A server that was told of no rules is found out: what should lead on does not."""
    www = published(built, tmp_path)
    with hosted(www) as address:
        settings = f"[rsync]\npath = '{tmp_path}/www'\naddress = '{address}'\npatience = 0\n"
        done = Desk(tmp_path, settings).publish("rsync", built.output, "--no-ping", checks=True)

    assert done.status == 3
    assert re.search(rf"{address}/\S+ should lead to {address}/\S+, and answers 404", done.said)


def test_older_pages(site: Path, tmp_path: Path) -> None:
    """A host that still shows an older page is found out; once it shows the new one, all is well."""
    www = tmp_path / "www"
    older = copy(site, "older")
    write_file(site, "2024/11/story-1/index.html", page("Corrected"))
    with hosted(older) as address:
        desk = Desk(tmp_path, f"[folder]\npath = '{www}'\naddress = '{address}'\npatience = 0\n")
        done = desk.publish("folder", site, checks=True)
    with hosted(www) as address:
        desk = Desk(tmp_path, f"[folder]\npath = '{www}'\naddress = '{address}'\npatience = 0\n")
        later = desk.publish("folder", site, checks=True)

    assert done.status == 3
    assert "/2024/11/story-1/ is not what was sent: a cache still shows an older one" in done.said
    assert later.status == 0, later.said


class Hub(QuietServer):
    """A WebSub hub."""

    told: list[dict[str, list[str]]]
    """What it was told."""
    status = 202
    """How it answers."""

    def do_POST(self) -> None:  # noqa: N802  # the base class's name
        """Note what is told."""
        length = int(self.headers["Content-Length"])
        self.told.append(parse_qs(self.rfile.read(length).decode()))
        self.send_response(self.status)
        self.end_headers()


@pytest.fixture
def hub() -> Iterator[tuple[type[Hub], str]]:
    """Let a hub listen; give it and its address."""
    listening = type("Listening", (Hub,), {"told": []})
    with HTTPServer(("127.0.0.1", 0), listening) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield listening, f"http://127.0.0.1:{server.server_port}/hub"
        server.shutdown()


def feed(site: Path, hub: str, words: str) -> None:
    """Write the paper's feed, as news_metadata does."""
    (site / "feed" / "index.xml").write_text(
        '<rss xmlns:atom="http://www.w3.org/2005/Atom"><channel>'
        '<atom:link rel="self" href="https://courier.example/feed/?a=1&amp;b=2"/>'
        f'<atom:link rel="hub" href="{hub}"/><title>{words}</title></channel></rss>',
        encoding="utf-8",
    )


def test_hub(site: Path, tmp_path: Path, hub: tuple[type[Hub], str]) -> None:
    """The hub is told of a feed that changed, once, and of none that did not."""
    feed(site, hub[1], "one")
    desk = Desk(tmp_path)
    first = desk.publish("folder", site, "--to", str(tmp_path / "www"))
    desk.publish("folder", site, "--to", str(tmp_path / "www"))

    assert first.status == 0, first.said
    address = ["https://courier.example/feed/?a=1&b=2"]
    assert [{"hub.mode": ["publish"], "hub.url": address, "hub.topic": address}] == hub[0].told


def test_hub_fails(site: Path, tmp_path: Path, hub: tuple[type[Hub], str]) -> None:
    """A hub that refuses is told of, with the site out."""
    hub[0].status = 500
    feed(site, hub[1], "one")
    done = Desk(tmp_path).publish("folder", site, "--to", str(tmp_path / "www"))

    assert done.status == 3
    assert "the site is out, but the hub" in done.said
    assert (tmp_path / "www" / "index.html").is_file()


def test_feeds_of_the_build(built: Site) -> None:
    """The feeds that the build writes name hub and address in a way that is found."""
    text = (built.output / "feed" / "index.xml").read_text(encoding="utf-8")
    assert [("http://127.0.0.1:9/hub", "https://courier.example/feed/index.xml")] == list(named(text))
