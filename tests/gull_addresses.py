"""The Gull, a small paper with each quirk of old addresses: its export, and where each address has to lead."""

from tiny_exports import HEAD, TAIL, item

_HEAD = (
    HEAD
    + """<wp:author><wp:author_id>7</wp:author_id><wp:author_login>mara</wp:author_login>
<wp:author_display_name>Mara Quill</wp:author_display_name></wp:author>
<wp:category><wp:term_id>3</wp:term_id><wp:category_nicename>harbour</wp:category_nicename>
<wp:cat_name>Harbour</wp:cat_name></wp:category>
<wp:category><wp:term_id>4</wp:term_id><wp:category_nicename>ferries</wp:category_nicename>
<wp:category_parent>harbour</wp:category_parent><wp:cat_name>Ferries</wp:cat_name></wp:category>
<wp:category><wp:term_id>5</wp:term_id><wp:category_nicename>empty</wp:category_nicename>
<wp:cat_name>Empty</wp:cat_name></wp:category>
<wp:tag><wp:term_id>8</wp:term_id><wp:tag_slug>storm</wp:tag_slug><wp:tag_name>Storm</wp:tag_name></wp:tag>
<wp:tag><wp:term_id>9</wp:term_id><wp:tag_slug>unused</wp:tag_slug><wp:tag_name>Unused</wp:tag_name></wp:tag>
"""
)
_TERMS = """<category domain="category" nicename="ferries">Ferries</category>
<category domain="category" nicename="harbour">Harbour</category><category domain="post_tag" nicename="storm">Storm
</category><category domain="post_format" nicename="post-format-aside">Aside</category>"""


def _meta(key: str, value: str) -> str:
    return (
        f"<wp:postmeta><wp:meta_key>{key}</wp:meta_key><wp:meta_value><![CDATA[{value}]]></wp:meta_value></wp:postmeta>"
    )


def _page() -> str:
    return f"""<item><title>About</title><link>https://gull.example/about/</link><content:encoded>About us.
</content:encoded><wp:post_id>40</wp:post_id><wp:post_date>2023-01-02 09:00:00</wp:post_date>
<wp:post_date_gmt>2023-01-02 09:00:00</wp:post_date_gmt><wp:post_name>about</wp:post_name><wp:status>publish</wp:status>
<wp:post_type>page</wp:post_type>{_meta("_wp_old_slug", "who-we-are")}</item>"""


def _picture() -> str:
    sizes = 'a:1:{s:5:"sizes";a:1:{s:6:"medium";a:1:{s:4:"file";s:16:"boat-300x200.png";}}}'
    return f"""<item><title>boat</title><link>https://gull.example/2023/10/tide/boat/</link><wp:post_id>50</wp:post_id>
<wp:post_date>2023-10-17 09:00:00</wp:post_date><wp:post_date_gmt>2023-10-17 09:00:00</wp:post_date_gmt>
<wp:post_name>boat</wp:post_name><wp:status>inherit</wp:status><wp:post_parent>1</wp:post_parent>
<wp:post_type>attachment</wp:post_type>
<wp:attachment_url>https://gull.example/wp-content/uploads/2023/10/boat.png</wp:attachment_url>
{_meta("_wp_attachment_metadata", sizes)}</item>"""


PICTURE = "wp-content/uploads/2023/10/boat.png"
"""The file that the export names."""
GREEK = "%ce%bb%ce%b9%ce%bc%ce%ac%ce%bd%ce%b9"
EXPORT = _HEAD + "".join([
    item(1, "tide", "<p>One.</p><!--nextpage--><p>Two.</p>", ("publish", _TERMS + _meta("_wp_old_slug", "ebb"))),
    item(2, GREEK, "<p>Harbour.</p>", ("publish", _meta("_wp_old_slug", "%ce%ac%ce%bb%ce%bc%ce%b7"))),
    item(3, "secret", "<p>Not yet.</p>", ("private", "")),
    _page(),
    _picture(),
]) + TAIL  # fmt: skip
"""All of it."""
EDITORS = r"""/say "hi" $arg_p {x} ; \1 %20/: /about/
/moved.html: /2023/10/tide/
/:colon/*: /about/
/elsewhere/: https://other.example/a?b=c&d=e
/withdrawn/: gone
/first/: /second/
/second/: /about/
"""
"""Lines that an editor wrote, some of them to no host's liking; the last two are a chain."""

