"""A small newspaper in three raw forms at once: REST answers for visitors and editors, saved pages, a copied page."""

import json
from pathlib import Path

HOME = "https://gannet.example"
LETTER = "Our letter comes each Friday with all that happened on the rock and with much that did not."
"""What the old theme shows within every text."""
DRAFT = "The mayor has sold the ladder of the lighthouse to a man who is not the lamp keeper but his brother"
"""Of a draft that only editors could read."""
WITHDRAWN = "Until last week this page said that the keeper had thrown the ladder into the sea with his own hands"
"""Of the same article's page, saved while it was public."""
OUTDATED = "An earlier version of this story said that the ferry had been sold to Norway for a single crown and a cat."
"""Of a saved page, where the database holds a newer text."""

PASSWORD = "cormorant77"  # noqa: S105  # of an article that was never written

Answer = dict[str, object]


def write_raw_site(folder: Path) -> None:
    """Write the raw material."""
    for name, answer in ANSWERS.items():
        _write(folder / "rest" / name, json.dumps(answer))
    for path, page in PAGES.items():
        _write(folder / "mirror" / "gannet.example" / path.strip("/") / "index.html", page)
    _write(folder / "copies" / "regatta.txt", COPY)


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def item(number: int, slug: str, title: Answer, **fields: object) -> Answer:
    """Give a published post as visitors are told of it; `fields` are its other ones, or others than usual."""
    usual: Answer = {
        "id": number, "date": "2024-05-02T10:30:00", "date_gmt": "2024-05-02T09:30:00", "slug": slug,
        "modified": "2024-05-03T10:30:00", "modified_gmt": "2024-05-03T09:30:00", "status": "publish", "type": "post",
        "link": f"{HOME}/2024/05/{slug}/", "title": title, "author": 1, "featured_media": 0,
        "excerpt": {"rendered": "", "protected": False}, "categories": [2], "tags": [], "format": "standard",
        "_links": {"self": [{"href": f"{HOME}/wp-json/wp/v2/posts/{number}"}]},
    }  # fmt: skip
    return usual | fields


def shown(html: str) -> Answer:
    """Give a text as visitors get it."""
    return {"rendered": html, "protected": False}


def stored(text: str, html: str = "") -> Answer:
    """Give a text as editors get it."""
    return {"raw": text, "rendered": html, "protected": False}


def comment(number: int, post: int, words: str, **fields: object) -> Answer:
    """Give an approved comment as editors are told of it."""
    usual: Answer = {
        "id": number, "post": post, "parent": 0, "author": 0, "author_name": "Fen", "author_url": "",
        "author_email": f"fen{number}@readers.example", "author_ip": f"192.0.2.{number}", "type": "comment",
        "date": "2024-05-04T08:00:00", "date_gmt": "2024-05-04T07:00:00", "status": "approved",
        "content": stored(words, f"<p>{words}</p>\n"),
    }  # fmt: skip
    return usual | fields


FERRY = f"""
<p class="wp-block-paragraph">The ferry to the mainland made its last crossing on Thursday, <a href="{HOME}/about/">as
we had feared</a>. Nobody waved &#8211; nobody had been told.</p>

<figure class="wp-block-image size-large"><img decoding="async" width="1024" height="768"
src="{HOME}/wp-content/uploads/2024/05/ferry-1024x768.jpg" alt="A ferry, going" srcset="{HOME}/x.jpg 1024w"/>
<figcaption class="wp-element-caption">The Skua leaves</figcaption></figure>

<figure class="wp-block-table"><table><tbody><tr><td>Crossings</td><td>11,204</td></tr></tbody></table></figure>

<ul class="wp-block-latest-posts__list wp-block-latest-posts"><li><a href="{HOME}/x/">What is filled in</a></li></ul>
<ol class="wp-block-footnotes"><li id="f1">By the harbour book. <a href="#f1-link">↩︎</a></li></ol>
"""
KELP = """Kelp costs two crowns a sack this spring, and three in the shop of Bram.

[caption id="attachment_41" width="300"]<img src="https://gannet.example/wp-content/uploads/2024/05/kelp-300x200.jpg" \
alt="Sacks" /> Weighed at dawn[/caption]

Nobody eats it, but everyone has some."""

