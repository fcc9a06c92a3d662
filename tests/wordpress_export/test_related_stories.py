"""What one reading of all articles teaches of related stories."""

import re
from dataclasses import replace

import pytest

from wordpress_export.body import Library, clean_body
from wordpress_export.body.address_book import AddressBook
from wordpress_export.body.stories import learning
from wordpress_export.body.stories.labels import plain_label
from wordpress_export.body.stories.learning import Stories
from wordpress_export.body.stories.sights import glimpse_of
from wordpress_export.model import Article, Export, Site, Status

HOME = "https://gull.example"


def article(number: int, body: str = "", title: str = "") -> Article:
    """Give a public post."""
    return Article(
        type="post",
        title=title or "A Story of Old",
        status=Status.PUBLISHED,
        body=body,
        id=number,
        permalink=place(number),
    )


def place(number: int) -> str:
    """Give the address of a post."""
    return f"/2020/05/story-{number}/"


def export_of(*articles: Article) -> Export:
    """Give a site of these articles."""
    permalinks = {article.id or 0: article.permalink for article in articles if article.status is Status.PUBLISHED}
    return Export(Site(HOME), lambda: iter(articles), len(articles), permalinks=permalinks)


def stories_of(export: Export) -> Stories:
    """Survey a site."""
    return Library.of(export).stories


def survey(pattern: str, count: int = 5) -> Stories:
    """Survey a site whose articles each hold a pattern, with the address of the article before."""
    bodies = [pattern.replace("…", f"{HOME}{place(number - 1)}") for number in range(2, count + 2)]
    words = re.findall(r"(?<=>)[^<>]+(?=</a>)", pattern)
    title = words[-1].strip() if words else ""
    posts = (article(number, body, title) for number, body in enumerate(bodies, 2))
    return stories_of(export_of(article(1, title=title), *posts))


@pytest.mark.parametrize(
    ("phrase", "body"),
    [
        ("from the harbour desk", '<p><strong>From the Harbour Desk:</strong> <a href="…">A Story of Old</a></p>'),
        ("from the harbour desk", 'Words.\n\nFrom the harbour desk: <a href="…">A Story of Old</a>\n\nMore words.'),
        ("from the harbour desk", '<p><em>From the harbour desk</em> <a href="…">A Story of Old</a></p>'),
        ("from the harbour desk", '[From the harbour desk &raquo; <a title="x" href="…">A Story of Old</a>]'),
        ("from the harbour desk", '<h4>From the harbour desk</h4>\n<ul>\n<li><a href="…">A Story of Old</a></li></ul>'),
        ("from the harbour desk", 'From the harbour desk:\n\n<a href="…">A Story of Old</a>'),
        ("from the harbour desk", '<a href="…"><b>FROM THE HARBOUR DESK:</b> A Story of Old</a>'),
        ("αξιζει να δειτε", '<p>ΑΞΙΖΕΙ ΝΑ ΔΕΙΤΕ: <a href="…">Μια παλιά ιστορία</a></p>'),
        ("тоже интересно", '<p>Тоже интересно — <a href="…">Старая история</a></p>'),
        ("לא לפספס", '<p>לא לפספס: <a href="…">סיפור ישן</a></p>'),
        ("編集部のおすすめ", '<p>編集部のおすすめ：<a href="…">昔の話</a></p>'),
    ],
)  # fmt: skip
def test_phrase_of_a_newsroom_is_learnt(phrase: str, body: str) -> None:
    """A phrase in no list that stands before links to other articles again and again is a label, in any language."""
    assert frozenset({plain_label(phrase)}) == survey(body).labels


