"""Folders of saved REST answers."""

import json
from dataclasses import fields
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest

from cases import Case, read_cases
from rest_site import MARA, NEWS, as_editor, post
from samples import SAMPLES, needs_samples
from wordpress_export.model import Article, BodyForm, Comment, Export, Media, RawForm, Status, TermKey
from wordpress_export.sources import UnknownFormError, read_export
from wordpress_export.sources.rest.excerpts import as_typed, typed_excerpt
from wordpress_export.sources.rest.kinds import looks_like_answer

CASES = Path(__file__).parent / "cases"
ROOT = {"name": "The Gull &amp; Tern", "description": "News", "home": "https://gull.example", "namespaces": ["wp/v2"]}
UNIT = SAMPLES / "unit"


def reading(folder: Path, **files: object) -> Export:
    """Read a folder with these answers; texts and bytes are written as they are."""
    for name, held in ({"index": ROOT} | files).items():
        octets = held if isinstance(held, bytes) else json.dumps(held).encode()
        (folder / f"{name}.json").write_bytes(octets)
    return read_export(folder)


def the_article(folder: Path, **files: object) -> Article:
    (article,) = reading(folder, **files).read_articles()
    return article


def test_article(tmp_path: Path) -> None:
    """An article has all that a visitor's answer tells, in the values that an export file gives."""
    told = post(categories=[7], sticky=True, format="gallery", comment_status="open", parent=0)
    told |= {"title": {"rendered": "Tide &#038; <em>time</em>"}, "excerpt": {"rendered": "<p>A typed dek.</p>\n"}}

    article = the_article(tmp_path, posts=[told], categories=[NEWS], users=[MARA])

    hour = timezone(timedelta(hours=1))
    assert (
        Article(
            type="post",
            guid="https://gull.example/?p=1",
            title="Tide & time",
            status=Status.PUBLISHED,
            body="<p>Words of the tide.</p>\n",
            body_form=BodyForm.RENDERED,
            id=1,
            slug="tide",
            permalink="/2023/10/tide/",
            published=datetime(2023, 10, 17, 9, 30, tzinfo=hour),
            modified=datetime(2023, 10, 18, 9, 30, tzinfo=hour),
            authors=("mara",),
            terms=(TermKey("category", "news", "News"),),
            excerpt="A typed dek.",
            format="gallery",
            sticky=True,
            comments_open=True,
            notes=article.notes,
            where="posts.json, number 1",
        )
        == article
    )
    assert ["tags removed from a title"] == [note.kind for note in article.notes]


def test_site(tmp_path: Path) -> None:
    """The facts of the site come from its interface and its settings; without them, home is where the links lead."""
    settings = {"title": "Old", "language": "de_CH", "default_category": 1, "url": "https://gull.example/wp"}
    link = {"self": [{"href": "https://gull.example/blog/wp-json/wp/v2/posts/1"}]}

    told = reading(tmp_path, settings=settings, posts=[post()]).site
    (tmp_path / "index.json").unlink()
    (tmp_path / "settings.json").unlink()
    (tmp_path / "posts.json").write_text(json.dumps([post(_links=link)]), encoding="utf-8")

    assert ("https://gull.example", "The Gull & Tern", "News", "de-CH") == (
        told.address, told.title, told.tagline, told.language,
    )  # fmt: skip
    assert "https://gull.example/blog" == read_export(tmp_path).site.address


def test_best_answer(tmp_path: Path) -> None:
    """Of several answers about an article an editor's counts, then a whole one, then the later; it is one article."""
    part = {"id": 1, "slug": "tide", "link": "https://gull.example/2023/10/tide/", "title": {"rendered": "Part"}}
    newer = post() | {"modified": "2024-01-01T00:00:00", "title": {"rendered": "Newer"}}
    files: dict[str, object] = {"a": [part], "b": [newer], "c": [post()], "d": [part]}

    assert "Newer" == the_article(tmp_path, **files).title
    export = reading(tmp_path, **files, e=[as_editor(post(), "Stored.")])
    (article,) = export.read_articles()
    assert (BodyForm.WORDPRESS, "Stored.", 1, 1) == (
        article.body_form, article.body, export.article_count, export.item_count,
    )  # fmt: skip


