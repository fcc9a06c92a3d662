"""Who answers whom, page by page."""

from datetime import UTC, datetime

import pytest

from archived_comments.conversation import page_at, thread_of
from archived_comments.thread import Comment, Page, Thread

ARTICLE = Page(1, "2024/11/tram/", "2024/11/tram/index.html", ())


def comment(number: int, answers: int = 0, day: int = 0, kind: str = "") -> Comment:
    written = datetime(2024, 1, day, tzinfo=UTC) if day else None
    return Comment(number, f"Writer {number}", written, "Text.", "", answers, kind)


def thread(*comments: Comment, most: int | None = 100) -> Thread:
    return thread_of(comments, ARTICLE, most)


def drawn(page: Page) -> str:
    """Draw the lists of a page as brackets around numbers."""
    return "".join(f"[{row.comment.id}{'(' if row.opens else ']'}{')]' * row.closes}" for row in page.rows)


def test_answers() -> None:
    """An answer stands below what it answers, wherever it stood in the file."""
    page = thread(comment(4, 2), comment(1), comment(2, 1), comment(5), comment(3, 1)).pages[0]

    assert "[1([2([4])][3])][5]" == drawn(page)


def test_oldest_first() -> None:
    """The oldest is first, as WordPress has it; one without a date stays behind the one before it."""
    page = thread(comment(1, day=3), comment(2), comment(3, day=1), comment(4, 1, 9), comment(5, 1, 8)).pages[0]

    assert "[3][1([5][4])][2]" == drawn(page)


def test_answers_to_nothing() -> None:
    """An answer to a comment that is gone, to itself, in a circle or to a notice begins a conversation."""
    page = thread(comment(1, 99), comment(2, 2), comment(3, 4), comment(4, 3), comment(5, kind="pingback"),
                  comment(6, 5)).pages[0]  # fmt: skip

    assert [1, 2, 3, 4, 6] == sorted(row.comment.id for row in page.rows)
    assert "[1][6][2][3([4])]" == drawn(page)


def test_depth() -> None:
    """A thousand answers to answers stand in five lists; those too deep to be seen below another name it."""
    page = thread(comment(1), *(comment(number, number - 1) for number in range(2, 1001))).pages[0]

    assert 4 == sum(row.opens for row in page.rows) == sum(row.closes for row in page.rows)
    assert [None] * 5 == [row.answered for row in page.rows[:5]]
    assert list(range(5, 1000)) == [row.answered.id for row in page.rows[5:] if row.answered]


def test_notices() -> None:
    """Notices of other sites are neither counted nor answered: they have a list of their own."""
    given = thread(comment(1), comment(2, kind="pingback"), comment(3, 1, kind="trackback"))

    assert 1 == given.count
    assert [2, 3] == [ping.id for ping in given.pings]
    assert "[1]" == drawn(given.pages[0])
    assert 1 == len(thread(comment(2, kind="pingback")).pages)


def test_pages() -> None:
    """Conversations are counted, not comments; the first page is the article, the next has WordPress's address."""
    given = thread(*(comment(n) for n in range(1, 6)), comment(6, 1), comment(7, 5), most=2)

    assert ["[1([6])][2]", "[3][4]", "[5([7])]"] == [drawn(page) for page in given.pages]
    assert 7 == given.count
    assert ["2024/11/tram/", "2024/11/tram/comment-page-2/", "2024/11/tram/comment-page-3/"] == [
        page.url for page in given.pages
    ]
    assert "2024/11/tram/comment-page-3/index.html" == given.pages[2].save_as
    assert 1 == len(thread(*(comment(n) for n in range(1, 6)), most=None).pages)


@pytest.mark.parametrize(
    ("url", "save_as", "expected"),
    [
        ("", "index.html", ("comment-page-2/", "comment-page-2/index.html")),
        ("tram.html", "tram.html", ("tram/comment-page-2/", "tram/comment-page-2/index.html")),
        ("a/b.htm", "a/b.htm", ("a/b/comment-page-2/", "a/b/comment-page-2/index.html")),
        ("a/b", "a/b/index.html", ("a/b/comment-page-2/", "a/b/comment-page-2/index.html")),
        ("a/index/", "a/index/index.html", ("a/index/comment-page-2/", "a/index/comment-page-2/index.html")),
    ],
)
def test_addresses(url: str, save_as: str, expected: tuple[str, str]) -> None:
    """A further page stands below its article, whatever the article's address looks like."""
    page = page_at(Page(1, url, save_as, ()), 2)

    assert expected == (page.url, page.save_as)
