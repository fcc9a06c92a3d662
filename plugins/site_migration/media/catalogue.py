"""The catalogue of media: what WordPress's media list says of files beside their bytes (`content/data/media/`)."""

import re
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing

from markdown_articles.media_catalogue import FOLDER, MediaFile, catalogue_name, dump_catalogue
from markdown_articles.slugs import slug_of
from wordpress_export.model import Media
from wordpress_export.plain_text import plain_words

from .places import place_of

_NO_TEXT = re.compile("[\0\ud800-\udfff]")
_MADE_OF = re.compile(r"-(?:scaled|rotated|e\d{10,14}|\d{1,4})$")
"""What WordPress puts behind the name of a file: of a smaller or edited one, or of one whose name was taken."""
_LARGEST = 10_000
"""Characters of a text: a longer one is no caption."""


def catalogue_lists(media: Mapping[int, Media]) -> Iterator[tuple[str, str]]:
    """Give name (below `data/`) and text of each file of the catalogue, with the files that have something to say.

    Only the numbers are sorted, on the disk: a large site has hundreds of thousands.
    """
    with closing(sqlite3.connect("")) as connection:
        connection.execute("create table listed (name text, address text, number integer, primary key (name, address))")
        rows = (
            (catalogue_name(item.address), item.address, number)
            for number, item in media.items()
            if place_of(item.address) and _says_something(item)
        )
        connection.executemany("insert or ignore into listed values (?, ?, ?)", rows)
        numbers = connection.execute("select number from listed order by name, address")
        for name, text in dump_catalogue(_entries((number for (number,) in numbers), media)):
            yield f"{FOLDER}/{name}", text


def _entries(numbers: Iterable[int], media: Mapping[int, Media]) -> Iterator[MediaFile]:
    for number in numbers:
        item = media[number]
        yield MediaFile(
            item.address,
            title=_words(item.title) if _is_told(item) else "",
            alt=_words(item.alt),
            caption=_words(item.caption),
            credit=_words(item.credit),
            description=_words(item.description),
            focus=item.focus,
        )


def _says_something(item: Media) -> bool:
    texts = (item.alt, item.caption, item.credit, item.description, item.focus)
    return any(map(_words, texts)) or _is_told(item)


def _is_told(item: Media) -> bool:
    """Tell whether a title is a person's: WordPress makes one of the file's name."""
    name = item.address.partition("?")[0].rpartition("/")[2].rpartition(".")[0]
    made = slug_of(name)
    return bool(_words(item.title)) and slug_of(item.title) not in (made, _MADE_OF.sub("", made))


def _words(html: str) -> str:
    return plain_words(_NO_TEXT.sub("", html[:_LARGEST]), "a caption").text.strip()
