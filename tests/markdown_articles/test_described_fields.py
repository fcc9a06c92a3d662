"""Forms and schemas are made from a list of fields, which says all that the reader knows."""

from dataclasses import fields

from markdown_articles.described_fields import DescribedField, Kind, front_matter_fields, registry_files
from markdown_articles.field_help import HELP, NAMES
from markdown_articles.front_matter import READERS, FrontMatter
from markdown_articles.registries import Site


def everything(described: tuple[DescribedField, ...]) -> list[DescribedField]:
    return [each for field in described for each in (field, *everything(field.fields))]


def test_front_matter() -> None:
    """The fields are those of the front matter, in order; only the title must be there."""
    described = front_matter_fields()

    assert [field.name for field in fields(FrontMatter)] == [field.name for field in described]
    assert ["title"] == [field.name for field in described if field.required]


def test_kinds() -> None:
    """A field says what it holds, and a choice its words."""
    kinds = {field.name: field for field in front_matter_fields()}

    assert (Kind.MOMENT, Kind.TEXTS, Kind.FLAG, Kind.NUMBER, Kind.FOCUS, Kind.MAPPING, Kind.GROUPS, Kind.TEXT) == tuple(
        kinds[name].kind
        for name in ("date", "tags", "sticky", "wordpress_id", "image_focus", "extra", "corrections", "title")
    )
    assert ("published", "draft", "private") == kinds["status"].choices
    assert ["date", "text"] == [field.name for field in kinds["corrections"].fields if field.required]


def test_registries() -> None:
    """Each file of the registries has its fields; a menu's lines hold lines of the same form."""
    files = {file.pattern: file for file in registry_files()}
    line = next(field for field in files["menus.yaml"].fields if field.name == "items")

    assert [field.name for field in fields(Site)] == [field.name for field in files["site.yaml"].fields]
    assert ("slug", "address", "") == tuple(files[name].key for name in ("tags.yaml", "media/*.yaml", "site.yaml"))
    assert [Kind.TEXT, Kind.TEXT, Kind.NESTED] == [field.kind for field in line.fields]


def test_help() -> None:
    """Every field has a sentence for editors, and no sentence is about a field that there is not."""
    described = [*front_matter_fields(), *(field for file in registry_files() for field in file.fields)]
    known = {field.name for field in everything(tuple(described))}

    assert all(field.help.endswith(".") for field in everything(tuple(described)))
    assert set(READERS) == set(HELP["front matter"])
    assert set() == {name for owner in HELP.values() for name in owner} - known
    assert set() == {name for owner in NAMES.values() for name in owner} - known
