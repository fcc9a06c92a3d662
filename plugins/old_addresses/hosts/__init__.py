"""The forms in which hosts take rules: each a function from the plan to texts and warnings."""

from collections.abc import Callable, Mapping

from ..plan import Plan, Written
from .apache import apache
from .caddy import caddy
from .cloudflare import cloudflare
from .html import html
from .netlify import netlify
from .nginx import nginx
from .s3 import s3

Form = Callable[[Plan], Written]
"""Writes the rules for a host."""

FORMS: Mapping[str, Form] = {
    "html": html,
    "netlify": netlify,
    "cloudflare": cloudflare,
    "nginx": nginx,
    "caddy": caddy,
    "apache": apache,
    "s3": s3,
}
"""By their names in REDIRECTS_FOR."""

WITHOUT_QUESTIONS = frozenset({"html", "cloudflare", "s3"})
"""Forms for hosts that do not look at what the front page was asked: a script on it does."""
