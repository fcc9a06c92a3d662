"""The registries' files in `content/data/`: `read_registries` reads them, `dump_registries` gives their texts.

Entries are written in order of slug, so that two migrations of the same site give the same bytes.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, replace
from datetime import UTC, tzinfo
from pathlib import Path
from typing import TypeVar

import yaml

from .problems import RegistryError, unreadable
from .registries import Author, Breaking, Category, Menu, MenuItem, Newsletter, Registries, Series, Site, Tag
from .site_fields import read_breaking, read_links, read_newsletter
from .yaml_fields import compose, read_fields
from .yaml_lines import lines_of, scalar
from .yaml_values import FieldError, ValueReader, read_text, read_texts

Entry = TypeVar("Entry", Author, Category, Tag, Series, Menu)
Listed = Author | Category | Tag | Series | Menu
"""What a registry has by its slug."""

_DEEPEST_MENU = 32
"""Far beyond any menu that a reader could open, and far from Python's limit of recursion."""

_UNPUBLISHED = frozenset({"articles", "pages", "comments", "data", "migration"})
"""Folders of the content whose files are no one's to read as they are."""

_SYNONYMS = {
    "label": "name",
    "text": "title",
    "url": "address",
    "link": "address",
    "href": "address",
    "lang": "language",
}


def read_registries(folder: Path, zone: tzinfo = UTC) -> Registries:
    """Give the registries of a `content/data` folder; each file may be absent. Moments without offset are in `zone`.

    Raises RegistryError with all that is wrong in any of them, file and line first.
    """
    registries, problems = read_sound(folder, zone)
    if problems:
        raise RegistryError(*problems)
    return registries


def read_sound(folder: Path, zone: tzinfo = UTC) -> tuple[Registries, list[str]]:
    """Give what can be read of the registries, and all that is wrong with them, file and line first."""
    problems: list[str] = []
    registries = Registries(
        authors=_read_entries(folder / "authors.yaml", Author, problems),
        categories=_read_entries(folder / "categories.yaml", Category, problems),
        tags=_read_entries(folder / "tags.yaml", Tag, problems),
        series=_read_entries(folder / "series.yaml", Series, problems),
        menus=_read_entries(folder / "menus.yaml", Menu, problems),
        site=_read_site(folder / "site.yaml", zone, problems),
    )
    wrong = [f"{folder / 'categories.yaml'}: {problem}" for problem in _wrong_parents(registries.categories)]
    if wrong:
        # A section that stands above itself has no line of sections that ends.
        registries = replace(registries, categories={})
    return registries, [*problems, *wrong]


def dump_registries(registries: Registries) -> dict[str, str]:
    """Give the text of each file that has something to say, by its name, such as `authors.yaml`.

    Raises ValueError where a text holds what no text file can.
    """
    texts = {
        "authors.yaml": dump_entries(registries.authors.values()),
        "categories.yaml": dump_entries(registries.categories.values()),
        "tags.yaml": dump_entries(registries.tags.values()),
        "series.yaml": dump_entries(registries.series.values()),
        "menus.yaml": dump_entries(registries.menus.values()),
        "site.yaml": dump_site(registries.site),
    }
    return {name: text for name, text in texts.items() if text}


def dump_entries(entries: Iterable[Listed]) -> str:
    """Give the text of a file of authors, categories, tags, series or menus, by slug."""
    lines: list[str] = []
    for entry in sorted(entries, key=lambda entry: entry.slug):
        lines.append(f"{scalar('a slug', entry.slug)}:")
        lines += (f"  {line}" for line in _lines(entry))
    return "".join(f"{line}\n" for line in lines)


def dump_site(site: Site) -> str:
    """Give the text of `site.yaml`."""
    return "".join(f"{line}\n" for line in _lines(site))


def _lines(entry: Listed | MenuItem | Site | Breaking | Newsletter) -> Iterator[str]:
    """Give the lines of an entry's fields below its slug, the empty ones apart."""
    for field in fields(entry):
        value = getattr(entry, field.name)
        if field.name == "slug":
            continue
        if field.name == "items" and value:
            yield "items:"
            for item in value:
                first, *others = _lines(item)
                yield f"  - {first}"
                yield from (f"    {line}" for line in others)
        elif field.name == "links" and value:
            yield from lines_of("links", {link.name: link.address for link in value})
        elif isinstance(value, Breaking | Newsletter):
            yield f"{field.name}:"
            yield from (f"  {line}" for line in _lines(value))
        elif value or (field.name in {"name", "title"} and not isinstance(entry, Newsletter)):
            yield from lines_of(field.name, value)


