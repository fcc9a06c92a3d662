"""What the desk knows: the site that stands, what is wrong, and which stories are no reader's to see."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

PREVIEW: Mapping[str, object] = {
    **{f"DRAFT_{name}": "drafts/{slug}/" for name in ("URL", "LANG_URL", "PAGE_URL", "PAGE_LANG_URL")},
    **{
        f"DRAFT_{name}": "drafts/{slug}/index.html"
        for name in ("SAVE_AS", "LANG_SAVE_AS", "PAGE_SAVE_AS", "PAGE_LANG_SAVE_AS")
    },
    "SITEURL": "",
    "FEED_DOMAIN": "",
    "PRODUCTION": False,
    "FAST_BUILD_EDITION": "preview",
}
"""How a preview differs from what goes out: drafts and what waits for its time are written, below /drafts/."""

Unpublished = Mapping[str, str]
"""A story that is no reader's to see, as `fast_build.story_reader.about` tells of it."""


@dataclass(slots=True)
class DeskState:
    """What the desk knows now."""

    content: Path
    """The content folder."""
    folder: Path
    """Where sites are built and kept."""
    site: Path | None = None
    """The one that is served; None before the first."""
    unpublished: dict[str, Unpublished] = field(default_factory=dict)
    """By the page's place."""
    story_problems: dict[str, list[str]] = field(default_factory=dict)
    """What is wrong with files that were saved, by file."""
    build_problems: list[str] = field(default_factory=list)
    """What made the last build fail."""
    checked_problems: list[str] = field(default_factory=list)
    """What the check says of files that were saved, although they can be built."""
    is_building: bool = False
    """Whether a whole build is going on."""
    changed: Callable[[], None] = lambda: None
    """Is called when any of it changed."""

    def problems(self) -> list[str]:
        """Give all that is wrong, once each."""
        told = [each for problems in self.story_problems.values() for each in problems]
        return list(dict.fromkeys([*told, *self.build_problems, *self.checked_problems]))

    def settings(self, last: Path | None) -> dict[str, object]:
        """Give the settings of the next build."""
        return {
            **PREVIEW,
            "PATH": str(self.content.resolve()),
            "OUTPUT_PATH": str(self.folder / "next"),
            "FAST_BUILD_LAST": str(last or ""),
        }
