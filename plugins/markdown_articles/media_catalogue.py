"""What is known of pictures and other files beside their bytes, from `content/data/media/`: a file for each month.

    /wp-content/uploads/2023/10/tide.jpg:
      alt: The ferry at low water
      credit: Mara Quill

A catalogue is read and written file by file: of a newsroom with 200,000 pictures none of the files grows large.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import UTC
from itertools import groupby
from pathlib import Path

import yaml

from .problems import RegistryError
from .registry_files import read_root
from .yaml_fields import read_fields
from .yaml_lines import lines_of, scalar
from .yaml_values import FieldError, read_text

FOLDER = "media"
"""Below `content/data/`."""
UNDATED = "undated"
"""With this begin the names of the catalogue's files for what lies in no month's folder."""

_MONTH = re.compile(r"/((?:19|20)\d\d)/(0[1-9]|1[0-2])/[^/]*$")
_NAMED = re.compile(r"[a-z0-9]")
_SYNONYMS = {"caption_html": "caption", "text": "alt", "focal_point": "focus", "author": "credit", "photo": "credit"}


@dataclass(frozen=True, slots=True)
class MediaFile:
    """A picture, or another file."""

    address: str
    """Root-relative: `/wp-content/uploads/2023/10/tide.jpg`."""
    title: str = ""
    """Plain text; empty where it says no more than the file's name."""
    alt: str = ""
    """Plain text: what a picture shows, for who cannot see it."""
    caption: str = ""
    """Plain text."""
    credit: str = ""
    """Plain text: who made it."""
    description: str = ""
    """Plain text."""
    focus: str = ""
    """The point of a picture that must stay in sight when it is cropped: `50% 30%`, from the left and from above."""


def catalogue_name(address: str) -> str:
    """Give the file of the catalogue in which a file stands: `2023-10.yaml`, `undated-l.yaml`."""
    if month := _MONTH.search(address):
        return f"{month[1]}-{month[2]}.yaml"
    first = address.rpartition("/")[2][:1].lower()
    return f"{UNDATED}-{first if _NAMED.fullmatch(first) else '_'}.yaml"


def dump_catalogue(files: Iterable[MediaFile]) -> Iterator[tuple[str, str]]:
    """Give name and text of each file of the catalogue; `files` come sorted by `catalogue_name`, then by address.

    Raises ValueError where a text holds what no text file can.
    """
    for name, group in groupby(files, key=lambda file: catalogue_name(file.address)):
        yield name, "".join(f"{line}\n" for file in group for line in _lines(file))


def read_catalogue(path: Path) -> Mapping[str, MediaFile]:
    """Give the files of one file of the catalogue by address; none where it is not there.

    Raises RegistryError with all that is wrong in it, file and line first.
    """
    problems: list[str] = []
    files: dict[str, MediaFile] = {}
    root = read_root(path, problems)
    for key, node in root.value if root else ():
        address = key.value if isinstance(key, yaml.ScalarNode) else ""
        values, wrong = read_fields(node, READERS, UTC, _SYNONYMS)
        if not address.startswith("/") or address in files:
            wrong.append(
                FieldError(f"{address!r} is no address of its own: write each file once, like /uploads/a.jpg", key)
            )
        problems += (f"{path}:{error.line + 1}: {error}" for error in wrong)
        files[address] = MediaFile(address=address, **values)
    if problems:
        raise RegistryError(*problems)
    return files


def _lines(file: MediaFile) -> Iterator[str]:
    yield f"{scalar('an address', file.address)}:"
    for name in READERS:
        if value := getattr(file, name):
            yield from (f"  {line}" for line in lines_of(name, value))


READERS = {field.name: read_text for field in fields(MediaFile) if field.name != "address"}
"""How each field of a file is read."""
