"""Links and headings in Markdown are found, and changed, where they are no code."""

from desk.docs.headings import named_headings
from desk.docs.markdown_links import addresses, with_addresses

TEXT = """See [one](a.md#x) and `[no](b.md)`, ``a ` [no](c.md)``.

```markdown
[no](d.md)
```

[![a picture](pictures/e.jpg)](f.md) [two [brackets]](g.md)
"""


def test_found() -> None:
    """Links, pictures and pictures that are links, and nothing in code."""
    assert ["a.md#x", "f.md", "g.md"] == list(addresses(TEXT))


def test_changed() -> None:
    """Each address is changed where it stands, that of a linked picture too; code is left alone."""
    changed = with_addresses(TEXT, lambda address: address.upper())

    assert "[one](A.MD#X) and `[no](b.md)`, ``a ` [no](c.md)``." in changed
    assert "[![a picture](PICTURES/E.JPG)](F.MD) [two [brackets]](G.MD)" in changed
    assert "\n[no](d.md)\n" in changed


def test_taken_away() -> None:
    """A link that leads nowhere is left as its words."""
    assert "See one and" in with_addresses(TEXT, lambda _: None)


def test_headings() -> None:
    """Headings have the anchors that GitHub gives them, a second one of the same words a number; code has none."""
    text = "## For editors: `x.yaml`, of 2\n\n```sh\n## no\n```\n\n### Über_das Ende\n\n## A\n\n## A\n"

    assert named_headings(text) == (
        '## <a id="for-editors-xyaml-of-2"></a>For editors: `x.yaml`, of 2\n\n```sh\n## no\n```\n\n'
        '### <a id="über_das-ende"></a>Über_das Ende\n\n## <a id="a"></a>A\n\n## <a id="a-1"></a>A\n'
    )
