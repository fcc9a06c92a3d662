"""Links and pictures in Markdown, where they are not a part of code."""

import re
from collections.abc import Callable, Iterator

_CODE_OR_LINK = re.compile(
    r"^(?P<fence>`{3,}|~{3,}).*?^(?P=fence)[`~]*[ \t]*$"
    r"|(?P<ticks>`+)(?!`).+?(?<!`)(?P=ticks)(?!`)"
    r"|(?P<image>!?)\[(?P<words>(?:[^\[\]]|\[[^\]]*\])*)\]\((?P<address>[^()\s]+)\)",
    re.DOTALL | re.MULTILINE,
)


def addresses(text: str) -> Iterator[str]:
    """Give where links and pictures lead, in order."""
    for found in _CODE_OR_LINK.finditer(text):
        if found["address"]:
            yield found["address"]


def with_addresses(text: str, change: Callable[[str], str | None]) -> str:
    """Give the text with each address changed; a link whose address becomes None is left as its words."""

    def changed(found: re.Match[str]) -> str:
        if not found["address"]:
            return found[0]
        # A picture may be what is linked.
        words, address = with_addresses(found["words"], change), change(found["address"])
        return words if address is None else f"{found['image']}[{words}]({address})"

    return _CODE_OR_LINK.sub(changed, text)
