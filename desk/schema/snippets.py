"""VS Code's snippets for the heads of Markdown files, which its Markdown has without any extension."""

from collections.abc import Sequence
from typing import Any

from markdown_articles.described_fields import DescribedField, Kind

_USUAL = ("title", "date", "authors", "categories", "summary")
"""What nearly each story has."""
_NOW = "$CURRENT_YEAR-$CURRENT_MONTH-${CURRENT_DATE}T$CURRENT_HOUR:$CURRENT_MINUTE:00$CURRENT_TIMEZONE_OFFSET"
_FORMS = {
    Kind.TEXTS: "{name}:\n  - ${number}",
    Kind.CHOICE: "{name}: ${{{number}|{choices}|}}",
    Kind.FLAG: "{name}: true",
    Kind.MOMENT: f"{{name}}: {_NOW.replace('{', '{{').replace('}', '}}')}",
    Kind.GROUPS: "{name}:\n  - {parts}",
    Kind.MAPPING: "{name}:\n  $1: $2",
}
_PLAIN = "{name}: ${number}"


def snippets(fields: Sequence[DescribedField]) -> dict[str, Any]:
    """Give a snippet for each key, with its choices, and one for a head as a whole."""
    usual = [field for field in fields if field.name in _USUAL]
    head = "\n".join(["---", *(_body(field, number) for number, field in enumerate(usual, 1)), "---", "", "$0"])
    found = {"article": _snippet("---", "The head of an article.", head)}
    return found | {field.name: _snippet(field.name, field.help, _body(field, 1)) for field in fields}


def _snippet(prefix: str, help_text: str, body: str) -> dict[str, Any]:
    return {"scope": "markdown", "prefix": prefix, "description": help_text, "body": body.split("\n")}


def _body(field: DescribedField, number: int) -> str:
    parts = "\n    ".join(f"{part.name}: ${place}" for place, part in enumerate(field.fields, 1))
    form = _FORMS.get(field.kind, _PLAIN)
    return form.format(name=field.name, number=number, choices=",".join(field.choices), parts=parts)