def test_fields_only(tmp_path: Path) -> None:
    """What was saved with some fields only is an article without a body, which is a loss that is told."""
    part = {"id": 1, "link": "https://gull.example/2023/10/tide/", "title": {"rendered": "Part"}}
    export = reading(tmp_path, posts=[part | {"_links": {"collection": [{"href": "https://x/wp-json/wp/v2/pages"}]}}])
    (article,) = export.read_articles()

    assert ("page", "Part", Status.PUBLISHED, "") == (article.type, article.title, article.status, article.body)
    assert ["body not in the material"] == [note.kind for note in article.notes if note.review]
    assert ["the bodies of 1 articles are not in the answers, which were saved with some fields only."] == [
        defect.what for defect in export.defects
    ]


@pytest.mark.parametrize(
    ("more", "status"),
    [
        ({"status": "private"}, Status.PRIVATE),
        ({"status": "future"}, Status.SCHEDULED),
        ({"status": "unheard-of"}, Status.DRAFT),
        ({"content": {"rendered": "", "protected": True}}, Status.PASSWORD),
        ({"status": "", "link": "https://gull.example/?p=1"}, Status.DRAFT),
    ],
)
def test_not_public(more: dict[str, Any], status: Status, tmp_path: Path) -> None:
    """What was not public stays so; of an editor's answer without a status it is not known."""
    export = reading(tmp_path, posts=[post() | more])

    assert [status] == [article.status for article in export.read_articles()]
    assert {1} == set(export.hidden)
    assert {} == export.permalinks


def test_password(tmp_path: Path) -> None:
    """A body behind a password is told to be missing; where an editor got it, it stays hidden, without the password."""
    locked = post() | {"content": {"rendered": "", "protected": True}}

    assert "body not in the material" in [note.kind for note in the_article(tmp_path, posts=[locked]).notes]
    article = the_article(tmp_path, posts=[as_editor(post(), "Hush.", password="swordfish")])  # noqa: S106  # a test's
    assert (Status.PASSWORD, "Hush.") == (article.status, article.body)
    assert "swordfish" not in repr(article)


def test_terms(tmp_path: Path) -> None:
    """Terms come by id: from lists, from what an article shows, from its classes; those of none are told."""
    tag = {"id": 9, "name": "Old &amp; new", "slug": "%ce%b5", "taxonomy": "post_tag"}
    shown: dict[str, Any] = {
        "_embedded": {"wp:term": [[], [tag]]},
        "class_list": ["post-1", "topic-sea", "category-news"],
    }
    routes = {"wp:term": [{"taxonomy": "topic", "href": "https://gull.example/wp-json/wp/v2/topics?post=1"}]}
    above = NEWS | {"id": 6, "name": "All", "slug": "all"}

    export = reading(
        tmp_path,
        posts=[post(categories=[7], tags=[9], topics=[33], _links=routes, **shown), post(2, categories=[99])],
        categories=[NEWS | {"parent": 6}, above],
    )
    first, second = export.read_articles()

    named = TermKey("category", "news", "News"), TermKey("post_tag", "ε", "Old & new"), TermKey("topic", "sea", "sea")
    assert named == first.terms
    assert ["terms whose names are not in the material: topic sea"] == [
        n.sentence for n in first.notes if "term" in n.kind
    ]
    assert ["terms whose names are not in the material: category 99"] == [n.sentence for n in second.notes if n.review][
        :1
    ]
    assert "all" == export.terms["category", "news"].parent


def test_term_names(tmp_path: Path) -> None:
    """Where there are no lists, names come from what Yoast tells, by slug; a number in a class is no slug."""
    graph = [{"@type": "Article", "articleSection": ["Sea &amp; coast"], "keywords": ["Old"]}]
    told = post(categories=[7, 8], class_list=["category-sea-coast", "category-8"])

    article = the_article(tmp_path, posts=[told | {"yoast_head_json": {"schema": {"@graph": graph}}}])

    assert (TermKey("category", "sea-coast", "Sea & coast"),) == article.terms
    assert ["terms whose names are not in the material: category 8"] == [
        note.sentence for note in article.notes if "terms" in note.kind
    ]


