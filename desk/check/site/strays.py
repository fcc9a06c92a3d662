"""Files that nothing reads, and comments of stories that are not there."""

import os
from collections.abc import Iterator

from markdown_articles.problems import unreadable
from markdown_articles.published import strays

from ..finding import Remark
from .enquiry import Enquiry
from .paper import Paper


def stray_remarks(enquiry: Enquiry) -> Iterator[tuple[str, Remark]]:
    """Give what is to be said about files that nothing reads."""
    paper = enquiry.paper
    folders = (*paper.settings.folders("ARTICLE_PATHS"), *paper.settings.folders("PAGE_PATHS"))
    shown = os.path.relpath(paper.content)
    for problem in strays(paper.content, folders) if all(folders) else ():
        file, _, said = problem.partition(": ")
        yield os.path.relpath(file, shown).replace(os.sep, "/"), Remark("file", 0, said)
    yield from _closed(paper)
    folders = ("", *(f"{folder}/" for folder in paper.settings.folders("ARTICLE_PATHS")))
    for place in paper.files:
        stem = place.removeprefix("comments/").removesuffix(".yaml")
        if place.startswith("comments/") and not any(f"{folder}{stem}.md" in paper.files for folder in folders):
            said = "no story is called so, and its comments are shown nowhere: rename it as the story, or remove it"
            yield place, Remark("comments", 0, said)


def _closed(paper: Paper) -> Iterator[tuple[str, Remark]]:
    """Say which pictures and other files are links to nothing, or closed to us."""
    for place in paper.published_files.values():
        if not os.access(f"{paper.content}/{place}", os.R_OK):
            try:
                (paper.content / place).open("rb").close()
            except OSError as error:
                yield place, Remark("file", 0, unreadable("", error).removeprefix(": "))
