"""What a copied page gives: an article, and a ledger in which each word has one fate."""

import codecs
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from cases import Case, read_cases
from samples import SAMPLES, needs_samples
from wordpress_export.model import Article, BodyForm, CommentKind, Export, Note, Status
from wordpress_export.sources import read_export, text_dump
from wordpress_export.sources.text_dump_article import DumpArticle, compose, compose_body
from wordpress_export.sources.text_dump_decoding import decode
from wordpress_export.sources.text_dump_fates import NOTES, DumpReading, Fate
from wordpress_export.sources.text_dump_lines import read_lines
from wordpress_export.sources.text_dump_moments import Habits, tell_moments

CASES = Path(__file__).parent / "cases"
SEED = SAMPLES / "putin-visits-china.txt"
DUMPS = [SEED, *sorted((SAMPLES / "unit" / "text").glob("*.txt"))]

BODY = {Fate.DEK, Fate.PARAGRAPH, Fate.HEADING, Fate.LIST, Fate.QUOTE, Fate.ATTRIBUTION}
BODY |= {Fate.EMBED, Fate.EMBED_CAPTION}
FIELDS = {Fate.TITLE, Fate.BYLINE, Fate.CAPTION, Fate.RELATED_TITLE, Fate.CATEGORY, Fate.TAG, Fate.MOMENT}
FIELDS |= {Fate.ADDRESS, Fate.STANDFIRST}
COMMENTS = {Fate.COMMENTER, Fate.COMMENT}
MOMENTS = {Fate.COMMENT_MOMENT}
STRUCTURE = {Fate.BULLET, Fate.JOINT}


def text_of(html: str) -> str:
    """Give the words of some HTML, those of neighbouring elements apart."""
    body = LexborHTMLParser(html).body
    return body.text(separator=" ") if body else ""


def texts(reading: DumpReading, fates: set[Fate]) -> list[str]:
    """Give what has one of the fates, in order."""
    return [line.text for line in reading.lines if line.fate in fates]


def words(parts: list[str] | tuple[str, ...]) -> list[str]:
    """Give the words of some texts, in order."""
    return " ".join(parts).split()


def assert_every_word_is_told(reading: DumpReading, dump: DumpArticle) -> None:
    """Assert that what has a fate stands where the fate says, in order, and that nothing else stands there."""
    article = dump.article
    reading = tell_moments(reading, Habits())
    kinds = {kind for kind, _ in NOTES.values()}
    quoted = [line for note in article.notes if note.kind in kinds for line in note.detail.split("\n")]
    said = [part for comment in article.comments for part in (comment.author, text_of(comment.body))]

    assert texts(reading, {Fate.TITLE}) == [article.title] * bool(article.title)
    assert words(texts(reading, BODY)) == words([text_of(article.body)])
    assert words(texts(reading, {Fate.STANDFIRST}) or texts(reading, {Fate.DEK})) == words([text_of(article.excerpt)])
    assert words(texts(reading, {Fate.CAPTION})) == words([text_of(article.image_caption)])
    assert set(texts(reading, {Fate.BYLINE})) == {author.name for author in dump.authors}
    assert texts(reading, {Fate.RELATED_TITLE}) == list(article.related)
    assert set(texts(reading, {Fate.CATEGORY, Fate.TAG})) == {term.name for term in article.terms}
    assert bool(texts(reading, {Fate.MOMENT, Fate.DAY, Fate.LOCAL_TIME})) == (article.published is not None)
    assert words(texts(reading, COMMENTS)) == words(said)
    assert texts(reading, set(NOTES)) == quoted
    assert len(texts(reading, {Fate.BULLET})) == article.body.count("<li>")


def only_article(export: Export) -> Article:
    """Give the one article of an export."""
    (article,) = export.read_articles()
    return article


def kinds_of(article: Article, *, review: bool) -> list[str]:
    """Give the kinds of an article's notes."""
    return [note.kind for note in article.notes if note.review is review]


