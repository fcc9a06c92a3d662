from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.plurals import get_plural

from built_sites import ROOT, Build, words
from theme_words.__main__ import extracted
from theme_words.catalogue import fields, forms, read_catalogue, read_file

TRANSLATIONS = ROOT / "theme" / "translations"
LANGUAGES = sorted(TRANSLATIONS.glob("*.po"))
SAID = extracted(ROOT / "theme" / "templates")

each_language = pytest.mark.parametrize("path", LANGUAGES, ids=lambda path: path.stem)


def sentences(catalogue: Catalog) -> dict[object, tuple[str, ...]]:
    return {
        message.id if isinstance(message.id, str) else tuple(message.id): forms(message.string)
        for message in catalogue
        if message.id
    }


def test_languages() -> None:
    """The languages of most newspapers are there."""
    asked = "ar de el es fa fr he hi it ja ko nl pl pt pt_BR ru sv tr uk zh zh_Hant"

    assert set(asked.split()) <= {path.stem for path in LANGUAGES}


def test_template_of_catalogues() -> None:
    """The file from which translators begin holds what the templates say now: `./inv words` writes it."""
    assert list(sentences(SAID)) == list(sentences(read_file(TRANSLATIONS / "messages.pot")))


@each_language
def test_complete(path: Path) -> None:
    """A language has every sentence of the templates, and none that no template says; none is a guess."""
    catalogue = read_file(path)
    said = sentences(catalogue)

    assert set(sentences(SAID)) == set(said)
    assert [] == [sentence for sentence, translated in said.items() if not all(translated)]
    assert [] == [message.id for message in catalogue if message.id and message.fuzzy]


@each_language
def test_fields(path: Path) -> None:
    """A translation names the fields of its sentence; only one minute may be a word."""
    for sentence, translated in sentences(read_file(path)).items():
        asked = frozenset[str]().union(*map(fields, forms(sentence)))
        for place, form in enumerate(translated):
            assert fields(form) == asked or (len(translated) > 1 and place < 3 and asked == {"count"}), (sentence, form)


@each_language
def test_plural_forms(path: Path) -> None:
    """A language has as many forms for a count as its grammar."""
    catalogue, grammar = read_file(path), get_plural(path.stem)

    assert (grammar.num_plurals, grammar.plural_expr.strip("()")) == (
        catalogue.num_plurals,
        catalogue.plural_expr.strip("()"),
    )
    counted = [forms(message.string) for message in catalogue if message.pluralizable]
    assert [grammar.num_plurals] * len(counted) == [len(each) for each in counted]


@each_language
def test_typography(path: Path) -> None:
    """Quotes, apostrophes and dots are those of print: a style sheet, too, puts a sentence between straight ones."""
    said = [form for translated in sentences(read_file(path)).values() for form in translated]

    assert [] == [form for form in said if any(sign in form for sign in ("'", '"', "...", "\\", "<", "  "))]
    assert [] == [form for form in said if form != form.strip()]


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("ar", ("دقيقة واحدة", "دقيقتين", "5 دقائق", "11 دقيقة", "22 دقيقة")),
        ("de", ("1 Minute", "2 Minuten", "5 Minuten", "11 Minuten", "22 Minuten")),
        ("pl", ("1 minuta", "2 minuty", "5 minut", "11 minut", "22 minuty")),
        ("ru", ("1 минута", "2 минуты", "5 минут", "11 минут", "22 минуты")),
        ("uk", ("1 хвилина", "2 хвилини", "5 хвилин", "11 хвилин", "22 хвилини")),
        ("ja", ("1分", "2分", "5分", "11分", "22分")),
    ],
)
def test_counts(language: str, expected: tuple[str, ...]) -> None:
    """Minutes are counted as the language counts."""
    speech = read_catalogue(TRANSLATIONS / f"{language}.po")

    for count, minutes in zip((1, 2, 5, 11, 22), expected, strict=True):
        assert minutes in speech.ngettext("{count}-minute read", "{count}-minute read", count).format(count=count)


