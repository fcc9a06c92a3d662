"""The lists in `content/data/`: what is read, and what is refused with file and line."""

from pathlib import Path

import pytest

from built_sites import write
from old_addresses.address_lists import listed_copies, listed_rules
from old_addresses.rules import AddressRuleError


def test_lists(tmp_path: Path) -> None:
    """Editors' lines are firm, those of a migration rest; quoted lines are read like plain ones."""
    write(tmp_path / "data", {
        "addresses.yaml": '# ours\n/old/: /new/\n"/a: b/": /c/\n/withdrawn/: gone\n',
        "addresses/lists.yaml": "/?cat=6: /category/harbour/\n/λ/: /μ/\n",
        "addresses/sizes-0000.yaml": "/a.jpg: 300x200 150x150\n",
    })  # fmt: skip

    assert [
        ("/old/", "/new/", False), ("/a: b/", "/c/", False), ("/withdrawn/", "", False),
        ("/?cat=6", "/category/harbour/", True), ("/λ/", "/μ/", True),
    ] == [(rule.source, rule.target, rule.rests) for rule in listed_rules(tmp_path / "data")]  # fmt: skip
    assert [("/a-300x200.jpg", "/a.jpg"), ("/a-150x150.jpg", "/a.jpg")] == list(listed_copies(tmp_path / "data"))


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("/a/: /b/\nold: /c/\n", "data/addresses.yaml:2: 'old' is no address of the site"),
        ("//other.example/: /c/\n", "data/addresses.yaml:1: '//other.example/' is no address of the site"),
        ("/?p=1&q=2: /c/\n", "data/addresses.yaml:1: '/?p=1&q=2' asks for more than one thing"),
        ("/a/: javascript:alert(1)\n", "data/addresses.yaml:1: /a/ leads to 'javascript:alert(1)'"),
        ("/a/: b\n", "data/addresses.yaml:1: /a/ leads to 'b': write an address that begins with / or https://"),
        ('"/a\\nb/": /c/\n', "data/addresses.yaml:1: '/a\\nb/' holds a sign that no address has"),
        ("/a/:\n  - /b/\n", "data/addresses.yaml:1: /a/ leads to ''"),
        ("- /a/\n", "data/addresses.yaml:1: write lines of the form /old/: /new/"),
        ("/a/: [\n", "data/addresses.yaml:2: no valid YAML"),
    ],
)
def test_refused(text: str, problem: str, tmp_path: Path) -> None:
    """A line that leads nowhere by its form is named, with what to do."""
    write(tmp_path / "data", {"addresses.yaml": text})
    with pytest.raises(AddressRuleError) as refused:
        list(listed_rules(tmp_path / "data"))

    assert str(refused.value).startswith(problem)
