"""What a page says of itself in JSON-LD, as search engine plugins write it: flat objects, their references followed."""

import json
from collections.abc import Iterator, Mapping, Sequence

from ...plain_text import plain_words

Thing = Mapping[str, object]
"""An object of schema.org's vocabulary."""
LONGEST = 1_000_000
"""Characters of one script; longer ones are no facts of an article."""
MOST = 2_000
"""Objects of a page that are looked at."""
ARTICLES = {
    *("Article", "NewsArticle", "BlogPosting", "ReportageNewsArticle", "OpinionNewsArticle", "AnalysisNewsArticle"),
    *("BackgroundNewsArticle", "ReviewNewsArticle", "TechArticle", "ScholarlyArticle", "LiveBlogPosting", "Review"),
    *("SocialMediaPosting", "AdvertiserContentArticle", "SatiricalArticle", "Report", "Recipe"),
}
PAGES = {"WebPage", "ItemPage", "AboutPage", "ContactPage", "FAQPage", "MedicalWebPage"}


class Facts:
    """The things that a page speaks of."""

    def __init__(self, scripts: Sequence[str]) -> None:
        """Read the scripts; what is no JSON says nothing."""
        self._things = [thing for script in scripts for thing in _things_in(script)][:MOST]
        self._by_id = {str(thing["@id"]): thing for thing in self._things if "@id" in thing and len(thing) > 1}

    def of_type(self, types: set[str]) -> Thing:
        """Give the first thing of one of these types, empty where there is none."""
        return next((thing for thing in self._things if types & _types(thing)), {})

    @property
    def article(self) -> Thing:
        """The article itself."""
        return self.of_type(ARTICLES)

    def text(self, thing: Thing, *names: str) -> str:
        """Give the first of these fields that is a text or has a name or an address, in plain words."""
        for name in names:
            for value in self.followed(thing.get(name)):
                told = value if isinstance(value, str) else _told(value)
                if words := plain_words(told).text if told else "":
                    return words
        return ""

    def address(self, thing: Thing, name: str) -> str:
        """Give a field that is an address, or a thing that has one."""
        for value in self.followed(thing.get(name)):
            told = value if isinstance(value, str) else value.get("@id") or value.get("url")
            if isinstance(told, str) and told:
                return told
        return ""

    def texts(self, thing: Thing, name: str) -> list[str]:
        """Give all texts of a field, those in one line with commas apart."""
        values = list(self.followed(thing.get(name)))
        several = [value if isinstance(value, str) else _told(value) for value in values]
        parted = several[0].split(",") if len(several) == 1 and name == "keywords" else several
        return [words for text in parted if text and (words := plain_words(text).text)]

    def followed(self, value: object) -> Iterator[str | Thing]:
        """Give a field's values, references by `@id` followed."""
        for one in value if isinstance(value, list) else [value]:
            if isinstance(one, dict):
                yield self._by_id.get(str(one["@id"]), one) if "@id" in one else one
            elif isinstance(one, str | int | float):
                yield str(one)


def _told(thing: Thing) -> str:
    return next((told for name in ("name", "url", "@id", "@value") if isinstance(told := thing.get(name), str)), "")


def _types(thing: Thing) -> set[str]:
    types = thing.get("@type")
    named = types if isinstance(types, list) else [types]
    return {name.rpartition("/")[2] for name in named if isinstance(name, str)}


def _things_in(script: str) -> Iterator[Thing]:
    """Give the objects of a script, the outer before the inner; without recursion, since depth has no limit."""
    if len(script) > LONGEST:
        return
    try:
        waiting: list[object] = [json.loads(script.strip().removeprefix("<![CDATA[").removesuffix("]]>"), strict=False)]
    except (ValueError, RecursionError):
        return
    seen = 0
    while waiting and seen < MOST:
        value = waiting.pop(0)
        if isinstance(value, dict):
            seen += 1
            yield value
            waiting += [inner for inner in value.values() if isinstance(inner, dict | list)]
        elif isinstance(value, list):
            waiting += value[:MOST]