STORY = "---\ntitle: 'صيادون وبحر'\ndate: 2024-11-16T08:00:00+03:00\nauthors: [ليلى, سمير, نور]\n{more}---\nText.\n"


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("ar", ("rtl", "بقلم ليلى وسمير ونور", "16 نوفمبر 2024")),
        ("he", ("rtl", "מאת ليلى, سمير וنور", "16 בנובמבר 2024")),
        ("fa", ("rtl", "نوشتهٔ ليلى،\u200f سمير، و نور", "۱۶ نوامبر ۲۰۲۴")),
        ("ja", (None, "文・ليلى、سمير、نور", "2024年11月16日")),
        ("pt-BR", (None, "Por ليلى, سمير e نور", "16 de novembro de 2024")),
        ("en-US", (None, "By ليلى, سمير, and نور", "November 16, 2024")),
        ("tlh", (None, "By ليلى, سمير and نور", "2024-11-16")),
    ],
)
def test_newspaper(built: Build, language: str, expected: tuple[str | None, str, str]) -> None:
    """A newspaper speaks one language, from its frame to its dates, and is set in its direction."""
    site = built({"data/site.yaml": f"title: X\nlanguage: {language}\n", "articles/story.md": STORY.format(more="")})
    page = site.page("/2024/11/story/")

    assert language == page.css("html")[0].attrs["lang"]
    assert expected == (
        page.css("html")[0].attributes.get("dir"),
        words(page.css_first(".byline .names, .byline > span")),
        words(page.css_first(".dt-published")),
    )


def test_foreign_story(built: Build) -> None:
    """A story of another language says so, and speaks it; what has no catalogue speaks the paper's."""
    site = built({
        "data/site.yaml": "title: X\nlanguage: de\n",
        "articles/one.md": STORY.format(more="lang: ar\nkind: opinion\n"),
        "articles/two.md": STORY.format(more="lang: sw\nkind: opinion\n"),
    })  # fmt: skip
    front = site.page("/")
    cards = {card.attrs["lang"]: card for card in front.css(".card")}

    assert {"ar": "rtl", "sw": "ltr"} == {lang: card.attrs["dir"] for lang, card in cards.items()}
    assert "رأي" in words(cards["ar"])
    assert "Meinung" in words(cards["sw"])
    assert "16 Novemba 2024" == words(site.page("/2024/11/two/").css_first(".dt-published"))


def test_sections_of_a_foreign_story(built: Build) -> None:
    """The names of sections and topics are the site's, and say so inside a story of another language."""
    site = built({
        "data/site.yaml": "title: X\nlanguage: de\n",
        "articles/one.md": STORY.format(more="lang: ar\ncategories: [Hafen]\ntags: [Markt]\n"),
        "articles/two.md": STORY.format(more="categories: [Hafen]\ntags: [Markt]\n"),
    })  # fmt: skip
    names = ".crumbs .p-category, .label a, .tags a"

    assert [("de", "ltr")] * 3 == [(x.attrs["lang"], x.attrs["dir"]) for x in site.page("/2024/11/one/").css(names)]
    assert [None] * 3 == [x.attributes.get("lang") for x in site.page("/2024/11/two/").css(names)]


def test_letters(built: Build) -> None:
    """A page carries what the letters of its languages need, and of no other."""
    story = "---\ntitle: A\ndate: 2024-11-0{day}T08:00:00+00:00\nlang: {lang}\n---\nText.\n"
    site = built({
        "data/site.yaml": "title: X\nlanguage: en\n",
        **{f"articles/{lang}.md": story.format(day=day, lang=lang) for day, lang in enumerate(["ja", "ar", "en"], 1)},
    })  # fmt: skip
    styles = {name: site.page(f"/2024/11/{name}/").css("style")[0].text() for name in ("ja", "ar", "en")}

    assert {"ja": True, "ar": False, "en": False} == {name: ".body:lang(ja)" in text for name, text in styles.items()}
    assert {"ja": False, "ar": True, "en": False} == {name: ".body:lang(ar)" in text for name, text in styles.items()}
    assert [] == [name for name, text in styles.items() if "und)" in text]
