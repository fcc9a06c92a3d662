from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from markupsafe import Markup, escape

from theme_words.catalogue import CatalogueError
from theme_words.sentences import Sentence
from theme_words.speech import Speech

PLURALS = "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);"
HEAD = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n{more}\n'
NIGHT = datetime(2024, 11, 2, 23, 7, tzinfo=timezone(timedelta(hours=-7)))


def catalogue(body: str, more: str = "") -> str:
    return HEAD.format(more=more) + body


@pytest.fixture
def speech(tmp_path: Path) -> Speech:
    """Russian with forms, German, Portuguese of Portugal and of Brazil, Traditional Chinese."""
    for tag, text in {
        "ru": catalogue(
            'msgid "{count} part"\nmsgid_plural "{count} parts"\nmsgstr[0] "{count} часть"\nmsgstr[1] "{count} части"\n'
            'msgstr[2] "{count} частей"\n', f'"Plural-Forms: {PLURALS}\\n"'),
        "de": catalogue('msgid "Live"\nmsgstr "Liveticker"\n\n#, fuzzy\nmsgid "Older"\nmsgstr "Alt?"\n\n'
                        'msgid "By {names}"\nmsgstr "Von {names}"\n\nmsgid "Newer"\nmsgstr ""\n'),
        "pt": catalogue('msgid "Live"\nmsgstr "Em direto"\n'), "pt_BR": catalogue('msgid "Live"\nmsgstr "Ao vivo"\n'),
        "zh_Hant": catalogue('msgid "Live"\nmsgstr "直播"\n'),
    }.items():  # fmt: skip
        (tmp_path / f"{tag}.po").write_text(text, encoding="utf-8")
    return Speech(tmp_path)


@pytest.mark.parametrize(
    ("title", "tag", "expected"),
    [
        ("its own", "de", "Liveticker"),
        ("a country without a catalogue", "de-CH", "Liveticker"),
        ("a country with one", "pt-BR", "Ao vivo"),
        ("the language itself", "pt", "Em direto"),
        ("another country", "pt-AO", "Em direto"),
        ("any case", "ZH-HANT", "直播"),
        ("a country that writes so", "zh-TW", "直播"),
        ("another script is another language", "zh-CN", "Live"),
        ("no catalogue", "sw", "Live"),
        ("English", "en-AU", "Live"),
        ("no tag", None, "Live"),
    ],
)
def test_negotiation(speech: Speech, title: str, tag: str | None, expected: str) -> None:
    """A tag has the nearest catalogue in its own script, else English."""
    assert expected == speech(tag).say("Live"), title


def test_otherwise(speech: Speech) -> None:
    """Where a language has no catalogue the paper's is spoken; English needs none."""
    assert ["Liveticker", "Liveticker", "Em direto", "Live"] == [
        speech(tag, "de").say("Live") for tag in (None, "sw", "pt", "en")
    ]


def test_unfinished(speech: Speech) -> None:
    """What is a guess or not translated yet is said in English."""
    assert ["Older", "Newer", "Unheard of"] == [speech("de").say(said) for said in ("Older", "Newer", "Unheard of")]


@pytest.mark.parametrize(("count", "expected"), [(1, "1 часть"), (3, "3 части"), (5, "5 частей"), (21, "21 часть")])
def test_count(speech: Speech, count: int, expected: str) -> None:
    """A count takes the form that the catalogue's own rule says."""
    assert expected == speech("ru").count("{count} part", "{count} parts", count)


def test_english_counts(speech: Speech) -> None:
    """Without a catalogue one is one, and thousands are parted."""
    assert ["1 part", "1,234 parts"] == [speech("en").count("{count} part", "{count} parts", n) for n in (1, 1234)]


def test_read_once(speech: Speech) -> None:
    """A language is made once."""
    assert speech("de-CH") is speech("de-CH")


