"""Titles, names, summaries and comments that would be YAML, Markdown, templates or scripts where they are written."""

import re
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any

import pytest

from built_sites import Site, build
from cases import Case, read_cases
from markdown_articles.front_matter import FrontMatter, parse
from tiny_exports import item, lines, migrated

CASES = read_cases(Path(__file__).parent / "cases" / "hostile_texts.txt")
WORDS = frozenset({"title", "alt", "aria-label", "value"})
"""Attributes that hold words for people: none of them is an address."""
META = "<wp:postmeta><wp:meta_key>{}</wp:meta_key><wp:meta_value>{}</wp:meta_value></wp:postmeta>"


def spelled(given: str) -> str:
    """Give the text that a case means by what it has in braces."""
    given = re.sub(r"\{U\+([0-9A-F]{4,6})\}", lambda code: chr(int(code[1], 16)), given)
    return re.sub(r"\{(\d+) \* ([^{}]*)\}", lambda times: times[2] * int(times[1]), given)


def post(number: int, case: Case) -> str:
    """Give a post with the text in each of its fields."""
    text = escape(spelled(case.given))
    extra = f"""<category domain="category" nicename="c{number}">{text}</category>
<category domain="post_tag" nicename="t{number}">{text}</category><excerpt:encoded>{text}</excerpt:encoded>
<category domain="place" nicename="p{number}">{text}</category>
{META.format("_yoast_wpseo_title", text)}{META.format("_yoast_wpseo_metadesc", text)}{META.format(text, text)}
{META.format("_yoast_wpseo_meta-robots-adv", 'O:8:"stdClass":1:{s:1:"a";' + text)}{META.format("_wp_old_slug", text)}
<wp:comment><wp:comment_id>{number}</wp:comment_id><wp:comment_author>{text}</wp:comment_author>
<wp:comment_author_url>{text}</wp:comment_author_url><wp:comment_date>2023-10-17 10:00:00</wp:comment_date>
<wp:comment_content>{text}</wp:comment_content><wp:comment_approved>1</wp:comment_approved></wp:comment>"""
    whole = item(number, f"tide-{number}", inside=("publish", extra))
    return whole.replace(f"<title>Tide {number}</title>", f"<title>{text}</title>").replace(
        "<dc:creator>mara", f"<dc:creator>{text}"
    )


@dataclass(frozen=True, slots=True)
class Moved:
    """The site of all cases."""

    content: Path
    """Its folder."""
    status: int
    """Of the command."""
    lines: dict[int, dict[str, Any]]
    """Of the ledger, by id."""
    site: Site
    """As built."""

    def front(self, number: int) -> FrontMatter:
        """Give the front matter of an article."""
        file = self.lines[number]["file"]
        return parse((self.content / file).read_text(encoding="utf-8"), file)[0]


@pytest.fixture(scope="module")
def moved(tmp_path_factory: pytest.TempPathFactory) -> Moved:
    """Move and build a site of all cases."""
    folder = tmp_path_factory.mktemp("texts")
    status = migrated(folder, *(post(number, case) for number, case in enumerate(CASES, 1)))
    site = build(folder / "content", folder / "output")
    return Moved(folder / "content", status, {line["id"]: line for line in lines(folder)}, site)


@pytest.mark.parametrize(("number", "case"), [pytest.param(n, case, id=str(case)) for n, case in enumerate(CASES, 1)])
def test_text(number: int, case: Case, moved: Moved) -> None:
    """A text stays a text: it is the title, and the status, the date and the number stay what they were."""
    front = moved.front(number)
    assert spelled(case.expected) == front.title
    assert ("published", 2023, number) == (front.status.value, front.date and front.date.year, front.wordpress_id)
    page = moved.site.page(moved.lines[number]["address"])
    assert front.title.split() == (heading.text().split() if (heading := page.css_first("h1")) else [])


def test_nothing_acts(moved: Moved) -> None:
    """The command ends well, and no page has a script, a handler or an address that any of the texts brought."""
    assert 0 == moved.status
    found = [
        f"{name}: {node.tag} {key}={value}"
        for name, page in moved.site.pages().items()
        for node in page.css("*")
        for key, value in [*node.attributes.items(), ("", node.text() if node.tag == "script" else "")]
        if key.startswith("on")
        or (key not in WORDS and node.tag != "meta" and re.match(r"\s*javascript:", value or "", re.IGNORECASE))
        or (
            node.tag == "script"
            and node.attributes.get("type") != "application/ld+json"
            and "alert(1)" in (value or "")
        )
    ]
    assert [] == found