@pytest.mark.parametrize(
    "more",
    [
        {"author": 3, "_embedded": {"author": [MARA]}},
        {"coauthors": [70]},
        {"authors": [{"display_name": "Mara Lind", "slug": "mara", "user_id": 3}]},
        {"newspack_author_info": [{"display_name": "Mara Lind", "author_link": "https://gull.example/author/mara/"}]},
        {
            "author": 3,
            "yoast_head_json": {
                "author": "Mara Lind",
                "schema": {
                    "@graph": [{"@type": "Person", "name": "Mara Lind", "url": "https://gull.example/author/mara/"}]
                },
            },
        },
    ],
    ids=["embedded", "Co-Authors Plus", "PublishPress", "Newspack", "Yoast"],
)
def test_authors(more: dict[str, Any], tmp_path: Path) -> None:
    """Where the site does not show its users, authors come from what plugins and articles tell of them."""
    terms = [
        {"id": 70, "taxonomy": "author", "slug": "cap-mara", "name": "Mara Lind", "description": "mara@gull.example"}
    ]

    export = reading(tmp_path, posts=[post() | more], coauthors=terms)

    assert [("mara",)] == [article.authors for article in export.read_articles()]
    assert "Mara Lind" == export.authors["mara"].name
    assert ("author", "mara") not in export.terms
    assert "@" not in repr(export.authors)


def test_byline_of_two(tmp_path: Path) -> None:
    """Co-authors stand in the byline's order, instead of the user who made the article."""
    people = [{"display_name": "Guest", "slug": "guest", "is_guest": 1}, {"display_name": "Mara Lind", "user_id": 3}]
    article = the_article(tmp_path, posts=[post(authors=people)], users=[MARA])

    assert ("guest", "mara") == article.authors


def test_unknown_author(tmp_path: Path) -> None:
    """An author whom nothing names is told for review."""
    article = the_article(tmp_path, posts=[post()])

    assert () == article.authors
    assert ["author unknown: number 3, whom the site does not show"] == [n.sentence for n in article.notes if n.review]


def test_media(tmp_path: Path) -> None:
    """An attachment has its original file, alt, caption and description as typed, and who made it."""
    shown = {
        "id": 9, "type": "attachment", "title": {"rendered": "The tide"}, "alt_text": "A &quot;wave&quot;", "post": 1,
        "source_url": "https://www.gull.example/wp-content/uploads/2023/10/tide-scaled.jpg",
        "media_details": {"original_image": "tide.jpg"}, "link": "https://gull.example/2023/10/tide/pic/",
        "caption": {"rendered": "<p>High <em>water</em></p>\n"}, "meta": {"_media_credit": "Ann"},
        "description": {"rendered": "<p class=\"attachment\"><a href='x'><img src='x'></a></p>\n<p>Seen.</p>\n"},
    }  # fmt: skip

    export = reading(tmp_path, posts=[post(featured_media=9)], media=[shown])

    assert (
        Media(
            id=9,
            address="/wp-content/uploads/2023/10/tide.jpg",
            title="The tide",
            alt='A "wave"',
            caption="High <em>water</em>",
            description="Seen.",
            credit="Ann",
            parent=1,
            permalink="/2023/10/tide/pic/",
            scaled="/wp-content/uploads/2023/10/tide-scaled.jpg",
        )
        == export.media[9]
    )


@pytest.mark.parametrize(
    "more",
    [
        {"_embedded": {"wp:featuredmedia": [{"source_url": "https://gull.example/wp-content/uploads/tide.jpg"}]}},
        {"jetpack_featured_media_url": "https://i0.wp.com/gull.example/wp-content/uploads/tide.jpg?fit=9%2C9&ssl=1"},
        {"yoast_head_json": {"og_image": [{"url": "https://gull.example/wp-content/uploads/tide.jpg"}]}},
    ],
    ids=["embedded", "Jetpack", "Yoast"],
)
def test_lead_picture(more: dict[str, Any], tmp_path: Path) -> None:
    """Where the attachment is not in the material, an article's own answer tells of its lead picture."""
    article = the_article(tmp_path, posts=[post(featured_media=9) | more])

    assert "/wp-content/uploads/tide.jpg" == article.image


