"""Pictures and other files: those that are shown and not there, and those that are there and shown nowhere."""

import re
from collections.abc import Iterator
from urllib.parse import unquote

from ..addresses import is_elsewhere, led_to
from ..facts import Use
from ..finding import Remark
from .enquiry import Enquiry
from .judge import PLACEHOLDER
from .paper import Paper, Story

_PICTURE = re.compile(r"\.(?:jpe?g|png|gif|webp|avif|svg)$", re.IGNORECASE)
_COPY = re.compile(r"-(?:\d+x\d+|scaled|rotated|e\d{10,})(?=\.\w+$)")
_ADDRESS = re.compile(r"/[^\s\"'<>()]+\.\w+")


def picture_remarks(enquiry: Enquiry) -> Iterator[tuple[str, Remark]]:
    """Give what is to be said about pictures and other files."""
    for story in enquiry.paper.stories:
        for use in (*story.head.image, *story.facts.body.files):
            if remark := _missing(enquiry, story, use):
                yield story.place, remark
    yield from _unused(enquiry.paper)


def _missing(enquiry: Enquiry, story: Story, use: Use) -> Remark | None:
    paper = enquiry.paper
    if PLACEHOLDER.match(unquote(use.text)):
        return enquiry.judge.remark(story, use)
    if is_elsewhere(use.text):
        return None
    try:
        path = led_to(use.text, story.address or "/")[0]
    except ValueError:
        return Remark("missing-file", use.line, f"{use.text[:100]!r} is no address: write /wp-content/uploads/…")
    if enquiry.standing.leads(path):
        return None
    if (paper.content / path.lstrip("/")).is_file():
        folders = ", ".join(f"{folder}/" for folder in paper.settings.folders("STATIC_PATHS"))
        return Remark("missing-file", use.line, f"{path} is not published: move it below {folders}")
    return Remark("missing-file", use.line, f"there is no file {path}: {enquiry.nearest.file_advice(path)}")


def _unused(paper: Paper) -> Iterator[tuple[str, Remark]]:
    if paper.unread:
        return  # they may show any of them
    used = set(_used(paper))
    for address, place in paper.published_files.items():
        if not _PICTURE.search(address) or address in used:
            continue
        original = _COPY.sub("", address)
        if original == address or original not in paper.published_files:
            yield place, Remark("unused-picture", 0, "nothing shows this picture: take it out if nobody needs it")


def _used(paper: Paper) -> Iterator[str]:
    """Give the addresses of files that something shows or leads to."""
    for story in paper.stories:
        for use in (*story.head.image, *story.facts.body.files, *story.facts.body.links):
            text = unquote(use.text)
            found = PLACEHOLDER.match(text)
            try:
                path = led_to(found[2] if found else use.text, f"/{story.place}" if found else story.address or "/")[0]
            except ValueError:
                continue
            yield path if path in paper.published_files else _COPY.sub("", path)
    for name in ("authors", "categories", "tags", "series", "site", "front", "menus", "addresses"):
        yield from (unquote(found) for found in _ADDRESS.findall(paper.text_of(f"data/{name}.yaml")))
