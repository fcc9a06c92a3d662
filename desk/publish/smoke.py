"""What readers get after a publication: a few pages and old addresses, asked for over HTTP."""

import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import TypeVar
from urllib.parse import quote, unquote, urljoin

import httpx

from .difference import Difference
from .edition import Edition, SiteFile
from .headers import is_hashed
from .old_ways import old_ways
from .problems import CheckError

_SHOWN = 5
_PAUSE = 3.0
_MISSING = "no-such-page-0b2f6c1a/"
_ALWAYS = ("index.html", "feed/index.xml", "sitemap.xml", "robots.txt")
Thing = TypeVar("Thing")


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked for, and what should come."""

    path: str
    """The address within the site, percent-encoded."""
    digest: str = ""
    """SHA-256 of what should be sent; empty where nothing is compared."""
    leads_to: str = ""
    """Where it should lead."""
    missing: bool = False
    """Whether nothing should be there."""


def questions(edition: Edition, difference: Difference, most: int) -> list[Question]:
    """Choose what is asked: always the same for the same publication, what was sent first."""
    sent = [file for file in difference.sent if _is_asked(file)]
    others = [file for file in edition.files.values() if _is_asked(file)]
    pages = [edition.files[place] for place in _ALWAYS if place in edition.files]
    pages += _some(sent, most // 2, lambda file: file.place)
    pages += _some(others, most - most // 2, lambda file: file.place)
    pages += _some([file for file in edition.files.values() if is_hashed(file.place)], 1, lambda file: file.place)
    asked = [Question(_path(file.place), file.digest) for file in dict.fromkeys(pages)]
    ways = _some(old_ways(edition), most, lambda way: way[0])
    return [
        *asked,
        *(Question(quote(way, safe="%/"), leads_to=to) for way, to in ways),
        Question(f"/{_MISSING}", missing=True),
    ]


def _is_asked(file: SiteFile) -> bool:
    return file.place.endswith("/index.html") and not file.leads_to


def _some(things: Iterable[Thing], most: int, name: Callable[[Thing], str]) -> list[Thing]:
    """Give a few that are spread over all, and always the same ones."""
    return sorted(things, key=lambda thing: sha256(name(thing).encode()).digest())[:most]


def _path(place: str) -> str:
    return "/" + quote(place.removesuffix("index.html") if place.endswith("index.html") else place)


@dataclass(frozen=True, slots=True)
class Visit:
    """A look at the site."""

    client: httpx.Client
    """Asks."""
    base: str
    """The address of the site, without a slash at its end."""

    def wrong(self, question: Question) -> str:
        """Ask; give what is wrong with the answer, or nothing."""
        address = self.base + question.path
        try:
            answer = self.client.get(address)
        except httpx.HTTPError as error:
            return f"{address} cannot be reached: {str(error) or type(error).__name__}"
        if question.missing:
            if answer.status_code == httpx.codes.NOT_FOUND:
                return ""
            return f"{address} should be missing (404), and answers {answer.status_code}"
        if question.leads_to:
            return self._wrong_way(question, address, answer)
        return _wrong_page(question, address, answer)

    def _wrong_way(self, question: Question, address: str, answer: httpx.Response) -> str:
        location = urljoin(address, answer.headers.get("location", ""))
        wanted = urljoin(f"{self.base}/", question.leads_to)
        if answer.is_redirect and unquote(location) == unquote(wanted):
            return ""
        told = f"leads to {location}" if answer.is_redirect else f"answers {answer.status_code}"
        return f"{address} should lead to {wanted}, and {told}"


def _wrong_page(question: Question, address: str, answer: httpx.Response) -> str:
    if answer.status_code != httpx.codes.OK:
        return f"{address} answers {answer.status_code}"
    if question.digest and sha256(answer.content).hexdigest() != question.digest:
        return f"{address} is not what was sent: a cache still shows an older one, or the host changes pages"
    return ""


def look(base: str, asked: Sequence[Question], patience: float) -> None:
    """Ask for all; what is wrong is asked for again until patience ends. Raises CheckError with what stays wrong."""
    end = time.monotonic() + patience
    head = {"User-Agent": "Broadsheet", "Cache-Control": "no-cache"}
    with httpx.Client(headers=head, timeout=20, follow_redirects=False) as client:
        visit = Visit(client, base.rstrip("/"))
        while wrong := [(question, said) for question in asked if (said := visit.wrong(question))]:
            if time.monotonic() > end:
                raise CheckError(_told(base, [said for _, said in wrong]))
            asked = [question for question, _ in wrong]
            time.sleep(min(_PAUSE, max(patience / 4, 0.1)))


def _told(base: str, wrong: Sequence[str]) -> str:
    lines = [f"the site is out, but at {base} not all is as it was sent:", *(f"  {said}" for said in wrong[:_SHOWN])]
    if left := len(wrong) - _SHOWN:
        lines += [f"  … and {left} more"] if left > 0 else []
    lines.append(
        "If the address is another one, write address = … in publish.toml. If it needs time, raise patience there. "
        "If old addresses fail, let the server read its settings anew (reload = … for rsync)."
    )
    return "\n".join(lines)
