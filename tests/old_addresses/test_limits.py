"""What hosts do not take is left out, and said with what to do."""

import json

import pytest

from cloudflare_rules import read_rules
from old_addresses.hosts import FORMS
from old_addresses.plan import Plan
from old_addresses.rules import Rule

MANY = [Rule(f"/old-{number:05}/", "/tide/", "data/addresses/files-0000.yaml", rests=True) for number in range(6_000)]
ALIAS = Rule("/zebra/", "/tide/", "articles/tide.md")
PLAN = Plan([*MANY, ALIAS], pages=["/tide/"], lists=["/"], most_pages=100)


def test_cloudflare() -> None:
    """Cloudflare gets as many lines as it takes, an editor's among them."""
    written = FORMS["cloudflare"](PLAN)
    rules = read_rules(written.texts["_redirects"])

    assert 2_000 == len(rules.static)
    assert ("/tide/", 301) == rules.static["/zebra/"]
    assert "old addresses are left to the script of the 404 page" in written.warnings[0]


def test_cloudflare_long() -> None:
    """A line longer than Cloudflare reads is left out."""
    written = FORMS["cloudflare"](Plan([Rule(f"/{'λ' * 200}/", "/tide/", "a.md")]))

    assert {} == read_rules(written.texts["_redirects"]).static
    assert written.warnings


def test_html() -> None:
    """No more pages are written than are wanted, an editor's among them."""
    written = FORMS["html"](PLAN)

    assert 100 == len(written.texts)
    assert "zebra/index.html" in written.texts
    assert "REDIRECT_PAGES_MOST is 100" in written.warnings[0]


def test_apache() -> None:
    """Apache is not to read thousands of lines for each request."""
    assert "<Directory>" in FORMS["apache"](PLAN).warnings[0]


def test_s3() -> None:
    """S3 gets a list of objects, and no more routing rules than a bucket takes."""
    written = FORMS["s3"](PLAN)
    lines = written.texts["_hosts/s3-objects.tsv"].splitlines()

    assert "zebra/index.html\t/tide/" == lines[-1]
    assert 50 >= len(json.loads(written.texts["_hosts/s3-routing-rules.json"]))


@pytest.mark.parametrize("name", ["netlify", "nginx", "caddy"])
def test_no_limit(name: str) -> None:
    """Other hosts are told all of it."""
    written = FORMS[name](PLAN)

    assert [] == written.warnings
    assert "/old-05999" in "".join(written.texts.values())


def test_html_escaped() -> None:
    """A page that leads on shows its target as text, whatever is in it."""
    text = FORMS["html"](Plan([Rule("/a/", '/"><script>alert(1)</script>/', "a.md")])).texts["a/index.html"]

    assert "<script" not in text
    assert '"><' not in text.replace('">\n<', "")
