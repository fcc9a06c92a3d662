"""Lines such as `URL: https://…` and `Title: …` that programs put above the text of a page that they saved."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from ..body.stories.labels import plain_label
from .text_dump_dates import exact_moment, is_date
from .text_dump_fates import Fate, FatedLine, Line
from .text_dump_phrases import has_words, is_address, is_name
from .text_dump_terms import fate_terms, split_names
from .text_dump_words_comments import plain_phrases

Pieces = tuple[tuple[str, Fate], ...]

_LINE = re.compile(r"(?P<label>[*_#]{0,3}(?P<key>[^\W\d_][\w .-]{1,24}?)\s*[:：=]\s*[*_]{0,2})\s*(?P<value>\S.*)")
_RULE = re.compile(r"(?P<sign>[=\-*#_~])(?P=sign){4,}")
_LABELLED_RULE = re.compile(r"(?P<sign>[=\-*#_~])(?P=sign){4,}[^\n=*#~]{1,80}(?P=sign){5,}|==> [^\n]{1,200} <==")
_LONGEST = 1000
_MOST_LINES = 20
_FEWEST = 2

_ADDRESSES = plain_phrases(
    "url|link|permalink|source|source url|address|page|page url|web|canonical|quelle|adresse|lien|fuente|enlace",
    "fonte|адрес|ссылка|источник|网址|链接|來源|来源",
)
_TITLES = plain_phrases(
    "title|headline|page title|titel|titre|título|titolo|tytuł|заголовок|название|назва|τίτλος|タイトル|标题|標題",
    "제목|العنوان|عنوان|כותרת|başlık|rubrik|overskrift|otsikko|titulek|cím|titlu|заглавие|naslov|judul|tiêu đề",
)
_DATES = plain_phrases(
    "date|published|publish date|published at|date published|publication date|pub date|pubdate|posted|posted on",
    "datum|veröffentlicht|publié|publié le|fecha|publicado|data|pubblicato|data publikacji|дата|опубликовано",
    "ημερομηνία|日付|日期|发布时间|날짜|التاريخ|תאריך|tarih|päivämäärä|dátum|tanggal|ngày",
)
_AUTHORS = plain_phrases(
    "author|authors|by|byline|writer|autor|autoren|auteur|auteurs|autores|autore|автор|авторы|συντάκτης|著者|作者",
    "저자|글쓴이|الكاتب|مؤلف|מחבר|yazar|författare|forfatter|kirjoittaja|szerző|penulis|tác giả",
)
_CATEGORIES = plain_phrases(
    "category|categories|section|kategorie|kategorien|catégorie|catégories|categoría|categorías|categoria",
    "categorias|categorie|рубрика|категория|κατηγορία|カテゴリー|分类|分類|카테고리|kategori|kategória|kategoria",
)
_TAGS = plain_phrases(
    "tag|tags|keywords|schlagwörter|étiquettes|mots-clés|etiquetas|tag|теги|метки|ετικέτες|タグ|标签|標籤|태그",
)
_OTHERS = plain_phrases(
    "description|language|lang|site|site name|source name|modified|updated|date modified|last modified|fetched",
    "fetched at|accessed|retrieved|crawled|scraped|downloaded|archived|word count|words|id|post id|slug|image",
    "status|type|content type|excerpt|summary|beschreibung|words count|encoding|charset",
)


@dataclass(frozen=True, slots=True)
class Header:
    """What a program told of a page."""

    lines: tuple[FatedLine, ...] = ()
    """In the dump's order."""
    title: str = ""
    """The title, if it told one."""


def read_header(lines: tuple[Line, ...]) -> tuple[Header, tuple[Line, ...]]:
    """Give the header, and the lines below it. One line alone is a header only where it is the page's address."""
    pieces: list[FatedLine] = []
    above = next((place for place, line in enumerate(lines) if not is_separator(line.text)), len(lines))
    for line in lines[:above]:
        pieces += line.fated((line.text, Fate.SEPARATOR))
    header = _read(lines[above:])
    if not header.lines:
        return Header(tuple(pieces)), lines[above:]
    end = header.lines[-1].number
    return Header((*pieces, *header.lines), header.title), tuple(line for line in lines if line.number > end)


def _read(lines: tuple[Line, ...]) -> Header:
    pieces: list[FatedLine] = []
    title, known, sure = "", 0, False
    for place, line in enumerate(lines[:_MOST_LINES]):
        fated = header_pieces(line.text, first=known == 0)
        if not fated and (has_words(line.text) or (place > 1 and not known)):
            break
        fates = {fate for _, fate in fated}
        if title and Fate.TITLE in fates:
            fated = ((line.text, Fate.HEADER),)
        known += bool(fated)
        sure = sure or Fate.ADDRESS in fates
        title = title or next((text for text, fate in fated if fate is Fate.TITLE), "")
        pieces += line.fated(*(fated or ((line.text, Fate.STRAY),)))
    return Header(tuple(pieces), title) if sure or known >= _FEWEST else Header()


def is_separator(text: str) -> bool:
    """Tell whether the line is signs alone, or has a number or a file's name between them."""
    return _RULE.fullmatch(text) is not None or _LABELLED_RULE.fullmatch(text) is not None


def header_pieces(text: str, *, first: bool = False) -> Pieces:
    """Give the pieces of a header line; none for any other. An address alone is one where it is the `first`."""
    if len(text) > _LONGEST:
        return ()
    if first and is_address(text):
        return ((text, Fate.ADDRESS),)
    match = _LINE.fullmatch(text)
    if match is None:
        return ()
    key, value = plain_label(match["key"]), match["value"].rstrip("*_ ")
    for keys, read in _KINDS:
        if key in keys and (pieces := read(value)):
            # Signs that make the value bold belong to nobody.
            return ((match["label"], Fate.LABEL), *pieces, (match["value"][len(value) :], Fate.JOINT))
    return ((text, Fate.HEADER),) if key in _OTHERS else ()


def _address(value: str) -> Pieces:
    return ((value, Fate.ADDRESS),) if is_address(value) else ()


def _title(value: str) -> Pieces:
    return ((value, Fate.TITLE),)


def _date(value: str) -> Pieces:
    if exact_moment(value) is not None:
        return ((value, Fate.MOMENT),)
    return ((value, Fate.DATE),) if is_date(value) or _ISO_DATE.match(value) else ()


def _author(value: str) -> Pieces:
    names = split_names(value)
    return names if all(is_name(name) for name, fate in names if fate is Fate.BYLINE) else ()


def _categories(value: str) -> Pieces:
    return fate_terms(value, Fate.CATEGORY)


def _tags(value: str) -> Pieces:
    return fate_terms(value, Fate.TAG)


_ISO_DATE = re.compile(r"\d{4}-\d\d-\d\d(?:[T ]|$)")
_KINDS: tuple[tuple[frozenset[str], Callable[[str], Pieces]], ...] = (
    (_ADDRESSES, _address),
    (_TITLES, _title),
    (_DATES, _date),
    (_AUTHORS, _author),
    (_CATEGORIES, _categories),
    (_TAGS, _tags),
)
"""What each key's value is read as."""
