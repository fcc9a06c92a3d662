import gzip
from collections import Counter
from typing import Any

from built_sites import Site
from readers import PHONE, Reader

FRONT, STORY = "/", "/2024/11/night-tram-returns/"


def loaded(reader: Reader, path: str) -> Counter[str]:
    """Give the bytes that come through the line for the first view on a phone, by kind of file; headers are counted."""
    page = reader.window(**PHONE).page
    line = page.context.new_cdp_session(page)
    kinds: dict[str, str] = {}
    weights: Counter[str] = Counter()

    def answered(event: dict[str, Any]) -> None:
        kinds[event["requestId"]] = event["type"]

    def finished(event: dict[str, Any]) -> None:
        weights[kinds[event["requestId"]]] += int(event["encodedDataLength"])

    line.on("Network.responseReceived", answered)
    line.on("Network.loadingFinished", finished)
    line.send("Network.enable")
    page.goto(reader.address + path, wait_until="networkidle")
    return weights


def test_story(reader: Reader) -> None:
    """The first view of a story on a phone, with its picture, weighs 75 KB or less."""
    weights = loaded(reader, STORY)

    assert weights["Image"]
    assert weights.total() <= 75_000, weights


def test_front(reader: Reader) -> None:
    """The first view of the front page on a phone weighs 150 KB or less."""
    weights = loaded(reader, FRONT)

    assert weights["Image"]
    assert weights.total() <= 150_000, weights


def test_pages(newspaper: Site) -> None:
    """Every page, its styles included, is 12.7 KB or less on its way, even with gzip alone; few are more than 12."""
    # Three related stories take half a kilobyte, and the way to search 0.1. The heaviest three (live coverage of a
    # day, fifty comments, a long story with all its facts) would not be within 12 even without the pictures of cards.
    weights = {
        str(path.relative_to(newspaper.output)): len(gzip.compress(path.read_bytes(), mtime=0))
        for path in newspaper.output.rglob("*.html")
    }

    assert {} == {name: weight for name, weight in weights.items() if weight > 12_700}
    assert len([weight for weight in weights.values() if weight > 12_000]) <= len(weights) // 50


def test_scripts(newspaper: Site) -> None:
    """All scripts of the theme together are 7 KB or less, and none is more than 3.5."""
    scripts = newspaper.output.glob("theme/*.js")

    sizes = [len(gzip.compress(path.read_bytes(), mtime=0)) for path in scripts]

    assert 7_000 >= sum(sizes)
    assert 3_500 >= max(sizes)
