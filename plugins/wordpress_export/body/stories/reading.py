"""Reads a block as a label and its links to other articles."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from ..context import BodyContext
from ..tree import Node, attribute
from .forms import MOST_LINKS, Line, label_in_link, lines_of
from .labels import KNOWN, is_label_shaped, is_title_like, plain_label
from .targets import is_article, path_of


class Sign(StrEnum):
    """What says that nodes are related stories."""

    LABEL = "label"
    """Nothing but a label of their own."""
    ABOVE = "above"
    """A label that stands above them."""
    BOX = "box"
    """The class of the element around them."""


@dataclass(slots=True)
class Found:
    """The related stories of a block."""

    links: list[Node] = field(default_factory=list)
    """In order."""
    dropped: list[str] = field(default_factory=list)
    """The words and signs around them."""
    fronts: list[tuple[Node, str]] = field(default_factory=list)
    """Labels inside links."""


def stories_in_nodes(nodes: Iterable[Node], context: BodyContext, sign: Sign) -> Found | None:
    """Give the stories of nodes that stand together; nothing where they hold anything else."""
    found, label = Found(), "" if sign is Sign.LABEL else ":"
    for line in lines_of(nodes) or ():
        if plain_label(line.before):
            label = _label_of(line, context, sign)
            if not label or (not line.links and found.links):
                return None
        if not all(_take(found, link, label, context) for link in line.links):
            return None
        found.dropped.extend(text.strip() for text in (line.before, *line.others))
    return found if 0 < len(found.links) <= MOST_LINKS else None


def _label_of(line: Line, context: BodyContext, sign: Sign) -> str:
    """Give the label in front of a line's links, with a sign at its end where its look parts it from them."""
    text = line.before
    if not is_label(text, context) and not (sign is Sign.BOX and is_label_shaped(text.strip())):
        return ""
    return f"{text.strip()}:" if line.is_strong or not line.links else text


def _take(found: Found, link: Node, label: str, context: BodyContext) -> bool:
    """Add a link to the stories, where it is one."""
    title = link.text()
    if not label:
        label = label_in_link(link)
        if not label or not is_label(label, context):
            return False
        found.fronts.append((link, label))
        title, label = title[len(label) :], f"{label}:"
    found.links.append(link)
    return is_title_like(title, label) and leads_on(link, context)


def is_label(text: str, context: BodyContext) -> bool:
    """Tell whether a text is a label: one that is known, or one that was learnt."""
    plain = plain_label(text)
    return plain in KNOWN or (plain in context.library.stories.labels and is_label_shaped(text.strip()))


def leads_on(link: Node, context: BodyContext) -> bool:
    """Tell whether a link leads to another article of the site."""
    address = attribute(link, "href")
    is_self = path_of(address) in places_of(context)
    return not is_self and is_article(address, context.library.stories.addresses)


def places_of(context: BodyContext) -> tuple[str, str]:
    """Give the address that the article had, and the one that it will have."""
    article = context.article
    return article.permalink, context.library.permalinks.get(article.id or 0, "")
