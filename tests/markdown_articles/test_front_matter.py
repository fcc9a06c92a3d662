"""Front matter: what is written reads back the same, and what is wrong is said in plain words."""

import pickle
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cases import Case, read_cases
from markdown_articles.front_matter import Comments, Correction, FrontMatter, FrontMatterError, Status, dump, parse

MISTAKES = read_cases(Path(__file__).parent / "cases" / "front_matter_mistakes.txt")
NASTY = (
    *(
        "",
        " ",
        "a: b",
        "a #b",
        "#a",
        "- a",
        "-",
        "?",
        "? a",
        ": a",
        "a:",
        "[a",
        "{a}",
        "*a",
        "&a",
        "!a",
        "|",
        ">",
        "%a",
    ),
    *(
        "@a",
        "`a",
        "'a'",
        '"a"',
        "it's",
        'say "hi"',
        "a\\b",
        " a",
        "a ",
        "\ta",
        "a\nb",
        "a\n",
        "\n",
        "---",
        "...",
        "--- a",
    ),
    *(
        "yes",
        "No",
        "on",
        "y",
        "null",
        "~",
        "true",
        "1",
        "1.5",
        "1e3",
        "0x1F",
        "1_000",
        "10:30",
        "2023-10-01",
        "=",
        "<<",
    ),
    *("2023-10-01 09:00:00", ".inf", "a, b", "C#", "AT&T", "http://a.example/#b", "%7Bstatic%7D", "{static}/a.jpg"),
    *("😀", "👩\u200d🚀", "می\u200cخواهم", "a\u00a0b", "\u00a0", "\ufeffa", "a\u2028b", "\x85", "\x1b", "\x7f", "\r"),
    *("a\r\nb", "«Λόγος»: ένα", "“a”: b", "a" * 500),
)

LINES = (
    *(
        "subtitle: {}",
        "subtitle:{}",
        "{}: a",
        "{}",
        "tags:\n  - {}",
        "tags:\n  - a\n  {}",
        "tags: {}",
        "extra:\n  a: {}",
    ),
    *(
        "extra:\n  {}: a",
        'subtitle: "{}"',
        "subtitle: '{}'",
        "date: {}",
        "date: 2023-10-1{}",
        "sticky: {}",
        "status: {}",
    ),
    *("wordpress_id: {}", "subtitle: a\n  {}", "comments: {}", "date: 2023-10-17T09:30:00{}"),
    *("image_focus: {}", "image_focus: {}% 0%", "coverage_end: 2023-10-17T09:30:00{}", "corrections: {}"),
    *("corrections:\n  - {}", "corrections:\n  - date: 2023-10-17\n    text: {}"),
)


def outcome(written: str) -> FrontMatter | int:
    """Give what a text means, or how many mistakes it has."""
    try:
        return parse(written, "a.md")[0]
    except FrontMatterError as error:
        return len(error.problems)


texts = st.text(st.characters(codec="utf-8", exclude_characters="\0")) | st.sampled_from(NASTY)
lists = st.lists(texts, max_size=4).map(tuple)
zones = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
moments = st.none() | st.datetimes(timezones=zones)
known_moments = st.datetimes(timezones=zones)
# A correction of no words is a mistake.
corrections = st.builds(Correction, known_moments, texts.filter(lambda text: bool(text.strip())))
front_matters = st.builds(
    FrontMatter,
    title=texts,
    subtitle=texts,
    date=moments,
    modified=moments,
    permalink=texts,
    authors=lists,
    tags=lists,
    related=lists,
    summary=texts,
    image_focus=st.sampled_from(["", "50% 30%", "0% 100%", "33.3% 7%"]),
    coverage_end=moments,
    corrections=st.lists(corrections, max_size=3).map(tuple),
    status=st.sampled_from(Status),
    sticky=st.booleans(),
    comments=st.none() | st.sampled_from(Comments),
    wordpress_id=st.none() | st.integers(0, 10**12),
    extra=st.dictionaries(texts, texts, max_size=3),
    review=lists,
)


@settings(max_examples=400, deadline=None)
@given(front_matters, texts.map(lambda text: text.replace("\r", "")))
def test_reads_back_the_same(front: FrontMatter, body: str) -> None:
    """What `dump` writes `parse` reads back, whatever the texts are."""
    assert (front, body) == parse(dump(front, body), "a.md")


