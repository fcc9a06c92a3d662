"""page/formats.js and page/yaml_lines.js in Chromium, beside what Python reads and writes."""

from datetime import UTC, datetime
from pathlib import Path
from random import Random
from typing import Any

import pytest
from playwright.sync_api import Page

from built_sites import ROOT
from markdown_articles.front_matter import Comments, Correction, FrontMatter, Status, dump, parse
from markdown_articles.yaml_lines import scalar
from random_bodies import ADDRESSES, ENTITIES, WORDS

STORIES = sorted(path for folder in ("articles", "pages") for path in (ROOT / "content" / folder).rglob("*.md"))
REGISTRIES = sorted((ROOT / "content" / "data").glob("*.yaml"))
ODD = Path(__file__).with_name("odd.md")
HARD = (
    "no", "12:30", "0x1f", "1e3", "a: b", "a #b", " ", "\n", "\t", "\x7f", "\u2028", "~", "null", "2024-11-20", "'",
    '"', "\\", "-", "? ", "\ufeff", "…",
)  # fmt: skip
LISTED = {"authors", "categories", "tags", "series", "menus"}

SAVE = """async ([format, texts, edits]) => {
  const formats = await import('./formats.js');
  const keys = await (await fetch('keys.json')).json();
  const { fromFile, toFile } = formats[format](keys);
  return texts.map((text) => toFile({ ...fromFile(text), ...edits }));
}"""


def saved(modules: Page, form: str, texts: list[str], **edits: Any) -> list[str]:  # noqa: ANN401  # a field's value
    """Give what is saved of files that were opened, with these fields edited."""
    trimmed = [text.strip().replace("\r\n", "\n") for text in texts]
    return [f"{text.strip()}\n" for text in modules.evaluate(SAVE, [form, trimmed, edits])]


def test_stories_stay(modules: Page) -> None:
    """A story that is opened and saved is the same, byte for byte."""
    texts = [path.read_text(encoding="utf-8") for path in [*STORIES, ODD]]

    assert texts == saved(modules, "articleFormat", texts)


@pytest.mark.parametrize("path", REGISTRIES, ids=lambda path: path.name)
def test_registries_stay(modules: Page, path: Path) -> None:
    """So is a registry, with its comments and in its order."""
    form = "registryFormat" if path.stem in LISTED else "recordFormat"
    text = "# Who is who\n\n" + path.read_text(encoding="utf-8")

    assert [text] == saved(modules, form, [text])


def test_new_story(modules: Page) -> None:
    """A new story is written as the migration writes it, key for key."""
    front = FrontMatter(
        title="A: new “one”", subtitle='He said "no"\\', date=datetime(2024, 11, 20, 7, 15, tzinfo=UTC),
        authors=("Nora Whitlow", "1986"), categories=("Town Hall/Budget",), image_focus="50% 30%", summary="Two\nlines",
        corrections=(Correction(datetime(2024, 11, 21, tzinfo=UTC), "It was four: 4."),), status=Status.DRAFT,
        lang="no", sticky=True, comments=Comments.CLOSED, wordpress_id=12, extra={"a": "no", "b c": "#x"},
        review=("- look",),
    )  # fmt: skip
    fields = {
        "title": front.title, "subtitle": front.subtitle, "date": "2024-11-20T07:15:00+00:00", "kicker": "",
        "authors": list(front.authors), "categories": list(front.categories), "tags": [], "image_focus": "50% 30%",
        "corrections": [{"date": "2024-11-21T00:00:00+00:00", "text": "It was four: 4."}], "status": "draft",
        "summary": front.summary, "lang": "no", "sticky": True, "noindex": False, "comments": "closed",
        "wordpress_id": 12, "extra": dict(front.extra), "review": ["- look"], "body": "Text.", "modified": "",
    }  # fmt: skip
    written = modules.evaluate(
        "async (fields) => { const { articleFormat } = await import('./formats.js');"
        " return articleFormat(await (await fetch('keys.json')).json()).toFile(fields); }",
        fields,
    )

    assert dump(front, "Text.") == written


