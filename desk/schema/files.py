"""The files by which editors of text know front matter and registries: schemas, and where VS Code finds them."""

import json
from collections.abc import Iterator
from pathlib import PurePosixPath

from front_page.front_file import KEYS
from markdown_articles.described_fields import DescribedFile, front_matter_fields, registry_files

from .json_schema import DRAFT, Schema, front_matter_schema, registry_schema
from .snippets import snippets

FOLDER = ".vscode"
"""Where the files are, within the project."""

_FRONT = {
    "lead": "The story that leads the front page: its title, slug or address.",
    "beside": "Stories that stand beside it, in order.",
    "sections": "Sections that the front page has, in order: names or slugs.",
    "hidden": "Stories that are not to be on the front page.",
}
_ADDRESSES: Schema = {
    "$schema": DRAFT,
    "title": "data/addresses.yaml",
    "description": "Old addresses, each with where it leads: /old/: /new/, or /withdrawn/: gone.",
    "type": ["object", "null"],
    "patternProperties": {r"^/(?!/)[^#]*$": {"type": "string", "pattern": r"^(/|https?://|gone$)"}},
    "additionalProperties": False,
}


def schema_files() -> dict[str, str]:
    """Give the text of each file, by its place in the project."""
    schemas = dict(_schemas())
    texts = {f"{FOLDER}/schemas/{name}.json": _text(schema) for name, (_, schema) in schemas.items()}
    mapped = {f"./{FOLDER}/schemas/{name}.json": pattern for name, (pattern, _) in schemas.items()}
    texts[f"{FOLDER}/settings.json"] = _text(
        {"yaml.schemas": mapped, "[yaml]": {"editor.tabSize": 2}, "files.eol": "\n", "files.insertFinalNewline": True}
    )
    texts[f"{FOLDER}/extensions.json"] = _text({"recommendations": ["redhat.vscode-yaml"]})
    texts[f"{FOLDER}/article.code-snippets"] = _text(snippets(front_matter_fields()))
    return texts


def _schemas() -> Iterator[tuple[str, tuple[list[str], Schema]]]:
    """Give the name of each schema with the files that it is for, and the schema."""
    texts = ["content/articles/**/*.md", "content/pages/**/*.md"]
    yield "front-matter", (texts, front_matter_schema(front_matter_fields()))
    for file in registry_files():
        yield _name(file), ([f"content/data/{file.pattern}"], registry_schema(file))
    yield "front", (["content/data/front.yaml"], _front())
    yield "addresses", (["content/data/addresses.yaml"], _ADDRESSES)


def _name(file: DescribedFile) -> str:
    place = PurePosixPath(file.pattern)
    return place.parent.name if "*" in place.name else place.stem


def _front() -> Schema:
    one = {"type": ["string", "null"]}
    either = {"anyOf": [one, {"type": "array", "items": one}]}
    return {
        "$schema": DRAFT,
        "title": "data/front.yaml",
        "description": "What editors want on the front page; it ranks stories by itself otherwise.",
        "type": ["object", "null"],
        "properties": {key: {"description": _FRONT[key], **(either if key != "lead" else one)} for key in KEYS},
        "additionalProperties": False,
    }


def _text(form: Schema) -> str:
    return json.dumps(form, ensure_ascii=False, indent=2) + "\n"
