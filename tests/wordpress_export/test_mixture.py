"""Articles that stand in several raw forms are put together, each once, in a stated order of trust."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from wordpress_export.model import Article, Author, Comment, Export, Note, RawForm, Site, Status, Term, TermKey
from wordpress_export.sources.folder import merge

WXR, REST, PAGE, TEXT = RawForm
DAY = datetime(2023, 10, 17, 8, 30, tzinfo=UTC)
LATER = datetime(2024, 1, 1, tzinfo=UTC)
WORDS = "The tide came in over the quay at Gull Harbour and nobody had thought of moving the boats before noon"
POST = Article("post", "High tide", Status.PUBLISHED, f"<p>{WORDS}</p>", id=7, slug="tide", permalink="/2023/tide/")
POST = replace(POST, published=DAY, modified=DAY, where="somewhere")
DUMP = replace(POST, id=None, slug="", permalink="", published=None, modified=None)
ALL_CONTENT = frozenset({"post", "page", "category"})


def export(form: RawForm, *articles: Article, authors: Iterable[Author] = (), terms: Iterable[Term] = ()) -> Export:
    """Give a site of these articles in a form; an export file is one of all content."""
    return Export(
        Site("" if form is TEXT else "https://gull.example"),
        lambda: iter(articles),
        len(articles),
        form=form,
        authors={author.slug: author for author in authors},
        terms={(term.taxonomy, term.slug): term for term in terms},
        holds=ALL_CONTENT if form is WXR else frozenset(),
        hidden={a.id: a.permalink for a in articles if a.id and a.status is not Status.PUBLISHED},
        permalinks={a.id: a.permalink for a in articles if a.id and a.status is Status.PUBLISHED},
    )


def joined(*exports: Export) -> list[Article]:
    """Give the articles of a folder with these exports."""
    whole = merge(exports, 0)
    found = list(whole.read_articles())
    assert whole.article_count == len(found)
    assert found == list(whole.read_articles())
    return found


def only(*exports: Export) -> Article:
    (article,) = joined(*exports)
    return article


def kinds(article: Article) -> list[str]:
    return [note.kind for note in article.notes]


@pytest.mark.parametrize(
    "other",
    [
        export(REST, POST),
        export(PAGE, POST),
        export(PAGE, replace(POST, id=None)),
        export(PAGE, replace(POST, id=None, title="Another title")),
        export(PAGE, replace(POST, permalink="")),
        export(TEXT, DUMP),
        export(TEXT, replace(DUMP, title="HIGH  TIDE!", published=DAY)),
        export(TEXT, replace(DUMP, body="At the quay.")),
        export(TEXT, replace(DUMP, body="")),
        export(TEXT, replace(DUMP, body="No word in common", published=DAY)),
    ],
)
def test_one_article_in_two_forms(other: Export) -> None:
    """The same id is the same article, then the same address, then the same title with the same words."""
    assert "tide" == only(export(WXR, POST), other).slug


@pytest.mark.parametrize(
    "other",
    [
        export(PAGE, replace(POST, id=8, permalink="/2023/ebb/")),
        export(PAGE, replace(POST, id=8)),
        export(PAGE, replace(POST, id=None, permalink="/2023/ebb/", slug="ebb")),
        export(TEXT, replace(DUMP, title="Low tide")),
        export(TEXT, replace(DUMP, published=LATER)),
        export(TEXT, replace(DUMP, body="Another article altogether, of which hardly any word is in the first one.")),
        export(TEXT, replace(DUMP, body="Too short.")),
    ],
)
def test_two_articles(other: Export) -> None:
    """Another id, address, title or date is another article, and so are other words under the same title."""
    assert 2 == len(joined(export(WXR, POST), other))


def test_a_title_that_two_articles_have() -> None:
    """Where two articles would do as well for a dump, none is taken."""
    assert 3 == len(joined(export(WXR, POST, replace(POST, id=8, permalink="/2024/tide/")), export(TEXT, DUMP)))


def test_two_items_with_one_number_in_one_file() -> None:
    """They stay two, whatever other forms have."""
    twice = export(WXR, POST, replace(POST, title="Ebb", permalink="/2023/ebb/"))
    assert ["High tide", "Ebb"] == [article.title for article in joined(twice, export(REST, POST))]


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (export(WXR, replace(POST, body="A")), export(REST, replace(POST, body="B")), "A"),
        (export(REST, replace(POST, body="B")), export(WXR, replace(POST, body="A")), "A"),
        (export(WXR, replace(POST, body="A")), export(REST, replace(POST, body="B", modified=LATER)), "B"),
        (export(WXR, replace(POST, body="A", modified=LATER)), export(REST, replace(POST, body="B")), "A"),
        (export(WXR, replace(POST, body="A")), export(PAGE, replace(POST, body="B", modified=LATER)), "A"),
        (export(TEXT, replace(DUMP, body=f"{WORDS} B")), export(PAGE, replace(POST, body=f"{WORDS} A")), f"{WORDS} A"),
        (export(WXR, replace(POST, body="A")), export(WXR, replace(POST, body="B")), "B"),
    ],
)
def test_which_copy_leads(first: Export, second: Export, expected: str) -> None:
    """The newest of the database's copies leads, then the most trusted form, then the later file."""
    assert expected == only(first, second).body