@pytest.mark.parametrize(
    "body",
    [
        'Our reporter wrote <a href="…">A Story of Old</a> in May.',
        'Our reporter wrote: <a href="…">A Story of Old</a>, in May.',
        'In the words of the mayor: “No.”\n\nIn the words of the mayor: <a href="https://other.example/">No</a>',
        'Our reporter wrote <a href="…">A Story of Old</a>',
        'The harbour desk: <a href="https://other.example/a-story/">A Story of Old</a>',
        f'Help the harbour: <a href="{HOME}/2020/05/story-1/">Give What You Can</a>',
        'Source: <a href="…">A Story of Old</a>',
        'Foto: <a href="…">A Story of Old</a>',
        'Part 2: <a href="…">A Story of Old</a>',
        'The harbour desk: <a href="…">here</a>',
        'The harbour desk: <a href="/category/local-news/">Local News</a>',
        'The harbour desk: <a href="/wp-content/uploads/a-b.pdf">The Report</a>',
        '<p>He said no.</p><p><a href="…">A Story of Old</a></p>',
        'We asked the mayor why. <a href="…">A Story of Old</a>',
    ],
)  # fmt: skip
def test_phrase_in_another_form_is_not_learnt(body: str) -> None:
    """What opens sentences, names sources, or calls readers to do something is no label, however frequent."""
    assert frozenset() == survey(body).labels


def test_links_that_are_not_called_like_their_articles() -> None:
    """Words before links such as "Found here" label no stories, however often: they are the author's own sentence."""
    body = '<strong>Original code: </strong><a href="…">The Unpatched File</a>'
    posts = (article(n, body.replace("…", f"{HOME}{place(n - 1)}"), f"Disorderly discovery {n}") for n in range(2, 9))
    assert frozenset() == stories_of(export_of(article(1), *posts)).labels


def test_two_uses_are_too_few() -> None:
    """Two articles may be one editor's repetition."""
    body = 'From the harbour desk: <a href="…">A Story of Old</a>'
    assert frozenset() == survey(body, count=2).labels
    assert survey(body, count=3).labels


def test_phrase_that_opens_sentences_as_often_is_not_learnt() -> None:
    """A phrase is a label only where it hardly ever stands before anything else."""
    label, sentence = 'The harbour desk: <a href="{}">A Story of Old</a>', "The harbour desk: closed on Mondays."
    bodies = [label.format(place(number)) for number in range(1, 5)]
    labels = [article(number, body) for number, body in enumerate(bodies, 11)]
    sentences = [article(number, sentence) for number in range(21, 24)]

    assert frozenset({"the harbour desk"}) == stories_of(export_of(*labels, *sentences[:2])).labels
    assert frozenset() == stories_of(export_of(*labels, *sentences)).labels


def test_beginning_of_titles_is_not_learnt() -> None:
    """A link that repeats a title repeats the colon in it: `Mayor: …` is a headline."""
    bodies = [f'<p><a href="{place(number)}">Mayor: The Harbour Stays</a></p>' for number in range(1, 5)]
    said = [article(number, body) for number, body in enumerate(bodies, 11)]
    titled = [article(number, title="Mayor: The Harbour Stays") for number in range(21, 25)]

    assert frozenset({"mayor"}) == stories_of(export_of(*said)).labels
    assert frozenset() == stories_of(export_of(*said, *titled)).labels


def test_large_archives_need_more_uses() -> None:
    """Among many articles a phrase comes back by accident."""
    body = 'From the harbour desk: <a href="{}">A Story of Old</a>'
    uses = [article(number, body.format(place(number + 1))) for number in range(1, 5)]
    others = [article(number) for number in range(10, 4_100)]

    assert frozenset() == stories_of(export_of(*uses, *others)).labels


def test_rare_phrases_are_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    """Memory is bounded: what comes once makes room, what comes often stays."""
    monkeypatch.setattr(learning, "_MOST_CANDIDATES", 4)
    often = 'From the harbour desk: <a href="{}">A Story of Old</a>'
    once = 'All about word{}: <a href="/2020/05/story-1/">A Story of Old</a>'
    bodies = [
        f"{often.format(place(number))}\n\n{once.format(chr(96 + number))}"
        if number % 2
        else once.format(chr(96 + number))
        for number in range(1, 20)
    ]
    learner = learning.Learner(AddressBook(host="gull.example"), frozenset())
    for number, body in enumerate(bodies, 100):
        learner.read(glimpse_of(article(number, body)))

    assert frozenset({"from the harbour desk"}) == learner.labels({})
    assert len(learner.counts) <= 4


