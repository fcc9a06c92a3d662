"""What search engines were told, as Yoast shows it: what an editor typed, told from what Yoast made by itself."""

from collections.abc import Iterator

from ...addresses import decode_path, split_address
from ...plain_text import plain_words
from .answers import Json, best, inner, shown, text


def seo_fields(thing: Json) -> Iterator[tuple[str, str]]:
    """Give the fields of `yoast_head_json` under the names that the database has for them."""
    told = inner(thing, "yoast_head_json")
    title, words = text(told, "title"), plain_words(best(thing, "title")).text
    # By default it is the title, a separator, and the name of the site.
    if title and not (words and plain_words(title).text.startswith(plain_words(shown(thing, "title")).text)):
        yield "_yoast_wpseo_title", title
    if description := text(told, "description"):
        yield "_yoast_wpseo_metadesc", description
    canonical = text(told, "canonical")
    if canonical and _place(canonical) != _place(text(thing, "link")):
        yield "_yoast_wpseo_canonical", canonical
    if text(inner(told, "robots"), "index") == "noindex" and text(thing, "status") == "publish":
        yield "_yoast_wpseo_meta-robots-noindex", "1"


def _place(address: str) -> tuple[str, str]:
    parts = split_address(address)
    return (parts.netloc.removeprefix("www."), decode_path(parts.path).rstrip("/")) if parts else ("", address)
