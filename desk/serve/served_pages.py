"""What a browser is sent for a page: the site's own, with what the desk has to say; no file has anything of that."""

import os
import re
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from .desk_pages import bar, drafts_page, missing_page, waiting_page
from .desk_state import DeskState, Unpublished

DRAFTS = "/drafts/"
"""Where the stories are listed that are no reader's to see."""

_STYLES = re.compile(r"<style[^>]*>.*?</style>", re.DOTALL | re.IGNORECASE)
_HEAD_END = re.compile(r"</head\s*>", re.IGNORECASE)
_BODY = re.compile(r"<body[^>]*>", re.IGNORECASE)
_SUFFIXES = (".html", ".htm")


@dataclass(frozen=True, slots=True)
class Prints:
    """By what it is known whether a page is still the same."""

    all: str
    """Of all of it."""
    words: str
    """Of all but its styles."""


@dataclass(frozen=True, slots=True)
class Served:
    """A page before the desk has its say."""

    text: str
    """What it is."""
    status: int = 200
    """What the server answers."""
    unpublished: Unpublished | None = None
    """Its story, where that is no reader's to see."""


def page_at(site: Path, address: str) -> Path | None:
    """Give the file of the site at an address; None where none is there, or it would lead out of the site."""
    place = os.path.normpath(f"{site}/{address}")
    if "\0" in place or not f"{place}/".startswith(f"{site}/"):
        return None
    for file in (Path(place), Path(place, "index.html")):
        try:
            if file.is_file():
                return file
        except OSError:  # a name that no disk can hold
            return None
    return None


def served_at(state: DeskState, address: str) -> Served | None:
    """Give the page at an address, one that says that there is none included; None where a file of another kind is."""
    if state.site is None:
        return Served(waiting_page(), 503)
    page = page_at(state.site, address)
    if page is None and address == DRAFTS:
        return Served(drafts_page(state.unpublished.values()))
    if page is not None and page.suffix not in _SUFFIXES:
        return None
    try:
        if page is not None:
            place = page.relative_to(state.site).as_posix()
            return Served(_read(page), unpublished=state.unpublished.get(place))
        missing = page_at(state.site, "/404.html")
        return Served(_read(missing) if missing else missing_page(), 404)
    except OSError:  # taken away meanwhile, since another site stands now
        return Served(waiting_page(), 503)


def prints_of(state: DeskState, address: str) -> Prints:
    """Give the prints of the page that stands at an address now."""
    served = served_at(state, address)
    return _prints(served.text) if served else Prints("", "")


def with_desk(served: Served) -> str:
    """Give a page with the desk's script, which listens to what is saved, and a bar where no reader may see it."""
    prints = _prints(served.text)
    said = f'data-all="{prints.all}" data-words="{prints.words}"'
    # By its first mark a site that goes out is known to hold nothing of the desk's.
    script = f'<script data-desk-reload src="/.desk/desk.js" {said} defer></script>'
    text, found = _HEAD_END.subn(lambda end: script + end[0], served.text, count=1)
    text = text if found else script + text
    if served.unpublished is None:
        return text
    told = bar(served.unpublished)
    text, found = _BODY.subn(lambda body: body[0] + told, text, count=1)
    return text if found else told + text


def _read(page: Path) -> str:
    return page.read_text(encoding="utf-8", errors="replace")


def _prints(text: str) -> Prints:
    return Prints(_print(text), _print(_STYLES.sub("", text)))


def _print(text: str) -> str:
    return blake2b(text.encode("utf-8", "replace"), digest_size=12).hexdigest()
