"""Markup that acts in every field of an export that readers see, looked for in the pages of the built site."""

import json
from pathlib import Path

from selectolax.lexbor import LexborNode

from built_sites import build
from tiny_exports import item, migrated

MARK = "hostile()"
ACTING = (
    f"<script>{MARK}</script>",
    f'<img src="x" onerror="{MARK}">',
    f'"><svg onload="{MARK}">',
    f'<a href="javascript:{MARK}" onclick="{MARK}">Words</a>',
    f'<iframe srcdoc="<script>{MARK}</script>"></iframe>',
    f"&lt;script&gt;{MARK}&lt;/script&gt;",
    f"' onmouseover='{MARK}",
    f'" onmouseover="{MARK}',
    f"[x](javascript:{MARK}) ![x](x){{onerror={MARK}}}",
)
FIELD = f"<![CDATA[Words {' '.join(ACTING)}]]>"
SITE = f"""<wp:author><wp:author_login><![CDATA[mara]]></wp:author_login>
<wp:author_display_name>{FIELD}</wp:author_display_name></wp:author>
<wp:category><wp:category_nicename>news</wp:category_nicename><wp:cat_name>{FIELD}</wp:cat_name>
<wp:category_description>{FIELD}</wp:category_description></wp:category>
<wp:tag><wp:tag_slug>tide</wp:tag_slug><wp:tag_name>{FIELD}</wp:tag_name></wp:tag>
<item><title>{FIELD}</title><link>https://gull.example/a/</link><excerpt:encoded>{FIELD}</excerpt:encoded>
<content:encoded>{FIELD}</content:encoded><wp:post_id>9</wp:post_id><wp:post_type>attachment</wp:post_type>
<wp:status>inherit</wp:status><wp:attachment_url>https://gull.example/wp-content/uploads/a.jpg</wp:attachment_url>
<wp:postmeta><wp:meta_key>_wp_attachment_image_alt</wp:meta_key><wp:meta_value>{FIELD}</wp:meta_value></wp:postmeta></item>"""
MORE = f"""<category domain="category" nicename="news">{FIELD}</category>
<category domain="post_tag" nicename="tide">{FIELD}</category><excerpt:encoded>{FIELD}</excerpt:encoded>
<wp:postmeta><wp:meta_key>_thumbnail_id</wp:meta_key><wp:meta_value>9</wp:meta_value></wp:postmeta>
<wp:postmeta><wp:meta_key>_yoast_wpseo_title</wp:meta_key><wp:meta_value>{FIELD}</wp:meta_value></wp:postmeta>
<wp:postmeta><wp:meta_key>_yoast_wpseo_metadesc</wp:meta_key><wp:meta_value>{FIELD}</wp:meta_value></wp:postmeta>
<wp:postmeta><wp:meta_key>_yoast_wpseo_canonical</wp:meta_key><wp:meta_value>javascript:{MARK}</wp:meta_value></wp:postmeta>
<wp:comment><wp:comment_id>3</wp:comment_id><wp:comment_author>{FIELD}</wp:comment_author>
<wp:comment_author_url>javascript:{MARK}</wp:comment_author_url><wp:comment_date>2023-10-17 10:00:00</wp:comment_date>
<wp:comment_content>{FIELD}</wp:comment_content><wp:comment_approved>1</wp:comment_approved></wp:comment>"""


def acts(node: LexborNode) -> list[str]:
    """Name what of an element would run what the export brought."""
    is_facts = node.tag == "script" and node.attributes.get("type") == "application/ld+json"
    if is_facts:
        # No browser runs it; what it says must be whole, so that none of it has come out of its string.
        json.loads(node.text())
    acting = node.tag in ("script", "style", "svg") and not is_facts and MARK in (node.html or "")
    found = ["script"] if acting else []
    for name, value in node.attributes.items():
        runs = name.startswith("on") or name == "srcdoc" or (value or "").strip().lower().startswith("javascript:")
        if runs and MARK in (value or ""):
            found.append(f"{node.tag} {name}={value}")
    return found


def test_nothing_that_acts_is_in_the_site(tmp_path: Path) -> None:
    """Titles, names, summaries, captions, alternative texts and comments bring words to the pages, no scripts."""
    caption = f'[caption id="a" width="1"]<img src="/a.jpg">{ACTING[0]}{ACTING[1]}[/caption]'
    body = f'{" ".join(ACTING)} [gallery ids="9"] {caption}'
    hostile = item(body=body, inside=("publish", MORE)).replace("<title>Tide 1</title>", f"<title>{FIELD}</title>")
    assert migrated(tmp_path, SITE, hostile) in (0, 1)

    pages = build(tmp_path / "content", tmp_path / "output").pages()
    assert any(MARK in page.root.text() for page in pages.values() if page.root)
    assert [] == [
        f"{name}: {found}"
        for name, page in pages.items()
        if page.root
        for node in page.root.traverse()
        for found in acts(node)
    ]
