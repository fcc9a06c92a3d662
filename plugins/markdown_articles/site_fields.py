"""Fields of `content/data/` that have fields of their own: what is breaking, the newsletter, an author's links."""

from collections.abc import Mapping
from datetime import tzinfo
from typing import Any

import yaml

from .registries import Breaking, Link, Newsletter
from .yaml_fields import read_fields
from .yaml_values import FieldError, FieldGroupError, ValueReader, read_flag, read_mapping, read_moment, read_text

_SYNONYMS = {
    "title": "text", "headline": "text", "url": "address", "link": "address", "href": "address", "end": "until",
    "expires": "until",
}  # fmt: skip
_NEWSLETTER_SYNONYMS = {
    "url": "address", "action": "address", "href": "address", "description": "text", "name": "title", "input": "field",
}  # fmt: skip


def read_breaking(key: str, node: yaml.Node, zone: tzinfo) -> Breaking:
    """Give what happens right now. Raises FieldGroupError with all that is wrong."""
    values = _read_group(key, node, zone, (BREAKING_READERS, _SYNONYMS))
    if "text" not in values:
        raise FieldError(f"{key} has no text: write text: … below it, two spaces in", node, key)
    return Breaking(**values)


def read_newsletter(key: str, node: yaml.Node, zone: tzinfo) -> Newsletter:
    """Give the newsletter. Raises FieldGroupError with all that is wrong."""
    values = _read_group(key, node, zone, (NEWSLETTER_READERS, _NEWSLETTER_SYNONYMS))
    if "address" not in values:
        raise FieldError(f"{key} has no address: write where its form is sent to, address: https://…", node, key)
    return Newsletter(**values)


def read_links(key: str, node: yaml.Node, zone: tzinfo) -> tuple[Link, ...]:
    """Give an author's places elsewhere, each with its name before it: `Mastodon: https://…`."""
    if not isinstance(node, yaml.MappingNode):
        raise FieldError(f"{key}: write each indented on a line of its own, as Mastodon: https://…", node, key)
    links = read_mapping(key, node, zone)
    for name, place in node.value:
        if not place.value.startswith(("https://", "http://", "mailto:")):
            raise FieldError(f"{key}: {place.value!r} is no address: write {name.value}: https://…", place, key)
    return tuple(Link(name, address.strip()) for name, address in links.items())


def read_address(key: str, node: yaml.Node, zone: tzinfo) -> str:
    """Give an address of the site's own, or one of the web: nothing else leads a reader anywhere."""
    address = read_text(key, node, zone).strip()
    is_own = address.startswith("/") and not address.startswith("//")
    if is_own or address.startswith(("https://", "http://")):
        return address
    raise FieldError(f"{key}: {address!r} is no address: write /2024/11/tram/ or https://…", node, key)


def _read_group(
    key: str, node: yaml.Node, zone: tzinfo, known: tuple[Mapping[str, ValueReader], Mapping[str, str]]
) -> dict[str, Any]:
    if not isinstance(node, yaml.MappingNode):
        raise FieldError(f"{key}: write its fields below it, two spaces in: {', '.join(known[0])}", node, key)
    values, wrong = read_fields(node, known[0], zone, known[1])
    if wrong:
        raise FieldGroupError(wrong)
    return values


BREAKING_READERS: dict[str, ValueReader] = {"text": read_text, "address": read_address, "until": read_moment}
"""How each field of what is breaking is read."""
NEWSLETTER_READERS: dict[str, ValueReader] = {
    "address": read_address, "title": read_text, "text": read_text, "link": read_flag, "field": read_text,
}  # fmt: skip
"""How each field of the newsletter is read."""
