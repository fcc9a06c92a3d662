"""A small newsroom for the tests of bodies: one article, and the library that it refers to."""

from wordpress_export.body import CleanBody, Library, clean_body
from wordpress_export.model import Article, BodyForm, Media, Status

UPLOADS = "/wp-content/uploads"

LIBRARY = Library(
    site_address="https://news.example",
    media={
        5: Media(5, f"{UPLOADS}/a.jpg", alt="A", caption="At <em>dawn</em>", parent=1, order=2),
        6: Media(6, f"{UPLOADS}/b.png", alt='"B"', parent=1, order=1),
        7: Media(7, f"{UPLOADS}/c.webp", parent=1, order=3),
        8: Media(8, f"{UPLOADS}/talk.mp3", title="A talk", parent=1, order=4),
    },
    media_of={1: (6, 5, 7, 8)},
    patterns={
        70: "<!-- wp:paragraph --><p>From the pattern</p><!-- /wp:paragraph -->",
        71: '<!-- wp:paragraph --><p>Once</p><!-- /wp:paragraph --><!-- wp:block {"ref":71} /-->',
    },
    permalinks={1: "/2020/05/slug/", 5: "/2020/05/slug/a/", 12: "/2020/04/other/"},
    language="en-GB",
)


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
        footnotes=(("a", "Note <em>a</em>."), ("b", "Note b.")) if "data-fn" in body else (),
    )
    return clean_body(article, LIBRARY)


def kinds(body: str) -> list[str]:
    """Give the kinds of the notes on a body, but for the looks that every body loses."""
    return [note.kind for note in clean(body).notes if note.kind != "styling left behind"]
