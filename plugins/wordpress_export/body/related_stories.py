"""Related stories within the text: a label and links to other articles of the site, and the boxes of plugins.

A label is one that newsrooms are known to write, or one that was learnt over the whole export (`stories.learning`). It
goes, with a note; each link stays in its place as `<aside class="related-story">`.
"""

from .context import BodyContext
from .stories.forms import cut_front, lines_of
from .stories.reading import Found, Sign, is_label, leads_on, places_of, stories_in_nodes
from .stories.targets import known_story
from .tree import (
    HEADINGS,
    BodyTree,
    Node,
    ancestors,
    attribute,
    children,
    is_white,
    replace,
    strip_edges,
    tag_set,
    words,
)

_BOXES = (
    ".irp, [class^='irp-'], [class*=' irp-'], .internal-linking-related-contents, .wp-embedded-content, .read-also,"
    " .related, .related-post, .related-posts, .related-story, .related-stories, .related-article, .related-articles,"
    " .related-link, .related-links, .related-news, .related-content, .inline-related, .story-related, .readalso,"
    " .also-read, .lire-aussi, .wp-block-related-story, .wp-block-yoast-seo-related-links, .see-also, .rel-post"
)
_PLUGIN_TITLE = ".postTitle"
"""The title in a link of Inline Related Posts or Internal Linking of Related Contents; the label is beside it."""
_BOX_TAGS = HEADINGS | tag_set("p div section article aside nav footer ul ol blockquote")
_NO_HOLDERS = tag_set("a li dt dd td th caption figcaption p h1 h2 h3 h4 h5 h6 summary")
_BLOCKS = HEADINGS | tag_set("p ul ol blockquote table")
_LABELS_ALONE = HEADINGS | {"p"}
_LANGUAGE = ("lang", "dir")
_HOLDERS = tag_set("body blockquote details")
"""Where a card may stand; a link in a list is never one."""


def open_story_boxes(tree: BodyTree, context: BodyContext) -> None:
    """Give the boxes of plugins and themes the form of the dialect, while their classes still tell them apart."""
    boxes = {box.mem_id: box for box in tree.find(_BOXES)}
    outer = {number: next((a.mem_id for a in ancestors(box) if a.mem_id in boxes), 0) for number, box in boxes.items()}
    gone: set[int] = set()
    # Outermost first, and nothing inside a box that was opened is touched again.
    for number, box in boxes.items():
        if outer[number] in gone or _open_box(tree, box, context):
            gone.add(number)


def _open_box(tree: BodyTree, box: Node, context: BodyContext) -> bool:
    """Put cards in a box's place; tell whether it is done with."""
    if box.tag == "aside" and attribute(box, "class") == "related-story" and _is_one_link(box):
        return True
    if box.tag not in _BOX_TAGS or any(above.tag in _NO_HOLDERS for above in ancestors(box)):
        return False
    has_titles = box.css_first(_PLUGIN_TITLE) is not None
    found = _titles_in(tree, box, context) if has_titles else stories_in_nodes(children(box), context, Sign.BOX)
    if found is not None:
        replace(box, _cards(tree, box, found, context))
    elif box.tag == "aside" or "wp-embedded-content" in attribute(box, "class"):
        del box.attrs["class"]
    return found is not None


def _is_one_link(box: Node) -> bool:
    only = box.first_child
    return only is not None and only.tag == "a" and only.next is None


def _titles_in(tree: BodyTree, box: Node, context: BodyContext) -> Found | None:
    """Give the stories of a plugin whose link holds label and title both."""
    # Where `wpautop` set a paragraph in the middle of the link, an HTML5 parser repeats it around nothing.
    links = [link for link in box.css("a[href]") if words(link)]
    titles = [words(title) for title in box.css(f"a[href] {_PLUGIN_TITLE}")]
    if len(titles) != len(links) or not all(leads_on(link, context) for link in links):
        return None
    found = Found(dropped=[words(box)])
    for link, title in zip(links, titles, strict=True):
        found.dropped = [found.dropped[0].replace(title, "", 1)]
        story = tree.new("a", href=attribute(link, "href"))
        story.insert_child(title)
        box.insert_child(story, move=True)
        found.links.append(story)
    return found


