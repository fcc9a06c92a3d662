"""Brings catalogues up to date: `python -m theme_words theme/templates theme/translations`."""

import sys
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import write_po

from .catalogue import CatalogueError, forms, read_file
from .extraction import KEYWORDS, extract

METHODS = [("**.html", f"{extract.__module__}:{extract.__name__}")]
_NO_CLOCK = datetime(2024, 1, 1, tzinfo=UTC)
"""In place of the moment of an extraction: catalogues change only where sentences do."""


def extracted(templates: Path) -> Catalog:
    """Give the sentences of all templates of a folder, in the order in which they stand there."""
    catalogue = Catalog(
        header_comment="# The sentences of the theme.", project="Broadsheet", version="1",
        msgid_bugs_address="the newsroom", last_translator="the newsroom", language_team="the newsroom",
        creation_date=_NO_CLOCK, revision_date=_NO_CLOCK, charset="utf-8", fuzzy=False,
    )  # fmt: skip
    for file, _, sentence, _, _ in extract_from_dir(str(templates), METHODS, keywords=KEYWORDS):
        catalogue.add(sentence, locations=[(file, 0)])
    return catalogue


def update(templates: Path, translations: Path) -> dict[Path, int]:
    """Write `messages.pot` and take its sentences over into each catalogue; tell how many each has to translate.

    What no template says any more is taken out.

    Raises:
        CatalogueError: a catalogue is broken.
    """
    template = extracted(templates)
    _write(translations / "messages.pot", template)
    missing = Counter[Path]()
    for path in sorted(translations.glob("*.po")):
        catalogue = read_file(path)
        catalogue.update(template, no_fuzzy_matching=True, update_creation_date=False)
        catalogue.obsolete.clear()
        _write(path, catalogue)
        missing[path] = sum(not all(forms(message.string)) for message in catalogue if message.id)
    return missing


def _write(path: Path, catalogue: Catalog) -> None:
    with path.open("wb") as file:
        write_po(file, catalogue, width=0, include_lineno=False)


def main(templates: str, translations: str) -> int:
    """Update, and say what is left to translate; give the exit status."""
    try:
        missing = update(Path(templates), Path(translations))
    except CatalogueError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    for path, count in missing.items():
        sys.stdout.write(f"{path}: {f'{count} sentences to translate' if count else 'whole'}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
