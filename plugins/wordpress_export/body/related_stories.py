"""Related stories within the text: a paragraph that is a label and one link to another article of the site."""

import re

from .context import BodyContext
from .tree import BodyTree, Node, attribute, closest, replace, tag_set, words

LABELS = frozenset(
    label.casefold()
    for label in (
        "related",
        "related article",
        "related articles",
        "related news",
        "related post",
        "related posts",
        "related reading",
        "related stories",
        "related story",
        "in related news",
        "also read",
        "read also",
        "read more",
        "read next",
        "see also",
        "more on this",
        "more on this story",
        "recommended",
        "don't miss",
        "you may also like",
        "à lire aussi",
        "a lire aussi",
        "lire aussi",
        "lees ook",
        "lesen sie auch",
        "lies auch",
        "mehr zum thema",
        "leer también",
        "lea también",
        "lee también",
        "leia mais",
        "leia também",
        "leggi anche",
        "czytaj także",
        "διαβάστε επίσης",
        "διαβάστε ακόμη",
        "читайте также",
        "читайте також",
        "اقرأ أيضا",
        "اقرأ أيضًا",
        "קראו גם",
        "関連記事",
        "関連ニュース",
        "相关阅读",
        "延伸阅读",
        "延伸閱讀",
        "관련 기사",
    )
)
"""What newsrooms write before the link, in lower case and without the colon."""
_PUNCTUATION = re.compile(r"[\s:：»›>→|–—\-.!\[\](){}【】▶►•*]+$|^[\s»›→|–—\-\[\](){}【】▶►•*]+")
_BOXES = ".irp, [class*='irp-'], .related-story, .internal-linking-related-contents, .wp-block-related-story"
_LONGEST_LABEL = 40
_PARAGRAPH = tag_set("p")


def open_story_boxes(tree: BodyTree, context: BodyContext) -> None:
    """Give the boxes of plugins the form of the dialect, while their parts can still be told apart."""
    for box in tree.find(_BOXES):
        if attribute(box, "class") != "related-story":
            _mark(tree, box, context, is_box=True)


def mark_related_stories(tree: BodyTree, context: BodyContext) -> None:
    """Give each related story the form of the dialect, and note the words of its label."""
    seen: set[int] = set()
    for link in tree.find('a[href^="/"]'):
        paragraph = closest(link, _PARAGRAPH)
        # A paragraph of thousands of links is looked at once.
        if paragraph is not None and paragraph.mem_id not in seen:
            seen.add(paragraph.mem_id)
            _mark(tree, paragraph, context, is_box=False)


def _mark(tree: BodyTree, node: Node, context: BodyContext, *, is_box: bool) -> None:
    """Replace a label and its link by the story; leave anything else alone."""
    links = [link for link in node.css("a[href]") if words(link)]
    if len(links) != 1 or not _is_article(attribute(links[0], "href")) or node.css_first("img") is not None:
        return
    link = links[0]
    if link.mem_id == node.mem_id:
        return
    # The plugin Inline Related Posts has its label inside the link.
    inner_title = link.css_first(".postTitle")
    title = words(link if inner_title is None else inner_title)
    label = words(node).removesuffix(title).strip()
    if not title or not words(node).endswith(title) or not (is_box or _is_label(label)):
        return
    if label:
        context.note("label of a related story", label)
    if inner_title is not None:
        link = tree.new("a", href=attribute(link, "href"))
        link.insert_child(title)
    story = tree.new("aside", class_="related-story")
    story.insert_child(link, move=True)
    replace(node, [story])


def _is_label(text: str) -> bool:
    return len(text) <= _LONGEST_LABEL and _PUNCTUATION.sub("", text.casefold()) in LABELS


def _is_article(address: str) -> bool:
    return address.startswith("/") and not address.startswith("//") and "/wp-content/" not in address
