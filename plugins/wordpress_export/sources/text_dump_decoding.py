"""The characters of a text file: whatever encoding it is in, with notes where that was a guess."""

import codecs
import re
from pathlib import Path

from charset_normalizer import from_bytes

from ..model import Note

MOST_BYTES = 64 << 20
"""A larger file is refused: all of it has to be in memory, and no one copies so much from a browser."""
_START = 64 << 10
_SAMPLE = 256 << 10

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    # The mark of UTF-16 is the beginning of UTF-32's.
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_GUESSES = {
    "cp1252": "Windows-1252",
    "cp1250": "Windows-1250",
    "iso8859_2": "ISO 8859-2",
    "cp1251": "Windows-1251",
    "koi8_r": "KOI8-R",
    "koi8_u": "KOI8-U",
    "iso8859_5": "ISO 8859-5",
    "mac_cyrillic": "Mac OS Cyrillic",
    "cp1253": "Windows-1253",
    "iso8859_7": "ISO 8859-7",
    "cp1254": "Windows-1254",
    "cp1255": "Windows-1255",
    "cp1256": "Windows-1256",
    "mac_roman": "Mac OS Roman",
    "cp932": "Shift_JIS",
    "euc_jp": "EUC-JP",
    "gb18030": "GB18030",
    "cp950": "Big5",
    "cp949": "EUC-KR",
}
"""What people saved text in. Of two that read a file alike, the first is named."""
_RARE = {"cp1257": "Windows-1257", "cp1258": "Windows-1258", "cp850": "code page 850", "cp866": "code page 866"}
"""Asked for only where no other fits: to short texts of other languages they seem to fit too well."""
_FORMATS = ((b"%PDF-", "a PDF"), (b"{\\rtf", "an RTF document"), (b"PK\x03\x04", "a ZIP file or a Word document"))
_BEYOND_ASCII = re.compile(rb"[^\n\r]*[\x80-\xff][^\n\r]*[\n\r]*")
_MANY = 10
"""So many good characters for a broken one show that a file is UTF-8 all the same."""
_BROKEN_SHOWN = 3
_SOME, _MUCH = 0.2, 0.5
"""How little a text may look like one: a poem with many signs looks less so than prose."""

# Control characters that are no white space: they have no place in text, and HTML forbids them.
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1b\x7f]")
# Separators of old file formats: white space to Python, forbidden in HTML.
_SEPARATORS = dict.fromkeys(range(0x1C, 0x20), " ")
# Thai, Lao, Burmese and Khmer part their words with the space without width; joiners stay everywhere.
_INVISIBLE = re.compile(r"[\ufeff\u2060]|(?<![\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff])\u200b")
# UTF-8 that was read as Windows-1252: `Ã©`, `â€™`, `Ð¿Ñ€`.
_MISREAD = re.compile(
    r"(?:[\u00c3-\u00df][\u0080-\u00bf\u0152-\u0178\u0192\u02c6-\u02dc\u2013-\u203a\u20ac\u2122]"
    r"|[\u00e0-\u00ef][\u0080-\u00bf\u0152-\u0178\u0192\u02c6-\u02dc\u2013-\u203a\u20ac\u2122]{2})+"
)


class NoTextError(ValueError):
    """A file is no text, or too much of it."""


def read_start(file: Path) -> str:
    """Give the beginning of a file as text, well enough to tell what it is. Raises OSError, and NoTextError."""
    with file.open("rb") as opened:
        raw = opened.read(_START)
    mark = next((encoding for mark, encoding in _MARKS if raw.startswith(mark)), "utf-8")
    if mark == "utf-8":
        _refuse(raw)
    return raw.decode(mark, errors="ignore")


def read_text(file: Path) -> tuple[str, tuple[Note, ...]]:
    """Give the text of a file, and notes on what was done to it. Raises OSError, and NoTextError."""
    size = file.stat().st_size
    if size > MOST_BYTES:
        raise NoTextError(f"it has {size >> 20} MB, and {MOST_BYTES >> 20} MB is the most that is read of one text")
    return decode(file.read_bytes())


