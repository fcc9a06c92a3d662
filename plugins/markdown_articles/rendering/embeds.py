"""An address alone in its paragraph is an embed: a card with the link, and for known providers a player behind a click.

Nothing of a third party is fetched before the reader opens the `<details>`: a lazy frame in closed details has no box,
so browsers do not load it. No JavaScript takes part.
"""

from urllib.parse import unquote

from selectolax.lexbor import LexborHTMLParser, LexborNode

from .providers import Player, player_of
from .tree import figure_of, subject_and_caption


def make_embeds(tree: LexborHTMLParser) -> None:
    """Turn each paragraph that holds one bare address, and perhaps a caption below it, into an embed figure."""
    for link in tree.css("p > a:first-child"):
        address = link.attrs.get("href") or ""
        paragraph = link.parent
        if paragraph is None or link.prev is not None or not _is_bare(link, address) or _is_in_list(paragraph):
            continue
        if subject_and_caption(paragraph) is not None:
            figure = figure_of(tree, paragraph)
            figure.attrs["class"] = "embed"
            player = player_of(address)
            if player is not None:
                link.insert_before(_details_of(tree, player), move=True)


def _is_bare(link: LexborNode, address: str) -> bool:
    """Tell whether a link shows its own address: comrak percent-encodes the one and leaves the other as typed."""
    return address.startswith(("https://", "http://")) and unquote(link.text()) == unquote(address)


def _is_in_list(paragraph: LexborNode) -> bool:
    return paragraph.parent is not None and paragraph.parent.tag == "li"


def _details_of(tree: LexborHTMLParser, player: Player) -> LexborNode:
    details, summary, frame = (tree.create_node(tag) for tag in ("details", "summary", "iframe"))
    details.attrs["class"] = f"embed-player embed-{player.medium}"
    summary.insert_child(player.provider)
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
