"""Headings that links can lead to, under the names that GitHub gives them."""

import re
from collections import Counter

_CODE_OR_HEADING = re.compile(
    r"^(?P<fence>`{3,}|~{3,}).*?^(?P=fence)[`~]*[ \t]*$|^(?P<level>##+) (?P<words>.+?)$", re.DOTALL | re.MULTILINE
)


def named_headings(text: str) -> str:
    """Give a page's Markdown with an anchor at the start of each heading."""
    seen: Counter[str] = Counter()

    def named(found: re.Match[str]) -> str:
        if not found["words"]:
            return found[0]
        name = heading_name(found["words"])
        seen[name] += 1
        again = f"-{seen[name] - 1}" if seen[name] > 1 else ""
        return f'{found["level"]} <a id="{name}{again}"></a>{found["words"]}'

    return _CODE_OR_HEADING.sub(named, text)


def heading_name(words: str) -> str:
    """Give the anchor of a heading: its letters, digits and hyphens, small, a hyphen for each space."""
    return re.sub(r"[^\w\- ]", "", words.lower()).replace(" ", "-")