def mark_related_stories(tree: BodyTree, context: BodyContext) -> None:
    """Give each label with its links the form of the dialect."""
    seen: set[int] = set()
    opened: set[int] = set()
    for link in tree.find('a[href^="/"]'):
        around: list[Node] = []
        for above in ancestors(link):
            # A block of thousands of links is looked at once, and so are those around it.
            if above.mem_id in seen:
                break
            seen.add(above.mem_id)
            around.append(above)
        blocks = [block for block in reversed(around) if block.tag in _BLOCKS and can_hold_cards(block.parent)]
        if not any(_mark(tree, block, context, opened) for block in blocks) and blocks and blocks[-1].tag == "p":
            _mark_lines(tree, blocks[-1], context)


def can_hold_cards(node: Node | None) -> bool:
    """Tell whether a card may stand directly in an element."""
    while node is not None and node.tag in ("blockquote", "details"):
        node = node.parent
    return node is not None and node.tag in _HOLDERS


def _mark(tree: BodyTree, block: Node, context: BodyContext, opened: set[int]) -> bool:
    """Put cards in a block's place where it is a label with its links, or stands below a label of its own.

    `opened` holds the last card below each such label: another block of links alone goes on with them.
    """
    before = block.prev
    while before is not None and is_white(before):
        before = before.prev
    goes_on = before is not None and before.mem_id in opened
    label = "" if before is None or goes_on else _label_alone(before, context)
    found = stories_in_nodes(children(block), context, Sign.ABOVE if goes_on or label else Sign.LABEL)
    if found is None:
        return False
    if before is not None and label:
        found.dropped.insert(0, label)
        before.decompose()
    cards = _cards(tree, block, found, context)
    replace(block, cards)
    if goes_on or label:
        opened.add(cards[-1].mem_id)
    return True


def _mark_lines(tree: BodyTree, paragraph: Node, context: BodyContext) -> None:
    """Part a paragraph around each of its lines that is a label and its links."""
    lines: list[list[Node]] = [[]]
    for child in children(paragraph):
        if child.tag == "br":
            lines.append([])
        else:
            lines[-1].append(child)
    stories = [stories_in_nodes(line, context, Sign.LABEL) for line in lines] if len(lines) > 1 else []
    if not any(stories):
        return
    parts: list[Node] = []
    for line, found in zip(lines, stories, strict=True):
        if found is not None:
            parts.extend(_cards(tree, paragraph, found, context))
            continue
        if not parts or parts[-1].tag != "p":
            parts.append(tree.new("p"))
        else:
            parts[-1].insert_child(tree.new("br"), move=True)
        for node in line:
            parts[-1].insert_child(node, move=True)
    _put(paragraph, parts)


def _put(paragraph: Node, parts: list[Node]) -> None:
    """Put parts in a paragraph's place, each with its language, those without words left out."""
    for part in parts:
        if part.tag == "p":
            strip_edges(part)
            for name in _LANGUAGE:
                if mark := attribute(paragraph, name):
                    part.attrs[name] = mark
    replace(paragraph, [part for part in parts if part.first_child is not None])


def _label_alone(node: Node, context: BodyContext) -> str:
    """Give the words of a paragraph or a heading that is a label and no more."""
    lines = lines_of(children(node)) if node.tag in _LABELS_ALONE else None
    text = lines[0].before.strip() if lines and len(lines) == 1 and not lines[0].links else ""
    return text if text and is_label(text, context) else ""


def _cards(tree: BodyTree, block: Node, found: Found, context: BodyContext) -> list[Node]:
    """Give a card for each link of a block, and note what stood around it."""
    for link, front in found.fronts:
        found.dropped.append(front.strip())
        cut_front(link, len(front))
    if dropped := " ".join(" ".join(found.dropped).split()):
        context.note_change("label of a related story", dropped, "")
    return [_card(tree, link, block) for link in found.links]


def _card(tree: BodyTree, link: Node, block: Node) -> Node:
    card = tree.new("aside", class_="related-story")
    around = [link, *ancestors(link)]
    for name in _LANGUAGE:
        # The language of a wrapper that is left behind goes on with the words.
        if mark := next((mark for node in around[1 : _place(around, block)] if (mark := attribute(node, name))), ""):
            card.attrs[name] = mark
    card.insert_child(link, move=True)
    return card


def _place(around: list[Node], block: Node) -> int:
    return next((place for place, node in enumerate(around, 1) if node.mem_id == block.mem_id), len(around))


def stories_in(tree: BodyTree, context: BodyContext) -> tuple[str, ...]:
    """Give the addresses of the cards in a body that lead to public articles, in order, each once."""
    known, own = context.library.stories.addresses, places_of(context)
    cards = tree.find("aside.related-story > a[href]")
    found = dict.fromkeys(known_story(attribute(link, "href"), known) for link in cards)
    return tuple(address for address in found if address and address not in own)
