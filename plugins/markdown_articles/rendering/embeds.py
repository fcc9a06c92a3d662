"""An address alone in its paragraph is an embed: a card with the link, and for known providers a player behind a click.

A picture of the site's own that is linked to a known provider is an embed too: the picture is what is clicked upon.

Nothing of a third party is fetched before the reader opens the `<details>`: a lazy frame in closed details has no box,
so browsers do not load it. No JavaScript takes part.
"""

import re
from urllib.parse import unquote

from selectolax.lexbor import LexborHTMLParser, LexborNode

from .providers import Player, player_of
from .tree import figure_of, paragraph_begun_by, subject_and_caption, wrap

_ELSEWHERE = re.compile(r"\s*(?:[A-Za-z][\w+.-]*:|[/\\]\s*[/\\])")
"""How an address of another host begins."""


def make_embeds(tree: LexborHTMLParser) -> None:
    """Turn each paragraph that holds one bare address, and perhaps a caption below it, into an embed figure."""
    for link in tree.tags("a"):
        paragraph = paragraph_begun_by(link)
        if paragraph is None or not is_bare(link) or not _is_embed(paragraph):
            continue
        figure = figure_of(tree, paragraph)
        figure.attrs["class"] = "embed"
        player = player_of(link.attributes.get("href") or "")
        if player is not None:
            link.insert_before(_details_of(tree, player), move=True)


def make_posters(tree: LexborHTMLParser) -> None:
    """Turn each picture alone in its paragraph that leads to a known provider into an embed with that poster.

    A picture of another host stays what it is: to show it as a poster would tell that host of every reader.
    """
    for picture in tree.tags("img"):
        link = picture.parent
        paragraph = paragraph_begun_by(link) if link is not None and link.tag == "a" else None
        if link is None or paragraph is None or not _is_poster(picture) or subject_and_caption(paragraph) is None:
            continue
        address = link.attributes.get("href") or ""
        player = player_of(address)
        if player is not None:
            figure_of(tree, paragraph).attrs["class"] = "embed"
            link.insert_before(_details_of(tree, player, picture), move=True)
            link.insert_child(_readable(address))


def _is_poster(picture: LexborNode) -> bool:
    source = picture.attributes.get("src") or ""
    return picture.prev is None and picture.next is None and bool(source) and not _ELSEWHERE.match(source)


def _readable(address: str) -> str:
    """Give an address with its letters decoded, where it then is one that can be read."""
    plain = unquote(address, errors="replace")
    return plain if plain.isprintable() and " " not in plain and "\ufffd" not in plain else address


def is_bare(link: LexborNode) -> bool:
    """Tell whether a link shows its own address: comrak percent-encodes the one and leaves the other as typed."""
    address = link.attributes.get("href") or ""
    return address.startswith(("https://", "http://")) and unquote(link.text()) == unquote(address)


def _is_embed(paragraph: LexborNode) -> bool:
    """Tell whether nothing but a caption stands beside the address; in a list, one without a caption is a link."""
    found = subject_and_caption(paragraph)
    in_list = paragraph.parent is not None and paragraph.parent.tag == "li"
    return found is not None and (found[1] is not None or not in_list)


def _details_of(tree: LexborHTMLParser, player: Player, poster: LexborNode | None = None) -> LexborNode:
    details, summary, frame = (tree.create_node(tag) for tag in ("details", "summary", "iframe"))
    details.attrs["class"] = f"embed-player embed-{player.medium}"
    summary.insert_child(player.provider)
    if poster is not None and summary.first_child is not None:
        wrap(tree, summary.first_child, "span").insert_before(poster, move=True)
    for name, setting in (
        ("src", player.address),
        ("title", player.provider),
        ("loading", "lazy"),
        # YouTube refuses to play for a page that does not say who it is.
        ("referrerpolicy", "strict-origin-when-cross-origin"),
        ("allow", "autoplay; encrypted-media; fullscreen; picture-in-picture"),
    ):
        frame.attrs[name] = setting
    details.insert_child(summary, move=True)
    details.insert_child(frame, move=True)
    return details
