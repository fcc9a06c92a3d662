"""The policy that is made of what pages hold, and for how long each file may be kept."""

from pathlib import Path

import pytest

from desk.publish.digests import Digests
from desk.publish.edition import Edition, read_edition
from desk.publish.header_forms import cloudflare, netlify
from desk.publish.headers import IMMUTABLE, cache_for, hashed_folders, policy_of
from desk.publish.settings import Headers
from published_papers import page, paper, write

PLANTED = "<script>steal()</script>"
HARMLESS = '<script type="application/ld+json">{"a": 1}</script><script src="/theme/share.js" type=module></script>'
RULES = "<script type=speculationrules>{}</script>"


def read(site: Path) -> Edition:
    return read_edition(site, Digests(site.parent / "digests"))


def test_styles_by_hash(site: Path) -> None:
    """Each inline style stands in the policy by its hash, and the speculation rules too; nothing else."""
    write(site, "index.html", page("x", HARMLESS + RULES))
    policy = policy_of(read(site), Headers())

    assert policy.text.count("style-src-elem 'self' 'sha256-") == 1
    assert policy.text.count("script-src 'self' 'sha256-") == 1
    assert policy.text.count("sha256-") == 2
    assert "" == policy.note


def test_planted_script(site: Path) -> None:
    """A script in an article is not let in by its hash: the page is named instead."""
    write(site, "2024/11/story-2/index.html", page("x", PLANTED))
    policy = policy_of(read(site), Headers())

    assert "script-src 'self';" in policy.text
    assert "/2024/11/story-2/index.html holds a script of its own, which the policy stops" in policy.note


def test_many_styles(tmp_path: Path) -> None:
    """With more styles than fit into a header, styles alone are let in as they come."""
    stories = {f"{number}/index.html": page("x", f"<style>p{{margin:{number}px}}</style>") for number in range(31)}
    policy = policy_of(read(paper(tmp_path / "site", files=stories)), Headers())

    assert "style-src 'self' 'unsafe-inline'" in policy.text
    assert "style-src-elem" not in policy.text
    assert "script-src 'self';" in policy.text


def test_remembered(site: Path) -> None:
    """What was read before is not read again, and says the same."""
    first, again = read(site), read(site)

    assert (first.files, first.styles) == (again.files, again.styles)


CASES = [
    ("index.html", "public, max-age=60, must-revalidate"),
    ("feed/index.xml", "public, max-age=60, must-revalidate"),
    ("pagefind/pagefind.js", "public, max-age=60, must-revalidate"),
    ("wp-content/uploads/tide.jpg", "public, max-age=86400"),
    ("theme/share.15a9a5e956.js", IMMUTABLE),
    ("theme/share.15a9a5e956.js.br", IMMUTABLE),
    ("images/b8b3682c63377ffaf22e-480.webp", IMMUTABLE),
    ("pagefind/fragment/en_ac91b3e.pf_fragment", IMMUTABLE),
    ("wp-content/uploads/report.2024.pdf", "public, max-age=86400"),
]


@pytest.mark.parametrize(("place", "kept"), CASES, ids=[case[0] for case in CASES])
def test_kept(place: str, kept: str) -> None:
    """A name that tells its content may be kept for ever."""
    assert kept == cache_for(place, Headers())


def test_folders(tmp_path: Path) -> None:
    """A folder has one rule where all in it may be kept for ever, and none where one file may not."""
    files = {
        "images/b8b3682c63377ffaf22e-480.webp": "x", "images/logo.png": "x",
        "pagefind/index/en_1234567.pf_index": "x", "pagefind/pagefind.js": "x",
    }  # fmt: skip

    assert ["pagefind/index", "theme"] == hashed_folders(read(paper(tmp_path / "site", files=files)))


def test_own_policy(site: Path) -> None:
    """The newsroom's own policy stands before ours, and may be none."""
    edition = read(site)

    assert "default-src *" == policy_of(edition, Headers(policy="default-src *")).text
    assert "Content-Security-Policy" not in (netlify(edition, Headers(policy="none")).octets or b"").decode()


def test_web_editing(site: Path) -> None:
    """Web editing has a policy of its own: Cloudflare leaves its folder out, Netlify cannot and sends none."""
    write(site, "admin/index.html", page("Web editing"))
    edition = read(site)

    assert (cloudflare(edition, Headers()).octets or b"").decode().endswith("/admin/*\n  ! Content-Security-Policy\n")
    assert "Content-Security-Policy" not in (netlify(edition, Headers()).octets or b"").decode()
