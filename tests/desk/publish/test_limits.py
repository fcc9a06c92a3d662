"""The limits of targets are told before anything is sent, with what to do."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from desk.publish.edition import Edition, SiteFile, made
from desk.publish.limits import left_behind, too_much
from desk.publish.settings import S3, Cloudflare, Folder, GithubPages, Netlify, Rsync, Target


def edition(sizes: Mapping[str, int], *files: SiteFile) -> Edition:
    listed = [SiteFile(place, size, "") for place, size in sizes.items()]
    return Edition(Path("output"), {file.place: file for file in [*listed, *files]})


MANY = dict.fromkeys((f"{number}/index.html" for number in range(20_001)), 1)
RULES = made("_redirects", "".join(f"/{number} /b 301\n" for number in range(2_001)))
CASES: list[tuple[Target, Edition, str]] = [
    (GithubPages(), edition({"film.mp4": 101_000_000}), "/film.mp4 has 101 MB, and 100 MB are taken"),
    (
        GithubPages(),
        edition(dict.fromkeys("abcdefghijk", 99_000_000)),
        "the site has 1.1 GB, and GitHub Pages takes 1 GB",
    ),
    (Cloudflare(), edition({"a.mp4": 27_000_000, "b.mp4": 28_000_000}), "/b.mp4 has 28 MB, and 26 MB are taken, and 1"),
    (Cloudflare(), edition(MANY), "the site has 20,001 files, and Cloudflare Pages takes 20,000 on the free plan"),
    (Cloudflare(), edition({}, made("_redirects", "/a /b 301!\n")), "_redirects is written for Netlify"),
    (Cloudflare(), edition({}, RULES), "_redirects has 2,001 lines and 0 with patterns, and Cloudflare takes 2,000"),
    (Cloudflare(), edition({}, made("_redirects", f"/{'a' * 1000} /b 301\n")), "has more than 1,000 characters"),
    (Cloudflare(), edition({}, made("_headers", f"/*\n  A: {'a' * 2000}\n")), "has over 2,000 characters"),
    (Netlify(), edition({"what?.jpg": 1}), "/what?.jpg: Netlify takes no name with # or ?"),
    (S3(), edition({"新" * 400: 1}), "S3 takes names of up to 1,024 bytes"),
    (Folder(), edition({f"a/{'新' * 90}/index.html": 1}), "a folder takes names of up to 255 bytes"),
]


@pytest.mark.parametrize(("target", "site", "said"), CASES, ids=[case[2] for case in CASES])
def test_too_much(target: Target, site: Edition, said: str) -> None:
    """What is too much is told in one sentence."""
    told = too_much(site, target)

    assert len(told) == 1
    assert said in told[0]


def test_paid_plan() -> None:
    """A paid plan takes more files."""
    assert [] == too_much(edition(MANY), Cloudflare(plan="paid"))


@pytest.mark.parametrize("target", [Netlify(), Cloudflare(), S3(), Rsync()])
def test_old_addresses(target: Target) -> None:
    """A target that is not told of old addresses, and could be, is noted."""
    assert len(left_behind(edition({}), target)) == 1
    assert [] == left_behind(edition({"_redirects": 1, "_hosts/s3-objects.tsv": 1}), target)