@settings(max_examples=300, deadline=None)
@given(front_matters)
def test_yaml_reads_the_same(front: FrontMatter) -> None:
    """What `dump` writes means the same to YAML's own parser, which a comment calls in."""
    assert front == parse(dump(front, "").replace("---", "---\n# by YAML", 1), "a.md")[0]


@settings(max_examples=1000, deadline=None)
@given(st.text("ab:#-\"'\\ []{}&*!|>%@`~,?=<.0127TZ+eyno\t\nüé\u00a0\x85", max_size=12), st.sampled_from(LINES))
def test_lines_never_read_otherwise(text: str, line: str) -> None:
    """Whatever an editor writes, the reading by lines gives what YAML's own parser gives, or leaves it to that."""
    written = f"---\ntitle: a\n{line.format(text)}\n---\n"

    assert outcome(written.replace("---", "---\n# by YAML", 1)) == outcome(written)


@pytest.mark.parametrize("text", NASTY, ids=ascii)
def test_nasty_texts(text: str) -> None:
    """Texts that mean something else to YAML come back as texts, as values, items and names."""
    front = FrontMatter(title=text, tags=(text, text), extra={text: text})

    assert (front, "") == parse(dump(front, ""), "a.md")


def test_what_an_editor_would_write() -> None:
    """Front matter is plain where YAML allows, quoted only where it must be, in a fixed order, one line an item."""
    front = FrontMatter(
        title="Trams: back again",
        subtitle="It’s true, they’re back",
        date=datetime(2023, 10, 17, 9, 30, tzinfo=timezone(timedelta(hours=3))),
        authors=("Nora Whitlow", "سمير حداد"),
        tags=("city, hall", "2023", "C#", 'the "7"'),
        summary="One line,\nand another 😀.",
        status=Status.DRAFT,
        sticky=True,
        wordpress_id=1042,
        extra={"desk": "city"},
    )

    assert dump(front, "Text.\n\n    code") == (
        "---\n"
        'title: "Trams: back again"\n'
        "subtitle: It’s true, they’re back\n"
        "date: 2023-10-17T09:30:00+03:00\n"
        "authors:\n"
        "  - Nora Whitlow\n"
        "  - سمير حداد\n"
        "tags:\n"
        "  - city, hall\n"
        '  - "2023"\n'
        "  - C#\n"
        '  - the "7"\n'
        'summary: "One line,\\nand another 😀."\n'
        "status: draft\n"
        "sticky: true\n"
        "wordpress_id: 1042\n"
        "extra:\n"
        "  desk: city\n"
        "---\n"
        "\n"
        "Text.\n"
        "\n"
        "    code\n"
    )


def test_corrections_as_an_editor_would_write_them() -> None:
    """A correction is a date and, below it, a text; what is live says when that ended."""
    front = FrontMatter(
        title="a",
        image_focus="50% 30%",
        kind="live",
        coverage_end=datetime(2024, 11, 20, 22, 5, tzinfo=UTC),
        corrections=(
            Correction(datetime(2024, 11, 21, 9, tzinfo=UTC), "The bridge: 40 m long, not 4 m."),
            Correction(datetime(2024, 11, 22, tzinfo=UTC), "It's two boats."),
        ),
    )
    written = dump(front, "")

    assert written == (
        "---\n"
        "title: a\n"
        "image_focus: 50% 30%\n"
        "kind: live\n"
        "coverage_end: 2024-11-20T22:05:00+00:00\n"
        "corrections:\n"
        "  - date: 2024-11-21T09:00:00+00:00\n"
        '    text: "The bridge: 40 m long, not 4 m."\n'
        "  - date: 2024-11-22T00:00:00+00:00\n"
        "    text: It's two boats.\n"
        "---\n"
    )
    assert (front, "") == parse(written, "a.md")


def test_line_ends() -> None:
    """Line ends of a body become those of a text file."""
    assert (FrontMatter("a"), "one\ntwo\nthree") == parse(dump(FrontMatter("a"), "one\r\ntwo\rthree"), "a.md")


def test_title_alone() -> None:
    """What is empty is absent; only the title always stands there, even an empty one."""
    assert '---\ntitle: ""\n---\n' == dump(FrontMatter(title=""), "")