def decode(raw: bytes) -> tuple[str, tuple[Note, ...]]:
    """Give the text of some bytes, and notes on what was done to it. Raises NoTextError."""
    text, notes = _characters(raw)
    if "\x00" in text:
        raise NoTextError("it has NUL characters, so it is no text")
    cleaned, count = _CONTROL.subn("", text.translate(_SEPARATORS))
    if count:
        notes.append(Note("control characters left out", f"{count} of them"))
    cleaned, count = _INVISIBLE.subn("", cleaned)
    if count:
        notes.append(Note("characters without width left out", f"{count} of them"))
    return cleaned, (*notes, *_misread(cleaned))


def _characters(raw: bytes) -> tuple[str, list[Note]]:
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return _strictly(raw, encoding), []
    if b"\x00" in raw and (encoding := _wide(raw)):
        return _strictly(raw, encoding), [_guessed(encoding.upper())]
    _refuse(raw)
    if b"\x1b$" in raw and raw.isascii():
        return _strictly(raw, "iso2022_jp"), [_guessed("ISO-2022-JP")]
    try:
        return raw.decode(), []
    except UnicodeDecodeError:
        return _broken(raw) or _guess(raw)


def _strictly(raw: bytes, encoding: str) -> str:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError as error:
        called = encoding.removesuffix("-sig").upper()
        raise NoTextError(f"it says that it is {called}, and byte {error.start} is not") from error


def _wide(raw: bytes) -> str:
    """Give which UTF-16 a text is in that does not say so, by its spaces and line ends; nothing where it has none."""
    units = [raw[place : place + 2] for place in range(0, min(len(raw), _START), 2)]
    low = sum(unit in {b"\n\x00", b"\r\x00", b" \x00"} for unit in units)
    high = sum(unit in {b"\x00\n", b"\x00\r", b"\x00 "} for unit in units)
    if len(raw) % 2 or low == high or units.count(b"\x00\x00"):
        return ""
    return "utf-16-le" if low > high else "utf-16-be"


def _refuse(raw: bytes) -> None:
    for start, called in _FORMATS:
        if raw.startswith(start):
            raise NoTextError(f"it is {called}, not a text")


def _broken(raw: bytes) -> tuple[str, list[Note]] | None:
    """Read a file that is UTF-8 but for a byte here and there."""
    text = raw.decode(errors="replace")
    bad = text.count("\ufffd")
    good = sum(1 for letter in text if letter > "\x7f") - bad
    if good < bad * _MANY:
        return None
    detail = f"{bad} bytes of the file are no UTF-8 and show as “\ufffd”; look for what they were"
    return text, [Note("broken characters", detail, review=True)]


def _guess(raw: bytes) -> tuple[str, list[Note]]:
    sample = b"".join(match[0] for match in _BEYOND_ASCII.finditer(raw[: 4 * _SAMPLE]))[:_SAMPLE]
    for known, disorder in ((_GUESSES, _SOME), (_RARE, _SOME), (_GUESSES, _MUCH)):
        for match in from_bytes(sample, threshold=disorder, cp_isolation=[*known], enable_fallback=False):
            alike = {match.encoding, *match.could_be_from_charset}
            encoding = next((name for name in known if name in alike), match.encoding)
            try:
                return raw.decode(encoding), [_guessed(known.get(encoding, encoding))]
            except UnicodeDecodeError:
                continue
    raise NoTextError("its bytes are in no encoding that is known, so it is no text")


def _guessed(called: str) -> Note:
    return Note(
        f"read as {called}", "the file does not say its encoding, this is a guess; look at its accents", review=True
    )


def _misread(text: str) -> list[Note]:
    """Notice letters that some program before us has read in the wrong encoding. Mending them would be a guess."""
    found = [match[0] for match in _MISREAD.finditer(text) if _is_misread(match[0])] if not text.isascii() else []
    if not found:
        return []
    shown = ", ".join(f"“{piece[:20]}”" for piece in dict.fromkeys(found[: _BROKEN_SHOWN * 9]))
    return [
        Note("letters read in the wrong encoding before they came here", f"{len(found)}, such as {shown}", True)
    ]  # review


def _is_misread(piece: str) -> bool:
    try:
        # Windows-1252 leaves five bytes open, which browsers read as the control characters of Latin-1.
        octets = b"".join(letter.encode("latin-1" if letter < "\xa0" else "cp1252") for letter in piece)
        return len(octets.decode()) < len(piece)
    except UnicodeError:
        return False
