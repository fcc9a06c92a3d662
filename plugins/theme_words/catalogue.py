"""The sentences of a language: a gettext catalogue, read by Babel."""

from collections.abc import Iterator
from gettext import GNUTranslations
from io import BytesIO
from pathlib import Path
from string import Formatter

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po


class CatalogueError(ValueError):
    """All that is wrong with a catalogue, each as `path:line: what, and what to do`."""

    def __init__(self, *problems: str) -> None:
        super().__init__(*problems)
        self.problems = problems

    def __str__(self) -> str:
        return "\n".join(self.problems)


def read_catalogue(path: Path) -> GNUTranslations:
    """Give the sentences of a `.po` file; those marked as fuzzy, and those not translated yet, stay English.

    Raises:
        CatalogueError: the file cannot be read, or names a field that its sentence does not have.
    """
    catalogue = read_file(path)
    if problems := tuple(_problems(path, catalogue)):
        raise CatalogueError(*problems)
    compiled = BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return GNUTranslations(compiled)


def read_file(path: Path) -> Catalog:
    """Give a `.po` file as Babel knows it.

    Raises:
        CatalogueError: the file cannot be read.
    """
    try:
        text = path.read_bytes().decode("utf-8")
    except OSError as error:
        raise CatalogueError(f"{path}: cannot be read ({error.strerror}): mend the file's rights") from None
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise CatalogueError(f"{path}:{line}: is not written in UTF-8: save the file as UTF-8") from None
    try:
        return read_po(text.splitlines(keepends=True), locale=path.stem, abort_invalid=True)
    except PoFileError as error:
        what = str(error).rpartition(" on ")[0]
        raise CatalogueError(
            f"{path}:{error.lineno + 1}: {what}: {error.line.strip()!r}; write msgid and msgstr in double quotes"
        ) from None
    except ValueError as error:  # the line of Plural-Forms
        raise CatalogueError(f"{path}:1: its header cannot be understood: {error}") from None


def fields(sentence: str) -> frozenset[str]:
    """Give the names in braces.

    Raises:
        ValueError: a brace that is not closed.
    """
    return frozenset(name for _, name, _, _ in Formatter().parse(sentence) if name is not None)


def forms(said: object) -> tuple[str, ...]:
    """Give a sentence, or each of its plural forms."""
    return tuple(map(str, said)) if isinstance(said, list | tuple) else (str(said or ""),)


def _problems(path: Path, catalogue: Catalog) -> Iterator[str]:
    for message in catalogue:
        if message.id and not message.fuzzy:
            yield from (f"{path}:{message.lineno}: {problem}" for problem in _strange_fields(message))


def _strange_fields(message: Message) -> Iterator[str]:
    known = frozenset[str]().union(*map(fields, forms(message.id)))
    for form in filter(None, forms(message.string)):
        try:
            strange = fields(form) - known
        except ValueError:
            yield f"{form!r} has a brace that is not closed: write each field as {{name}}"
            continue
        if strange:
            asked = ", ".join(f"{{{name}}}" for name in sorted(known)) or "none"
            yield f"{form!r} names {{{min(strange)}}}, which its sentence does not have: the fields are {asked}"
