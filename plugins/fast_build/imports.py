"""Files of macros, which Jinja makes once for all pages that import them: what making them used."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from jinja2 import Environment
from jinja2.filters import FILTERS
from jinja2.tests import TESTS

from .fragments import Fragment, Fragments
from .notes import Frame, Notes
from .template_files import TemplateFiles

_KNOWN = frozenset(map(id, (*FILTERS.values(), *TESTS.values())))


@dataclass(slots=True)
class Imports:
    """Makes the files that templates import, those first that others of them import."""

    environments: Mapping[str, Environment]
    """By label."""
    files: Mapping[str, TemplateFiles]
    """Of the same."""
    notes: Notes
    """Where use is noted."""
    pure: Mapping[str, list[str]]
    """Macros that depend on nothing but their arguments, by the file of the theme."""
    _made: dict[tuple[str, str], Frame] = field(default_factory=dict)
    """What making a file used, by label and file."""
    _templates: dict[tuple[str, str], Frame] = field(default_factory=dict)
    """What making all that a template imports used."""

    def forget(self) -> None:
        """Forget what was made, since files changed."""
        self._made.clear()
        self._templates.clear()
        for label, environment in self.environments.items():
            self.files[label].forget()
            if environment.cache is not None:
                environment.cache.clear()

    def frame(self, label: str, template: str, fragments: Fragments) -> Frame:
        """Make what the pages of a template import, and give what that used; pages use it too."""
        frame = self._templates.get((label, template))
        if frame is None:
            frame = self._templates[label, template] = Frame()
            frame.used.add(self.notes.numbers.of(("template", label, template)))
            frame.reasons |= set(self._unknown_filters(label, template))
            for file in sorted(self.files[label].imported(template)):
                frame.take(self.make(label, file, fragments))
        return frame

    def make(self, label: str, file: str, fragments: Fragments) -> Frame:
        """Make one file, and give what that used."""
        frame = self._made.get((label, file))
        if frame is None:
            frame = self._made[label, file] = Frame()
            for other in sorted(self.files[label].imported(file)):
                frame.take(self.make(label, other, fragments))
            with self.notes.taken(frame):
                module: Any = self.environments[label].get_template(file).module
            for name in self.pure.get(file, ()):
                macro = getattr(module, name, None)
                if macro is not None:
                    fragment = Fragment(macro, fragments, (label, file, name), len(fragments.macros))
                    setattr(module, name, fragment)
                    fragments.macros[label, file, name] = fragment
        return frame

    def _unknown_filters(self, label: str, template: str) -> Iterator[str]:
        """Give the filters and tests of which nobody said that they depend on nothing but what they are given."""
        environment = self.environments[label]
        for name in sorted(self.files[label].filters(template)):
            each = environment.filters.get(name) or environment.tests.get(name)
            if each is not None and id(each) not in _KNOWN and not getattr(each, "page_notes", False):
                yield f"|{name}"
