"""The files of the pictures that a built page shows: those that nobody has fetched yet are gaps on the page."""

from pathlib import Path

from .locations import OldSite
from .pages import Page, files_at
from .verdict import Verdict

KIND = "files of pictures"


def compare_files(page: Page, where: str, old: OldSite, built: tuple[Path, Verdict]) -> None:
    """Count the pictures on a page that the old site served itself, and name those of which the output has no file."""
    output, verdict = built
    places = {
        old.place(source).partition("?")[0] for source, _ in page.around.pictures if not source.startswith("data:")
    }
    for place in sorted(place for place in places if place.startswith("/")):
        is_there = next(files_at(output, place), None) is not None
        verdict.count(KIND, 1, int(is_there))
        if not is_there:
            verdict.not_served(KIND, f"{where}: {place}")
