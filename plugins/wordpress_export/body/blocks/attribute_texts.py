"""Blocks that saved no HTML: what they showed stands in their attributes, which a plugin would have laid out.

Plugins with fields of their own (Advanced Custom Fields, Lazy Blocks, Meta Box …) keep all their words there.
"""

import json
import re
from collections.abc import Iterator, Mapping
from html import escape
from typing import Any
from urllib.parse import unquote

from ...whole_numbers import whole_number
from ..context import BodyContext
from ..file_names import is_picture
from ..paragraphs import add_paragraphs
from .delimiters import Block

_OF_FIELDS = re.compile(
    r"(?:acf|lazyblock|block-lab|genesis-custom-blocks|meta-box|mb|carbon-fields|studio|custom-blocks|wpgb)/"
)
"""Names of blocks that are made of fields."""
_VALUES = ("data", "fields")
"""Where such blocks keep their fields, when not among the attributes themselves."""
_SETTINGS = re.compile(
    r"(?:^|[._])_|class|style|css|color|colour|align|icon|anchor|uniqueid|unique_id|block_?id|client_?id|layout|font"
    r"|background|aria|shadow|width|height|mode|lock|metadata|tagname|html_?tag|form|nonce|token|password|secret|api_?key|email",
    re.IGNORECASE,
)
"""Keys whose values say how a block looks or works, or what is nobody's business."""
_WORDING = re.compile(
    r"title|heading|headline|text|content|body|description|caption|quote|question|answer|label|name|author|citation"
    r"|summary|intro|message|excerpt|note",
    re.IGNORECASE,
)
_PICTURE = re.compile(r"image|photo|picture|logo|foto|bild|img", re.IGNORECASE)
_MARKUP = re.compile(r"</?[a-z][a-z0-9]*[\s>/]", re.IGNORECASE)
_CODE = re.compile(r"\A\s*[\[{#.@]|\{[^}]*:[^}]*\}|\A(?:var|calc|rgba?)\(")
_LETTER = re.compile(r"[^\W\d_]")
_TITLE = re.compile(r"(?:title|heading|headline|question|summary)\Z", re.IGNORECASE)
_ADDRESS_KEY = re.compile(r"(?:url|link|href|src|source)\Z", re.IGNORECASE)
_ADDRESS = ("url", "link", "href", "buttonUrl", "buttonLink")
_LABEL = ("text", "buttonText", "label", "title")
_FEWEST_WORDS = 5
_FEWEST_LETTERS = 12
"""Of a text in a script without spaces."""
_MOST_VALUES = 2_000


def texts_in_attributes(block: Block, context: BodyContext) -> str:
    """Give what a block without HTML says in its attributes, as paragraphs; empty where it says nothing."""
    if _OF_FIELDS.match(block.name):
        values = next((inner for name in _VALUES if (inner := block.fields(name))), block.attributes)
        return "".join(_with_fields(key, value, context) for key, value in _flat(values))
    link = _link_of(block.attributes)
    values = {key: value for key, value in block.attributes.items() if not link or key not in (*_ADDRESS, *_LABEL)}
    return link + "".join(_meant_for_readers(key, value, context) for key, value in _flat(values))


def titles_in_attributes(block: Block) -> str:
    """Give the title of a block that shows other blocks below it, and saved nothing of its own."""
    said = ((key, block.text(key)) for key in block.attributes if _TITLE.search(key) and not _SETTINGS.search(key))
    return "".join(f"<p><strong>{text}</strong></p>" for _, text in said if _is_worded(text))


def _flat(values: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """Give each single value with the path of its keys, in order."""
    waiting: list[tuple[str, Any]] = [("", dict(values))]
    given = 0
    while waiting and given < _MOST_VALUES:
        path, value = waiting.pop()
        if isinstance(value, str) and value.startswith(("%7B", "%5B")):
            value = _unpacked(value)
        if isinstance(value, dict):
            link = _link(value)
            inner = [("link", link)] if link else [(f"{path}.{key}", item) for key, item in value.items()]
            waiting += reversed(inner)
        elif isinstance(value, list):
            waiting += [(path, item) for item in reversed(value)]
        else:
            given += 1
            yield path, value


def _unpacked(value: str) -> Any:  # noqa: ANN401  # what a plugin packed may be anything
    """Give the JSON that Lazy Blocks packs into a string, percent-encoded."""
    try:
        return json.loads(unquote(value))
    except (ValueError, RecursionError):
        return ""


def _link(value: Mapping[str, Any]) -> str:
    """Give the link that a field of links holds; empty where the object is something else."""
    address, title = value.get("url"), value.get("title")
    if not isinstance(address, str) or not isinstance(title, str) or not title or is_picture(address):
        return ""
    return _linked(address, title)


def _link_of(values: Mapping[str, Any]) -> str:
    """Give the link that a button of a plugin is: its words and its address stand side by side."""
    address = next((value for key in _ADDRESS if _is_address(value := values.get(key))), "")
    label = next((value for key in _LABEL if isinstance(value := values.get(key), str) and _is_worded(value)), "")
    return f'<p><a href="{escape(address)}">{label}</a></p>' if address and label and not is_picture(address) else ""


def _is_address(value: object) -> bool:
    return isinstance(value, str) and value.startswith(("http://", "https://", "/")) and " " not in value.strip()


def _is_worded(value: str) -> bool:
    """Whether a short value is words for readers: `Boats`, `read more`, but not `excerpt` or `h2`."""
    is_word = value[:1].isupper() or not value.isascii() or " " in value.strip() or value.endswith("?")
    return is_word and _LETTER.search(value) is not None and _CODE.search(value) is None and not _is_address(value)


def _with_fields(key: str, value: object, context: BodyContext) -> str:
    """Give the HTML of a value that an author filled in."""
    name = key.rpartition(".")[2]
    if name == "link":
        return str(value)
    if _PICTURE.search(name) and (number := whole_number(str(value))) in context.library.media:
        picture = context.library.media[number]
        return f'<figure><img src="{escape(picture.address)}" alt="{escape(picture.alt)}"></figure>'
    if not isinstance(value, str) or not _LETTER.search(value) or _SETTINGS.search(key) or _CODE.search(value):
        return ""
    if _is_address(value):
        return _shown(value)
    is_said = _WORDING.search(name) or _MARKUP.search(value) or len(value.split()) > 1
    return add_paragraphs(value, context) if is_said else ""


def _shown(address: str) -> str:
    return f'<figure><img src="{escape(address)}" alt=""></figure>' if is_picture(address) else _linked(address)


def _linked(address: str, label: str = "") -> str:
    return f'<p><a href="{escape(address)}">{escape(label or address)}</a></p>'


def _meant_for_readers(key: str, value: object, context: BodyContext) -> str:
    """Give a value that can only be meant for readers: of a block that we do not know, all else may be a setting."""
    if not isinstance(value, str) or _SETTINGS.search(key) or _CODE.search(value):
        return ""
    name = key.rpartition(".")[2]
    if _is_address(value):
        return _shown(value) if _ADDRESS_KEY.search(name) else ""
    letters = len(_LETTER.findall(value))
    is_unspaced = letters >= _FEWEST_LETTERS and not value.isascii()
    is_prose = letters > 0 and (len(value.split()) >= _FEWEST_WORDS or _MARKUP.search(value) is not None)
    is_said = _WORDING.search(name) is not None and _is_worded(value)
    return add_paragraphs(value, context) if is_prose or is_unspaced or is_said else ""
