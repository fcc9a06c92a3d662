"""The one list: what is chosen, what is one step, and what is refused."""

from collections.abc import Iterable

import pytest

from old_addresses.rules import AddressRuleError, Rule, encoded, same, settle

PAGES = {"/", "/tide/", "/about/", "/boat.jpg"}


def editors(source: str, target: str, file: str = "data/addresses.yaml") -> Rule:
    """Give a rule of an editor's."""
    return Rule(source, target, file)


def found(source: str, target: str) -> Rule:
    """Give a rule that a migration found."""
    return Rule(source, target, "data/addresses/lists.yaml", rests=True)


def pairs(rules: Iterable[Rule]) -> list[tuple[str, str]]:
    """Give from where to where."""
    return [(rule.source, rule.target) for rule in settle(rules, PAGES.__contains__).rules]


def problem(*rules: Rule) -> str:
    """Give what is wrong with rules."""
    with pytest.raises(AddressRuleError) as refused:
        settle(rules, PAGES.__contains__)
    return str(refused.value)


def test_sorted() -> None:
    """Rules stand in the order of their sources, whatever order they come in."""
    assert [("/a/", "/tide/"), ("/b/", "/about/")] == pairs([editors("/b/", "/about/"), editors("/a/", "/tide/")])


def test_chain() -> None:
    """A chain is made one step."""
    rules = [editors("/a/", "/b/"), editors("/b", "/C/"), editors("/c/", "/tide/")]

    assert [("/a/", "/tide/"), ("/b", "/tide/"), ("/c/", "/tide/")] == pairs(rules)


def test_circle() -> None:
    """A circle is an error that names its way."""
    assert (
        "data/addresses.yaml: /a/ → /b/ → /a/ goes in a circle: take one of these lines out"
        in problem(editors("/a/", "/b/"), editors("/b/", "/a/")).splitlines()
    )


def test_page() -> None:
    """A rule against a page that is there is an error; one that a migration found rests."""
    assert (
        "data/addresses.yaml: /tide/ leads to /about/, and is the address of a page or a file of its own: take the "
        "line out, or move the page" == problem(editors("/tide/", "/about/"))
    )
    assert [] == pairs([found("/tide/", "/about/")])


def test_contradiction() -> None:
    """Two rules for one address are an error that names both; the same twice is none."""
    assert (
        "b.md: /a leads to /about/, and a.md says /tide/: take one of the two out"
        == problem(editors("/A/", "/tide/", "a.md"), editors("/a", "/about/", "b.md"))
    )  # fmt: skip
    assert [("/a/", "/tide/")] == pairs([editors("/a/", "/tide/"), editors("/a", "/tide/")])


def test_editors_first() -> None:
    """What an editor says counts before what a migration found, whichever is read first."""
    rules = [found("/a/", "/tide/"), editors("/a/", "/about/")]

    assert [("/a/", "/about/")] == pairs(rules) == pairs(rules[::-1])


def test_nowhere() -> None:
    """A line that leads nowhere is an error; one that a migration found is dropped, and told of."""
    assert "data/addresses.yaml: /a/ leads to /never/, where nothing stands" in problem(editors("/a/", "/never/"))
    assert [found("/a/", "/never/")] == settle([found("/a/", "/never/")], PAGES.__contains__).dropped


def test_gone_and_elsewhere() -> None:
    """What is gone, and what another site has, needs nothing to stand here."""
    settled = settle([editors("/a/", ""), editors("/b/", "https://other.example/")], PAGES.__contains__)

    assert [410, 301] == [rule.status for rule in settled.rules]


def test_own_address() -> None:
    """An alias that is the story's own address says nothing."""
    assert [] == pairs([editors("/Tide", "/tide/", "tide.md")])


@pytest.mark.parametrize(
    ("one", "other"), [("/A/", "/a"), ("/λιμάνι/", "/ΛΙΜΆΝΙ"), ("/e\u0301/", "/\u00e9"), ("/", "/")]
)
def test_same(one: str, other: str) -> None:
    """Letter case, the last slash and forms of Unicode make no difference."""
    assert same(one) == same(other)


@pytest.mark.parametrize(
    ("address", "sent"),
    [
        ("/λ/", "/%CE%BB/"),
        ('/a "b" {c}/', "/a%20%22b%22%20%7Bc%7D/"),
        ("/:a/*", "/%3Aa/%2A"),
        ("/100%/", "/100%25/"),
        ("/search/?q=a b", "/search/?q=a%20b"),
        ("https://other.example/a?b=c&d=%20", "https://other.example/a?b=c&d=%20"),
        ("https://other.example/\n", "https://other.example/%0A"),
    ],
)
def test_encoded(address: str, sent: str) -> None:
    """Addresses are encoded so that no host takes a sign of theirs for one of its own."""
    assert sent == encoded(address)
