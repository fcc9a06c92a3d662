"""What the proof reads: words, addresses, the bodies of WordPress."""

import operator
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from cases import Case, read_cases
from site_migration.verification.bodies import read_text
from site_migration.verification.comparison import is_moment
from site_migration.verification.crew import spread
from site_migration.verification.destinations import other_places
from site_migration.verification.export import Account, CannotVerifyError, Item, SiteFact, Term, read_records
from site_migration.verification.leaks import Secrets
from site_migration.verification.locations import OldSite
from site_migration.verification.markup import Shown
from site_migration.verification.output_files import OVERLAP, PIECE, texts_in
from site_migration.verification.pages import files_at
from site_migration.verification.site import Attachment, Site
from site_migration.verification.words import missing, words_of

CASES = Path(__file__).parent / "cases"
OLD = OldSite(frozenset({"gannet.example"}))
SITE = Site(
    attachments={
        7: Attachment("https://gannet.example/wp-content/uploads/7.jpg", "<em>Seven</em>", 5),
        8: Attachment("https://gannet.example/wp-content/uploads/8.pdf", "A file", 5),
    },
    hanging={5: [7, 8]},
    patterns={
        40: "<p>Pattern</p>",
        41: '<p>Loop</p><!-- wp:block {"ref":42} /-->',
        42: '<!-- wp:block {"ref":42} /-->',
    },
    old=OLD,
)


@pytest.mark.parametrize("case", read_cases(CASES / "words.txt"), ids=str)
def test_words(case: Case) -> None:
    """A text is its words."""
    assert case.expected == "|".join(words_of(case.given))


@pytest.mark.parametrize("case", read_cases(CASES / "missing.txt"), ids=str)
def test_missing(case: Case) -> None:
    """Words that are not there, in order, are named."""
    expected, found = case.given.split("\n")

    assert case.expected.splitlines() == [str(gap) for gap in missing(expected.split(), found.split())]


@pytest.mark.parametrize("case", read_cases(CASES / "places.txt"), ids=str)
def test_places(case: Case) -> None:
    """Addresses that mean the same are the same."""
    kind, _, address = case.given.rpartition(" ")
    read = {"": OLD.place, "picture": OLD.picture, "embed": OLD.embed}[kind]

    assert case.expected == read(address)


@pytest.mark.parametrize("case", read_cases(CASES / "bodies.txt"), ids=str)
def test_bodies(case: Case) -> None:
    """A body is what a reader of it sees."""
    assert case.expected == "\n".join(described(read_text(case.given, SITE, 5)))


def described(shown: Shown) -> Iterator[str]:
    yield f"words: {' '.join(shown.words)}".rstrip()
    yield from (f"link: {link}" for link in shown.links)
    yield from (f"picture: {source} ({text})" for source, text in shown.pictures)
    yield from (f"caption: {' '.join(words)}" for words in shown.captions)
    yield from (f"row: {' | '.join(row)}" for row in shown.rows)
    yield from (f"embed: {address}" for address in shown.embeds)
    yield from (f"address: {address}" for address in shown.addresses)


@pytest.mark.parametrize(
    ("place", "other"),
    [
        ("old.example/a", "/a"),
        ("old.example", "/"),
        ("/uploads/a-scaled.jpg", "/uploads/a.jpg"),
        ("files.example/2024/a.pdf", "/wp-content/uploads/2024/a.pdf"),
    ],
)
def test_other_places(place: str, other: str) -> None:
    """A place of the old site is the same under another host, and a picture is the same in another size."""
    assert [other] == list(other_places(place, [other, "/b"], SITE))


@pytest.mark.parametrize("place", ["youtube:abc", "mailto:a@b.example", "/a"])
def test_no_other_place(place: str) -> None:
    """A film, an address of a person and another page are not the front page."""
    assert [] == list(other_places(place, ["/"], SITE))


def test_words_that_repeat_for_ever() -> None:
    """A text of one word thousands of times over is counted, not aligned."""
    gaps = missing(["a"] * 9_000 + ["b"], ["a"] * 8_999)

    assert 2 == sum(len(gap.words) for gap in gaps)


@pytest.mark.parametrize(
    ("local", "gmt", "shown", "same"),
    [
        ("2024-07-01 12:00:00", "2024-07-01 11:00:00", "2024-07-01T12:00:00+01:00", True),
        ("2024-07-01 12:00:00", "2024-07-01 11:00:00", "2024-07-01T12:00:00+00:00", False),
        ("2024-07-01 12:00:00", "0000-00-00 00:00:00", "2024-07-01T12:00:00+02:00", True),
        ("2024-07-01 12:00:00", "0000-00-00 00:00:00", "yesterday", False),
        ("2024-07-01 12:00:00", "2001-01-01 00:00:00", "2024-07-01T12:00:00+02:00", True),
    ],
)
def test_moments(local: str, gmt: str, shown: str, *, same: bool) -> None:
    """A date is a moment: compared in UTC where WordPress knows it, on the site's clock where it does not."""
    assert same == is_moment(local, gmt, shown)


