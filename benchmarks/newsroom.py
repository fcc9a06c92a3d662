"""Write a made-up WordPress export of any size, one post at a time."""

import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

HEAD = """<?xml version="1.0" encoding="UTF-8" ?>
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"
  xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
  xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>The Long Run</title><link>https://longrun.example</link>
<language>en-US</language><wp:wxr_version>1.2</wp:wxr_version><wp:base_site_url>https://longrun.example</wp:base_site_url>
<wp:base_blog_url>https://longrun.example</wp:base_blog_url>
<wp:author><wp:author_login><![CDATA[mara]]></wp:author_login>
<wp:author_display_name><![CDATA[Mara Quay]]></wp:author_display_name></wp:author>
<wp:category><wp:category_nicename>news</wp:category_nicename><wp:cat_name>News</wp:cat_name></wp:category>
"""
WORDS = (
    "harbour", "council", "vote", "tide", "wall", "school", "library", "road", "report", "budget", "night", "market",
    "ferry", "storm", "light", "plan", "meeting", "the", "a", "of", "and", "to", "in", "on", "that", "was", "will",
    "said", "with", "for", "after", "before", "while", "by", "from", "new", "old", "two", "three",
)  # fmt: skip
FIRST = datetime(2015, 1, 1, 6, tzinfo=UTC)


def write(path: Path, posts: int) -> None:
    """Write an export of so many posts."""
    with path.open("w", encoding="utf-8") as file:
        file.write(HEAD)
        file.writelines(items(posts))
        file.write("</channel></rss>\n")


def items(posts: int) -> Iterator[str]:
    """Give the items, the same for the same number."""
    random = Random(posts)  # noqa: S311  # repeatable, not secret
    for number in range(1, posts + 1):
        written = FIRST + timedelta(hours=7 * number)
        yield (
            f"<item><title>Story {number} of the tide</title>"
            f"<link>https://longrun.example/{written:%Y/%m}/story-{number}/</link>"
            f"<dc:creator>mara</dc:creator><content:encoded><![CDATA[{body(random, number)}]]></content:encoded>"
            f"<excerpt:encoded></excerpt:encoded><wp:post_id>{number}</wp:post_id>"
            f"<wp:post_date>{written:%F %T}</wp:post_date><wp:post_date_gmt>{written:%F %T}</wp:post_date_gmt>"
            f"<wp:post_name>story-{number}</wp:post_name><wp:status>publish</wp:status><wp:post_type>post</wp:post_type>"
            '<category domain="category" nicename="news"><![CDATA[News]]></category></item>\n'
        )


def body(random: Random, number: int) -> str:
    """Give a body of blocks: about 700 words, a heading, a picture, a quote, a list and a link."""
    paragraphs = [
        f"<!-- wp:paragraph -->\n<p>{sentence(random)} <strong>{random.choice(WORDS)}</strong> {sentence(random)}</p>"
        "\n<!-- /wp:paragraph -->"
        for _ in range(14)
    ]
    paragraphs.insert(3, "<!-- wp:heading -->\n<h2>What happens next</h2>\n<!-- /wp:heading -->")
    paragraphs.insert(
        5,
        "<!-- wp:image -->\n<figure class='wp-block-image'><img src='https://longrun.example/wp-content/uploads/"
        f"{number}.jpg' alt='A tide'/><figcaption>Tide {number}</figcaption></figure>\n<!-- /wp:image -->",
    )
    paragraphs.insert(
        8,
        "<!-- wp:quote -->\n<blockquote class='wp-block-quote'><p>The sea keeps its own books.</p>"
        "<cite>Mara Quay</cite></blockquote>\n<!-- /wp:quote -->",
    )
    paragraphs.insert(
        10, f"<!-- wp:list -->\n<ul><li>{sentence(random)}</li><li>{sentence(random)}</li></ul>\n<!-- /wp:list -->"
    )
    return "\n\n".join(paragraphs)


def sentence(random: Random) -> str:
    """Give about 25 words."""
    return " ".join(random.choices(WORDS, k=25)).capitalize() + "."


if __name__ == "__main__":
    write(Path(sys.argv[2]), int(sys.argv[1]))
