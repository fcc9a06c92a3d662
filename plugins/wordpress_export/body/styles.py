"""What an element's own `style` says."""

from .tree import Node


def declarations(node: Node) -> dict[str, str]:
    """Give the values in an element's `style` by property, in lower case; the last of a name counts."""
    says: dict[str, str] = {}
    for declaration in (node.attrs.get("style") or "").lower().split(";"):
        name, _, value = declaration.partition(":")
        says[name.strip()] = value.replace("!important", "").strip()
    return says
