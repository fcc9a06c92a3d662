"""Exports of a few items, written and migrated in a test's own folder."""

import json
from pathlib import Path
from typing import Any

from site_migration.__main__ import main

HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"
 xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>The Gull</title><link>https://gull.example</link>
<wp:wxr_version>1.2</wp:wxr_version><wp:base_blog_url>https://gull.example</wp:base_blog_url>
"""
TAIL = "</channel></rss>"


def item(number: int = 1, slug: str = "tide", body: str = "Words.", inside: tuple[str, str] = ("publish", "")) -> str:
    """Give a post; `inside` is its status, and more elements."""
    status, extra = inside
    return f"""<item><title>Tide {number}</title><link>https://gull.example/2023/10/{slug}/</link>
<dc:creator>mara</dc:creator><content:encoded><![CDATA[{body}]]></content:encoded><wp:post_id>{number}</wp:post_id>
<wp:post_date>2023-10-17 09:30:00</wp:post_date><wp:post_date_gmt>2023-10-17 08:30:00</wp:post_date_gmt>
<wp:post_name>{slug}</wp:post_name><wp:status>{status}</wp:status><wp:post_type>post</wp:post_type>{extra}</item>"""


def migrated(folder: Path, *items: str, tail: str = TAIL, options: tuple[str, ...] = ()) -> int:
    """Migrate an export of these items into `content/`; give the command's exit status."""
    export = folder / "export.xml"
    export.write_text(HEAD + "".join(items) + tail, encoding="utf-8")
    return main(["migrate", str(export), "--into", str(folder / "content"), *options])


def lines(folder: Path) -> list[dict[str, Any]]:
    """Give the lines of items.jsonl."""
    text = (folder / "content" / "migration" / "items.jsonl").read_text(encoding="utf-8")
    return [json.loads(line) for line in text.split("\n") if line]
