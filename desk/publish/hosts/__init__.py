"""Hosts: for each kind of target what it takes, and how it is brought there."""

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from typing import Any

from .cloudflare import cloudflare
from .folder import folder
from .github_pages import github_pages
from .host import Host, Order
from .netlify import netlify
from .rsync import rsync
from .s3 import s3

__all__ = ["HOSTS", "Host", "Order"]

HOSTS: Mapping[str, Callable[[Any, Order], AbstractContextManager[Host]]] = {
    "folder": folder,
    "rsync": rsync,
    "s3": s3,
    "github-pages": github_pages,
    "netlify": netlify,
    "cloudflare": cloudflare,
}
"""Open a target of each kind: from its settings and what is to be done."""
