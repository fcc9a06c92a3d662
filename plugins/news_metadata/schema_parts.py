"""What the parts of a story say in the words of schema.org: entries of live coverage, corrections, films and sounds."""

from collections.abc import Iterator, Mapping
from typing import Any

from selectolax.lexbor import LexborHTMLParser, LexborNode

from .addresses import is_raster, type_of
from .newspaper import Newspaper
from .plain_words import running_words
from .stories import Story

Facts = dict[str, Any]
"""A thing of schema.org: its properties by name."""

_MOST_UPDATES = 30
"""So many entries are told, the newest: the page holds all of them, and its facts are not to weigh as much again."""

_RECORDINGS: Mapping[str, tuple[str, str]] = {
    "video": ("video", "VideoObject"),
    "film": ("video", "VideoObject"),
    "audio": ("audio", "AudioObject"),
    "podcast": ("audio", "AudioObject"),
}
"""The tag of what a story of this kind shows, which is also the property that tells of it; and the type of that."""


def live_facts(story: Story, paper: Newspaper) -> Facts:
    """Give when live coverage began, when it ended where it has, and its newest entries."""
    moments = [update.moment for update in story.coverage.updates]
    begun = min([*moments, *filter(None, [story.published])], default=None)
    return {
        "coverageStartTime": begun.isoformat() if begun else "",
        "coverageEndTime": story.coverage.end.isoformat() if story.coverage.end else "",
        "liveBlogUpdate": [
            {
                "@type": "BlogPosting",
                **({"headline": update.headline} if update.headline else {}),
                "datePublished": update.moment.isoformat(),
                "articleBody": running_words(update.html),
                "url": paper.at_home(f"{story.address}#{update.id}"),
            }
            for update in story.coverage.updates[:_MOST_UPDATES]
        ],
    }


def correction_facts(story: Story) -> list[Facts]:
    """Give what was put right in a story, and when."""
    return [
        {"@type": "CorrectionComment", "text": correction.text, "datePublished": correction.date.isoformat()}
        for correction in story.corrections
    ]


def recording_facts(story: Story, paper: Newspaper) -> Facts:
    """Give the film or the sound that a story of such a kind is about, the first in its body; nothing for any other.

    A film is told of only where it has a picture and a date: without them no search engine takes it.
    """
    tag, kind = _RECORDINGS.get(story.kind, ("", ""))
    body = LexborHTMLParser(f"<body>{story.content.content}") if tag else None
    found = next(_found(body, tag), None) if body else None
    if not found or not story.published:
        return {}
    source, node = found
    picture = _still(node, story)
    if tag == "video" and not picture:
        return {}
    told = {
        "@type": kind,
        "name": story.title,
        "description": story.description,
        "uploadDate": story.published.isoformat(),
        "thumbnailUrl": paper.at_home(picture) if picture else "",
        source: paper.at_home(_address(node)),
        "encodingFormat": type_of(_address(node)),
    }
    return {tag: {name: value for name, value in told.items() if value}}


def _found(body: LexborHTMLParser, tag: str) -> Iterator[tuple[str, LexborNode]]:
    """Give what a body plays, with the property that its address is."""
    for node in body.css(f"{tag}, .embed-{tag} > iframe[src]"):
        if _address(node):
            yield "embedUrl" if node.tag == "iframe" else "contentUrl", node


def _address(node: LexborNode) -> str:
    source = node if node.attributes.get("src") else node.css_first("source[src]")
    return (source.attributes.get("src") or "").strip() if source is not None else ""


def _still(node: LexborNode, story: Story) -> str:
    """Give the picture that stands for a film or a sound until it is played: its own, else that of the story."""
    around = node.parent
    poster = around.css_first("summary img") if node.tag == "iframe" and around is not None else None
    own = (poster.attributes.get("src") if poster is not None else node.attributes.get("poster")) or ""
    picture = own or (story.picture.address if story.picture else "")
    return picture if is_raster(picture) else ""
