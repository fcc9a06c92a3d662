"""A link alone in its paragraph to another page of the site points the reader to a related story."""

import re

from selectolax.lexbor import LexborHTMLParser

from .tree import paragraph_begun_by, speak, wrap

# WordPress serves uploads and everything else that is no story from /wp-content/; of other files, only those with a
# page's extension are pages.
_STORY = re.compile(r"/(?!/|wp-content/|wp-includes/)(?:[^?#]*/)?(?:[^/.?#]*|[^/?#]*\.(?:html?|php|aspx?))(?:[?#].*)?")


def make_related_stories(tree: LexborHTMLParser) -> None:
    """Put an `<aside class="related-story">` in the place of each such paragraph, outside lists."""
    for link in tree.tags("a"):
        paragraph = paragraph_begun_by(link)
        if paragraph is None or link.next is not None or not _STORY.fullmatch(link.attributes.get("href") or ""):
            continue
        in_list = paragraph.parent is not None and paragraph.parent.tag == "li"
        if not in_list and link.css_first("img") is None:
            aside = wrap(tree, link, "aside")
            aside.attrs["class"] = "related-story"
            speak(aside, paragraph)
            paragraph.replace_with(aside, move=True)
