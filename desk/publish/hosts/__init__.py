"""Hosts: for each kind of target what it takes, and how it is brought there."""

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from importlib import import_module
from typing import Any

from .host import Host, Order

__all__ = ["Host", "Order", "open_host"]

Opening = Callable[[Any, Order], AbstractContextManager[Host]]
"""Opens a target: from its settings and what is to be done."""

_HOSTS: Mapping[str, str] = {
    "folder": "folder",
    "rsync": "rsync",
    "s3": "s3",
    "github-pages": "github_pages",
    "netlify": "netlify",
    "cloudflare": "cloudflare",
}
"""Module and function of each kind, brought in when it is asked for: Amazon's library alone takes half a second."""


def open_host(kind: str, target: object, order: Order) -> AbstractContextManager[Host]:
    """Open a target of a kind. Raises RefusalError and SendingError, then and later."""
    name = _HOSTS[kind]
    opening: Opening = getattr(import_module(f"{__name__}.{name}"), name)
    return opening(target, order)
