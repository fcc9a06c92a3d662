"""The marks `<!--more-->`, `<!--noteaser-->` and `<!--nextpage-->`, which have no meaning on a page of its own."""

import re

from .context import BodyContext

# WordPress: get_extended() and WP_Query::setup_postdata().
_MARKER = re.compile(r"<!--(more|nextpage|noteaser)([^>]*?)-->")
_KINDS = {"more": "read-more mark", "nextpage": "page break", "noteaser": "read-more mark"}


def remove_markers(text: str, context: BodyContext) -> str:
    """Join what the marks parted: an article is one page here."""

    def part(marker: re.Match[str]) -> str:
        context.note(_KINDS[marker[1]], marker[2].strip())
        # Each page of an article is made into paragraphs by itself.
        return "\n\n" if marker[1] == "nextpage" else ""

    return _MARKER.sub(part, text)
