"""Where files have their places: an address on the old site is a path below the content folder."""

import re
from pathlib import PurePosixPath
from unicodedata import normalize

from wordpress_export.addresses import LONGEST_NAME, decode_path
from wordpress_export.body.file_names import extension, originals

UPLOADS = ("wp-content", "uploads")
"""The folder that WordPress keeps files in."""


def words(text: str) -> frozenset[str]:
    """Give the words of a list."""
    return frozenset(text.split())


OWN = frozenset({"articles", "pages", "comments", "data", "migration"})
"""Where no file has its place: what is there, Pelican or a later run would read."""
LONGEST_PLACE = 1000
"""Bytes of a path below the content folder, which itself has some hundred before every system's limit."""

PROGRAMS = words(
    "htm html xhtml xht shtml mht mhtml hta htc js mjs jse vbs swf svgz xsl xslt php phtml phar pht phps php3"
    " php4 php5 php7 php8 cgi fcgi pl py rb asp aspx ascx ashx asmx jsp jspx jar cfm"
)
"""Endings of files that a browser or a server would run, or take for a page of the site's own."""

_QUERY = re.compile(r"(\.\w{2,5})(?:\?|@\w+=)[^/]*$")
"""What wget puts behind the name of a file that it asked for with a query."""
_SERVED = re.compile(r"ph(?:p\d?|tml|ar|t)")
_CONTROLS = re.compile(r"[\x00-\x1f\x7f]")


def place_of(address: str) -> PurePosixPath | None:
    """Give the place of one of the site's own files below the content folder; None for another site's.

    An address that would climb out of the folder has no place, nor has one in a folder that the newsroom's own files
    are in, one with a name that begins with a dot, which web servers obey (`.htaccess`), or one that no file can have.
    """
    if not address.startswith("/") or address.startswith("//"):
        return None
    path = address.partition("?")[0].partition("#")[0].lstrip("/")
    place = PurePosixPath(path)
    if not place.parts or place.parts[0].lower() in OWN or any(part.startswith(".") for part in place.parts):
        return None
    return place if _is_possible(path) else None


def _is_possible(path: str) -> bool:
    """Tell whether files can have these names on every system."""
    try:
        octets = path.encode("utf-8")
    except UnicodeEncodeError:
        return False
    names = path.split("/")
    fits = len(octets) <= LONGEST_PLACE and all(len(name.encode("utf-8")) <= LONGEST_NAME for name in names)
    return fits and not _CONTROLS.search(path) and "\\" not in path and not path.endswith("/")


def is_program(name: str) -> bool:
    """Tell whether a file is one that a browser or a server might run on the site's own address.

    `x.php.jpg` is, since some servers look at every ending (`sanitize_file_name` takes such names apart).
    """
    endings = PurePosixPath(name.lower()).name.split(".")[1:]
    return not PROGRAMS.isdisjoint(endings[-1:]) or any(map(_SERVED.fullmatch, endings))


def seen(path: str) -> str:
    """Give a path as systems see it that tell neither case nor forms of Unicode apart."""
    return path.lower() if path.isascii() else normalize("NFC", normalize("NFD", path).casefold())


def plain(path: str) -> str:
    """Give the path of a member of a store as addresses have it, whatever wget added to its name."""
    return _QUERY.sub(r"\1", normalize("NFC", decode_path(path.replace("\\", "/"))))


def base_of(path: str) -> str:
    """Give the name by which a file and all its sizes and copies are found together: `a.jpg` for `a-300x200.jpg`."""
    name = path.rpartition("/")[2]
    *_, base = (name, *originals(name))
    return seen(base)


def ending_of(place: str) -> str:
    """Give the ending of a file's name, in lower case; empty where it has none."""
    return extension(place)