def test_embedded_media(tmp_path: Path) -> None:
    """A lead picture that an article shows is an attachment where no list has it; an error in its place is none."""
    shown = {"id": 9, "source_url": "https://gull.example/wp-content/uploads/tide.jpg", "alt_text": "Waves"}
    hidden = {"code": "rest_forbidden", "message": "No.", "data": {"status": 401}}
    rows = [
        post(featured_media=9, _embedded={"wp:featuredmedia": [shown]}),
        post(2, featured_media=8, _embedded={"wp:featuredmedia": [hidden], "author": [hidden]}),
    ]
    export = reading(tmp_path, posts=rows)

    assert [(9, "Waves")] == [(key, media.alt) for key, media in export.media.items()]


def test_comments(tmp_path: Path) -> None:
    """Comments that readers saw stand under their article, in order, as typed; others are counted."""
    said = {
        "post": 1,
        "author_name": "Ann",
        "author_url": "https://ann.example",
        "type": "comment",
        "status": "approved",
    }
    said |= {"date": "2023-10-17T10:00:00", "date_gmt": "2023-10-17T09:00:00", "author_email": "ann@reader.example"}
    thread = [
        said | {"id": 5, "parent": 4, "content": {"rendered": "<p>One<br />\ntwo</p>\n<p>Three</p>\n"}},
        said | {"id": 4, "parent": 0, "content": {"rendered": "<p>&#8220;Yes&#8221;</p>\n", "raw": '"Yes"'}},
        said | {"id": 6, "status": "hold", "content": {"rendered": "<p>Wait</p>"}},
        said | {"id": 7, "post": 99, "content": {"rendered": "<p>Elsewhere</p>"}},
    ]
    export = reading(tmp_path, posts=[post()], comments=thread)
    (article,) = export.read_articles()

    when = datetime(2023, 10, 17, 10, tzinfo=timezone(timedelta(hours=1)))
    assert (
        Comment(4, "Ann", when, '"Yes"', "https://ann.example"),
        Comment(5, "Ann", when, "One\ntwo\n\nThree", "https://ann.example", 4),
    ) == article.comments
    assert {"waited for approval": 1, "stood under an item that is not in the material": 1} == {
        entry.reason: entry.count for entry in export.set_aside if entry.type == "comment"
    }
    assert "reader.example" not in repr(article)


def test_search_engine_fields(tmp_path: Path) -> None:
    """What an editor told search engines is kept; what Yoast makes by itself is not."""
    made = {
        "title": "Tide 1 - The Gull",
        "canonical": "https://gull.example/2023/10/tide/",
        "robots": {"index": "index"},
    }
    typed = {
        "title": "High water",
        "description": "When?",
        "canonical": "https://tern.example/",
        "robots": {"index": "noindex"},
    }

    first = the_article(tmp_path, posts=[post(yoast_head_json=made)])
    second = the_article(tmp_path, posts=[post(yoast_head_json=typed)])

    assert ("", "", "", False) == (first.seo_title, first.seo_description, first.canonical, first.noindex)
    assert ("High water", "When?", "https://tern.example/", True) == (
        second.seo_title, second.seo_description, second.canonical, second.noindex,
    )  # fmt: skip


def test_meta(tmp_path: Path) -> None:
    """Fields of Newspack and footnotes are read; others are named; what nobody filled in is not."""
    meta = {
        "newspack_post_subtitle": "Dek",
        "footnotes": '[{"id":"a","content":"N"}]',
        "mood": "low",
        "empty": "",
        "_x": "1",
    }
    acf = {"price": {"amount": 3}}

    shown = the_article(tmp_path, posts=[post(meta=meta, acf=acf)])
    stored = the_article(tmp_path, posts=[as_editor(post(meta=meta), "Stored.")])

    assert ("Dek", ()) == (shown.subtitle, shown.footnotes)
    assert ["mood", "price"] == [note.detail for note in shown.notes if note.kind == "custom field left behind"]
    assert (("a", "N"),) == stored.footnotes


@pytest.mark.parametrize(
    ("octets", "what"),
    [
        (b"", "it is empty."),
        (b"<!DOCTYPE html><title>Login</title><p>Sign in</p>", "a page of HTML instead of an answer: 'Login Sign in'"),
        (json.dumps([post(2), post(3)]).encode()[:-40], "after 1 whole entries it is no JSON any more"),
        (b'[{"id": 2, "slug": "x", "title"' + b"[" * 100_000, "it is no JSON any more"),
    ],
    ids=["empty", "page", "cut", "deep"],
)
def test_broken(octets: bytes, what: str, tmp_path: Path) -> None:
    """A file that cannot be read is a loss that names it; what stands before the fault is read."""
    export = reading(tmp_path, posts=[post()], broken=octets)

    (defect,) = export.defects
    assert "broken.json" == defect.where
    assert what in defect.what
    assert 1 in [article.id for article in export.read_articles()]