@pytest.mark.parametrize("case", read_cases(CASES / "text_dump.txt"), ids=str)
def test_each_piece_has_its_fate(case: Case) -> None:
    """A dump is read into pieces with one fate each."""
    reading = read_lines(case.given)

    assert case.expected == "\n".join(f"{line.fate}: {line.text}" for line in reading.lines)
    assert_every_word_is_told(reading, compose(reading, "dump.txt"))


@pytest.mark.parametrize("case", read_cases(CASES / "text_dump_bodies.txt"), ids=str)
def test_body(case: Case) -> None:
    """The body is clean HTML, made of the pieces."""
    assert case.expected == compose_body(read_lines(case.given).lines)


def test_each_fate_has_one_destination() -> None:
    """What becomes of a piece is decided for each fate, and only once."""
    destinations = [BODY, FIELDS, COMMENTS, MOMENTS, STRUCTURE, set(NOTES)]

    assert len(Fate) == sum(map(len, destinations))
    assert set(Fate) == set().union(*destinations)


@needs_samples
@pytest.mark.parametrize("path", DUMPS, ids=lambda path: path.stem)
def test_no_word_of_a_genuine_dump_is_lost(path: Path) -> None:
    """Each word of a dump has exactly one fate, in order, and stands in the article where that fate says."""
    text = path.read_text(encoding="utf-8")
    reading = read_lines(text)

    assert text.split() == words([line.text for line in reading.lines])
    assert_every_word_is_told(reading, compose(reading, path.name))


@needs_samples
@pytest.mark.parametrize("path", DUMPS, ids=lambda path: path.stem)
def test_what_is_left_out_of_a_genuine_dump_is_furniture(path: Path) -> None:
    """Of the genuine dumps, nothing but the page's own furniture is outside the article."""
    told = {Fate.NAMELESS_COMMENT, Fate.BESIDE, Fate.PASSWORD, Fate.PARTS}
    left_out = texts(read_lines(path.read_text(encoding="utf-8")), set(NOTES) - told)
    furniture = {
        "Written by",
        "in",
        "Avatar",
        "Comments",
        "Leave a Reply",
        "More posts",
        "In Related News",
        "Protected:",
    }
    furniture |= {"Your email address will not be published. Required fields are marked *", "Anonymous User"}
    furniture |= {"Latest posts", "Search", "Cateegories", "Clayton Harrison"}
    counts = re.compile(r"(?:\d+ responses|One response) to “.+”|[, ]+")

    assert [] == [text for text in left_out if text not in furniture and not counts.fullmatch(text)]


PHRASES = st.sampled_from(
    [
        *("", "", "Skip to content", "Ann Lee Avatar", "Avatar de Zoé", "Written by", "in", "By Ann Lee and Bo Ray"),
        *("October 17, 2023", "2023-10-17T09:05:00Z", "Posted in City, Trade", "Tags: a, b", "See also: A ferry"),
        *("“Quoted.”", "— Ann Lee", "• one", "• two", "1. one", "2. two", "https://a.example/b", "A short line", ","),
        *("A sentence that ends.", "Comments", "2 responses to “A short line”", "Leave a Reply", "Latest posts"),
        *("Cateegories", "Share this:", "Facebook", "Next: A ferry", "© 2023", "Reply", "a < b & c", "[…] x […]"),
    ]
)
LINES = st.lists(st.one_of(PHRASES, st.text(max_size=30)), max_size=30)


@given(LINES)
def test_no_word_of_any_text_is_lost(lines: list[str]) -> None:
    """Whatever the lines are, and in whatever order, each character has one fate, in order."""
    text, _ = decode("\n".join(lines).replace("\x00", "").encode())
    reading = read_lines(text)

    assert "".join(text.split()) == "".join("".join(line.text.split()) for line in reading.lines)
    assert_every_word_is_told(reading, compose(reading, "dump.txt"))


