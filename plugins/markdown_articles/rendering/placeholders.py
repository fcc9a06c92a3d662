"""Pelican's own link forms, `{static}…`, `{filename}…` and the like, which Markdown writes as percent codes."""

import re

_ENCODED = re.compile(
    r'(?<==")(?:%7B|\{)(static|filename|attach|author|category|tag|index)(?:%7D|\})', flags=re.IGNORECASE
)


def restore_placeholders(html: str) -> str:
    """Give the HTML with each `%7Bstatic%7D` at the start of an address turned back into `{static}`."""
    return _ENCODED.sub(r"{\1}", html) if "%7B" in html else html
