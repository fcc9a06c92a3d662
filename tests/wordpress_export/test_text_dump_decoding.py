"""Text files in the encodings that people saved them in."""

import pytest

from wordpress_export.sources.text_dump_decoding import NoTextError, decode

FRENCH = "Le port rouvre\n\nLes élus étaient là, et la foule était très nombreuse à l’entrée du quai. “Enfin !”"
GERMAN = "Der Hafen öffnet\n\nViele Bürger kamen, um das schöne Schiff zu sehen. Größe und Länge sind wie früher."
RUSSIAN = "Порт снова открыт\n\nПорт открылся в понедельник после одиннадцати лет простоя. Корабль пришёл в полдень."
GREEK = "Το λιμάνι ανοίγει\n\nΤο λιμάνι άνοιξε τη Δευτέρα μετά από έντεκα χρόνια. Το πρώτο πλοίο ήρθε το μεσημέρι."
POLISH = "Port znów otwarty\n\nPort otwarto w poniedziałek po jedenastu latach. Żeglarze cieszą się, ludzie też."
TURKISH = "Liman açıldı\n\nLiman on bir yıl sonra pazartesi günü açıldı. İlk gemi öğlen geldi, çok kişi görmeye geldi."
HEBREW = "הנמל נפתח מחדש\n\nהנמל נפתח ביום שני אחרי אחת עשרה שנים. הספינה הראשונה הגיעה בצהריים."
ARABIC = "الميناء يعود\n\nافتتح الميناء يوم الاثنين بعد أحد عشر عاما. وصلت السفينة الأولى عند الظهر."
JAPANESE = "港が再開した\n\n港は十一年ぶりに月曜日に再開した。最初の船は正午に到着し、多くの人が見物に来た。"
CHINESE = "港口重新开放\n\n港口在关闭十一年后于星期一重新开放。第一艘船中午抵达，许多人前来观看。"
TAIWANESE = "港口重新開放\n\n港口在關閉十一年後於星期一重新開放。第一艘船中午抵達，許多人前來觀看。"
KOREAN = "항구가 열렸다\n\n항구는 십일 년 만에 월요일에 다시 열렸다. 첫 배는 정오에 도착했고 많은 사람들이 보러 왔다."


@pytest.mark.parametrize(
    ("text", "encoding", "called"),
    [
        (FRENCH, "cp1252", "Windows-1252"),
        (FRENCH, "mac_roman", "Mac OS Roman"),
        (GERMAN, "iso8859-1", "Windows-1252"),
        (RUSSIAN, "cp1251", "Windows-1251"),
        (RUSSIAN, "koi8-r", "KOI8-R"),
        (RUSSIAN, "iso8859-5", "ISO 8859-5"),
        (GREEK, "cp1253", "Windows-1253"),
        (POLISH, "cp1250", "Windows-1250"),
        (POLISH, "iso8859-2", "ISO 8859-2"),
        (TURKISH, "cp1254", "Windows-1254"),
        (HEBREW, "cp1255", "Windows-1255"),
        (ARABIC, "cp1256", "Windows-1256"),
        (JAPANESE, "shift_jis", "Shift_JIS"),
        (JAPANESE, "euc_jp", "EUC-JP"),
        (JAPANESE, "iso2022_jp", "ISO-2022-JP"),
        (CHINESE, "gb18030", "GB18030"),
        (TAIWANESE, "big5", "Big5"),
        (KOREAN, "euc_kr", "EUC-KR"),
        (FRENCH, "utf-16-le", "UTF-16-LE"),
        (JAPANESE, "utf-16-be", "UTF-16-BE"),
    ],
)
def test_an_encoding_that_a_file_does_not_name_is_a_guess_for_review(text: str, encoding: str, called: str) -> None:
    """The words come out right, and a note says in which encoding they were read."""
    read, notes = decode(text.encode(encoding))

    assert text == read
    assert [(f"read as {called}", True)] == [(note.kind, note.review) for note in notes]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_an_encoding_that_a_file_names_needs_no_note(encoding: str) -> None:
    """A mark at its beginning says what it is; UTF-8 proves itself."""
    assert (FRENCH, ()) == decode(FRENCH.encode(encoding))


def test_a_broken_byte_in_utf_8_does_not_change_the_rest() -> None:
    """A file that is UTF-8 but for one byte is read as such, and the place shows."""
    text, notes = decode(RUSSIAN.encode() + b" caf\xe9")

    assert f"{RUSSIAN} caf\ufffd" == text
    assert ["broken characters"] == [note.kind for note in notes if note.review]


def test_letters_that_were_read_wrongly_before_are_told_and_left() -> None:
    """What another program has spoilt is noticed, and not mended."""
    spoilt = "CafÃ© â€œOuiâ€\x9d, Ð¿Ñ€Ð¸ÑˆÑ‘Ð»"
    text, notes = decode(spoilt.encode())

    assert spoilt == text
    assert ["letters read in the wrong encoding before they came here"] == [note.kind for note in notes if note.review]
    assert (GERMAN, ()) == decode(GERMAN.encode())


def test_characters_that_nobody_sees() -> None:
    """Those without width go, save the joiners of scripts and the space that parts words in Thai."""
    text, notes = decode("Har\u200bbour\ufeff می\u200cخواهم ไทย\u200bไทย".encode())

    assert "Harbour می\u200cخواهم ไทย\u200bไทย" == text
    assert [("characters without width left out", False)] == [(note.kind, note.review) for note in notes]


@pytest.mark.parametrize(
    ("raw", "what"),
    [
        pytest.param(b"a\x00b", "NUL", id="NUL"),
        pytest.param(b"%PDF-1.7\n", "a PDF", id="PDF"),
        pytest.param(b"{\\rtf1\\ansi Harbour}", "an RTF document", id="RTF"),
        pytest.param(b"PK\x03\x04\x14\x00", "a ZIP file", id="ZIP"),
        pytest.param(b"\xff\xfe\x00", "says that it is UTF-16", id="half a character"),
        pytest.param(bytes(range(1, 256)) + bytes(range(255, 0, -1)), "no encoding that is known", id="all bytes"),
    ],
)
def test_what_is_no_text_is_refused(raw: bytes, what: str) -> None:
    """A file that is no text says what it is."""
    with pytest.raises(NoTextError, match=what):
        decode(raw)
