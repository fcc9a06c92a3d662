"""A sentence with fields, taken apart once however often it is filled."""

from collections.abc import Mapping
from string import Formatter

from markupsafe import Markup, escape


class Sentence:
    """A sentence such as `Part {number} of {count}`."""

    def __init__(self, said: str) -> None:
        """Take a sentence apart. Raises ValueError for a brace that is not closed."""
        parsed = list(Formatter().parse(said))
        self._said = said
        self._is_simple = all(name is None or (name.isidentifier() and not form and not how)
                              for _, name, form, how in parsed)  # fmt: skip
        self._parts = [(text, str(escape(text)), name) for text, name, _, _ in parsed]

    def filled(self, fields: Mapping[str, object]) -> str:
        """Give the sentence with its fields: HTML where one of them is, in which all others are escaped.

        Raises KeyError for a field that is not there.
        """
        is_html = any(hasattr(value, "__html__") for value in fields.values())
        if not self._is_simple:
            return escape(self._said).format(**fields) if is_html else self._said.format(**fields)
        if is_html:
            words = "".join(html if name is None else f"{html}{escape(fields[name])}" for _, html, name in self._parts)
            return Markup(words)  # noqa: S704  # all escaped
        return "".join(text if name is None else f"{text}{fields[name]}" for text, _, name in self._parts)