@needs_samples
def test_the_owners_sample() -> None:
    """The sample gives title, author, caption, dek, sixteen paragraphs beside it, a pull quote, two related titles."""
    export = text_dump.read(SEED)
    article = only_article(export)
    fates = [line.fate for line in read_lines(SEED.read_text(encoding="utf-8")).lines]

    assert "Putin’s Visit to China Aimed at Strengthening Boundless Collaboration with Xi" == article.title
    assert ["Tiffany Hudson"] == [export.authors[slug].name for slug in article.authors]
    assert "Vladimir Putin is scheduled to have a meeting with Xi Jinping" == article.image_caption
    assert article.body.startswith(f"<p>{article.excerpt}</p>\n")
    assert (1, 16) == (fates.count(Fate.DEK), fates.count(Fate.PARAGRAPH))
    assert 17 == article.body.count("\n<p>") + article.body.startswith("<p>")
    assert 1 == article.body.count('<blockquote class="pullquote"><p>“The U.S. will have to come to grips')
    assert 1 == article.body.count("opposing the USA”</p><cite>Graham Allison</cite></blockquote>")
    assert (
        "Israel’s Resolve: A Nation at War",
        "Microsoft’s Warning: China Hackers Launch Devastating Attacks on US Infrastructure",
    ) == article.related
    assert "In Related News" not in article.body


@needs_samples
def test_the_owners_sample_invents_nothing() -> None:
    """What the sample does not say stays empty, and what it says without meaning is named in a note."""
    export = text_dump.read(SEED)
    article = only_article(export)
    named = {note.detail for note in article.notes}

    assert (None, "", "", None, 0) == (article.id, article.slug, article.permalink, article.published, article.featured)
    assert ("post", Status.PUBLISHED, BodyForm.HTML) == (article.type, article.status, article.body_form)
    assert ["tiffany-hudson"] == list(export.authors)
    assert "Clayton Harrison" not in article.body
    assert ["Clayton Harrison"] == [n.detail for n in article.notes if n.review and n.kind.startswith("author box")]
    assert {",", "Latest posts\nSearch\nCateegories"} <= named
    assert {"date unknown", "old address unknown", "pictures unknown"} <= set(kinds_of(article, review=True))


def test_comments_are_kept(tmp_path: Path) -> None:
    """Comments keep their writers and words; when they were written is not in a dump."""
    path = tmp_path / "harbour.txt"
    thread = "Bo Ray Avatar\n\nA < B\nand C.\n\nYes.\n\nCy Day Avatar\n\nNo."
    path.write_text(f"Harbour\n\nIt opened.\n\n2 responses to “Harbour”\n\n{thread}", encoding="utf-8")
    article = only_article(text_dump.read(path))

    assert [("Bo Ray", "A &lt; B\nand C.\n\nYes.", None), ("Cy Day", "No.", None)] == [
        (comment.author, comment.body, comment.written) for comment in article.comments
    ]
    assert [1, 2] == [comment.id for comment in article.comments]
    assert "comments without dates" in kinds_of(article, review=True)


def test_a_pingback_is_no_persons_comment() -> None:
    """Words between WordPress's marks of a cut come from another site."""
    thread = "2 Comments\n\nA page says:\n\n[…] see B < C […]\n\nBo Ray says:\n\nYes."
    article = compose(read_lines(f"Harbour\n\nIt opened.\n\n{thread}"), "dump.txt").article

    assert [CommentKind.PINGBACK, CommentKind.COMMENT] == [comment.kind for comment in article.comments]


def test_terms_and_authors_are_registered(tmp_path: Path) -> None:
    """Terms and authors stand in the export once, whatever the number of dumps that name them."""
    for name in ("a", "b"):
        (tmp_path / f"{name}.txt").write_text("T\n\nBy Zoé Λι\n\nIt opened.\n\nTags: old town", encoding="utf-8")
    export = read_export(tmp_path)

    assert 2 == export.article_count == len(list(export.read_articles()))
    assert {("post_tag", "old-town")} == set(export.terms)
    assert ["Zoé Λι"] == [author.name for author in export.authors.values()]
    assert list(export.authors) == list(next(export.read_articles()).authors)