@pytest.mark.parametrize(
    "octets",
    [
        "\ufeff".encode() + json.dumps([post()]).encode(),
        json.dumps([post()], ensure_ascii=False).encode("utf-16"),
        b"<br />\n<b>Warning</b>: Undefined [x] in <b>a.php</b><br />\n" + json.dumps([post()]).encode(),
        json.dumps({"posts": [post()]}).encode(),
        json.dumps({"body": [post()], "status": 200, "headers": {}}).encode(),
        json.dumps(post()).encode(),
        json.dumps(post()).encode() + b"\n" + json.dumps(post()).encode(),
        json.dumps([post()]).replace("Words", "W\\ud83dords\\u0000\\f").encode(),
        json.dumps([post()], indent=4).encode(),
        json.dumps([[post()]]).encode(),
    ],
    ids=["mark", "UTF-16", "PHP warning", "by name", "envelope", "single", "lines", "halves", "pretty", "nested"],
)
def test_forms(octets: bytes, tmp_path: Path) -> None:
    """Answers are read in every form that browsers, shells and scripts save them in."""
    export = reading(tmp_path, posts=octets)

    assert [1] == [article.id for article in export.read_articles()]
    assert () == export.defects
    assert "".join(article.body for article in export.read_articles()).encode()


def test_without_ending(tmp_path: Path) -> None:
    """`wget --mirror` saves answers under names without an ending."""
    (tmp_path / "posts@per_page=100").write_text(json.dumps([post()]), encoding="utf-8")

    assert [1] == [article.id for article in read_export(tmp_path).read_articles()]


@pytest.mark.parametrize(
    "text",
    [
        '{"name": "theme", "version": "1.0", "dependencies": {}}',
        '{"$schema": "x", "id": 1, "slug": "y"}',
        '{"version": "https://jsonfeed.org/version/1", "items": []}',
        "[1, 2, 3]",
        "[Caption: the tide]\nWords.",
        '{"version":"1.0","provider_name":"Gull","title":"Tide"}',
    ],
)
def test_no_answers(text: str, tmp_path: Path) -> None:
    """Other JSON, and texts that begin like it, are no answers."""
    file = tmp_path / "file"
    file.write_text(text, encoding="utf-8")

    assert not looks_like_answer(file)
    with pytest.raises(UnknownFormError, match="REST interface"):
        read_export(file)


def test_other_answers(tmp_path: Path) -> None:
    """Errors and search results hold no articles, and are counted; so are revisions and templates."""
    error = {"code": "rest_post_invalid_page_number", "message": "Too large.", "data": {"status": 400}}
    found = [{"id": 1, "title": "Tide", "url": "https://gull.example/", "type": "post", "subtype": "post"}]
    old = {"id": 12, "parent": 1, "slug": "1-revision-v1", "title": {"rendered": "Old"}, "content": {"rendered": "Old"}}
    template = post(20, type="wp_template", link="")

    index = [{"id": 5, "title": "Tide", "link": "/tide/"}]

    export = reading(
        tmp_path, posts=[post()], index_of_the_theme=index, error=error, search=found, old=[old], templates=[template]
    )

    assert (1, 3) == (export.article_count, export.item_count)
    assert {"revision": 1, "wp_template": 1} == {e.type: e.count for e in export.set_aside if e.is_item}
    reasons = {entry.reason for entry in export.set_aside if not entry.is_item}
    assert "an error that the site answered with: rest_post_invalid_page_number" in reasons
    assert "what a search had found" in reasons


