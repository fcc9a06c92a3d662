"""Sounds, films and files: one element with a plain link inside, so that nothing is lost where it cannot play."""

from .context import BodyContext
from .figures import emphasised
from .file_names import file_name
from .tree import BodyTree, Node, attribute, closest, place_after, tag_set

_FIGURE = tag_set("figure")


def clean_players(tree: BodyTree, context: BodyContext) -> None:
    """Bring each player into the form of the dialect."""
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
        _put(player, _plain_player(tree, player, address), tree)
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


def _put(player: Node, plain: Node, tree: BodyTree) -> None:
    """Put a player in place of its figure, with the caption as an emphasised paragraph behind it."""
    figure = closest(player, _FIGURE)
    if figure is None or len(figure.css("audio, video, img")) > 1:
        player.replace_with(plain, move=True)
        return
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
