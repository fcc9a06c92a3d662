"""Code: spans between backticks, fences, and `<pre>` where the text is marked up."""

import re

from .escaping import Leaf, escape

_BACKTICKS = re.compile("`+")
_FENCE = re.compile("`{3,}")
_LANGUAGE = re.compile(r"(?:^|\s)(?:language|lang|brush)[-:]\s*([\w#+.-]+)")


def code_span(code: str, *, in_cell: bool = False) -> str:
    """Give a code span; its text has no space at either end.

    The tag stands where backticks cannot say it: a pipe after a backslash in a table's cell.
    """
    if in_cell and "|" in code:
        if "\\|" in code or code.endswith("\\"):
            return code_tag(code, in_cell=True)
        code = code.replace("|", "\\|")
    if "`" not in code:
        return f"`{code}`"
    runs = {len(run) for run in _BACKTICKS.findall(code)}
    length = next(number for number in range(1, len(runs) + 2) if number not in runs)
    ticks = "`" * length
    space = " " if code.startswith("`") or code.endswith("`") else ""
    return f"{ticks}{space}{code}{space}{ticks}"


def code_tag(code: str, *, in_cell: bool = False) -> str:
    """Give code between tags, where Markdown still reads, so that its signs are escaped."""
    code = escape(code, ">", Leaf(brackets=True, tildes=True)).replace("]", "\\]")
    return "<code>{}</code>".format(code.replace("|", "\\|") if in_cell else code)


def fence(code: str, language: str) -> str:
    """Give a fenced block; its backticks outnumber those in the code."""
    ticks = "`" * max([3, *(len(run) + 1 for run in _FENCE.findall(code))])
    return f"{ticks}{language}\n{code}\n{ticks}"


def language_of(classes: str) -> str:
    """Give the language that class names tell (`language-php`), or nothing."""
    match = _LANGUAGE.search(classes)
    return match[1] if match else ""
