"""A link alone in its paragraph to another page of the site points the reader to a related story."""

import re

from selectolax.lexbor import LexborHTMLParser

from .tree import speak, wrap

# WordPress serves uploads and everything else that is no story from /wp-content/; of other files, only those with a
# page's extension are pages.
_STORY = re.compile(r"/(?!/|wp-content/|wp-includes/)(?:[^?#]*/)?(?:[^/.?#]*|[^/?#]*\.(?:html?|php|aspx?))(?:[?#].*)?")


def make_related_stories(tree: LexborHTMLParser) -> None:
    """Put an `<aside class="related-story">` in the place of each such paragraph, outside lists."""
    for link in tree.css("p > a:only-child"):
        paragraph = link.parent
        if paragraph is None or link.prev is not None or link.next is not None or link.css_first("img") is not None:
            continue
        in_list = paragraph.parent is not None and paragraph.parent.tag == "li"
        if not in_list and _STORY.fullmatch(link.attrs.get("href") or ""):
            aside = wrap(tree, link, "aside")
            aside.attrs["class"] = "related-story"
            speak(aside, paragraph)
            paragraph.replace_with(aside, move=True)
