"""What is wrong with the files of `data/`, and what they name that is not there."""

from collections.abc import Iterable, Iterator

from markdown_articles.registries import MenuItem

from ..addresses import is_elsewhere, led_to
from ..finding import Remark
from ..spoken_problems import remarks_of
from .enquiry import Enquiry
from .judge import Target
from .paper import Paper


def registry_remarks(enquiry: Enquiry) -> Iterator[tuple[str, Remark]]:
    """Give what is to be said about registries."""
    paper = enquiry.paper
    for problem in paper.problems:
        path = problem.partition(".yaml")[0] + ".yaml"
        place = path.removeprefix(f"{paper.content}/")
        for remark in remarks_of([problem], path, "registry"):
            entry = remark.what.partition(" ")[0]
            yield place, remark if remark.line else remark._replace(line=paper.line_in(place, f"{entry}:"))
    yield from _pictures(enquiry)
    yield from _leads(enquiry)
    yield from _catalogue(paper)


def _pictures(enquiry: Enquiry) -> Iterator[tuple[str, Remark]]:
    paper, site = enquiry.paper, enquiry.paper.registries.site
    named = [("data/site.yaml", address) for address in (site.logo, site.icon)]
    named += [("data/authors.yaml", author.avatar) for author in paper.registries.authors.values()]
    for place, address in named:
        if address and not is_elsewhere(address) and not _is_there(enquiry, address):
            said = f"there is no file {address}: {enquiry.nearest.file_advice(address)}"
            yield place, Remark("missing-file", paper.line_in(place, address), said)


def _is_there(enquiry: Enquiry, address: str) -> bool:
    try:
        return enquiry.standing.leads(led_to(address, "/")[0])
    except ValueError:
        return False


def _leads(enquiry: Enquiry) -> Iterator[tuple[str, Remark]]:
    paper, registries = enquiry.paper, enquiry.paper.registries
    named = [("data/menus.yaml", item.address) for menu in registries.menus.values() for item in _items(menu.items)]
    for told in (registries.site.breaking, registries.site.newsletter):
        named += [("data/site.yaml", told.address)] if told else []
    for place, address in named:
        if not address or is_elsewhere(address):
            continue
        try:
            kind, said = enquiry.judge.judged(Target(*led_to(address, "/")))
        except ValueError:
            kind, said = "dead-link", f"{address!r} is no address: write /about/ or https://…"
        if kind:
            yield place, Remark(kind, paper.line_in(place, address), said)


def _items(items: Iterable[MenuItem]) -> Iterator[MenuItem]:
    for item in items:
        yield item
        yield from _items(item.items)


def _catalogue(paper: Paper) -> Iterator[tuple[str, Remark]]:
    for place, facts in paper.files.items():
        for use in facts.body.files if place.startswith("data/") else ():
            if use.text not in paper.published_files:
                said = f"speaks of {use.text}, which is not there: bring the file, or take the entry out"
                yield place, Remark("catalogue", use.line, said)
