"""What a page says to search engines in the words of schema.org (JSON-LD). Facts only, no text: `head` serialises."""

from collections.abc import Iterable, Mapping
from functools import lru_cache

from .newspaper import Newspaper
from .schema_parts import Facts, correction_facts, live_facts, recording_facts
from .stories import Person, Section, Story

_KINDS: Mapping[str, str] = {
    "opinion": "OpinionNewsArticle",
    "comment": "OpinionNewsArticle",
    "column": "OpinionNewsArticle",
    "editorial": "OpinionNewsArticle",
    "analysis": "AnalysisNewsArticle",
    "review": "ReviewNewsArticle",
    "background": "BackgroundNewsArticle",
    "explainer": "BackgroundNewsArticle",
    "reportage": "ReportageNewsArticle",
    "satire": "SatiricalArticle",
    "sponsored": "AdvertiserContentArticle",
    "advertorial": "AdvertiserContentArticle",
    "live": "LiveBlogPosting",
}
"""The types of schema.org for kinds of stories; every other story is a NewsArticle."""


def graph(things: Iterable[Facts]) -> Facts:
    """Give the things of a page as one, without those that say nothing; nothing for none."""
    said = [thing for thing in things if thing]
    return {"@context": "https://schema.org", "@graph": said} if said else {}


def story_facts(story: Story, paper: Newspaper) -> Facts:
    """Give a story with all its authors, its dates with their offsets, its section and its publisher."""
    address = paper.at_home(story.address)
    facts = {
        "@type": _KINDS.get(story.kind, "NewsArticle"),
        "headline": story.title,
        "description": story.description,
        "url": address,
        "mainEntityOfPage": paper.at_home(story.canonical) or address,
        "inLanguage": story.language or paper.language,
        "datePublished": story.published.isoformat() if story.published else "",
        "dateModified": story.changed.isoformat() if story.changed else "",
        "image": _images(story, paper),
        "author": [_named(person, paper) for person in story.authors],
        "articleSection": [section.name for section in story.sections if section.name != paper.unsorted],
        "keywords": list(story.topics),
        **_part(story, paper),
        "publisher": publisher(paper),
        "isAccessibleForFree": True,
        "correction": correction_facts(story),
    }
    facts |= recording_facts(story, paper)
    if facts["@type"] == "LiveBlogPosting":
        facts |= live_facts(story, paper)
    return _said(facts)


def page_facts(page: Story, paper: Newspaper) -> Facts:
    """Give a page that is no story."""
    return _said({
        "@type": "WebPage", "name": page.title, "description": page.description, "url": paper.at_home(page.address),
        "inLanguage": page.language or paper.language, "publisher": publisher(paper),
    })  # fmt: skip


def breadcrumbs(way: Iterable[Section], paper: Newspaper) -> Facts:
    """Give the way from the front page through sections to a page, the page its last step."""
    steps = [Section(paper.name, "/"), *(step for step in way if step.name != paper.unsorted)]
    items = [
        {"@type": "ListItem", "position": place, "name": step.name, "item": paper.at_home(step.address)}
        for place, step in enumerate(steps, 1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items}


def front_facts(paper: Newspaper) -> list[Facts]:
    """Give the site and who publishes it."""
    site = {
        "@type": "WebSite", "name": paper.name, "description": paper.tagline, "url": paper.at_home("/"),
        "inLanguage": paper.language, "publisher": {"@id": _publisher_id(paper)},
    }  # fmt: skip
    return [_said(site), publisher(paper)]


def profile_facts(person: Person, paper: Newspaper) -> Facts:
    """Give the page of an author."""
    about = _named(person, paper) | {
        "description": person.bio,
        "image": paper.at_home(person.portrait) if person.portrait else "",
    }
    return {"@type": "ProfilePage", "url": about["url"], "mainEntity": _said(about)}


@lru_cache(8)
def publisher(paper: Newspaper) -> Facts:
    """Give the organisation behind the site, with its logo where it has one."""
    logo = {"@type": "ImageObject", "url": paper.at_home(paper.logo)} if paper.logo else ""
    return _said({
        "@type": "Organization", "@id": _publisher_id(paper), "name": paper.name, "url": paper.at_home("/"),
        "logo": logo,
    })  # fmt: skip


def _publisher_id(paper: Newspaper) -> str:
    return paper.at_home("/#organization")


def _named(person: Person, paper: Newspaper) -> Facts:
    return _said({
        "@type": "Person", "name": person.name, "url": paper.at_home(person.address),
        "sameAs": [address for address in (person.website, *person.links) if address.startswith("http")],
    })  # fmt: skip


def _images(story: Story, paper: Newspaper) -> list[Facts]:
    """Give the lead picture in each shape that search engines ask for; as it is where nobody made these.

    Google Images shows a credit only where `contentUrl`, too, says of which file it is.
    """
    picture = story.picture
    if not picture:
        return []
    return [
        _said({
            "@type": "ImageObject", "url": paper.at_home(each.address), "width": each.width, "height": each.height,
            "caption": picture.caption or picture.alt, "creditText": picture.credit,
            "contentUrl": paper.at_home(each.address) if picture.credit else "",
        })
        for each in (*picture.crops,) or (picture,)
    ]  # fmt: skip


def _part(story: Story, paper: Newspaper) -> Facts:
    """Give the series that a story belongs to, and which part it is."""
    if not story.part:
        return {}
    series = {"@type": "CreativeWorkSeries", "name": story.part.series.name}
    address = paper.at_home(story.part.series.address)
    return {"isPartOf": series | ({"url": address} if story.part.series.address != "/" else {}),
            "position": story.part.number}  # fmt: skip


def _said(facts: Facts) -> Facts:
    return {name: value for name, value in facts.items() if value}
