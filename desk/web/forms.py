"""The forms of /admin/, as Sveltia's config.yml: stories, pages, the registries, and where pictures are kept."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from markdown_articles.described_fields import DescribedFile, front_matter_fields, registry_files

from .widgets import Form, Widget

ARTICLE, REGISTRY, RECORD = "broadsheet-article", "broadsheet-registry", "broadsheet-record"
"""The file formats that page/formats.js reads and writes: front matter and body; entries by slug; one mapping."""

_REGISTRIES = {
    "authors": ("People", "Person", "person"),
    "categories": ("Sections", "Section", "newsstand"),
    "tags": ("Topics", "Topic", "sell"),
    "series": ("Series", "Series", "auto_stories"),
    "menus": ("Menus", "Menu", "menu"),
    "site": ("The paper", "", "settings"),
}
"""What the files of data/ and their entries are called, and the icon. Those of media are many; the migration's."""

_BODY: Widget = {
    "name": "body",
    "label": "Text",
    "widget": "markdown",
    # The text as it stands in the file: a rich editor would write captions, embeds and notes anew, and lose some.
    "modes": ["raw"],
    "required": False,
    "hint": "Markdown. Pictures, films and notes are written as content/README.md says.",
}
_FRONT: tuple[tuple[str, str, str, str], ...] = (
    ("lead", "string", "Leads the page", "Title, file's name or address of the story."),
    ("beside", "list", "Beside it", "Stories, in order, one a line."),
    ("sections", "list", "Sections", "Their short names, in order, one a line."),
    ("hidden", "list", "Not on the front page", "Stories, one a line."),
)
_FIRST = ("title", "kicker", "subtitle", "status", "date", "authors", "categories", "tags")
"""What a form shows above the text."""

_SECOND = ("summary", "image", "image_alt", "image_caption", "image_credit", "image_focus", "kind", "series", "related")
"""What it shows right below it; what is needed seldom comes last."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a paper's files are, and what its forms must know of it."""

    content: str
    """The content folder, from the root of the repository: `content`."""
    zone: str
    """The zone in which dates are meant: `Europe/Lisbon`."""
    title: str
    """The paper's name."""
    backend: dict[str, Any]
    """Where changes are saved, in Sveltia's words."""
    years: tuple[str, ...] = ()
    """The years whose stories are shown, the newest first; empty for all."""


def configuration(place: Place) -> dict[str, Any]:
    """Give all of config.yml."""
    return {
        "backend": place.backend,
        "app_title": place.title,
        "media_folder": f"{place.content}/wp-content/uploads",
        "public_folder": "/wp-content/uploads",
        "media_libraries": {"default": {"config": {"slugify_filename": True}}},
        "slug": {"encoding": "unicode", "clean_accents": False, "timezone": "local"},
        "output": {"omit_empty_optional_fields": True},
        "editor": {"preview": False},
        "collections": [*_stories(place), _pages(place), _registries(place)],
    }


def _stories(place: Place) -> Iterator[dict[str, Any]]:
    dated = [*map(_dated, _widgets(place))]
    month = _uploads(place, "/{{year}}/{{month}}")
    if place.years:
        for year in place.years:
            yield _collection(place, f"articles-{year}", year) | month | {
                "folder": f"{place.content}/articles/{year}", "path": "{{month}}/{{slug}}", "fields": dated,
            }  # fmt: skip
    else:
        yield (
            _collection(place, "articles", "Stories") | month | {"path": "{{year}}/{{month}}/{{slug}}", "fields": dated}
        )
    yield _collection(place, "undated", "Stories without a date") | {"fields": _widgets(place)}


def _uploads(place: Place, below: str = "") -> dict[str, str]:
    """Give where pictures are put. Unless told, Sveltia puts them beside the story, where the site does not look."""
    uploads = f"wp-content/uploads{below}"
    return {"media_folder": f"/{place.content}/{uploads}", "public_folder": f"/{uploads}"}


def _collection(place: Place, name: str, label: str) -> dict[str, Any]:
    return {
        "name": name,
        "label": label,
        "label_singular": "Story",
        "icon": "article",
        "folder": f"{place.content}/articles",
        **_uploads(place),
        "format": ARTICLE,
        "identifier_field": "title",
        "slug": {"template": "{{title}}", "editable": ["create"]},
        "sortable_fields": {
            "fields": ["date", "title", "modified"],
            "default": {"field": "date", "direction": "descending"},
        },
        "view_filters": [
            {"label": "Drafts", "field": "status", "pattern": "draft"},
            {"label": "To be looked at", "field": "review.0", "pattern": "."},
        ],
    }


def _widgets(place: Place) -> list[Widget]:
    """Give the widgets of a story in the order in which an editor fills them in; a file has an order of its own."""
    form = Form("front matter", front_matter_fields(), place.zone)
    known = {widget["name"]: widget for widget in form.widgets()}
    # formats.js says published where a file says nothing, so that this is the start of a new story alone.
    known["status"] |= {"required": True, "default": "draft"}
    above, below = ([known.pop(name) for name in names] for names in (_FIRST, _SECOND))
    return [*above, _BODY, *below, *known.values()]


def _dated(widget: Widget) -> Widget:
    """Give a widget as a story in a month's folder has it: with a date."""
    return widget | {"required": True, "default": "{{now}}"} if widget["name"] == "date" else widget


def _pages(place: Place) -> dict[str, Any]:
    return {
        "name": "pages", "label": "Pages", "label_singular": "Page", "icon": "web", "folder": f"{place.content}/pages",
        "format": ARTICLE, "identifier_field": "title", "slug": "{{title}}",
        "nested": {"depth": 10, "subfolders": False}, "meta": {"path": {}}, "fields": _widgets(place),
        **_uploads(place),
    }  # fmt: skip


def _registries(place: Place) -> dict[str, Any]:
    files = [_file(place, file) for file in registry_files() if file.pattern.removesuffix(".yaml") in _REGISTRIES]
    front = {"name": "front", "label": "Front page", "icon": "view_quilt", "format": RECORD}
    fields = [_front_widget(*line) for line in _FRONT]
    files.append(front | {"file": f"{place.content}/data/front.yaml", "fields": fields})
    return {"name": "registries", "label": "The newsroom", "icon": "folder_shared", "files": files}


def _file(place: Place, file: DescribedFile) -> dict[str, Any]:
    name = file.pattern.removesuffix(".yaml")
    label, singular, icon = _REGISTRIES[name]
    shown = {"name": name, "label": label, "icon": icon, "file": f"{place.content}/data/{file.pattern}"}
    widgets = Form(name, file.fields, place.zone).widgets()
    if not file.key:
        return shown | {"format": RECORD, "fields": widgets}
    # Worked out when the file is read, and never written: Parent/Child, by which stories name a section.
    line = [{"name": "line", "widget": "hidden"}] if name == "categories" else []
    entries = {"name": "entries", "label": label, "label_singular": singular, "required": False, "widget": "list",
               "collapsed": True, "summary": "{{fields.name}}", "hint": file.help,
               "fields": [_SLUG, *widgets, *line]}  # fmt: skip
    return shown | {"format": REGISTRY, "fields": [entries]}


_SLUG: Widget = {
    "name": "slug",
    "label": "Short name",
    "widget": "string",
    "required": True,
    "hint": "The last part of the address. Others refer to it: change it with care.",
    "pattern": ["^[^/\\s]+$", "One word without spaces and /: night-tram"],
}


def _front_widget(name: str, kind: str, label: str, hint: str) -> Widget:
    return {"name": name, "label": label, "widget": kind, "hint": hint, "required": False}
