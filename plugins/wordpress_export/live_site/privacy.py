"""What is taken out of answers before they are written: editors are told more than may lie on a disk."""

from ..sources.rest.answers import Json

PRIVATE = frozenset(
    {
        "author_email", "author_ip", "author_user_agent", "email", "user_email", "username", "capabilities",
        "extra_capabilities", "registered_date", "roles", "billing", "shipping", "meta_data",
    }
)  # fmt: skip
"""Fields about persons."""
_FACES = frozenset({"avatar_urls", "author_avatar_urls"})
"""Addresses that are made of a person's e-mail address, and can be traced back to it."""
_LOCKED = "password"
_CO_AUTHOR = "author"
"""The taxonomy whose terms' descriptions hold the authors' e-mail addresses (Co-Authors Plus)."""
_DEEPEST = 60


def without_private(thing: Json) -> dict[str, object]:
    """Give an object without what is about persons alone; of a password it says only that there is one."""
    kept = {name: _kept(name, value, _DEEPEST) for name, value in thing.items() if name not in PRIVATE}
    if kept.get("taxonomy") == _CO_AUTHOR:
        kept.pop("description", None)
    return kept


def _kept(name: str, value: object, deep: int) -> object:
    if name == _LOCKED:
        return "•" if value else ""
    if name in _FACES:
        return {}
    if not deep:
        return None
    if isinstance(value, dict):
        kept = {key: _kept(key, inner, deep - 1) for key, inner in value.items() if key not in PRIVATE}
        if kept.get("taxonomy") == _CO_AUTHOR:
            kept.pop("description", None)
        return kept
    return [_kept("", entry, deep - 1) for entry in value] if isinstance(value, list) else value
