"""Which file holds the comments of which article: `articles/2024/11/tram.md` has `comments/2024/11/tram.yaml`."""

from collections.abc import Iterable
from pathlib import Path, PurePosixPath

FOLDER = "comments"
"""Below the content folder."""


def thread_files(content: Path) -> dict[str, Path]:
    """Give each file of comments by its place below the folder: `2024/11/tram.yaml`."""
    folder = content / FOLDER
    return {file.relative_to(folder).as_posix(): file for file in folder.rglob("*.yaml")}


def thread_place(source: str, article_folders: Iterable[str]) -> str:
    """Give the place of the comments of an article, by its own below the content folder: pages keep their `pages/`."""
    place = PurePosixPath(source)
    for folder in article_folders:
        if folder and place.is_relative_to(folder):
            place = place.relative_to(folder)
            break
    return str(place.with_name(place.stem + ".yaml"))


def leads_to(place: str, content: Path, site: tuple[Iterable[str], Iterable[str]]) -> bool:
    """Tell whether an article or a page has its comments here, published or not; `site` is folders and extensions."""
    folders, extensions = (tuple(each) for each in site)
    stem = place.removesuffix(".yaml")
    sources = (PurePosixPath(folder, f"{stem}.{end}") for folder in ("", *folders) for end in extensions)
    return any(thread_place(str(source), folders) == place and (content / source).is_file() for source in sources)