def test_missing_pages(tmp_path: Path) -> None:
    """Where a record tells how many there were, what is not here is a loss; comments that nobody sees are none."""
    told = {"status": 200, "x-wp-total": "3", "x-wp-totalpages": "2"}
    record = {f"gull/posts-{page}.json": told | {"request": f"/wp-json/wp/v2/posts?page={page}"} for page in (1, 2)}
    record |= {"gull/pages-1.json": {"status": 200, "request": "/wp-json/wp/v2/pages?page=1", "x-wp-total": "1"}}
    said = {"id": 4, "post": 1, "author_name": "Ann", "content": {"rendered": "Yes"}, "status": "approved"}
    record |= {"gull/c.json": {"status": 200, "request": "/wp-json/wp/v2/comments", "x-wp-total": "2"}}
    folder = tmp_path / "gull"
    folder.mkdir()
    files: dict[str, object] = {
        "posts-1": [post()],
        "pages-1": [post(5, type="page")],
        "c": [said],
        "_requests": record,
    }

    export = reading(folder, **files)

    assert ["of 3 posts 1 are here."] == [defect.what for defect in export.defects]
    assert [1] == [entry.count for entry in export.set_aside if entry.type == "comments"]
    assert {"page"} == export.holds
    assert (folder / "_requests.json").is_file()
    assert ["of 3 posts 1 are here."] == [defect.what for defect in read_export(tmp_path).defects]


@pytest.mark.parametrize(
    "odd", [None, -1, 10**30, 1e308, "", " \x00", [], [[]], {}, {"rendered": 5}, "https://[::1", "\ud800"]
)
def test_odd_values(odd: object, tmp_path: Path) -> None:
    """Whatever stands in an answer, it is read, and each of its items is accounted for."""
    whole = post(_embedded={}, meta={}, yoast_head_json={}, class_list=[], _links={}, coauthors=[])
    rows = [
        whole | {name: odd} | ({"id": number} if name != "id" else {}) for number, name in enumerate(whole, start=1)
    ]

    export = reading(
        tmp_path, posts=rows, users=[MARA | {"slug": odd}, MARA | {"name": odd}], terms=[NEWS | {"slug": odd}]
    )

    assert export.article_count == len(list(export.read_articles()))
    assert export.item_count == export.article_count + sum(e.count for e in export.set_aside if e.is_item)
    assert len(rows) - 1 <= export.item_count


def test_form(tmp_path: Path) -> None:
    """The material says in which form it was."""
    assert RawForm.REST is reading(tmp_path, posts=[post()]).form


@pytest.mark.parametrize("case", read_cases(CASES / "rest_excerpts.txt"), ids=str)
def test_excerpts(case: Case) -> None:
    """An excerpt is kept where an editor typed it, not where WordPress made it of the body."""
    excerpt, _, body = case.given.partition("\n---\n")

    assert case.expected.strip() == typed_excerpt(excerpt, body)


def test_as_typed() -> None:
    """Plain paragraphs become blank lines again; anything else stays."""
    assert "One\ntwo\n\nThree" == as_typed("<p>One<br />\ntwo</p>\n<p>Three</p>\n")
    assert "<p>One</p>\n<ul></ul>" == as_typed("<p>One</p>\n<ul></ul>\n")
    assert "Bare" == as_typed("Bare")


@needs_samples
@pytest.mark.parametrize("folder", ["rest", "rest-edit"])
def test_like_an_export_file(folder: str) -> None:
    """Of the sample site, answers tell of each article what the export file tells, field by field."""
    stored = {article.id: article for article in read_export(UNIT / "export.xml").read_articles()}
    export = read_export(UNIT / folder)
    apart = {"body", "body_form", "where", "notes", "footnotes", "comments", "title"}
    # An editor's sample has no lists of terms, so that their names are not known.
    apart |= {"terms"} if folder == "rest-edit" else set()

    different = [
        (article.id, field.name)
        for article in export.read_articles()
        for field in fields(Article)
        if field.name not in apart
        and _sorted(getattr(article, field.name)) != _sorted(getattr(stored[article.id], field.name))
    ]

    assert [] == different
    assert () == export.defects
    assert (72 if folder == "rest" else 75) == export.article_count


def _sorted(value: object) -> object:
    """Terms come taxonomy by taxonomy in an answer, and by name in an export file."""
    return sorted(map(str, value)) if isinstance(value, tuple) else value


@needs_samples
def test_bodies_as_stored() -> None:
    """An editor's answers hold the bodies that the export file holds."""
    stored = {article.id: article.body for article in read_export(UNIT / "export.xml").read_articles()}
    told = {article.id: article.body for article in read_export(UNIT / "rest-edit").read_articles()}

    assert [] == [key for key, body in told.items() if body.replace("\r\n", "\n") != stored[key].replace("\r\n", "\n")]
