"""Sounds, films and files: one element with a plain link inside, so that nothing is lost where it cannot play."""

from collections import Counter

from .context import BodyContext
from .figures import emphasised
from .file_names import file_name
from .tree import BodyTree, Node, ancestors, attribute, closest, place_after, tag_set

_FIGURE = tag_set("figure")


def clean_players(tree: BodyTree, context: BodyContext) -> None:
    """Bring each player into the form of the dialect."""
    shared = _shared_figures(tree)
    for player in tree.find("audio, video"):
        sources = player.css("source[src]")
        address = attribute(player, "src") or next((attribute(source, "src") for source in sources), "")
        if not address:
            context.note("player without a file", player.html or "", review=True)
            player.decompose()
            continue
        for source in sources:
            if attribute(source, "src") != address:
                context.note("second format of a player", attribute(source, "src"))
        figure = closest(player, _FIGURE)
        plain = _plain_player(tree, player, address)
        if figure is None or figure.mem_id in shared:
            player.replace_with(plain, move=True)
        else:
            _put(figure, plain, tree)
    for figure in tree.find(".wp-block-file"):
        _clean_file(figure, context)


def _plain_player(tree: BodyTree, player: Node, address: str) -> Node:
    plain = tree.new(player.tag or "audio", controls="", src=address)
    if poster := attribute(player, "poster"):
        plain.attrs["poster"] = poster
    for track in player.css("track[src]"):
        plain.insert_child(track, move=True)
    link = tree.new("a", href=address)
    link.insert_child(file_name(address) or address)
    plain.insert_child(link, move=True)
    return plain


def _shared_figures(tree: BodyTree) -> frozenset[int]:
    """Give the figures that show more than one thing, by the ids of their nodes."""
    shows: Counter[int] = Counter()
    if tree.root.css_first("audio, video") is not None:
        for node in tree.find("audio, video, img"):
            shows.update(above.mem_id for above in ancestors(node) if above.tag == "figure")
    return frozenset(figure for figure, count in shows.items() if count > 1)


def _put(figure: Node, plain: Node, tree: BodyTree) -> None:
    """Put a player in place of its figure, with the caption as an emphasised paragraph behind it."""
    caption = figure.css_first("figcaption")
    place_after(figure, [plain] if caption is None else [plain, emphasised(tree, caption)])
    figure.decompose()


def _clean_file(figure: Node, context: BodyContext) -> None:
    """Leave the link to a file; the button beside it says nothing new."""
    for shown in figure.css("object"):
        shown.decompose()
    for button in figure.css("a.wp-block-file__button"):
        others = [link for link in figure.css("a[href]") if link.mem_id != button.mem_id]
        if any(attribute(link, "href") == attribute(button, "href") for link in others):
            context.note("download button beside its link", button.text())
            button.decompose()