COMMENT = Comment(1, "Tom", DAY, "Well said.")


@pytest.mark.parametrize(
    ("field", "value", "filled"),
    [
        ("authors", ("mara",), True),
        ("terms", (TermKey("category", "sea", "Sea"),), True),
        ("subtitle", "How the boats were saved", True),
        ("permalink", "/2023/tide/", True),
        ("related", ("/2023/ebb/",), True),
        ("comments", (COMMENT,), False),
        ("excerpt", "Boats", False),
        ("image", "/wp-content/uploads/quay.jpg", False),
    ],
)
def test_what_fills_a_gap_of_an_export_file(field: str, value: Any, filled: bool) -> None:  # noqa: ANN401  # of any field
    """What an export file cannot know comes from the page; what it would have told is no gap."""
    bare = replace(POST, **{field: type(value)()})
    article = only(export(WXR, bare), export(PAGE, replace(POST, **{field: value})))
    assert (value if filled else type(value)()) == getattr(article, field)
    assert filled == ("filled from another raw form: saved page" in kinds(article))


def test_what_fills_a_gap_of_rest_answers() -> None:
    """Comments may be closed to visitors there, and a page shows them."""
    assert (COMMENT,) == only(export(REST, POST), export(PAGE, replace(POST, comments=(COMMENT,)))).comments


def test_a_picture_brings_its_own_words() -> None:
    """Caption, credit and alternative text are taken with a lead picture, and never to another one."""
    page = replace(POST, image="/quay.jpg", image_caption="The quay", image_credit="Mara")
    told = only(export(PAGE, page), export(TEXT, replace(DUMP, image_caption="Another caption")))
    assert ("/quay.jpg", "The quay", "Mara") == (told.image, told.image_caption, told.image_credit)
    alone = only(export(PAGE, POST), export(TEXT, replace(DUMP, image_caption="Another caption")))
    assert "" == alone.image_caption


@pytest.mark.parametrize("status", [Status.DRAFT, Status.PRIVATE, Status.TRASH, Status.PASSWORD])
@pytest.mark.parametrize(
    "page",
    [
        POST,
        replace(POST, id=None),
        replace(POST, id=None, title="Renamed"),
        replace(POST, id=None, published=None),
    ],
)
def test_what_was_hidden_since_stays_hidden(status: Status, page: Article) -> None:
    """A page that was saved while an article was public does not make it public again; a draft has lost its address."""
    hidden = replace(POST, status=status, permalink="")
    whole = merge([export(WXR, hidden), export(PAGE, page)], 0)
    assert [status] == [article.status for article in whole.read_articles()]
    assert {} == whole.permalinks


def test_the_more_hidden_of_two() -> None:
    """Of two copies of one time the one that fewer people could see says who may see it."""
    article = only(export(WXR, POST), export(REST, replace(POST, status=Status.PRIVATE)))
    assert Status.PRIVATE is article.status
    assert "more hidden in another raw form" in kinds(article)


def test_an_article_that_the_whole_export_does_not_have() -> None:
    """A page of it alone is kept, for review: the newsroom may have deleted it."""
    article = joined(export(WXR, POST), export(PAGE, replace(POST, id=9, permalink="/9/", slug="nine")))[1]
    assert ["article that the export of all content does not have"] == kinds(article)
    assert article.notes[0].review


def test_a_body_without_words_is_filled() -> None:
    """A page builder's article, whose words are in no body, gets those of its page, for review."""
    article = only(export(WXR, replace(POST, body="<!-- wp:spacer /-->")), export(PAGE, POST))
    assert WORDS in article.body
    assert ["body taken from another raw form"] == kinds(article)


def test_a_body_that_is_a_picture_alone() -> None:
    """It is no gap: nothing is taken from elsewhere."""
    picture = '<!-- wp:image --><img src="/quay.jpg"><!-- /wp:image -->'
    assert picture == only(export(WXR, replace(POST, body=picture)), export(PAGE, POST)).body


def test_no_hidden_body_is_filled() -> None:
    """What is not public gets no body from anywhere."""
    assert "" == only(export(WXR, replace(POST, body="", status=Status.PASSWORD)), export(PAGE, POST)).body


def test_a_page_that_shows_more() -> None:
    """Where a page shows many more words than the export holds, a person is told."""
    table = "<td>word</td>" * 60
    article = only(export(WXR, POST), export(PAGE, replace(POST, body=f"{POST.body}<table>{table}</table>")))
    assert ["a saved page shows more than the article holds"] == kinds(article)


