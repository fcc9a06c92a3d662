"""The same pages read by trafilatura and, where it is installed, newspaper4k: body, title, author and date."""

import html
import importlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import trafilatura

from raw_form_questions import Answer, Reading
from raw_form_scores import FormScore, Score, material_of
from raw_form_words import compare
from shown_page import NONE_KNOWN, read_page
from site_truth import Item, Truth, plain
from wordpress_export.model import Article, Export, RawForm, Site, Status


@dataclass(frozen=True, slots=True)
class PeerPage:
    """What a peer reads of a page."""

    title: str
    """Plain text."""
    authors: Sequence[str]
    """Names."""
    day: str
    """As `2023-10-17`, or empty."""
    text: str
    """The body, plain text."""


def _by_trafilatura(page: str) -> PeerPage:
    document: Any = trafilatura.bare_extraction(page, include_comments=False, with_metadata=True)
    if document is None:
        return PeerPage("", (), "", "")
    authors = (document.author or "").split("; ") if document.author else ()
    return PeerPage(document.title or "", authors, document.date or "", document.text or "")


def _by_newspaper(newspaper: Any, page: str) -> PeerPage:  # noqa: ANN401  # not installed with the project
    article = newspaper.Article("https://news.example/", language="en")
    article.download(input_html=page)
    article.parse()
    day = article.publish_date.date().isoformat() if article.publish_date else ""
    return PeerPage(article.title or "", article.authors, day, article.text or "")


def _peers() -> Iterator[tuple[str, Callable[[str], PeerPage]]]:
    yield "trafilatura", _by_trafilatura
    try:
        newspaper = importlib.import_module("newspaper")
    except ImportError:
        return
    yield "newspaper4k", lambda page: _by_newspaper(newspaper, page)


def score_peers(path: Path, truth: Truth) -> list[FormScore]:
    """Give how the peers read a folder of saved pages."""
    material = material_of(path, truth)
    pages = [(item, material[item.id]) for item in truth.public if item.id in material]
    return [
        FormScore(f"{path.name} {name}", len(pages), [_score(item, page, read) for item, page in pages])
        for name, read in _peers()
    ]


def _score(item: Item, page: str, read: Callable[[str], PeerPage]) -> Score:
    given = read(page)
    title = plain(html.escape(given.title))
    # Peers give days, of the site's clock or of Greenwich's.
    days = [moment.date().isoformat() for moment in (item.clock, item.written) if moment]
    day = given.day if given.day in days else days[0]
    answers = {"title": Answer(item.title, title), "date": Answer(day, given.day)}
    if item.author in page:
        answers["authors"] = Answer([item.author], list(given.authors))
    # Players are no text, and a peer is not asked for them.
    shown = " ".join(read_page(page).words)
    body = compare(item, read_page(html.escape(given.text)).words, shown, NONE_KNOWN)
    nothing = Export(Site(""), lambda: iter(()), article_count=0)
    article = Article("post", given.title, Status.PUBLISHED, given.text)
    return Score(Reading(item, article, nothing, RawForm.PAGE, True, page), answers, body, (0, 0))