@pytest.mark.parametrize(
    ("dump", "kind"),
    [
        ("Skip to content\n\nT\n\nIt opened.", "title taken from the first line: it may be the name of the site"),
        ("Skip to content\n\nPost\n\nT\n\nBy Ann Lee\n\nIt opened.", "title taken from the line above the byline"),
        ("It is " + "long " * 50, "no title found"),
        ("T\n\nIt opened at last.\n\nBy Ann Lee", "line above the byline taken for the summary"),
        (
            "T\n\nA boat\n\nBy Ann Lee",
            "words beside the byline left out: perhaps a category, or the text of the lead picture",
        ),
        ("T\n\nA boat\n\nIt opened.", "short line taken for a heading"),
        ("T\n\nA boat", "short line kept as a paragraph"),
        ("T\n\nIt opened.\n\nIt closed.", "first paragraph taken for the summary too"),
        ("T\n\nA,\nb.", "lines kept as one paragraph: they may be a list or a table"),
        ("T\n\nIt opened.", "author unknown"),
    ],
)
def test_doubts_are_for_review(dump: str, kind: str) -> None:
    """A doubt about the fate of a line is a note that a person should look at."""
    assert kind in kinds_of(compose(read_lines(dump), "dump.txt").article, review=True)


def test_many_doubts_of_a_kind_are_one_note() -> None:
    """A note quotes the first doubts of its kind, shortened, and counts the rest."""
    lines = "\n\n".join(f"Short line {number}" for number in range(8))
    article = compose(read_lines(f"T\n\n{lines}"), "dump.txt").article

    assert ["“Short line 0”; “Short line 1”; “Short line 2”; “Short line 3”; “Short line 4”; and 3 more"] == [
        note.detail for note in article.notes if note.kind == "short line kept as a paragraph"
    ]


def test_a_full_moment_is_the_date(tmp_path: Path) -> None:
    """A date-time with an offset is the date of publication, and no date is missed then."""
    path = tmp_path / "a.txt"
    path.write_text("T\n2023-10-17T09:05:00+02:00\n\nIt opened.", encoding="utf-8")
    article = only_article(text_dump.read(path))

    assert article.published is not None
    assert "2023-10-17T09:05:00+02:00" == article.published.isoformat()
    assert "date unknown" not in kinds_of(article, review=True)


@pytest.mark.parametrize(
    ("raw", "kinds"),
    [
        pytest.param("Ένα\n\nΔύο “x”.".encode(), [], id="UTF-8"),
        pytest.param(codecs.BOM_UTF8 + "Ένα\n\nΔύο “x”.".encode(), [], id="UTF-8 with BOM"),
        pytest.param(codecs.BOM_UTF16_LE + "Ένα\n\nΔύο “x”.".encode("utf-16-le"), [], id="UTF-16 LE"),
        pytest.param(codecs.BOM_UTF16_BE + "Ένα\r\n\r\nΔύο “x”.".encode("utf-16-be"), [], id="UTF-16 BE, CRLF"),
        pytest.param("Ένα\r\rΔύο “x”.".encode(), [], id="CR"),
        pytest.param("Ένα\n\nΔύο\x08 “x”.".encode(), ["control characters left out"], id="control character"),
    ],
)
def test_encodings(tmp_path: Path, raw: bytes, kinds: list[str]) -> None:
    """Each encoding with each line end gives the same words, typographic signs untouched."""
    path = tmp_path / "a.txt"
    path.write_bytes(raw)
    article = only_article(text_dump.read(path))

    assert text_dump.recognises(path)
    assert ("Ένα", "<p>Δύο “x”.</p>") == (article.title, article.body)
    assert kinds == kinds_of(article, review=False)


