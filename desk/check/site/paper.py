"""The whole paper as a check sees it: each story with its address, the registries, and who may see what today."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from archived_comments.places import thread_place
from markdown_articles.addresses import DEFAULT_PATTERN, address_of
from markdown_articles.problems import AddressError, ReferenceNameError
from markdown_articles.registries import Registries
from old_addresses.rules import same

from ..examination import places_below
from ..facts import FileFacts, Head
from ..site_settings import SiteSettings

PUBLISHED, SCHEDULED, DRAFT, EXPIRED, PRIVATE = "published", "scheduled", "draft", "expired", "private"
HIDDEN = {SCHEDULED: "kept back until its date", DRAFT: "a draft", EXPIRED: "expired", PRIVATE: "private"}
"""What to call what readers do not see."""
_PATTERN_OF_PELICAN = "{slug}.html"


class Story(NamedTuple):
    """An article or a page."""

    place: str
    """Its file, within the content folder."""
    facts: FileFacts
    """What is known of it."""
    head: Head
    """What its head says."""
    is_page: bool
    """Whether it stands below pages/."""
    state: str
    """Who sees it today: published, scheduled, draft, expired or private."""
    address: str
    """Root-relative and decoded; empty where it can have none."""
    trouble: str
    """Why it can have none; empty where it has one."""

    @property
    def is_public(self) -> bool:
        """Whether readers see it today."""
        return self.state == PUBLISHED


@dataclass(frozen=True, eq=False)
class Paper:
    """The content folder."""

    content: Path
    """The folder."""
    settings: SiteSettings
    """What `pelicanconf.py` says."""
    registries: Registries
    """What can be read of `data/`."""
    problems: tuple[str, ...]
    """What is wrong with the registries."""
    files: Mapping[str, FileFacts]
    """What is known of each file of articles, pages and comments, by place."""
    now: datetime
    """When it is checked."""

    @cached_property
    def stories(self) -> tuple[Story, ...]:
        """All articles and pages whose heads can be read, in the order of their files."""
        placing = _Placing(self)
        return tuple(
            placing.story(place, facts, facts.head) for place, facts in self.files.items() if facts.head is not None
        )

    @cached_property
    def public(self) -> tuple[Story, ...]:
        """Those that readers see today."""
        return tuple(story for story in self.stories if story.is_public)

    @cached_property
    def unread(self) -> frozenset[str]:
        """What the slugs would be of stories whose heads cannot be read: nobody knows what they are called."""
        return frozenset(
            PurePosixPath(place).stem.casefold()
            for place, facts in self.files.items()
            if place.endswith(".md") and facts.head is None
        )

    @cached_property
    def by_place(self) -> dict[str, Story]:
        """All stories by their files."""
        return {story.place: story for story in self.stories}

    @cached_property
    def by_address(self) -> dict[str, Story]:
        """All stories by address, as addresses are compared; one that readers see counts first."""
        found: dict[str, Story] = {}
        for story in sorted(self.stories, key=_visible):
            if story.address:
                found.setdefault(same(story.address), story)
        return found

    @cached_property
    def folders(self) -> tuple[str, ...]:
        """Folders that are published as they are."""
        return tuple(dict.fromkeys((*self.settings.folders("STATIC_PATHS"), *self.registries.site.files)))

    @cached_property
    def published_files(self) -> dict[str, str]:
        """All files that are published as they are: place by address."""
        return {f"/{place}": place for folder in self.folders for place in places_below(self.content, folder, ())}

    def text_of(self, place: str) -> str:
        """Give the text of a file; empty where it cannot be read."""
        try:
            return (self.content / place).read_text(encoding="utf-8-sig", errors="replace")
        except OSError:
            return ""

    def line_in(self, place: str, words: str) -> int:
        """Give the first line of a file that holds these words; 0 where none does."""
        for number, line in enumerate(self.text_of(place).split("\n"), 1):
            if words in line:
                return number
        return 0

    def thread_of(self, story: Story) -> FileFacts | None:
        """Give what is known of a story's comments; None where it has none."""
        return self.files.get(f"comments/{thread_place(story.place, self.settings.folders('ARTICLE_PATHS'))}")


def _visible(story: Story) -> int:
    return (PUBLISHED, SCHEDULED, DRAFT, EXPIRED, PRIVATE).index(story.state)


class _Placing:
    """Gives stories their addresses, as the reader does."""

    def __init__(self, paper: Paper) -> None:
        self._paper = paper
        settings = paper.settings.named
        own = str(settings.get("ARTICLE_URL") or _PATTERN_OF_PELICAN)
        self._pattern = paper.registries.site.permalinks or (DEFAULT_PATTERN if own == _PATTERN_OF_PELICAN else own)
        self._names_count = "{category" in self._pattern or "{author" in self._pattern
        self._pages = paper.settings.folders("PAGE_PATHS")

    def story(self, place: str, facts: FileFacts, head: Head) -> Story:
        """Give an article or a page."""
        folder = next((folder for folder in self._pages if place.startswith(f"{folder}/")), None)
        shown = place if folder is None else f"pages/{place.removeprefix(f'{folder}/')}"
        address, trouble = "", ""
        try:
            address = address_of(head, shown, self._pattern, self._names(head))
        except (AddressError, ReferenceNameError) as error:
            trouble = str(error)
        return Story(
            place, facts, head, folder is not None, self._state(head, is_page=folder is not None), address, trouble
        )

    def _state(self, head: Head, *, is_page: bool) -> str:
        if head.status == PUBLISHED and head.expires is not None and head.expires <= self._paper.now:
            return EXPIRED
        waits = head.date is not None and head.date > self._paper.now and not is_page
        is_kept = waits and head.status == PUBLISHED and not self._paper.settings.named["WITH_FUTURE_DATES"]
        return SCHEDULED if is_kept else head.status

    def _names(self, head: Head) -> dict[str, str]:
        if not self._names_count:
            return {"category": "", "author": ""}
        registries, usual = self._paper.registries, str(self._paper.settings.named["DEFAULT_CATEGORY"])
        line = registries.category_line(head.categories[0].text if head.categories else usual)
        author = registries.author(head.authors[0].text).slug if head.authors else ""
        return {"category": "/".join(entry.slug for entry in line), "author": author}
