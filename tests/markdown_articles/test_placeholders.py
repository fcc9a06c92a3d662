import pytest

from markdown_articles.rendering import render
from markdown_articles.rendering.placeholders import unpublished_links


@pytest.mark.parametrize(
    "markdown",
    [
        "[x]({static}/migration/items.jsonl)",
        "[x](%7Bstatic%7D/data/authors.yaml)",
        "![x]({attach}secret.md)",
        "[x]({static}/wp-content/../comments/a.yaml)",
        "[x]({static}/../../etc/hostname)",
        "[x]({static}/wp-content/%2e%2e/%2e%2e/planted.txt)",
        "<img src='{static}/data/site.yaml'>",
        "<img src='|static|/data/site.yaml'>",
    ],
)
def test_unpublished(markdown: str) -> None:
    """A link that would copy an unpublished file, or one from outside the content folder, is found."""
    assert len(unpublished_links(render(markdown), "articles/2024/11/x.md", ["wp-content"])) == 1


@pytest.mark.parametrize(
    "markdown", ["[x]({static}/wp-content/uploads/a.pdf)", "[x](/data/)", "`{static}/data/x`", "[x]({filename}b.md)"]
)
def test_published(markdown: str) -> None:
    """Links into published folders, and to other articles, are free."""
    assert unpublished_links(render(markdown), "articles/x.md", ["wp-content"]) == []
