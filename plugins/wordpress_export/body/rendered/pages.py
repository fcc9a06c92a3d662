"""The pages of one article: WordPress leaves the mark between them in what REST gives."""

import re

from ..context import BodyContext

_MARK = re.compile(r"<!--nextpage-->")
_PARAGRAPH = re.compile(r"<(/?)p[\s>]", re.IGNORECASE)


def join_pages(text: str, context: BodyContext) -> str:
    """End the paragraph at each mark between two pages: an article is one page here."""
    if "<!--nextpage-->" not in text:
        return text
    parts: list[str] = []
    is_open = False
    for part in _MARK.split(text):
        if parts:
            context.note("page break")
            parts.append("</p>\n<p>" if is_open else "\n")
        parts.append(part.strip())
        for tag in _PARAGRAPH.finditer(part):
            is_open = not tag[1]
    return "".join(parts)