def test_windows_1252_is_noted(tmp_path: Path) -> None:
    """What is no UTF-8 is read as Windows-1252, and a person should look."""
    path = tmp_path / "a.txt"
    path.write_bytes("Café\n\n“Oui”, dit-elle.".encode("cp1252"))
    article = only_article(text_dump.read(path))

    assert ("Café", "<p>“Oui”, dit-elle.</p>") == (article.title, article.body)
    assert "read as Windows-1252" in kinds_of(article, review=True)


@pytest.mark.parametrize(
    ("raw", "what"),
    [
        pytest.param(b"", "no words", id="empty"),
        pytest.param(b" \n\t\n , \n", "no words", id="no words"),
        pytest.param(b"a\x00b", "NUL", id="NUL characters"),
        pytest.param(b"\xff\xfe\x00", "says that it is UTF-16", id="half a UTF-16 character"),
        pytest.param(b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "so it is no text", id="a picture"),
    ],
)
def test_an_unreadable_file_is_a_defect(tmp_path: Path, raw: bytes, what: str) -> None:
    """A file without words is a defect that names it; the others are read."""
    (tmp_path / "2023").mkdir()
    (tmp_path / "2023" / "bad.txt").write_bytes(raw)
    (tmp_path / "good.txt").write_text("Title\n\nText.", encoding="utf-8")
    export = read_export(tmp_path)

    assert ["2023/bad.txt"] == [defect.where for defect in export.defects]
    assert what in export.defects[0].what
    assert ["Title"] == [article.title for article in export.read_articles()]
    assert 1 == export.article_count


def test_a_missing_file_is_a_defect(tmp_path: Path) -> None:
    """A file that cannot be opened is a defect, with the system's reason."""
    export = text_dump.read(tmp_path / "absent.txt")

    assert ["absent.txt"] == [defect.where for defect in export.defects]
    assert "No such file" in export.defects[0].what
    assert [] == list(export.read_articles())


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("a.txt", "Title\n\nText.", True),
        ("A.TXT", "Title", True),
        ("a.txt", "", True),
        ("a.txt", "[…] is no JSON", True),
        ("a.txt", "<b> is no page", True),
        ("a.md", "Title", False),
        ("a.txt", '<?xml version="1.0"?><rss/>', False),
        ("a.txt", "\ufeff\n<!DOCTYPE html><p>x", False),
        ("a.txt", '[{"id": 1}]', False),
        ("a.txt", "[" * 100_000, False),
        ("a.txt", "a\x00b", True),
    ],
)
def test_recognises(tmp_path: Path, name: str, content: str, *, expected: bool) -> None:
    """A dump is a .txt file that is no XML, HTML or JSON, so that one that cannot be read is told of."""
    (tmp_path / name).write_text(content, encoding="utf-8")

    assert expected is text_dump.recognises(tmp_path / name)


def test_a_folder_is_no_dump(tmp_path: Path) -> None:
    """One dump is one file, whatever the name of a folder."""
    (tmp_path / "a.txt").mkdir()

    assert not text_dump.recognises(tmp_path / "a.txt")


@needs_samples
def test_the_genuine_dumps_are_recognised() -> None:
    """The sample is recognised, and each dump in the folder of them."""
    assert text_dump.recognises(SEED)
    assert 72 == read_export(SAMPLES / "unit" / "text").article_count


def test_hostile_text_is_harmless() -> None:
    """Markup is text, and neither a long line nor very many lines make trouble."""
    long = "x" * 1_000_000
    many = "\n".join(f"Latest post{number} Avatar" for number in range(20_000))
    reading = read_lines(f"Title\n\n{long}\n\n<script>alert(1)</script>\n\nLeave a Reply\n{many}")
    article = compose(reading, "dump.txt").article

    assert f"<p>{long}</p>\n<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>" == article.body
    assert Note("comment form left out", "Leave a Reply") in article.notes
