"""Front matter and registries as a list of fields, for forms and schemas: made from what the reader reads them with.

`front_matter_fields` and `registry_files` are all there is to know; what a field means to an editor is in
`field_help.py`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from . import corrections, media_catalogue, site_fields, yaml_values
from .field_help import HELP, NAMES, REGISTRIES
from .front_matter import READERS
from .registries import Author, Category, Menu, Series, Tag
from .registry_files import ENTRY_READERS, SITE_READERS, read_folders
from .yaml_values import OneOf, ValueReader


class Kind(StrEnum):
    """What a field holds."""

    TEXT = "text"
    """Plain text on one line."""
    ADDRESS = "address"
    """An address of the site's own, `/about/`, or one of the web."""
    TEXTS = "texts"
    """A list of texts."""
    MOMENT = "moment"
    """A date, perhaps with a time, perhaps with an offset."""
    FLAG = "flag"
    """True or false."""
    NUMBER = "number"
    """A whole number."""
    CHOICE = "choice"
    """One word of several."""
    FOCUS = "focus"
    """A point of a picture: `50% 30%`."""
    MAPPING = "mapping"
    """Texts by names that editors choose."""
    GROUP = "group"
    """Fields of its own."""
    GROUPS = "groups"
    """A list, each item with fields of its own."""
    NESTED = "nested"
    """The same list again, as it stands around this one."""


@dataclass(frozen=True, slots=True)
class DescribedField:
    """One field."""

    name: str
    """The key as it is written."""
    kind: Kind
    """What it holds."""
    help: str
    """A sentence for editors."""
    required: bool = False
    """Whether it must be there."""
    choices: tuple[str, ...] = ()
    """The words that may stand there, for a choice."""
    names: str = ""
    """What its texts name: author, category, tag, series, story, picture, address or language; empty for words."""
    fields: tuple["DescribedField", ...] = ()
    """What a group, or each item of several, has."""


@dataclass(frozen=True, slots=True)
class DescribedFile:
    """A file of `content/data/`."""

    pattern: str
    """Its name, or a pattern of names: `authors.yaml`, `media/*.yaml`."""
    help: str
    """A sentence for editors."""
    fields: tuple[DescribedField, ...]
    """Of each entry, or of the file."""
    key: str = ""
    """What each entry stands under: slug or address; empty where the file has the fields itself."""


def front_matter_fields() -> tuple[DescribedField, ...]:
    """Give the fields of an article's front matter, in the order in which they are written."""
    return _described("front matter", READERS, {"title"})


def registry_files() -> tuple[DescribedFile, ...]:
    """Give the files of `content/data/` that this plugin reads."""
    listed = [(f"{name}.yaml", _described(name, ENTRY_READERS[kind], {"name"})) for name, kind in _LISTED]
    return (
        *(DescribedFile(name, REGISTRIES[name], found, "slug") for name, found in listed),
        DescribedFile("site.yaml", REGISTRIES["site.yaml"], _described("site", SITE_READERS)),
        DescribedFile(
            "media/*.yaml", REGISTRIES["media/*.yaml"], _described("media", media_catalogue.READERS), "address"
        ),
    )


def _described(owner: str, readers: Mapping[str, ValueReader], must: Iterable[str] = ()) -> tuple[DescribedField, ...]:
    names = NAMES.get(owner, {})
    return tuple(
        DescribedField(
            name, _kind_of(reader), HELP[owner][name], name in must, _choices_of(reader), names.get(name, ""),
            _parts_of(reader),
        )
        for name, reader in readers.items()
    )  # fmt: skip


def _choices_of(reader: ValueReader) -> tuple[str, ...]:
    return tuple(map(str, reader.choices)) if isinstance(reader, OneOf) else ()


def _kind_of(reader: ValueReader) -> Kind:
    return Kind.CHOICE if isinstance(reader, OneOf) else _KINDS.get(reader, Kind.GROUPS)


def _parts_of(reader: ValueReader) -> tuple[DescribedField, ...]:
    if reader in _PARTS:
        return _described(*_PARTS[reader])
    if reader is not ENTRY_READERS[Menu]["items"]:
        return ()
    titled = {"title": yaml_values.read_text, "address": yaml_values.read_text}
    below = DescribedField("items", Kind.NESTED, HELP["items"]["items"])
    return (*_described("items", titled, {"title"}), below)


_LISTED = (("authors", Author), ("categories", Category), ("tags", Tag), ("series", Series), ("menus", Menu))
_KINDS: dict[ValueReader, Kind] = {
    yaml_values.read_text: Kind.TEXT,
    yaml_values.read_texts: Kind.TEXTS,
    yaml_values.read_moment: Kind.MOMENT,
    yaml_values.read_flag: Kind.FLAG,
    yaml_values.read_number: Kind.NUMBER,
    yaml_values.read_focus: Kind.FOCUS,
    yaml_values.read_mapping: Kind.MAPPING,
    site_fields.read_address: Kind.ADDRESS,
    site_fields.read_links: Kind.MAPPING,
    site_fields.read_breaking: Kind.GROUP,
    site_fields.read_newsletter: Kind.GROUP,
    read_folders: Kind.TEXTS,
}
"""What each reader gives; those of lists of groups are made for their depth, and all that is left."""
_PARTS: dict[ValueReader, tuple[str, Mapping[str, ValueReader], Iterable[str]]] = {
    corrections.read_corrections: ("corrections", corrections.READERS, corrections.READERS),
    site_fields.read_breaking: ("breaking", site_fields.BREAKING_READERS, {"text"}),
    site_fields.read_newsletter: ("newsletter", site_fields.NEWSLETTER_READERS, {"address"}),
}
