"""What search engines ask of linked data: for each type its properties, required and recommended, and their form.

Google's pages, at https://developers.google.com/search/docs/appearance/structured-data/ followed by:

* `article` (NewsArticle and its kin): nothing is required; headline, image, dates, and authors with name and address
  are recommended;
* `breadcrumb`: two steps or more, each with position, name and item;
* `profile-page`: mainEntity with its name is required; description, image and sameAs are recommended;
* `video`: name, thumbnailUrl, uploadDate are required; description, and contentUrl or embedUrl, recommended;
* `image-license-metadata` (a picture with its credit): contentUrl is required;
* `organization`: nothing is required; name, url and logo are recommended.

Google has no page on LiveBlogPosting: the table has what https://schema.org/LiveBlogPosting is for. Left out is what a
newspaper does not know of itself (duration, postal address, numbers of followers).
"""

import json
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from typing import Any, TypeGuard

from selectolax.lexbor import LexborHTMLParser

Thing = Mapping[str, Any]
"""A thing of schema.org: its properties by name."""
Form = Callable[[Any], bool]
"""Tells whether the value of a property is as it should be; of one that is missing it is asked about None."""


def is_text(value: object) -> bool:
    """Tell whether it is words."""
    return isinstance(value, str) and bool(value.strip())


def is_address(value: object) -> bool:
    """Tell whether it is an absolute address."""
    return isinstance(value, str) and value.startswith("https://") and value.isascii() and " " not in value


def is_moment(value: object) -> bool:
    """Tell whether it is a moment with its offset."""
    try:
        return isinstance(value, str) and datetime.fromisoformat(value).tzinfo is not None
    except ValueError:
        return False


def is_picture(value: object) -> bool:
    """Tell whether it is a picture: its address, or the facts of one."""
    return is_address(value) or (_is(value, "ImageObject") and is_address(value.get("url")))


def several(form: Form) -> Form:
    """Give the form of a list with at least one thing, all of them of one form."""
    return lambda value: isinstance(value, list) and bool(value) and all(map(form, value))


def thing(*kinds: str) -> Form:
    """Give the form of a thing that has one of these types; what it lacks itself is asked elsewhere."""
    return lambda value: any(_is(value, kind) for kind in kinds)


def is_way(value: object) -> bool:
    """Tell whether it is two steps or more, numbered from 1."""
    steps = value if isinstance(value, list) else []
    return len(steps) > 1 and [step.get("position") for step in steps] == [*range(1, len(steps) + 1)]


def _is(value: object, kind: str) -> TypeGuard[Thing]:
    return isinstance(value, dict) and value.get("@type") == kind


ARTICLES = (
    "NewsArticle", "OpinionNewsArticle", "AnalysisNewsArticle", "ReviewNewsArticle", "BackgroundNewsArticle",
    "ReportageNewsArticle", "SatiricalArticle", "AdvertiserContentArticle", "LiveBlogPosting",
)  # fmt: skip
"""All types that a story may have."""

_ARTICLE: dict[str, Form] = {
    "headline": is_text,
    "description": is_text,
    "url": is_address,
    "mainEntityOfPage": is_address,
    "image": several(is_picture),
    "datePublished": is_moment,
    "dateModified": is_moment,
    "author": several(thing("Person")),
    "publisher": thing("Organization"),
}

ASKED: Mapping[str, Mapping[str, Form]] = {
    **dict.fromkeys(ARTICLES, _ARTICLE),
    "LiveBlogPosting": _ARTICLE | {"coverageStartTime": is_moment, "liveBlogUpdate": several(thing("BlogPosting"))},
    "BlogPosting": {"headline or articleBody": is_text, "datePublished": is_moment, "url": is_address},
    "CorrectionComment": {"text": is_text, "datePublished": is_moment},
    "VideoObject": {
        "name": is_text, "thumbnailUrl": is_address, "uploadDate": is_moment, "description": is_text,
        "contentUrl or embedUrl": is_address,
    },
    "AudioObject": {"name": is_text, "contentUrl or embedUrl": is_address},
    "BreadcrumbList": {"itemListElement": is_way},
    "ListItem": {"name": is_text, "item": is_address},
    "ProfilePage": {"mainEntity": thing("Person", "Organization")},
    "Person": {"name": is_text, "url": is_address},
    "Organization": {"name": is_text, "url": is_address, "logo": is_picture},
    "ImageObject": {"url": is_address, "width": bool, "height": bool},
    "WebSite": {"name": is_text, "url": is_address},
    "WebPage": {"name": is_text, "url": is_address},
    "CreativeWorkSeries": {"name": is_text, "url": is_address},
}  # fmt: skip
"""The properties of each type with their forms; `a or b` is either."""

_OF_A_PROFILE: Mapping[str, Form] = {"description": is_text, "image": is_picture, "sameAs": several(is_address)}
"""What the person whose page it is has besides."""
_OF_A_CREDIT: Mapping[str, Form] = {"contentUrl": is_address}
"""What a picture has besides, whose maker is named."""


def facts_of(page: LexborHTMLParser) -> list[Thing]:
    """Give the things that a page tells of, those within others left where they are. Raises ValueError for no JSON."""
    found = [json.loads(script.text()) for script in page.css('script[type="application/ld+json"]')]
    return [one for each in found if each["@context"] == "https://schema.org" for one in each["@graph"]]


def parts_of(thing: Thing) -> Iterator[Thing]:
    """Give a thing and all things within it."""
    yield thing
    for value in thing.values():
        for one in value if isinstance(value, list) else [value]:
            if isinstance(one, dict):
                yield from parts_of(one)


def gaps(thing: Thing) -> Iterator[tuple[str, str]]:
    """Give type and property of what a thing, or one within it, lacks or has in no good form."""
    for part in parts_of(thing):
        kind = str(part.get("@type"))
        if kind in ASKED:
            yield from _lacking(kind, part, ASKED[kind])
        # What is said of a thing elsewhere on the page is only named.
        elif set(part) != {"@id"}:
            yield kind, "@type"
        if kind == "ProfilePage":
            yield from _lacking(kind, part.get("mainEntity", {}), _OF_A_PROFILE)
        if "creditText" in part:
            yield from _lacking(kind, part, _OF_A_CREDIT)


def _lacking(kind: str, thing: Thing, asked: Mapping[str, Form]) -> Iterator[tuple[str, str]]:
    for names, form in asked.items():
        if not any(form(thing.get(name)) for name in names.split(" or ")):
            yield kind, names
