"""Addresses and titles as Markdown holds them: readable letters of every script, and only what would break encoded."""

import re
from urllib.parse import unquote

from .escaping import ENTITY

_ENCODED_LETTERS = re.compile(r"(?:%[89A-Fa-f][0-9A-Fa-f])+")
# What comrak encodes itself, so that a second conversion gives the same Markdown; and what cannot stand in an address.
_UNSAFE = re.compile(r"[\x00-\x20\x7f<>\"\\`\[\]^{|}]")
_PLAIN = re.compile(r"[\w/:.?=#,+-]+", re.ASCII)
"""Signs that stand in a link as they are: most addresses hold no others."""
_USUAL = ("/", "http://", "https://")
_BRACES = re.compile(r"\{[a-z]+\}")
_IGNORED = re.compile(r"[\x00-\x20\x7f]+")
_WHITE_SPACE = re.compile(r"\s+")
_DEEPEST_PARENTHESES = 8
"""CommonMark asks for 32 at most; no honest address comes near."""


def is_harmless(address: str) -> bool:
    """Say whether an address may be written: not one that runs a script when it is followed.

    Browsers ignore control characters and spaces in a scheme, so they are ignored here too.
    """
    if address.startswith(_USUAL):
        return True
    address = _IGNORED.sub("", address[:200]).lower()
    if address.startswith("data:"):
        return address.startswith("data:image/") and not address.startswith("data:image/svg")
    return not address.startswith(("javascript:", "vbscript:"))


def readable(address: str) -> str:
    """Give the address with its letters decoded (`%CE%B5` is `ε`); what is not printable UTF-8 stays encoded."""
    return _ENCODED_LETTERS.sub(_decoded, address) if "%" in address else address


def _decoded(match: re.Match[str]) -> str:
    text = unquote(match[0], errors="replace")
    return text if text.isprintable() and "\ufffd" not in text else match[0]


def destination(address: str) -> str:
    """Give the address as it stands between the parentheses of a link."""
    if _PLAIN.fullmatch(address):
        return address
    address = readable(address.strip(" \t\r\n\f"))
    braces = _BRACES.match(address)
    start = braces.end() if braces else 0
    rest = address[start:]
    if not rest.isalnum():
        rest = _UNSAFE.sub(lambda match: "" if match[0] in "\t\r\n" else f"%{ord(match[0]):02X}", rest)
        if not rest.isprintable():
            rest = "".join(char if char.isprintable() else _percent(char) for char in rest)
        if not _balanced(rest):
            rest = rest.replace("(", "%28").replace(")", "%29")
        rest = ENTITY.sub("&amp;", rest)
    return address[:start] + rest


def _percent(char: str) -> str:
    return "".join(f"%{byte:02X}" for byte in char.encode("utf-8", "replace"))


def _balanced(address: str) -> bool:
    if "(" not in address and ")" not in address:
        return True
    depth = 0
    for char in address:
        if char == "(":
            depth += 1
        elif char == ")":
            depth -= 1
        if depth < 0 or depth > _DEEPEST_PARENTHESES:
            return False
    return depth == 0


def title(text: str) -> str:
    """Give a link's title as it stands behind its address, with the space before it; nothing for an empty one."""
    text = text and _WHITE_SPACE.sub(" ", text).strip()
    if not text:
        return ""
    text = ENTITY.sub("&amp;", text.replace("\\", "\\\\")).replace("<", "&lt;")
    if text.endswith("\\"):
        # cmark and comrak take a backslash before the closing quote for its escape, even one that is escaped itself.
        text = text[:-2] + "&#92;"
    return ' "{}"'.format(text.replace('"', '\\"'))


def autolink(address: str, text: str) -> str | None:
    """Give `<https://…>` when a link's text is its own address, else None."""
    if not text.startswith(("http://", "https://", "ftp://", "HTTP")) or _shown(address) != _shown(text):
        return None
    if any(char in "<> \t\n" or not char.isprintable() for char in text):
        return None
    return f"<{ENTITY.sub('&amp;', text)}>"


def embed(address: str) -> str | None:
    """Give an address as it stands alone in its paragraph, or None when it is not a whole one of the web."""
    address = address.strip(" \t\r\n\f")
    if address.startswith("//"):
        address = "https:" + address
    if not address.lower().startswith(("http://", "https://")):
        return None
    address = readable(address)
    return "<{}>".format(
        "".join(
            _percent(char) if char in "<> " or not char.isprintable() else char for char in ENTITY.sub("&amp;", address)
        )
    )


def _shown(address: str) -> str:
    return unquote(unquote(address.strip(" \t\r\n\f")))
