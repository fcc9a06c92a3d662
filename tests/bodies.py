"""A small newsroom for the tests of bodies: one article, and the library that it refers to."""

from dataclasses import replace

from wordpress_export.body import CleanBody, Library, clean_body
from wordpress_export.body.stories.learning import Stories
from wordpress_export.model import Article, Author, BodyForm, Export, Media, Site, Status, Term

UPLOADS = "/wp-content/uploads"

EXPORT = Export(
    Site("https://news.example", language="en-GB"),
    read_articles=lambda: iter(()),
    article_count=0,
    media={
        5: Media(5, f"{UPLOADS}/a.jpg", alt="A", caption="At <em>dawn</em>", parent=1, order=2),
        6: Media(6, f"{UPLOADS}/b.png", alt='"B"', parent=1, order=1),
        7: Media(7, f"{UPLOADS}/c.webp", parent=1, order=3),
        8: Media(8, f"{UPLOADS}/talk.mp3", title="A talk", parent=1, order=4),
        50: Media(50, f"{UPLOADS}/2020/05/tide.jpg"),
        51: Media(51, f"{UPLOADS}/2020/05/crowd-e1600000000000.jpg"),
        52: Media(52, f"{UPLOADS}/2021/01/huge.jpg", scaled=f"{UPLOADS}/2021/01/huge-scaled.jpg"),
        53: Media(53, f"{UPLOADS}/2020/05/minutes.pdf"),
        54: Media(54, f"{UPLOADS}/2020/05/storm-1.jpg"),
        55: Media(55, f"{UPLOADS}/2020/05/board-300x200.jpg"),
        56: Media(56, "https://bucket.example/2020/05/far.jpg"),
    },
    patterns={
        70: "<!-- wp:paragraph --><p>From the pattern</p><!-- /wp:paragraph -->",
        72: (
            '<!-- wp:paragraph {"metadata":{"name":"Teaser","bindings":{'
            '"__default":{"source":"core/pattern-overrides"}}}} --><p class="lead">Theirs</p><!-- /wp:paragraph -->'
            '<!-- wp:image {"metadata":{"name":"Photo","bindings":{"url":{"source":"core/pattern-overrides"},'
            '"alt":{"source":"core/pattern-overrides"}}}} -->'
            '<figure class="wp-block-image"><img src="/a.jpg" alt="A"/></figure><!-- /wp:image -->'
            '<!-- wp:button {"metadata":{"name":"Go","bindings":{"__default":{"source":"core/pattern-overrides"}}}} -->'
            '<div class="wp-block-button"><a class="wp-block-button__link" href="/go/">Go</a></div><!-- /wp:button -->'
        ),
        71: '<!-- wp:paragraph --><p>Once</p><!-- /wp:paragraph --><!-- wp:block {"ref":71} /-->',
    },
    permalinks={
        1: "/2020/05/slug/",
        5: "/2020/05/slug/a/",
        12: "/2020/04/other/",
        13: "/2020/05/επίπεδο/",
        14: "/about/",
        15: "/about/team/",
        16: "/recipes/soup/",
        17: "/2019/01/twice/",
        18: "/2018/01/twice/",
    },
    hidden={20: "/2020/06/not-yet-public/", 21: ""},
    former={"/2020/04/first-title/": 12, "/2020/06/former-title/": 20},
    former_homes=("old.example", "staging.example/paper", "gazette.wordpress.com"),
    authors={"bo-ray": Author("bo-ray", "Bo Ray", id=3)},
    terms={
        ("category", "news"): Term("category", "news", "News", id=40),
        ("category", "weather"): Term("category", "weather", "Weather", "news", id=41),
        ("post_tag", "rain"): Term("post_tag", "rain", "Rain", id=42),
        ("place", "dover"): Term("place", "dover", "Dover", id=43),
    },
    holds=frozenset({"post", "recipe"}),
)
LIBRARY = replace(
    Library.of(EXPORT),
    stories=Stories(
        addresses=frozenset({"/2020/05/slug/", "/2020/04/other/", "/2020/03/third/", "/2020/02/fourth/"}),
        labels=frozenset({"from the harbour desk", "θυμηθειτε"}),
        titles={12: "The other story"},
    ),
)


def _footnotes(body: str) -> tuple[tuple[str, str], ...]:
    if 'data-fn="c"' in body:
        text = 'See <a href="https://news.example/2020/04/other/" onclick="x">it</a><script>x</script>.'
        return (("c", text),)
    return (("a", "Note <em>a</em>."), ("b", "Note b.")) if "data-fn" in body else ()


def clean(body: str, form: BodyForm = BodyForm.WORDPRESS) -> CleanBody:
    """Give the body of article 1 as the chain cleans it."""
    article = Article(
        type="post",
        title="Title",
        status=Status.PUBLISHED,
        body=body,
        body_form=form,
        id=1,
        permalink="/2020/05/slug/",
        footnotes=_footnotes(body),
    )
    return clean_body(article, LIBRARY)


def kinds(body: str) -> list[str]:
    """Give the kinds of the notes on a body, but for the looks that every body loses."""
    return [note.kind for note in clean(body).notes if note.kind != "styling left behind"]