def test_html(speech: Speech) -> None:
    """A field that is HTML stays HTML, one that is none is escaped; a sentence without HTML is plain text."""
    linked = speech("de").say("By {names}", names=speech("de").join([Markup("<a>A</a>"), "<B>", "C"]))

    assert ("Von <a>A</a>, &lt;B&gt; und C", True) == (linked, hasattr(linked, "__html__"))
    assert ("Von <B>", False) == (plain := speech("de").say("By {names}", names="<B>"), hasattr(plain, "__html__"))
    assert "By {A}" == speech("en").say("By {names}", names="{A}")


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("en", ("2 November 2024", "23:07", "2 November 2024, 23:07", "November 2024", "2024", "12,345")),
        ("en-US", ("November 2, 2024", "11:07\u202fPM", "November 2, 2024, 11:07\u202fPM", "November 2024", "2024",
         "12,345")),
        ("de-AT", ("2. November 2024", "23:07", "2. November 2024, 23:07", "November 2024", "2024", "12.345")),
        ("el", ("2 Νοεμβρίου 2024", "23:07", "2 Νοεμβρίου 2024, 23:07", "Νοέμβριος 2024", "2024", "12.345")),
        ("ar", ("2 نوفمبر 2024", "11:07 م", "2 نوفمبر 2024، 11:07 م", "نوفمبر 2024", "2024", "12,345")),
        ("fa", ("۲ نوامبر ۲۰۲۴", "۲۳:۰۷", "۲ نوامبر ۲۰۲۴،\u200f ۲۳:۰۷", "نوامبر ۲۰۲۴", "۲۰۲۴", "۱۲٬۳۴۵")),
        ("ja", ("2024年11月2日", "23:07", "2024年11月2日 23:07", "2024年11月", "2024年", "12,345")),
        ("ko", ("2024년 11월 2일", "23:07", "2024년 11월 2일 23:07", "2024년 11월", "2024년", "12,345")),
        ("tlh", ("2024-11-02", "23:07", "2024-11-02 23:07", "2024-11", "2024", "12345")),
    ],
)  # fmt: skip
def test_calendar(speech: Speech, tag: str, expected: tuple[str, ...]) -> None:
    """Dates, times and numbers are CLDR's, in the moment's own offset; of a language nobody knows, the standard's."""
    said = speech(tag)

    assert expected == (said.day(NIGHT), said.time(NIGHT), said.moment(NIGHT), said.month(2024, 11), said.year(2024),
                        said.number(12345))  # fmt: skip
    assert said.day(date(2024, 11, 2)) == said.day(NIGHT) != said.day(NIGHT.astimezone(UTC))


BROKEN = {
    "no quote": ("de", catalogue("msgid Live\n"), "de.po:5: "),
    "an unknown field": ("de", catalogue('msgid "By {names}"\nmsgstr "Von {name}"\n'),
     "de.po:5: 'Von {name}' names {name}, which its sentence does not have: the fields are {names}"),
    "an open brace": ("de", catalogue('msgid "By {names}"\nmsgstr "Von {names"\n'),
     "de.po:5: 'Von {names' has a brace that is not closed: write each field as {name}"),
    "a field where none is": ("de", catalogue('msgid "Live"\nmsgstr "{0}"\n'), "the fields are none"),
    "no rule": ("de", catalogue("", '"Plural-Forms: nplurals=three; plural=x;\\n"'), "de.po:1: its header"),
    "no language": ("klingon", catalogue(""), "klingon.po:1: 'klingon' is no language that Babel knows"),
}  # fmt: skip


@pytest.mark.parametrize("title", BROKEN)
def test_broken(tmp_path: Path, title: str) -> None:
    """A broken catalogue is told with its file, its line, and what to write instead."""
    tag, text, told = BROKEN[title]
    (tmp_path / f"{tag}.po").write_text(text, encoding="utf-8")

    with pytest.raises(CatalogueError) as error:
        Speech(tmp_path)("de")

    assert f"{tmp_path}/" in str(error.value)
    assert told in str(error.value)


def test_wrong_encoding(tmp_path: Path) -> None:
    """A catalogue that is not UTF-8 is told with the line of the first such sign."""
    (tmp_path / "fr.po").write_bytes(catalogue('msgid "Live"\nmsgstr "E"\n').replace("E", "é").encode("latin-1"))

    with pytest.raises(CatalogueError, match=r"fr\.po:6: is not written in UTF-8: save the file as UTF-8"):
        Speech(tmp_path)("fr")


def test_no_folder(tmp_path: Path) -> None:
    """Without a folder of catalogues all is said in English, on days of the language."""
    said = Speech(tmp_path / "nowhere")("de")

    assert ("Live", "2. November 2024") == (said.say("Live"), said.day(NIGHT))


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("{a} and {b}", "<i>1</i> and &lt;2&gt;"),
        ("{{a}} & {b}", "{a} &amp; &lt;2&gt;"),
        ("{b!r:^7} {a}", " &#39;&lt;2&gt;&#39;  <i>1</i>"),
        ("<b>", "&lt;b&gt;"),
    ],
)
def test_fields(said: str, expected: str) -> None:
    """A sentence is filled as Python's own `format` does it, and where a field is HTML as MarkupSafe does it."""
    plain, html = {"a": "1", "b": "<2>"}, {"a": Markup("<i>1</i>"), "b": "<2>"}

    assert said.format(**plain) == Sentence(said).filled(plain)
    assert escape(said).format(**html) == Sentence(said).filled(html) == expected
