"""From a field of the schema to what Sveltia shows for it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from markdown_articles.described_fields import DescribedField, Kind
from markdown_articles.yaml_values import FOCUS

from .labels import CHOICES, label_of

Widget = dict[str, Any]
"""A field as config.yml has it."""

_LONG = frozenset({"summary", "bio", "description", "seo_description", "image_caption"})
_PATTERNS = {
    "lang": [r"^([A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*)?$", "A language's short name: el, pt-BR"],
    "permalink": [r"^(/.*)?$", "It begins with /"],
    "slug": [r"^[^/]*$", "One part of an address, without /"],
}
_RELATIONS = {"author": ("authors", "name"), "category": ("categories", "line"), "series": ("series", "name")}
"""The registry that names are chosen from, and what of an entry is written. Topics are free: new ones come daily."""

_DEEPEST = 3
"""Menus hold menus; no reader opens more."""


@dataclass(frozen=True, slots=True)
class Form:
    """What a form is made of."""

    owner: str
    """What has the fields: `front matter`, or a registry."""
    fields: tuple[DescribedField, ...]
    """In the order in which they are written."""
    zone: str
    """The zone in which dates are entered: `Europe/Lisbon`."""
    depth: int = 0
    """How many groups are around it."""

    def widgets(self) -> list[Widget]:
        """Give what is shown for each field."""
        return [self.widget(field) for field in self.fields if field.kind is not Kind.NESTED or self.depth < _DEEPEST]

    def widget(self, field: DescribedField) -> Widget:
        """Give what is shown for one field."""
        label = label_of(self.owner, field.name)
        shown = {"name": field.name, "label": label, "hint": field.help, "required": field.required}
        return shown | _WIDGETS[field.kind](field, self)

    def below(self, field: DescribedField) -> "Form":
        """Give the form of a group's own fields."""
        fields = self.fields if field.kind is Kind.NESTED else field.fields
        owner = self.owner if field.name == "items" else field.name
        return Form(owner, fields, self.zone, self.depth + 1)


def paths_of(fields: Iterable[DescribedField], kind: Kind, above: str = "") -> list[str]:
    """Give where values of a kind stand in a file: `date`, `corrections.*.date`."""
    found = []
    for field in fields:
        found += [above + field.name] if field.kind is kind else []
        star = ".*." if field.kind is Kind.GROUPS else "."
        found += paths_of(field.fields, kind, above + field.name + star)
    return found


def _text(field: DescribedField, form: Form) -> Widget:
    if field.names in _RELATIONS and form.owner == "front matter":
        return _relation(field)
    if field.names == "picture":
        return {"widget": "image"}
    if field.name in _PATTERNS:
        return {"widget": "string", "pattern": _PATTERNS[field.name]}
    return {"widget": "text" if field.name in _LONG else "string"}


def _texts(field: DescribedField, _form: Form) -> Widget:
    return _relation(field) | {"multiple": True} if field.names in _RELATIONS else {"widget": "list"}


def _relation(field: DescribedField) -> Widget:
    registry, value = _RELATIONS[field.names]
    entry = f"entries.*.{value}"
    chosen = {"widget": "relation", "collection": "registries", "file": registry, "value_field": entry}
    # Zero: a list to choose from however few there are, since boxes to tick drop names that no registry has.
    return chosen | {"display_fields": [entry], "search_fields": [entry, "entries.*.slug"], "dropdown_threshold": 0}


def _focus(_field: DescribedField, _form: Form) -> Widget:
    return {"widget": "string", "pattern": [f"^({FOCUS.pattern})?$", "Two percentages: 50% 30%"]}


def _moment(_field: DescribedField, form: Form) -> Widget:
    return {"widget": "datetime", "input_timezone": form.zone, "format": "YYYY-MM-DDTHH:mm:ssZ"}


def _choice(field: DescribedField, _form: Form) -> Widget:
    return {"widget": "select", "options": [{"label": CHOICES[word], "value": word} for word in field.choices]}


def _group(field: DescribedField, form: Form) -> Widget:
    return {"widget": "object", "collapsed": "auto", "fields": form.below(field).widgets()}


def _groups(field: DescribedField, form: Form) -> Widget:
    below = form.below(field).widgets()
    return {"widget": "list", "collapsed": True, "summary": f"{{{{fields.{below[0]['name']}}}}}", "fields": below}


def _plain(**widget: Any) -> Callable[[DescribedField, Form], Widget]:  # noqa: ANN401  # a field of config.yml
    return lambda _field, _form: dict(widget)


_WIDGETS: Mapping[Kind, Callable[[DescribedField, Form], Widget]] = {
    Kind.TEXT: _text,
    Kind.ADDRESS: _text,
    Kind.TEXTS: _texts,
    Kind.MOMENT: _moment,
    Kind.FLAG: _plain(widget="boolean", default=False),
    Kind.NUMBER: _plain(widget="number", value_type="int", readonly=True),
    Kind.CHOICE: _choice,
    Kind.FOCUS: _focus,
    Kind.MAPPING: _plain(widget="keyvalue"),
    Kind.GROUP: _group,
    Kind.GROUPS: _groups,
    Kind.NESTED: _groups,
}
