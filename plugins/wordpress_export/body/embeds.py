"""Everything shown from elsewhere, brought into the one form `<figure class="embed"><a href="…">…</a></figure>`."""

from .context import BodyContext
from .embed_forms import is_embeddable, watch_address
from .tree import BodyTree, Node, attribute, children, classes, closest, is_white, replace, strip_edges, tag_set, words

_FIGURE = tag_set("figure")
_SOCIAL_QUOTES = "blockquote.twitter-tweet, blockquote.twitter-video, blockquote.tiktok-embed, blockquote.bluesky-embed"
_SOCIAL_FRAMES = ".instagram-media[data-instgrm-permalink], .fb-post[data-href], .fb-video[data-href]"


def link_embeds(tree: BodyTree, context: BodyContext) -> None:
    """Put links in the place of players, frames and widgets."""
    _link_own_stories(tree)
    for wrapper in tree.find(".wp-block-embed__wrapper"):
        _link_saved_embed(tree, wrapper)
    for frame in tree.find("iframe"):
        _link_frame(tree, frame, context)
    for player in tree.find("object, embed"):
        _link_flash(tree, player, context)
    for widget in tree.find(_SOCIAL_FRAMES):
        _link_widget(tree, widget, context)
    for quote in tree.find(_SOCIAL_QUOTES):
        _sign_quote(tree, quote)


def make_embed(tree: BodyTree, address: str, caption: Node | None = None) -> Node:
    """Give an embed of an address, with a caption where there is one."""
    figure, link = tree.new("figure", class_="embed"), tree.new("a", href=address)
    link.insert_child(address)
    figure.insert_child(link, move=True)
    if caption is not None and words(caption):
        figure.insert_child(caption, move=True)
    return figure


def _frame_of(node: Node) -> tuple[Node, Node | None]:
    """Give what an embed takes the place of, the figure around it or itself, and its caption."""
    figure = closest(node, _FIGURE)
    if figure is None or len(figure.css("iframe, .wp-block-embed__wrapper, img")) > 1:
        return node, None
    return figure, figure.css_first("figcaption")


def _link_saved_embed(tree: BodyTree, wrapper: Node) -> None:
    """Link an embed block, which is saved with its bare address."""
    address = words(wrapper)
    if not address.startswith(("http://", "https://")) or " " in address or wrapper.css_first("iframe"):
        return
    outer, caption = _frame_of(wrapper)
    replace(outer, [make_embed(tree, watch_address(address), caption)])


def _link_frame(tree: BodyTree, frame: Node, context: BodyContext) -> None:
    address = watch_address(attribute(frame, "src"))
    if not address.startswith(("http://", "https://", "/")):
        context.note("frame without an address", frame.html or "", review=True)
        frame.decompose()
        return
    outer, caption = _frame_of(frame)
    if title := attribute(frame, "title"):
        # Screen readers hear it; as a caption it would be new to all others.
        context.note("title of a frame left behind", f"{title} ({address})")
    replace(outer, [make_embed(tree, address, caption)])


def _link_flash(tree: BodyTree, player: Node, context: BodyContext) -> None:
    """Link what a plug-in played: `<object><param name="movie"><embed></object>`; what it says beside stays."""
    if "wp-block-file__embed" in classes(player):
        # The preview of a file, whose link stands beside it.
        player.decompose()
        return
    movie = player.css_first("param[name=movie], param[name=src], embed[src]")
    given = [
        attribute(player, "src"),
        attribute(player, "data"),
        attribute(movie, "value") or attribute(movie, "src") if movie is not None else "",
    ]
    address = next((watch_address(address) for address in given if address), "")
    if not address.startswith(("http://", "https://", "/")):
        return
    if not is_embeddable(address):
        context.note("plug-in as a link", address, review=True)
    embed = make_embed(tree, address)
    if words(player):
        player.insert_before(embed, move=True)
        _open_inner_players(player)
    else:
        replace(player, [embed])


def _open_inner_players(player: Node) -> None:
    """Leave the words of players inside a player, which play the same where the outer one cannot."""
    for inner in player.css("embed, param"):
        inner.decompose()
    for inner in player.css("object object"):
        inner.unwrap(delete_empty=True)


def _link_widget(tree: BodyTree, widget: Node, context: BodyContext) -> None:
    """Link a post whose words the other site's script would have fetched."""
    address = attribute(widget, "data-instgrm-permalink") or attribute(widget, "data-href")
    if text := words(widget):
        context.note("text of an embed's placeholder", text)
    replace(widget, [make_embed(tree, address)])


def _sign_quote(tree: BodyTree, quote: Node) -> None:
    """Keep the words of a quoted post; its signature, which begins with a dash, becomes a cite."""
    cite = tree.new("cite")
    shown = [child for child in children(quote) if not is_white(child)]
    if len(shown) > 1 and shown[-1].tag == "p" and words(shown[-1]).startswith("—"):
        tree.rename(shown[-1], "cite")
        return
    for child in shown:
        if cite.first_child is not None or child.is_text_node or child.tag == "a":
            cite.insert_child(child, move=True)
    if cite.first_child is not None:
        quote.insert_child(cite, move=True)


def _link_own_stories(tree: BodyTree) -> None:
    """Turn a story of a WordPress site that a WordPress shows (`wp-embedded-content`) into a link alone."""
    for quote in tree.find("blockquote.wp-embedded-content"):
        if (link := quote.css_first("a[href]")) is not None:
            # By its class, a later step tells the site's own stories from those of others.
            paragraph = tree.new("p", class_="wp-embedded-content")
            paragraph.insert_child(link, move=True)
            replace(quote, [paragraph])
    for frame in tree.find("iframe.wp-embedded-content"):
        frame.decompose()


def embed_bare_addresses(tree: BodyTree, _context: BodyContext) -> None:
    """Make an embed of each address that stands alone in its line and has a provider (`WP_Embed::autoembed`)."""
    for paragraph in tree.find("p"):
        if "://" not in paragraph.text(deep=False):
            continue
        lines = _lines(paragraph)
        addresses = [_bare_address(line) for line in lines]
        if any(addresses):
            replace(paragraph, list(_parted(tree, lines, addresses)))


def _lines(paragraph: Node) -> list[list[Node]]:
    """Give what stands between the line breaks of a paragraph; each break belongs to the line before it."""
    lines: list[list[Node]] = [[]]
    for child in children(paragraph):
        lines[-1].append(child)
        if child.tag == "br":
            lines.append([])
    return lines


def _bare_address(line: list[Node]) -> str:
    shown = [node for node in line if not is_white(node) and node.tag != "br"]
    if len(shown) != 1 or not shown[0].is_text_node:
        return ""
    text = (shown[0].text_content or "").strip()
    is_bare = text.startswith(("http://", "https://")) and not any(character in text for character in ' \n\t<>"')
    return text if is_bare and is_embeddable(text) else ""


def _parted(tree: BodyTree, lines: list[list[Node]], addresses: list[str]) -> list[Node]:
    parts: list[Node] = []
    for line, address in zip(lines, addresses, strict=True):
        if address:
            parts.append(make_embed(tree, watch_address(address)))
            continue
        if not parts or "embed" in classes(parts[-1]):
            parts.append(tree.new("p"))
        for node in line:
            parts[-1].insert_child(node, move=True)
    for part in parts:
        strip_edges(part)
    return [part for part in parts if part.first_child is not None]
