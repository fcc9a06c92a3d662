"""What an export tells of links: former addresses, former homes, and what was not public."""

from pathlib import Path

import pytest

from wordpress_export.model import Export
from wordpress_export.sources import read_export, wxr

EXPORTS = Path(__file__).parent / "exports"


@pytest.fixture(scope="module")
def former() -> Export:
    """Give the export of a site whose items have moved."""
    return wxr.read(EXPORTS / "former.xml")


def test_former_addresses(former: Export) -> None:
    """A former address leads to the first that had it, unless another item has it now."""
    addresses = {article.id: article.former_addresses for article in former.read_articles() if article.former_addresses}

    assert {
        1: ("/2023/10/first/", "/2023/10/second/", "/2022/09/story-1/"),
        3: ("/2023/10/open/",),
    } == addresses
    assert {address: number for number, found in addresses.items() for address in found} == former.former


def test_hidden(former: Export) -> None:
    """What is not public is known by number, and by address where it had one."""
    assert {3: "/2023/10/secret/", 4: ""} == former.hidden
    assert not former.hidden.keys() & former.permalinks.keys()


def test_former_homes(former: Export) -> None:
    """A host is the site's own where items were published there, not where others' articles or files came from."""
    assert ("old.example/blog", "staging.example") == former.former_homes


def test_what_an_export_holds(former: Export) -> None:
    """The types of its items and the taxonomies that it lists say what it may be taken to have all of."""
    assert {"post", "page", "attachment", "category", "place"} == former.holds


def test_numbers_of_terms_and_authors(former: Export) -> None:
    """Terms and authors keep the numbers that links ask for them by."""
    assert (4, 5, 3) == (
        former.terms["category", "news"].id, former.terms["place", "dover"].id, former.authors["ann"].id
    )  # fmt: skip


def test_originals(former: Export) -> None:
    """A picture that WordPress made smaller is the one that was uploaded; one that an editor cropped stays cropped."""
    folder = "/wp-content/uploads/2023/10"

    assert (f"{folder}/big.jpg", f"{folder}/big-scaled.jpg") == (former.media[7].address, former.media[7].scaled)
    assert (f"{folder}/cut-e1600000000000.jpg", "") == (former.media[8].address, former.media[8].scaled)


def test_exports_at_two_times(tmp_path: Path) -> None:
    """Of an article in two exports the newer says whether it is public, and its address is not given away."""
    text = (EXPORTS / "former.xml").read_text(encoding="utf-8")
    dated = "<wp:post_modified><![CDATA[{}-01-01 00:00:00]]></wp:post_modified><wp:status>"
    (tmp_path / "a.xml").write_text(text.replace("<wp:status>", dated.format(2023)), encoding="utf-8")
    newer = text.replace("<![CDATA[publish]]>", "<![CDATA[private]]>", 1).replace("<wp:status>", dated.format(2024))
    (tmp_path / "b.xml").write_text(newer, encoding="utf-8")

    export = read_export(tmp_path)

    assert 1 in export.hidden
    assert 1 not in export.permalinks
