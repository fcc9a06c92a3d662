import pytest
from babel import Locale
from babel.localedata import locale_identifiers

from theme_words.tags import Tag, direction, locale_of, read_tag, spelled


@pytest.mark.parametrize(
    ("title", "written", "tag", "html"),
    [
        ("a language", "de", Tag("de", "Latn"), "de"),
        ("a country", "pt-BR", Tag("pt", "Latn", "BR"), "pt-BR"),
        ("as WordPress writes it", "de_AT", Tag("de", "Latn", "AT"), "de-AT"),
        ("any case", "ZH-hant", Tag("zh", "Hant"), "zh-Hant"),
        ("a country tells the script", "zh-TW", Tag("zh", "Hant", "TW"), "zh-TW"),
        ("the usual script", "zh", Tag("zh", "Hans"), "zh"),
        ("an old code", "iw", Tag("he", "Hebr"), "iw"),
        ("an extension", "ar-u-nu-latn", Tag("ar", "Arab"), "ar"),
        ("what follows a dot", "de_DE.UTF-8", Tag("de", "Latn", "DE"), "de-DE"),
        ("a variety of WordPress's", "de_DE_formal", Tag("de", "Latn", "DE"), "de-DE"),
        ("no language of CLDR's", "tlh", Tag("tlh"), "tlh"),
        ("nothing", "", Tag(""), ""),
        ("no tag", "??", Tag(""), "??"),
    ],
)
def test_tags(title: str, written: str, tag: Tag, html: str) -> None:
    """A tag is understood as BCP 47 or WordPress writes it, and spelled as HTML wants it."""
    assert (tag, html) == (read_tag(written), spelled(written)), title


@pytest.mark.parametrize(
    ("written", "expected"),
    [("ar", "rtl"), ("he-IL", "rtl"), ("dv", "rtl"), ("ar-Latn", "ltr"), ("pa-Arab", "rtl"), ("pa", "ltr"),
     ("ckb", "rtl"), ("ur-PK", "rtl"), ("en", "ltr"), ("tlh", "ltr"), ("", "ltr")],
)  # fmt: skip
def test_direction(written: str, expected: str) -> None:
    """The script decides in which direction a language is written, a language that Babel does not know included."""
    assert expected == direction(written)


def test_direction_is_cldrs() -> None:
    """Of each language that Babel knows, the direction is Babel's; Mongolian's own script runs from top to bottom."""
    theirs = {name: Locale.parse(name).text_direction for name in locale_identifiers()}

    assert {"mn_Mong", "mn_Mong_CN", "mn_Mong_MN"} == {name for name in theirs if direction(name) != theirs[name]}


@pytest.mark.parametrize(
    ("written", "expected"),
    [("en", "en_GB"), ("en-US", "en_US"), ("de-XX", "de"), ("zh-hant-TW", "zh_Hant_TW"), ("pt_BR", "pt_BR"),
     ("de_DE_formal", "de_DE"), ("tlh", "None"), ("", "None")],
)  # fmt: skip
def test_locale(written: str, expected: str) -> None:
    """What CLDR does not know of a country it knows of the language; bare English is British in its dates."""
    assert expected == str(locale_of(written))
