"""Articles of the site itself whose bare address stands alone: WordPress shows a card with their title there."""

from .context import BodyContext
from .related_stories import can_hold_cards
from .stories.targets import numbered_story
from .tree import BodyTree, Node, children, is_white, words

_LONGEST = 2_000


def show_own_stories(tree: BodyTree, context: BodyContext) -> None:
    """Make a card of each such address (`wp_filter_pre_oembed_result`); where no title is known, it stays as it is."""
    for block in tree.find("figure.embed, p") if context.library.stories.titles else ():
        address = _address_alone(block)
        number = numbered_story(address, context.library.book, context.article.permalink) if address else 0
        title = context.library.stories.titles.get(number, "").strip()
        if title and number != context.article.id and can_hold_cards(block.parent):
            card = tree.new("aside", class_="related-story")
            link = tree.new("a", href=context.library.permalinks[number])
            link.insert_child(title)
            card.insert_child(link, move=True)
            block.replace_with(card, move=True)


def _address_alone(block: Node) -> str:
    """Give the address that is all of a block, as text or as the words of a link."""
    shown = [child for child in children(block) if not is_white(child)] if "://" in block.text()[:_LONGEST] else []
    if len(shown) != 1 or not (shown[0].is_text_node or shown[0].tag == "a"):
        return ""
    text = words(shown[0])
    return text if text.startswith(("http://", "https://")) and " " not in text and len(text) < _LONGEST else ""