def test_what_is_learnt_is_used() -> None:
    """A learnt label becomes a card, and the story one of the article's related stories."""
    body = 'Words.\n\nFrom the harbour desk: <a href="{}">A Story of Old</a>'
    export = export_of(*(article(number, body.format(place(number % 5 + 1))) for number in range(1, 6)))
    library = Library.of(export)
    clean = clean_body(next(export.read_articles()), library)

    assert f'<p>Words.</p>\n<aside class="related-story"><a href="{place(2)}">A Story of Old</a></aside>' == clean.html
    assert (place(2),) == clean.related
    assert ["label of a related story: From the harbour desk:"] == [note.sentence for note in clean.notes]


def test_related_stories_are_public_articles() -> None:
    """What is hidden, what is a page, what the export lacks, and the article itself are never among them."""
    hidden = Article(type="post", title="b", status=Status.PRIVATE, body="", id=2, permalink=place(2))
    page = Article(type="page", title="c", status=Status.PUBLISHED, body="", id=3, permalink="/our-team/")
    addresses = (place(2), "/our-team/", "/2019/01/lost-story/", place(4), place(1), place(4)[:-1], place(5) + "?a=b#c")
    body = "\n\n".join(f'Related: <a href="{address}">A Story</a>' for address in addresses)
    export = export_of(article(1, body), hidden, page, article(4), article(5))

    assert (place(4), place(5)) == clean_body(next(export.read_articles()), Library.of(export)).related


def test_related_stories_that_have_moved() -> None:
    """A story that does not keep its address is among the related stories by the new one."""
    body = f'Related: <a href="{HOME}{place(2)}">A Story</a>'
    export = export_of(article(1, body), article(2))
    clean = clean_body(next(export.read_articles()), Library.of(export, {2: "/story-2/"}))

    assert ('<aside class="related-story"><a href="/story-2/">A Story</a></aside>', ("/story-2/",)) == (
        clean.html,
        clean.related,
    )


def test_labels_of_a_site_with_plain_addresses() -> None:
    """Where articles had numbers for addresses, labels are learnt by where the numbers lead."""
    bodies = [
        f'From the harbour desk: <a href="{HOME}/?p={number % 5 + 1}">A Story of Old</a>' for number in range(1, 6)
    ]
    plain = [replace(article(number, body), permalink="") for number, body in enumerate(bodies, 1)]
    export = Export(Site(HOME), lambda: iter(plain), len(plain))
    library = Library.of(export, {number: f"/story-{number}/" for number in range(1, 6)})

    assert frozenset({"from the harbour desk"}) == library.stories.labels
    assert ("/story-2/",) == clean_body(plain[0], library).related


def test_titles_are_kept_of_what_is_named_by_number() -> None:
    """A plugin names a story by its number, an editor by its address; no other titles are carried along."""
    block = '<!-- wp:newspack-blocks/homepage-articles {"specificMode":true,"specificPosts":["2"]} /-->'
    export = export_of(
        article(1, '[irp posts="3"]'),
        article(2, block, title="Two"),
        article(3, title="Three & more"),
        article(4, f"Words.\n\n{HOME}{place(5)}\n\nMore words, and {HOME}{place(6)}", title="Four"),
        article(5, title="Five"),
        article(6, title="Six"),
    )
    library = Library.of(export)

    assert {2: "Two", 3: "Three & more", 5: "Five"} == library.stories.titles
    assert ">Three &amp; more</a>" in clean_body(next(export.read_articles()), library).html


def test_hostile_bodies_are_read_in_bounded_time() -> None:
    """Unclosed tags and endless links teach nothing, and end."""
    hostile = ("<a " * 50_000, '<a href="/x">' * 20_000, "<!--" * 50_000, f'<a href="/{"a-" * 100_000}">B</a>')
    assert Stories(frozenset(map(place, range(4)))) == stories_of(
        export_of(*(article(number, body) for number, body in enumerate(hostile)))
    )
