"""What most comments are: one line of plain words, whose HTML needs neither Markdown nor a sanitiser."""

import re

# It begins with a letter, so that it is no list, heading or quotation; it has no line end, and none of the signs by
# which Markdown, HTML or an address on the web can begin.
_PLAIN = re.compile(r"[^\W\d_](?:[^\W_]|[ .,;:!?()%+=&'’“”‘–—…-])*")
_ADDRESS = "www."


def html_of(text: str) -> str | None:
    """Give the HTML of a line of plain words; None for any other text, which must be read as Markdown."""
    if not _PLAIN.fullmatch(text) or _ADDRESS in text.lower() or ("&" in text and ";" in text):
        return None
    return f"<p>{text.rstrip(' ').replace('&', '&amp;')}</p>"
