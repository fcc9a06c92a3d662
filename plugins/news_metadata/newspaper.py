"""Facts of the site as a whole, from Pelican's settings and `content/data/site.yaml`."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from .addresses import encoded
from .plain_words import language_tag


@dataclass(frozen=True, slots=True)
class Newspaper:
    """A site, as its metadata names it."""

    name: str
    """What is in its masthead."""
    tagline: str = ""
    """The line under the name."""
    language: str = "en"
    """BCP 47."""
    address: str = ""
    """Where it is published, without a slash at the end. Empty where nobody said: then nothing names a host."""
    old_address: str = ""
    """Where WordPress was at home, by which its guids begin."""
    feed_address: str = ""
    """The host that feeds name, which cannot do without one."""
    logo: str = ""
    """Address of its logo."""
    icon: str = ""
    """Address of a square picture for tabs and home screens."""
    hub: str = ""
    """Address of the WebSub hub that tells readers of feeds what is new."""
    unsorted: str = ""
    """The name of the section that is none: WordPress's Uncategorized."""

    def at_home(self, address: str) -> str:
        """Give an address for pages: absolute where the site knows its own, percent-encoded."""
        return _joined(self.address, address)

    def for_feeds(self, address: str) -> str:
        """Give an address for feeds, absolute and percent-encoded."""
        return _joined(self.feed_address, address)


def read_newspaper(settings: Mapping[str, Any]) -> Newspaper:
    """Give the facts that Pelican's settings hold; markdown_articles puts those of `site.yaml` there."""
    site = getattr(settings.get("REGISTRIES"), "site", None)
    address = (settings.get("SITEURL") or "").rstrip("/")
    old_address = (settings.get("OLD_SITE_ADDRESS") or "").rstrip("/")
    domain = (settings.get("FEED_DOMAIN") or "").rstrip("/")
    return Newspaper(
        name=settings.get("SITENAME") or "",
        tagline=settings.get("SITESUBTITLE") or "",
        language=language_tag(settings.get("DEFAULT_LANG") or "en"),
        address=address,
        old_address=old_address or address or domain,
        feed_address=address or domain or old_address,
        logo=getattr(site, "logo", ""),
        icon=getattr(site, "icon", ""),
        hub=getattr(site, "hub", ""),
        unsorted=settings.get("DEFAULT_CATEGORY") or "",
    )


def _joined(site: str, address: str) -> str:
    is_own = address.startswith("/") and not address.startswith("//")
    return site + encoded(address) if is_own else encoded(address)