_TIDE, _GREEK = "/2023/10/tide/", "/2023/10/λιμάνι/"
_FEEDS = [
    *((f"/feed{form}/", "/feed/") for form in ("", "/rss", "/rss2", "/rdf", "/feed")),
    *((f"/{form}/", "/feed/") for form in ("rss", "rss2", "rdf")),
    *((form, "/feed/atom/") for form in ("/atom/", "/feed/atom/", "/?feed=atom", "/wp-atom.php")),
    *((form, "/feed/") for form in ("/?feed=rss2", "/?feed=rdf", "/wp-rss2.php", "/comments/feed/", "/index.xml")),
    ("/category/harbour/feed/", "/category/harbour/feed/"),
    ("/category/harbour/ferries/feed/rss2/", "/category/harbour/ferries/feed/"),
    ("/category/harbour/ferries/feed/atom/", "/category/harbour/ferries/feed/atom/"),
    ("/tag/storm/rdf/", "/tag/storm/feed/"),
    ("/author/mara/atom/", "/author/mara/feed/atom/"),
    ("/tag/unused/feed/", "/tags/"),
    (f"{_TIDE}feed/", _TIDE),
    (f"{_TIDE}feed/atom/", _TIDE),
    (f"{_TIDE}rss2/", _TIDE),
]
_ASKED = [
    ("/?p=1", _TIDE), ("/?p=2", _GREEK), ("/?p=40", "/about/"), ("/?page_id=40", "/about/"), ("/?page_id=1", _TIDE),
    ("/?p=50", f"/{PICTURE}"), ("/?attachment_id=50", f"/{PICTURE}"), ("/?p=1&utm_source=mail", _TIDE),
    ("/?cat=3", "/category/harbour/"), ("/?cat=4", "/category/harbour/ferries/"), ("/?cat=5", "/categories/"),
    ("/?author=7", "/author/mara/"), ("/?author_name=mara", "/author/mara/"), ("/?tag=storm", "/tag/storm/"),
    ("/?category_name=harbour", "/category/harbour/"), ("/?pagename=about", "/about/"),
    ("/?m=2023", "/2023/"), ("/?m=202310", "/2023/10/"), ("/?m=20231017", "/2023/10/17/"),
    ("/?utm_source=mail", "/?utm_source=mail"),
    ("/?s=night+tram", "/search/?q=night+tram"), ("/search/tram/", "/search/?q=tram"),
]  # fmt: skip
_FORMS = [
    (_TIDE, _TIDE), (f"{_TIDE}2/", _TIDE), (f"{_TIDE}2", _TIDE), (f"{_TIDE}comment-page-1/", _TIDE),
    (f"{_TIDE}amp/", _TIDE), (f"{_TIDE}amp", _TIDE), (f"{_TIDE}?amp=1", f"{_TIDE}?amp=1"), (f"{_TIDE}print/", _TIDE),
    (f"{_TIDE}embed/", _TIDE), (f"{_TIDE}trackback/", _TIDE), ("/about/amp/", "/about/"),
    (f"/2023/10/{GREEK}/", _GREEK), (f"/2023/10/{GREEK.upper()}/", _GREEK), (f"/2023/10/{GREEK}/amp/", _GREEK),
    ("/2023/10/ebb/", _TIDE), ("/2023/10/ebb", _TIDE), ("/2023/10/%CE%AC%CE%BB%CE%BC%CE%B7/", _GREEK),
    ("/who-we-are/", "/about/"), ("/2023/10/tide/boat/", f"/{PICTURE}"),
    ("/wp-content/uploads/2023/10/boat-300x200.png", f"/{PICTURE}"),
    ("/category/ferries/", "/category/harbour/ferries/"), ("/category/empty/", "/categories/"),
    ("/tag/unused/", "/tags/"), ("/type/aside/", "/archives/"), ("/page/9/", "/"),
    ("/tag/storm/page/9/", "/tag/storm/"),
    ("/index.php/about/", "/about/"), ("/wp-sitemap.xml", "/sitemap.xml"), ("/sitemap_index.xml", "/sitemap.xml"),
    ("/say%20%22hi%22%20$arg_p%20%7Bx%7D%20;%20%5C1%20%2520/", "/about/"), ("/moved.html", _TIDE),
    ("/%3Acolon/%2A", "/about/"), ("/elsewhere/", "https://other.example/a?b=c&d=e"), ("/first/", "/about/"),
]  # fmt: skip
NOTHING = [
    "/?p=3", "/?p=999", "/2023/10/secret/", "/2023/10/secret/amp/", "/withdrawn/", "/wp-login.php", "/wp-admin/",
    "/xmlrpc.php", "/2023/10/never/", "/2023/13/", "/tag/never/", "/%0d%0aSet-Cookie:a=b/amp/",
    "/wp-content/uploads/2023/10/never-300x200.png",
]  # fmt: skip
"""Addresses that lead nowhere."""
LANDINGS = [*_FEEDS, *_ASKED, *_FORMS]
"""What is sent, and where it lands, decoded."""
CAPITALS = [
    ("/2023/10/TIDE/", _TIDE), ("/2023/10/Tide", _TIDE), ("/Tag/Storm/", "/tag/storm/"), ("/ABOUT/", "/about/"),
    ("/2023/10/EBB/", _TIDE), ("/2023/10/TIDE/AMP/", _TIDE),
]  # fmt: skip
"""The same on servers that can tell small letters from capital ones."""