ANSWERS: dict[str, object] = {
    "index.json": {"name": "The Gannet", "url": HOME, "home": HOME, "namespaces": ["wp/v2"], "timezone_string": "",
                   "gmt_offset": 1, "routes": {}},
    "posts.json": [item(31, "last-ferry", {"rendered": "The last ferry &#8211; and after"}, content=shown(FERRY),
                        tags=[3])],
    "posts-for-editors.json": [
        item(32, "kelp-prices", stored("Kelp prices"), content=stored(KELP, "<p>Kelp.</p>"),
             password=""),
        item(33, "ladder-sold", stored("The ladder of the lighthouse is sold, says nobody"), status="draft",
             link=f"{HOME}/?p=33", password="", content=stored(f"<p>{DRAFT}.</p>", f"<p>{DRAFT}.</p>")),
        item(34, "minutes", stored("Minutes"), password=PASSWORD,
             content=stored("<p>Short.</p>") | {"protected": True}),
    ],
    "pages.json": [item(35, "about", {"rendered": "About us"}, content=shown("<p>We are two, and a rock.</p>"),
                        type="page", link=f"{HOME}/about/", parent=0)],
    "media.json": [
        {"id": 41, "date": "2024-05-01T09:00:00", "date_gmt": "2024-05-01T08:00:00", "slug": "kelp",
         "type": "attachment", "status": "inherit", "modified": "2024-05-01T09:00:00",
         "modified_gmt": "2024-05-01T08:00:00", "link": f"{HOME}/2024/05/kelp-prices/kelp/",
         "title": {"rendered": "Kelp"}, "author": 1, "post": 32,
         "description": {"rendered": ""}, "caption": {"rendered": ""}, "alt_text": "", "media_type": "image",
         "mime_type": "image/jpeg", "media_details": {}, "source_url": f"{HOME}/wp-content/uploads/2024/05/kelp.jpg"},
    ],
    "users.json": [{"id": 1, "name": "Ada Rook", "slug": "ada", "link": f"{HOME}/author/ada/", "username": "ada",
                    "email": "ada.private@gannet.example", "url": "", "description": "", "avatar_urls": {}}],
    "categories.json": [{"id": 2, "count": 2, "name": "Harbour", "slug": "harbour", "taxonomy": "category", "parent": 0,
                         "link": f"{HOME}/category/harbour/", "description": ""}],
    "tags.json": [{"id": 3, "count": 1, "name": "ferries", "slug": "ferries", "taxonomy": "post_tag", "description": "",
                   "link": f"{HOME}/tag/ferries/"}],
    "comments.json": [
        comment(61, 31, "I was on it, and I did wave."),
        comment(62, 31, "At whom?", author_name="Moss", parent=61),
        comment(63, 31, "Buy the strongest rope of all the seven seas from my cousin today", status="hold"),
    ],
}  # fmt: skip


def page(number: int, path: str, title: str, text: str) -> str:
    """Give a page of the old site as a browser got it; behind a line of its own, what stands behind the text."""
    text, _, after = text.partition("\n=====\n")
    return f"""<!DOCTYPE html>
<html lang="en-GB"><head><meta charset="utf-8"><title>{title} | The Gannet</title>
<link rel="canonical" href="{HOME}{path}"><link rel="https://api.w.org/" href="{HOME}/wp-json/">
<meta property="article:published_time" content="2024-03-02T10:30:00+00:00"></head>
<body class="wp-singular post-template-default single single-post postid-{number} single-format-standard">
<header><p class="site-title">The Gannet</p><nav><a href="/about/">About us</a></nav></header>
<main><article id="post-{number}" class="post-{number} post type-post status-publish format-standard hentry">
<h1 class="entry-title">{title}</h1>
<p class="entry-meta">By <a class="author" rel="author" href="/author/bram/">Bram Tern</a></p>
<div class="entry-content">
{text}
<p>{LETTER}</p>
<div class="sharedaddy"><p>Share this story with all of your friends and with all of your neighbours, today.</p></div>
</div></article>{after}</main><footer><p>Two people and a rock.</p></footer></body></html>"""


SEAL = f"""<p>A seal has slept on the slipway since Monday, and no boat has been launched from it since.</p>
<h2>Who may move a seal</h2>
<p><img src="{HOME}/wp-content/uploads/2024/03/seal-300x200.jpg" alt="A seal, asleep"></p>
<p>The harbour office says that seals are a matter for the mayor, who says that they are not.</p>
<ul><li>No boats</li><li>No nets</li></ul>
=====
<section id="comments" class="comments-area"><h2>1 thought</h2><ol class="comment-list">
<li id="comment-71" class="comment depth-1"><article id="div-comment-71" class="comment-body">
<footer class="comment-meta">
<div class="comment-author vcard"><b class="fn">Gil</b> <span class="says">says:</span></div>
<div class="comment-metadata"><time datetime="2024-03-03T10:00:00+00:00">March 3</time></div></footer>
<div class="comment-content"><p>Leave her where she lies.</p></div></article></li></ol></section>"""
LAMP = """<p>The lamp of the north rock<br>
has burnt for a hundred years,<br>
of which it was seen in ninety.</p>
<p>Fog, says the keeper.</p>"""
LOCK = f"""<form action="{HOME}/wp-login.php?action=postpass" class="post-password-form" method="post">
<p>This content is password protected. To view it please enter your password below:</p></form>"""

PAGES = {
    "/2024/03/seal-on-the-slipway/": page(51, "/2024/03/seal-on-the-slipway/", "The seal on the slipway", SEAL),
    "/2024/03/a-hundred-years-of-light/": page(
        52, "/2024/03/a-hundred-years-of-light/", "A hundred years of light", LAMP
    ),
    "/2024/03/the-sealed-letter/": page(53, "/2024/03/the-sealed-letter/", "Protected: The sealed letter", LOCK),
    "/2024/05/last-ferry/": page(31, "/2024/05/last-ferry/", "The last ferry", f"<p>{OUTDATED}</p>"),
    "/2024/05/ladder-sold/": page(33, "/2024/05/ladder-sold/", "The ladder is sold", f"<p>{WITHDRAWN}.</p>"),
}
COPY = """The Gannet
News of one rock
About us

The regatta is won by the wrong boat

By Bram Tern
4 June 2024

The regatta of the rock was won on Sunday by the Kittiwake, which had not been entered for it.

Her skipper said that he had only been out for mackerel, and that he would keep the cup all the same.
"""
