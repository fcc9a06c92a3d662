"""A built site on hosts: each address of the old one leads to its place, and what was hidden leads nowhere."""

import re
from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path

import pytest

from asked_hosts import Ask, Landing, caddy, follow, nginx
from built_sites import Site, build
from cloudflare_rules import cloudflare
from gull_addresses import CAPITALS, LANDINGS, NOTHING
from netlify_rules import netlify

BY_SCRIPT = re.compile(r"[?]|/(comment-page-|page/)|[^/]$|(tide|storm|mara)/(rss2|rdf|atom)/$")
"""What Cloudflare's rules cannot tell from pages that are there, or what has no room among them: a script can."""
SERVERS = ("nginx", "caddy")


def on(name: str, output: Path, folder: Path) -> AbstractContextManager[Ask]:
    """Serve a site, or imitate a host that has it."""
    servers = {"nginx": nginx, "caddy": caddy}
    return servers[name](output, folder) if name in servers else nullcontext(netlify(output))


@pytest.fixture(scope="module", params=[*SERVERS, "netlify"])
def host(request: pytest.FixtureRequest, gull: Site, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    """Give each host with The Gull on it."""
    with on(request.param, gull.output, tmp_path_factory.mktemp("host")) as ask:
        yield ask


@pytest.fixture(scope="module", params=SERVERS)
def server(request: pytest.FixtureRequest, gull: Site, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    """Give each host that is a real server."""
    with on(request.param, gull.output, tmp_path_factory.mktemp("host")) as ask:
        yield ask


def lands(landing: Landing, address: str) -> bool:
    """Tell whether a reader lands at an address; one of another site is not asked."""
    if "://" in address:
        return landing.address == address
    return landing.status == 200 and landing.address.rstrip("/") == address.rstrip("/")


def test_every_address(host: Ask) -> None:
    """Each quirk of old addresses leads to the place of the same thing, in three hops at most."""
    landings = {sent: (follow(host, sent), address) for sent, address in LANDINGS if "://" not in address}

    assert {} == {sent: both for sent, both in landings.items() if not lands(*both) or both[0].hops > 3}


def test_nothing(host: Ask) -> None:
    """What was hidden, what never was, and WordPress's own programs give 404 or 410."""
    answers = {sent: follow(host, sent) for sent in NOTHING}

    assert {} == {sent: answer for sent, answer in answers.items() if answer.status not in {404, 410, 400}}


def test_other_site(host: Ask) -> None:
    """A line may lead to another site, with all that it asks there."""
    answer = host("/elsewhere/")

    assert (301, "https://other.example/a?b=c&d=e") == (answer.status, answer.location)


def test_gone(host: Ask) -> None:
    """What an editor calls gone is answered with 410, so that search engines forget it."""
    assert 410 == host("/withdrawn/").status


def test_capitals(server: Ask) -> None:
    """Capital letters make no difference where a server can tell: WordPress's database never told them apart."""
    landings = {sent: (follow(server, sent), address) for sent, address in CAPITALS}

    assert {} == {sent: both for sent, both in landings.items() if not lands(*both)}


def test_same_site(server: Ask) -> None:
    """No address leads to a host that it names, or puts lines into the head of an answer; rules stay hidden."""
    for sent in ("//other.example/amp/", "/%5C%5Cother.example/amp/", "//other.example/Feed/", "//OTHER.example/x"):
        location = server(sent).location
        assert not location.startswith(("//", "/\\", "http")), sent
    assert 404 == server("/_hosts/nginx-http.conf").status
    assert "\n" not in server("/x%0d%0aSet-Cookie:%20a=b/amp/").location


def test_cloudflare(gull_content: Path, tmp_path: Path) -> None:
    """On Cloudflare each path leads to its place by rules; what is asked of the front page is a script's to answer."""
    site = build(gull_content, tmp_path / "output", 'REDIRECTS_FOR=["cloudflare"]')
    ask = cloudflare(site.output)
    paths = [(sent, place) for sent, place in LANDINGS if not BY_SCRIPT.search(sent) and "://" not in place]
    landings = {sent: (follow(ask, sent), place) for sent, place in paths}

    assert {} == {sent: both for sent, both in landings.items() if not lands(*both)}