def test_export_of_an_old_database(tmp_path: Path) -> None:
    """Characters that XML forbids are left out, entities are those of HTML, and the rest is read."""
    file = tmp_path / "old.xml"
    file.write_bytes(
        b'<rss xmlns:wp="http://wordpress.org/export/1.0/" xmlns:content="http://purl.org/rss/1.0/modules/content/">'
        b"<channel><title>Old</title><item><title>Bell\x0b and &a; caf&eacute;</title>"
        b"<content:encoded><![CDATA[x\x01y]]></content:encoded><wp:post_id>7</wp:post_id></item></channel></rss>"
    )
    title, item = read_records(file)

    assert SiteFact("title", "Old") == title
    assert isinstance(item, Item)
    assert ("Bell and &a; café", "xy", 7) == (item.title, item.body, item.id)


def test_entities_are_refused(tmp_path: Path) -> None:
    """An export that declares entities is not read: XML of a few lines can expand to gigabytes."""
    file = tmp_path / "bomb.xml"
    entities = '<!ENTITY a "aaaaaaaaaa">' + "".join(
        f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in pairwise("abcdefghijk")
    )
    file.write_text(
        f'<!DOCTYPE rss [{entities}]><rss><channel><item><category nicename="&k;"/></item></channel></rss>', "utf-8"
    )

    with pytest.raises(CannotVerifyError):
        list(read_records(file))


def test_records(tmp_path: Path) -> None:
    """Accounts, terms of any taxonomy and items come in the order of the file."""
    file = tmp_path / "export.xml"
    file.write_text(
        '<rss xmlns:wp="http://wordpress.org/export/1.2/"><channel><wp:author><wp:author_login>a</wp:author_login>'
        "</wp:author><wp:term><wp:term_taxonomy>series</wp:term_taxonomy><wp:term_slug>s</wp:term_slug>"
        "<wp:term_name>S</wp:term_name></wp:term><item><author>a</author><wp:post_id>x</wp:post_id></item></channel></rss>",
        encoding="utf-8",
    )
    account, term, item = read_records(file)

    assert Account("a", "a", "") == account
    assert Term("series", "s", "S", "", "") == term
    assert isinstance(item, Item)
    assert 0 == item.id


def test_leak_between_two_pieces(tmp_path: Path) -> None:
    """A phrase that stands where a long file is cut into pieces is found."""
    words = "one secret sentence that stands across the cut of a file"
    file = tmp_path / "index.json"
    file.write_text("x " * ((PIECE - len(words)) // 2) + words + " y" * 9, encoding="utf-8")
    pieces = list(texts_in(file))

    assert OVERLAP > len(words)
    assert 2 == len(pieces)
    assert words in pieces[1]


def test_binary_files(tmp_path: Path) -> None:
    """A picture is no text."""
    (tmp_path / "x.jpg").write_bytes(b"\xff\xd8\0\0" * 9)

    assert [] == list(texts_in(tmp_path / "x.jpg"))


def test_outside(tmp_path: Path) -> None:
    """An address that climbs out of the output, or that no file can have, is not there."""
    (tmp_path / "secret").write_text("x", encoding="utf-8")
    (tmp_path / "output").mkdir()

    assert [] == list(files_at(tmp_path / "output", "/../secret"))
    assert [] == list(files_at(tmp_path / "output", "/%2e%2e/secret"))
    assert [] == list(files_at(tmp_path / "output", f"/{'é' * 300}/"))


@pytest.mark.parametrize(
    "text", ["a" * 300_000, "[a " * 100_000, "<!-- wp:embed {" * 50_000, "a-" * 150_000, "<" * 300_000]
)
def test_texts_that_are_traps(text: str) -> None:
    """A text made to be slow is read like any other."""
    secrets = Secrets()
    secrets.hide_person("a@b.example", "192.0.2.1", "someone")
    secrets.allow(text)

    assert [] == list(secrets.people_in(text))
    assert [] == read_text(text, SITE).links


def test_spread() -> None:
    """Several processes give what one gives, in the same order."""
    alone = list(spread(operator.add, iter(range(1_000)), [-1], 1))

    assert 20 == len(alone)
    assert [[*range(50), -1], [*range(50, 100), -1]] == alone[:2]
    assert alone == list(spread(operator.add, iter(range(1_000)), [-1], 2))