def read_root(path: Path, problems: list[str]) -> yaml.MappingNode | None:
    """Give what a file holds; nothing where it is not there. What is wrong is added to the problems."""
    try:
        return compose(path.read_text(encoding="utf-8-sig"), str(path), RegistryError)
    except OSError as error:
        if path.is_symlink() or not isinstance(error, FileNotFoundError):
            problems.append(unreadable(str(path), error))
    except UnicodeDecodeError as error:
        problems.append(f"{path}: not saved as UTF-8 ({error.reason} at byte {error.start}): save it as UTF-8")
    except RegistryError as error:
        problems += error.problems
    return None


def _read_entries(path: Path, kind: type[Entry], problems: list[str]) -> dict[str, Entry]:
    entries: dict[str, Entry] = {}
    root = read_root(path, problems)
    for key, node in root.value if root else ():
        slug = key.value if isinstance(key, yaml.ScalarNode) else ""
        values, wrong = read_fields(node, ENTRY_READERS[kind], UTC, _SYNONYMS)
        if not slug or "/" in slug or slug in {".", ".."} or slug in entries:
            wrong.append(FieldError(f"{slug!r} is no slug of its own: write each once, like night-tram", key))
        elif "name" not in values and not wrong:
            wrong.append(FieldError(f"{slug} has no name: write name: … below it, two spaces in", key))
        problems += (f"{path}:{error.line + 1}: {error}" for error in wrong)
        if not wrong:
            entries[slug] = kind(slug=slug, **values)
    return entries


def _read_site(path: Path, zone: tzinfo, problems: list[str]) -> Site:
    values, wrong = read_fields(read_root(path, problems), SITE_READERS, zone, _SYNONYMS | {"name": "title"})
    problems += (f"{path}:{error.line + 1}: {error}" for error in wrong)
    return Site(**values)


def read_folders(key: str, node: yaml.Node, zone: tzinfo) -> tuple[str, ...]:
    """Give the names of folders to publish; none that leads out of the content folder, or to the newsroom's own."""
    names = read_texts(key, node, zone)
    for name in names:
        if "/" in name or "\\" in name or name.startswith(".") or name.lower() in _UNPUBLISHED or not name:
            raise FieldError(f"{key}: {name!r} is no folder that can be published: write a name such as images", node)
    return names


def _wrong_parents(categories: Mapping[str, Category]) -> Iterator[str]:
    for slug, category in categories.items():
        seen = {slug}
        parent = category.parent
        while parent in categories and parent not in seen:
            seen.add(parent)
            parent = categories[parent].parent
        if parent in seen:
            yield f"{slug} stands above itself: mend the parents of {', '.join(sorted(seen))}"
        elif category.parent and category.parent not in categories:
            yield f"{slug} has the parent {category.parent}, which is not in the file: add it, or write another slug"


def _items_reader(depth: int) -> ValueReader:
    def read_items(key: str, node: yaml.Node, zone: tzinfo) -> tuple[MenuItem, ...]:
        if not isinstance(node, yaml.SequenceNode) or depth > _DEEPEST_MENU:
            raise FieldError(
                f"{key} is a list of no more than {_DEEPEST_MENU} levels: begin each with - title: …", node
            )
        readers = {"title": read_text, "address": read_text, "items": _items_reader(depth + 1)}
        return tuple(_read_item(item, readers, zone) for item in node.value)

    return read_items


def _read_item(node: yaml.Node, readers: Mapping[str, ValueReader], zone: tzinfo) -> MenuItem:
    values, wrong = read_fields(node, readers, zone, _SYNONYMS | {"name": "title", "label": "title"})
    if wrong:
        raise wrong[0]
    if "title" not in values:
        raise FieldError("a line of a menu has no title: write - title: …", node)
    return MenuItem(**values)


def _texts_of(kind: type[Listed | Site]) -> dict[str, ValueReader]:
    return {field.name: read_text for field in fields(kind) if field.name != "slug"}


ENTRY_READERS: dict[type[Listed], dict[str, ValueReader]] = {
    Author: _texts_of(Author) | {"links": read_links},
    Category: _texts_of(Category),
    Tag: _texts_of(Tag) | {"aliases": read_texts},
    Series: _texts_of(Series),
    Menu: _texts_of(Menu) | {"items": _items_reader(0)},
}
"""How each field of an entry is read."""
SITE_READERS = _texts_of(Site) | {"files": read_folders, "breaking": read_breaking, "newsletter": read_newsletter}
"""How each field of `site.yaml` is read."""