@pytest.mark.parametrize(
    ("key", "value", "expected"),
    [
        ("title", "Other: one", "Other: one"),
        ("authors", ["Idris Calder"], ("Idris Calder",)),
        ("tags", [], ()),
        ("date", "2024-12-01T10:00:00+01:00", datetime.fromisoformat("2024-12-01T10:00:00+01:00")),
        ("sticky", True, True),
        ("status", "private", Status.PRIVATE),
        ("lang", "yes", "yes"),
        ("extra", {"c": "d"}, {"c": "d"}),
        ("expires", "", None),
        ("summary", "On\ntwo lines", "On\ntwo lines"),
    ],
)
def test_one_field(modules: Page, key: str, value: object, expected: object) -> None:
    """An edited field is read back as it was entered, and the rest is what it was."""
    texts = [path.read_text(encoding="utf-8") for path in [*STORIES, ODD]]
    for before, after in zip(texts, saved(modules, "articleFormat", texts, **{key: value}), strict=True):
        (front, body), (edited, same_body) = parse(before, "a.md"), parse(after, "a.md")
        others = {name for name in FrontMatter.__slots__ if name != key}

        assert body == same_body
        assert {name: getattr(front, name) for name in others} == {name: getattr(edited, name) for name in others}
        assert getattr(edited, key, expected) == expected


def test_section_is_moved(modules: Page) -> None:
    """Entries that are added, renamed or moved are written in their new order, the others as they stand."""
    text = "# Sections\nharbour:\n  name: Harbour # ours\nferries:\n  name: 'Ferries'\n  parent: harbour\n"
    entries = [
        {"slug": "ferries", "name": "Ferries", "parent": "harbour", "line": "Harbour/Ferries", "description": ""},
        {"slug": "quays", "name": "no", "parent": "", "line": ""},
    ]

    assert saved(modules, "registryFormat", [text], entries=entries) == [
        "# Sections\nferries:\n  name: 'Ferries'\n  parent: harbour\nquays:\n  name: \"no\"\n"
    ]


def test_names_with_dots_and_numbers(modules: Page) -> None:
    """Names that editors gave may hold dots and be numbers; a topic that is a year keeps its place."""
    text = 'tram:\n  name: Tram\n1986:\n  name: "1986"\n'
    (story,) = saved(
        modules, "articleFormat", [ODD.read_text(encoding="utf-8")], extra={"a": {"b": "c"}, "\u206017": "d"}
    )

    assert saved(modules, "registryFormat", [text]) == [text]
    assert parse(story, "odd.md")[0].extra == {"a.b": "c", "17": "d"}


def test_sections_by_their_line(modules: Page) -> None:
    """A section is offered by the names of those above it, even where somebody made a ring of them."""
    text = "a:\n  name: A\n  parent: b\nb:\n  name: B\n  parent: a\nc:\n  name: C\n  parent: b\n"
    lines = modules.evaluate(
        "async (text) => { const { registryFormat } = await import('./formats.js');"
        " const keys = await (await fetch('keys.json')).json();"
        " return registryFormat(keys).fromFile(text).entries.map(({ line }) => line); }",
        text,
    )

    assert lines == ["B/A", "A/B", "A/B/C"]


def test_scalars(modules: Page) -> None:
    """Every text is written in JavaScript as it is in Python."""
    random = Random(9)  # noqa: S311  # made-up texts, the same each time
    parts = [*WORDS, *ADDRESSES, *ENTITIES, *HARD]
    texts = parts + ["".join(random.choices(parts, k=random.randint(1, 4))) for _ in range(3000)]
    written = modules.evaluate(
        "async (texts) => { const { scalar } = await import('./yaml_lines.js'); return texts.map(scalar); }", texts
    )

    assert [scalar("a text", text) for text in texts] == written
