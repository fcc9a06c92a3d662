"""From the fields that the reader reads to JSON Schema.

What YAML itself takes for a number or a date is a text to the reader's eye only in quotes; editors' schemas judge what
YAML made of it, and say the same.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from markdown_articles.described_fields import DescribedField, DescribedFile, Kind

Schema = dict[str, Any]
"""A JSON Schema, or a part of one."""

DRAFT = "http://json-schema.org/draft-07/schema#"
"""What all editors know; no word of ours has another meaning in a later draft."""

# A 29th of February is taken for each year: a pattern that counts leap years would be read by nobody.
_DAY = r"\d{4}-((0[13578]|1[02])-(0[1-9]|[12]\d|3[01])|(0[469]|11)-(0[1-9]|[12]\d|30)|02-(0[1-9]|[12]\d))"
_TIME = r"([01]\d|2[0-3]):[0-5]\d(:[0-5]\d([.,]\d{1,6})?)?"
_MOMENT = rf"^\s*{_DAY}([Tt ]\s*{_TIME})?\s*([Zz]|[+-]\d{{2}}(:?\d{{2}}){{0,2}})?\s*$"
_FOCUS = r"^\s*(100|\d{1,2})(\.\d{1,4})?%\s+(100|\d{1,2})(\.\d{1,4})?%\s*$"
_ADDRESS = r"^\s*(/(?!/)|https?://)"
_SLUG = r"^(?!\.{1,2}$)[^/]+$"
_ROOTED = "^/"


def front_matter_schema(fields: Iterable[DescribedField]) -> Schema:
    """Give the schema of an article's head."""
    return {"$schema": DRAFT, "title": "The head of an article", **_object(fields)}


def registry_schema(file: DescribedFile) -> Schema:
    """Give the schema of a file of `content/data/`."""
    head = {"$schema": DRAFT, "title": f"data/{file.pattern}", "description": file.help}
    if not file.key:
        return head | _object(file.fields, may_be_empty=True)
    pattern = _SLUG if file.key == "slug" else _ROOTED
    is_filled = any(field.required for field in file.fields)
    entries = {
        "type": ["object", "null"],
        "patternProperties": {pattern: _object(file.fields, may_be_empty=not is_filled)},
    }
    schema = head | entries | {"additionalProperties": False}
    lists = {field.name: _groups(field) for field in file.fields if field.kind is Kind.GROUPS}
    return schema | ({"definitions": lists} if lists else {})


def _object(fields: Iterable[DescribedField], *, may_be_empty: bool = False) -> Schema:
    fields = tuple(fields)
    schema: Schema = {"type": ["object", "null"] if may_be_empty else "object"}
    schema["properties"] = {field.name: _property(field) for field in fields}
    if required := [field.name for field in fields if field.required]:
        schema["required"] = required
    return schema | {"additionalProperties": False}


def _property(field: DescribedField) -> Schema:
    schema = _FORMS[field.kind](field)
    if not field.required:
        # A key with nothing behind its colon counts as absent.
        schema = {"anyOf": [schema, {"type": "null"}]}
    return {"description": field.help, **schema}


def _text(_field: DescribedField) -> Schema:
    return {"type": "string"}


def _texts(_field: DescribedField) -> Schema:
    return {"type": "array", "items": {"type": "string"}}


def _choice(field: DescribedField) -> Schema:
    return {"enum": list(field.choices)}


def _pattern(pattern: str, *examples: str) -> Callable[[DescribedField], Schema]:
    return lambda _field: {"type": "string", "pattern": pattern, "examples": list(examples)}


def _flag(_field: DescribedField) -> Schema:
    # Of YAML 1.2, by which editors read, yes and on are texts; the reader takes them too.
    return {"enum": [True, False, "yes", "no", "on", "off"]}


def _number(_field: DescribedField) -> Schema:
    return {"type": "integer", "minimum": 0}


def _mapping(_field: DescribedField) -> Schema:
    return {"type": "object", "additionalProperties": {"type": "string"}}


def _group(field: DescribedField) -> Schema:
    return _object(field.fields)


def _groups(field: DescribedField) -> Schema:
    return {"type": "array", "items": _object(field.fields)}


def _nested(field: DescribedField) -> Schema:
    return {"$ref": f"#/definitions/{field.name}"}


_FORMS: Mapping[Kind, Callable[[DescribedField], Schema]] = {
    Kind.TEXT: _text,
    Kind.ADDRESS: _pattern(_ADDRESS, "/2024/11/tram/"),
    Kind.TEXTS: _texts,
    Kind.MOMENT: _pattern(_MOMENT, "2024-11-20T07:15:00+00:00", "2024-11-20"),
    Kind.FLAG: _flag,
    Kind.NUMBER: _number,
    Kind.CHOICE: _choice,
    Kind.FOCUS: _pattern(_FOCUS, "50% 30%"),
    Kind.MAPPING: _mapping,
    Kind.GROUP: _group,
    Kind.GROUPS: _groups,
    Kind.NESTED: _nested,
}