def test_people_and_terms_by_name() -> None:
    """A dump's person or term is the site's of that name, where there is only one."""
    mara, made = Author("mreed", "Mara Reed", bio="Writes."), Author("mara-reed", "Mara Reed")
    sea, made_sea = Term("category", "sea-2", "Sea"), Term("category", "sea", "Sea")
    other = replace(DUMP, title="Ebb", authors=("mara-reed",), terms=(TermKey("category", "sea", "Sea"),))
    article = joined(
        export(WXR, POST, authors=[mara], terms=[sea]), export(TEXT, other, authors=[made], terms=[made_sea])
    )[1]
    assert (("mreed",), (TermKey("category", "sea-2", "Sea"),)) == (article.authors, article.terms)


def test_a_person_of_a_name_that_two_have() -> None:
    """Where two people have one name, the dump's person is left as he is."""
    twins = [Author("mara-1", "Mara"), Author("mara-2", "Mara")]
    other = replace(DUMP, title="Ebb", authors=("mara",))
    article = joined(export(WXR, POST, authors=twins), export(TEXT, other, authors=[Author("mara", "Mara")]))[1]
    assert ("mara",) == article.authors


def test_what_is_known_of_a_person_is_put_together() -> None:
    """A page's box about its author tells what an export does not."""
    bare, told = Author("mara", "Mara Reed", id=3), Author("mara", "Mara", bio="Writes of the sea.")
    whole = merge([export(PAGE, POST, authors=[told]), export(WXR, POST, authors=[bare])], 0)
    assert Author("mara", "Mara Reed", bio="Writes of the sea.", id=3) == whole.authors["mara"]


def test_what_is_known_of_a_term_is_put_together() -> None:
    """A form that knows a term by its slug alone gets name, parent and description from one that knows more."""
    bare, told = Term("category", "sea", "sea"), Term("category", "sea", "The sea", "water", "Wet.", 4)
    whole = merge([export(REST, POST, terms=[bare]), export(PAGE, POST, terms=[told])], 0)
    assert told == whole.terms["category", "sea"]


def test_what_was_missed_and_is_found() -> None:
    """A note that something is unknown goes where another form knows it."""
    noted = replace(POST, notes=(Note("author unknown", "number 3"),))
    assert "author unknown" in kinds(only(export(REST, noted), export(PAGE, POST)))
    assert "author unknown" not in kinds(only(export(REST, noted), export(PAGE, replace(POST, authors=("mara",)))))


def test_related_stories_by_title() -> None:
    """A related story that a dump names by its title gets the address of the one public article of that title."""
    other = replace(DUMP, title="Ebb", related=("High Tide", "Nowhere to be found", "/2023/kept/"))
    found = joined(export(WXR, POST), export(TEXT, other))[1].related
    assert ("/2023/tide/", "Nowhere to be found", "/2023/kept/") == found


def test_no_related_story_that_is_hidden() -> None:
    """The address of a draft is not given away by its title."""
    other = replace(DUMP, title="Ebb", related=("High tide",))
    assert ("High tide",) == joined(export(WXR, replace(POST, status=Status.DRAFT)), export(TEXT, other))[1].related


def test_three_forms_of_one_article() -> None:
    """Each form fills what those before it left, and the account counts the copies by their form."""
    page = replace(POST, subtitle="From the page")
    dump = replace(DUMP, subtitle="From the dump", authors=("mara",))
    whole = merge([export(TEXT, dump), export(PAGE, page), export(WXR, POST)], 0)
    (article,) = whole.read_articles()
    assert ("From the page", ("mara",)) == (article.subtitle, article.authors)
    assert [("article", "merged", 1), ("article", "merged", 1)] == [
        (entry.type, entry.fate, entry.count) for entry in whole.set_aside
    ]


def test_pictures_of_which_a_dump_has_the_words() -> None:
    """What a dump has of pictures are their alternative texts: they are words of the article too."""
    texts = [f"picture{n} of harbour{n} taken{n} by reader{n}" for n in range(6)]
    stored = replace(POST, body=WORDS + "".join(f'<a href="/{n}/"><img alt="{t}"></a>' for n, t in enumerate(texts)))
    dump = replace(DUMP, body=f"<p>{WORDS}</p>" + "".join(f"<p>{text}</p>" for text in texts))
    assert 1 == len(joined(export(WXR, stored), export(TEXT, dump)))


def test_no_title_in_either_form() -> None:
    """Two copies without a title are one article where the words are the same, and two where there are none."""
    assert 1 == len(joined(export(WXR, replace(POST, title="")), export(TEXT, replace(DUMP, title=""))))
    bare = replace(POST, title="", body="")
    assert 2 == len(joined(export(WXR, bare), export(TEXT, replace(DUMP, title="", body=""))))


def test_odd_texts() -> None:
    """Titles and addresses with halves of surrogate pairs, and articles without any text, do no harm."""
    odd = replace(POST, title="\ud83d", permalink="/\ud83d/", body="")
    empty = Article("post", "", Status.PUBLISHED, "")
    assert 2 == len(joined(export(WXR, odd), export(TEXT, empty)))
