"""Pages of the desk's own: the list of drafts, the one before the first build; and the bar above what is not public."""

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from jinja2 import Environment, FileSystemLoader

from .desk_state import Unpublished

FOLDER = Path(__file__).parent / "page"
"""Where their templates are, and the script."""

_GROUPS = (("scheduled", "Scheduled"), ("draft", "Drafts"), ("expired", "Expired"))

_templates = Environment(loader=FileSystemLoader(FOLDER), autoescape=True, trim_blocks=True, lstrip_blocks=True)


def drafts_page(unpublished: Iterable[Unpublished]) -> str:
    """Give the list of stories that are no reader's to see: what comes first on top."""
    stories = sorted(unpublished, key=lambda story: (story["moment"], story["title"]))
    groups = [(name, [(each, label(each)) for each in stories if each["state"] == state]) for state, name in _GROUPS]
    return _templates.get_template("drafts.html").render(groups=groups, count=len(stories))


def waiting_page() -> str:
    """Give the page that is there before the first site is."""
    return _templates.get_template("message.html").render(
        title="The paper is being built",
        text="It will be here by itself. The first time every picture is made in all its sizes, which takes longest.",
    )


def missing_page() -> str:
    """Give the page for an address without one, where the theme has none."""
    return message_page("Nothing is here", "No page of the paper has this address.")


def message_page(title: str, text: str) -> str:
    """Give a page that says something."""
    return _templates.get_template("message.html").render(title=title, text=text)


def bar(story: Unpublished) -> str:
    """Give the bar above a story that is no reader's to see."""
    return _templates.get_template("bar.html").render(story=story, label=label(story))


def label(story: Unpublished) -> str:
    """Give in words why no reader sees a story."""
    day = datetime.fromisoformat(story["moment"]).strftime("%Y-%m-%d %H:%M") if story["moment"] else ""
    return {"scheduled": f"Scheduled for {day}", "expired": f"Expired on {day}"}.get(story["state"], "Draft")
