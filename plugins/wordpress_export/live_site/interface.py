"""A site's REST interface: where it is, and how what it says is asked for."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit, urlunsplit

from ..addresses import host_of, is_web_address
from ..sources.rest.answers import Json
from ..sources.rest.decoding import Broken, is_markup, values_of
from ..web import Answer, Client, ForbiddenError, SignInError, WebError
from .errors import LiveSiteError, NoInterfaceError

REL = "https://api.w.org/"
_HEADER = re.compile(r'<([^<>]{1,2000})>\s*;\s*rel="?https?://api\.w\.org/"?')
_ELEMENT = re.compile(r"<link\b[^<>]{0,2000}>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"""\b(rel|href)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))""", re.IGNORECASE)
_LANGUAGE = re.compile(r"""<html\b[^<>]{0,500}?\slang\s*=\s*["']?([A-Za-z0-9-]{2,35})""", re.IGNORECASE)
_GUESSES = ("wp-json/", "?rest_route=/", "index.php?rest_route=/")
_HOW_ELSE = (
    "It may be switched off, or the site is no WordPress. Is the address that of its front page? Otherwise make an "
    "export (Tools, Export, All content), and give the path of the saved file."
)
_SIGN_IN = "It may open to an editor (BROADSHEET_USER and BROADSHEET_APPLICATION_PASSWORD)."


class NoAnswerError(LiveSiteError):
    """Something else came than an answer of the interface."""


@dataclass(frozen=True, slots=True)
class Interface:
    """Where a site's interface is."""

    root: str
    """Its address: `https://news.example/wp-json/`, or with `?rest_route=/` where addresses are plain."""
    description: Json
    """What it says of the site."""
    language: str = ""
    """Of the front page, as its HTML says."""

    def address(self, route: str, query: Mapping[str, str | int]) -> str:
        """Give the address of a route, `wp/v2/posts`."""
        parts = urlsplit(self.root)
        asked = dict(parse_qsl(parts.query))
        if "rest_route" in asked:
            asked["rest_route"] = f"{asked['rest_route'].rstrip('/')}/{route}"
            return urlunsplit(parts._replace(query=urlencode(asked | {k: str(v) for k, v in query.items()}, safe="/,")))
        told = urlencode(query, safe=",")
        return f"{self.root.rstrip('/')}/{route}" + (f"?{told}" if told else "")


def read_answer(answer: Answer) -> list[Json]:
    """Give the objects of an answer.

    Raises NoAnswerError where it is a page, is cut off, or holds anything else.
    """
    found: list[Json] = []
    for value in values_of(answer.body):
        if isinstance(value, Broken):
            raise NoAnswerError(
                f"{answer.address} should be an answer of the REST interface, but {value.what} "
                "A plugin, a login or a protection against robots may stand before it; ask who runs the site."
            )
        if isinstance(value, dict):
            found.append(value)
    return found


def discover(client: Client, address: str) -> Interface:
    """Find the interface of the site whose front page is at an address.

    Raises NoInterfaceError, or LiveSiteError where the site itself cannot be reached.
    """
    page = _front_page(client, address)
    told = [*_told(page)] if page else []
    home = page.address if page else address
    folder = home.partition("?")[0].partition("#")[0]
    guesses = [urljoin(folder if folder.endswith("/") else f"{folder}/", guess) for guess in _GUESSES]
    refused: list[str] = []
    for root in dict.fromkeys((*told, *guesses)):
        description = _description(client, root, refused)
        if description is not None:
            found = _LANGUAGE.search(page.body[:4096].decode("utf-8", "replace")) if page else None
            return Interface(root, description, found[1] if found else "")
    how = _HOW_ELSE if not any("401" in reason or "403" in reason for reason in refused) else f"{_SIGN_IN} {_HOW_ELSE}"
    reasons = f" What came instead: {' '.join(refused[:3])}" if refused else ""
    raise NoInterfaceError(f"{address} shows no REST interface of WordPress's (wp-json).{reasons} {how}")


def _front_page(client: Client, address: str) -> Answer | None:
    """Give the front page; none where it is there but not for us: the interface may be all the same."""
    try:
        return client.fetch(address)
    except WebError as error:
        if error.answer is None:
            raise LiveSiteError(str(error)) from error
        return error.answer if error.answer.headers.get("link") else None


def _told(page: Answer) -> Iterator[str]:
    """Give where the front page says that the interface is: in a header, and in an element."""
    for found in _HEADER.finditer(page.headers.get("link", "")):
        yield urljoin(page.address, found[1])
    for element in _ELEMENT.finditer(page.body[: 1 << 20].decode("utf-8", "replace")):
        told = {name.lower(): a or b or c for name, a, b, c in _ATTRIBUTE.findall(element[0])}
        if told.get("rel", "").rstrip("/") == REL.rstrip("/") and told.get("href"):
            yield urljoin(page.address, told["href"].replace("&amp;", "&"))


def _description(client: Client, root: str, refused: list[str]) -> Json | None:
    if not is_web_address(root):
        return None
    try:
        answers = read_answer(client.fetch(root))
    except (SignInError, ForbiddenError) as error:
        refused.append(f"{error} {said(error)}".strip())
        return None
    except (WebError, NoAnswerError) as error:
        refused.append(str(error))
        return None
    description = answers[0] if answers else {}
    namespaces = description.get("namespaces")
    return description if isinstance(namespaces, list) and "wp/v2" in namespaces else None


def said(error: WebError) -> str:
    """Give what WordPress says in an error's answer; nothing where it says nothing."""
    code, message = error_of(error)
    return f"It says: {message[:200]} ({code})." if message else ""


def error_of(error: WebError) -> tuple[str, str]:
    """Give code and message of an error's answer."""
    if error.answer is None or is_markup(error.answer.body[:4096].decode("utf-8", "replace")):
        return "", ""
    try:
        told = json.loads(error.answer.body)
    except (ValueError, RecursionError):
        return "", ""
    return (str(told.get("code", "")), str(told.get("message", ""))) if isinstance(told, dict) else ("", "")


def is_at_home(root: str, address: str) -> bool:
    """Tell whether an interface is of the host that was asked for: a password goes nowhere else."""
    return host_of(urlsplit(root)) == host_of(urlsplit(address))
