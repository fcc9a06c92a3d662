"""What search engines were told: the fields of Yoast, Rank Math, All in One SEO and SEOPress, in one form."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from .addresses import is_web_address
from .model import Note
from .plain_text import plain_words
from .serialised import strings_in

TITLES = ("_yoast_wpseo_title", "rank_math_title", "_aioseo_title", "_aioseop_title", "_seopress_titles_title")
DESCRIPTIONS = (
    "_yoast_wpseo_metadesc",
    "rank_math_description",
    "_aioseo_description",
    "_aioseop_description",
    "_seopress_titles_desc",
)
CANONICALS = (
    "_yoast_wpseo_canonical",
    "rank_math_canonical_url",
    "_aioseop_custom_link",
    "_seopress_robots_canonical",
)
PRIMARY_CATEGORIES = ("_yoast_wpseo_primary_category", "rank_math_primary_category", "_seopress_robots_primary_cat")
NOINDEX = {"_yoast_wpseo_meta-robots-noindex": "1", "_seopress_robots_index": "yes", "_aioseop_noindex": "on"}
"""Each plugin's own word for yes."""

PERCENT = re.compile(r"%%([\w-]+)%%|(?<![\w%])%([a-z_]+)(?:\([^)%]*\))?%(?![\w%])")
"""`%%title%%` of Yoast and SEOPress, `%title%` of Rank Math."""
HASH = re.compile(r"#(post_title|site_title|separator_sa|post_excerpt_only|post_excerpt|tagline|author_name)\b")
"""All in One SEO's. Only known ones: a hash before any other word is a hashtag."""
MEANINGS = {
    "post_title": "title",
    "seo_title": "title",
    "site_title": "sitename",
    "sitetitle": "sitename",
    "separator": "sep",
    "separator_sa": "sep",
    "post_excerpt": "excerpt",
    "post_excerpt_only": "excerpt",
    "excerpt_only": "excerpt",
    "tagline": "sitedesc",
    "author_name": "name",
    "post_author": "name",
    "primary_category": "category",
    "_category_title": "category",
}
"""The plugins' names for the same thing, in Yoast's words."""


@dataclass(frozen=True, slots=True)
class SeoFields:
    """What an editor told search engines about one article."""

    title: str = ""
    """Plain text, variables expanded."""
    description: str = ""
    """The same."""
    canonical: str = ""
    """Absolute address."""
    noindex: bool = False
    """Whether search engines were to leave it out."""
    notes: tuple[Note, ...] = field(default=())
    """What was dropped."""


def read_seo(meta: Mapping[str, str], variables: Mapping[str, str]) -> SeoFields:
    """Give the fields of whichever plugin has filled them; the first that has wins.

    `variables` has what `%%title%%`, `%%sitename%%`, `%%sitedesc%%`, `%%sep%%`, `%%excerpt%%`, `%%name%%`,
    `%%category%%` and `%%page%%` stand for. A field with any other variable is dropped, and noted.
    """
    notes: list[Note] = []
    title = _expand(_first(meta, TITLES), variables, notes)
    description = _expand(_first(meta, DESCRIPTIONS), variables, notes)
    return SeoFields(title, description, _read_canonical(meta, notes), _read_noindex(meta), tuple(notes))


def _first(meta: Mapping[str, str], keys: tuple[str, ...]) -> str:
    return next((meta[key] for key in keys if meta.get(key, "").strip()), "")


def _read_canonical(meta: Mapping[str, str], notes: list[Note]) -> str:
    address = _first(meta, CANONICALS).strip()
    if address and not is_web_address(address):
        notes.append(Note("canonical address dropped", f"{address[:200]!r} is no web address"))
        return ""
    return address


def _read_noindex(meta: Mapping[str, str]) -> bool:
    return any(meta.get(key) == yes for key, yes in NOINDEX.items()) or "noindex" in strings_in(
        meta.get("rank_math_robots", "")
    )


def _expand(template: str, variables: Mapping[str, str], notes: list[Note]) -> str:
    unknown: list[str] = []

    def value(match: re.Match[str]) -> str:
        name = next(group for group in match.groups() if group)
        meaning = MEANINGS.get(name, name)
        if meaning not in variables:
            unknown.append(match[0])
        return variables.get(meaning, "")

    expanded = HASH.sub(value, PERCENT.sub(value, template)) if "%" in template or "#" in template else template
    if unknown:
        notes.append(Note("search engine text dropped", f"{template[:200]!r} has the unknown variable {unknown[0]}"))
        return ""
    return plain_words(expanded).text