def test_the_forms_that_people_write() -> None:
    """Flow lists, folded text, quotes of either kind, comments, empty keys and Windows line ends are all YAML."""
    text = (
        "\ufeff---\r\ntitle: 'One'\r\ntags: [a, \"b, c\"]  # two\r\nsummary: >-\r\n  Folded\r\n  text.\r\nsubtitle:\r\n"
        "sticky: yes\r\n---\r\nText.\r\n"
    )

    assert (FrontMatter(title="One", tags=("a", "b, c"), summary="Folded text.", sticky=True), "Text.") == parse(
        text, "a.md"
    )


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2023-10-17", datetime(2023, 10, 17, tzinfo=ZoneInfo("Europe/Athens"))),
        ("2023-10-17 09:30", datetime(2023, 10, 17, 9, 30, tzinfo=ZoneInfo("Europe/Athens"))),
        ("2023-10-17T09:30:05", datetime(2023, 10, 17, 9, 30, 5, tzinfo=ZoneInfo("Europe/Athens"))),
        ("2023-10-17 09:30:00 +02:00", datetime(2023, 10, 17, 7, 30, tzinfo=UTC)),
        ("2023-10-17T09:30:00.250Z", datetime(2023, 10, 17, 9, 30, 0, 250_000, tzinfo=UTC)),
        ('"2023-10-17T09:30:00-0500"', datetime(2023, 10, 17, 14, 30, tzinfo=UTC)),
    ],
)
def test_dates(written: str, meant: datetime) -> None:
    """A date without an offset is meant in the site's zone, one without a time at midnight."""
    front, _ = parse(f"---\ntitle: a\ndate: {written}\n---\n", "a.md", ZoneInfo("Europe/Athens"))

    assert meant == front.date


@pytest.mark.parametrize("case", MISTAKES, ids=str)
def test_mistakes(case: Case) -> None:
    """Every mistake of a file is named at once: where, what, and what to do."""
    with pytest.raises(FrontMatterError) as raised:
        parse(case.given, "articles/a.md")

    assert case.expected == str(raised.value)


@pytest.mark.parametrize("nesting", ["[", "{a: ", "- "])
def test_hostile_nesting(nesting: str) -> None:
    """Brackets without measure are a mistake like any other, not the end of Python."""
    with pytest.raises(FrontMatterError, match=r"a\.md:"):
        parse(f"---\ntitle: a\ntags: \n  {nesting * 100_000}\n---\n", "a.md")


def test_aliases_do_not_multiply() -> None:
    """YAML's entity bomb is refused without being unfolded."""
    bomb = "".join(f"k{n}: &k{n} [{','.join([f'*k{n - 1}'] * 9)}]\n" for n in range(1, 30))

    with pytest.raises(FrontMatterError, match="there is no key 'k29'"):
        parse(f"---\ntitle: a\nk0: &k0 [x]\n{bomb}---\n", "a.md")


@pytest.mark.parametrize("char", ["\0", "\ud800"], ids=ascii)
def test_what_no_file_can_hold(char: str) -> None:
    """A NUL or half a surrogate pair is refused, in front matter and body, with the key that holds it."""
    with pytest.raises(FrontMatterError, match=r"subtitle holds the character U\+"):
        dump(FrontMatter(title="a", subtitle=f"b{char}"), "")
    with pytest.raises(FrontMatterError, match=r"the body holds the character U\+"):
        dump(FrontMatter(title="a"), f"b{char}")


def test_naive_date_is_refused() -> None:
    """A date that says no offset is never written: it would mean another moment to the next reader."""
    with pytest.raises(FrontMatterError, match="date 2023-10-17 00:00:00 has no offset"):
        dump(FrontMatter(title="a", date=datetime(2023, 10, 17)), "")  # noqa: DTZ001  # the mistake under test


def test_travels_between_workers() -> None:
    """Front matter and its errors pass from process to process unharmed."""
    error = FrontMatterError("a.md:1: one", "a.md:2: two")
    front = FrontMatter(title="a", extra={"b": "c"})

    assert front == pickle.loads(pickle.dumps(front))  # noqa: S301  # our own bytes
    assert error.problems == pickle.loads(pickle.dumps(error)).problems  # noqa: S301  # our own bytes
