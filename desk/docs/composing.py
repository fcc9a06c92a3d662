"""The documentation as a content folder, from which Pelican builds it like any paper."""

import json
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path

from .headings import named_headings
from .markdown_links import addresses, with_addresses
from .pages import CONTENTS, DocsPage, is_local, target_of

PICTURES = "pictures"
"""The folder of the site in which pictures are."""


def compose(project: Path, pages: Iterable[DocsPage], content: Path) -> None:
    """Write pages, menu, pictures and the site's name into a content folder, which is made anew."""
    shutil.rmtree(content, ignore_errors=True)
    places = {page.source: page for page in pages}
    for page in places.values():
        _write(content / "pages" / f"{page.address.strip('/') or 'contents'}.md", page_text(page, places))
    _write(content / "data" / "site.yaml", f"title: Broadsheet\ntagline: How it is used\nfiles:\n  - {PICTURES}\n")
    _write(content / "data" / "menus.yaml", menu(places))
    for picture in sorted({target for page in places.values() for target in _targets(page) if _is_picture(target)}):
        (content / PICTURES).mkdir(exist_ok=True)
        shutil.copyfile(project / picture, content / PICTURES / Path(picture).name)


def page_text(page: DocsPage, places: Mapping[str, DocsPage]) -> str:
    """Give a page as an article's file: front matter, and links that lead to pages of the site."""

    def change(address: str) -> str | None:
        if not is_local(address):
            return address
        target, _, anchor = target_of(page.source, address), *address.partition("#")[1:]
        if _is_picture(target):
            return target.removeprefix("docs")
        if target not in places:
            # A file of the project, which is on no page.
            return None
        return places[target].address + (f"#{anchor}" if anchor else "")

    # JSON is YAML, and its quotes hold any title.
    title = json.dumps(page.title, ensure_ascii=False)
    text = named_headings(with_addresses(page.text, change))
    return f"---\ntitle: {title}\npermalink: {page.address}\n---\n\n{text}"


def menu(places: Mapping[str, DocsPage]) -> str:
    """Give the menu: the pages of docs/ in the order of the table of contents."""
    named = dict.fromkeys(target_of(CONTENTS, address) for address in addresses(places[CONTENTS].text))
    lines = ["primary:", "  name: Contents", "  items:"]
    for source in (source for source in named if source in places and source.startswith("docs/")):
        page = places[source]
        lines += [f"    - title: {json.dumps(page.title, ensure_ascii=False)}", f"      address: {page.address}"]
    return "\n".join(lines) + "\n"


def _targets(page: DocsPage) -> list[str]:
    return [target_of(page.source, address) for address in addresses(page.text) if is_local(address)]


def _is_picture(target: str) -> bool:
    return target.startswith(f"docs/{PICTURES}/")


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
