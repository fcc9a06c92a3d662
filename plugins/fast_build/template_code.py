"""What templates do most often, done sooner: what is safe to show is not made so again, words without tags stay."""

from typing import Any

from jinja2 import Environment
from jinja2.compiler import CodeGenerator
from jinja2.environment import create_cache
from jinja2.filters import FILTERS
from jinja2.nodes import Template
from markupsafe import Markup, escape

_SHOWN = "shown"


def shown(value: object) -> str:
    """Give what a template writes of a value: the same letters as `escape`, but only that is new which must be."""
    return value if type(value) is Markup else escape(value)


class TemplateCode(CodeGenerator):
    """Writes the code of a template, in which `shown` stands for `escape` where something is written."""

    def visit_Template(self, node: Template, frame: Any = None) -> None:  # noqa: ANN401, N802  # as Jinja has it
        """Write the code of a whole template."""
        self.writeline(f"from {__name__} import {_SHOWN}")
        super().visit_Template(node, frame)

    def _output_child_pre(self, node: Any, frame: Any, finalize: Any) -> None:  # noqa: ANN401  # as Jinja has it
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape:
            super()._output_child_pre(node, frame, finalize)
        else:
            self.write(f"{_SHOWN}({finalize.src or ''}")


def words_of(value: Any) -> str:  # noqa: ANN401  # text, or what has a form in HTML
    """Give the words of HTML as Jinja's `striptags` does; most that it is asked for has neither tags nor entities."""
    text = str(value.__html__() if hasattr(value, "__html__") else value)
    has_marks = "<" in text or "&" in text
    return Markup(text).striptags() if has_marks else " ".join(text.split())  # noqa: S704  # what is left is words


words_of.page_notes = True  # type: ignore[attr-defined]  # they depend on nothing but the text


def quicken(environment: Environment) -> None:
    """Let an environment do so, where nobody else has brought ways of another kind."""
    # A site has few templates, and asks for some on each page: a dictionary is faster than a cache that forgets.
    environment.cache = create_cache(-1)
    if environment.code_generator_class is CodeGenerator:
        environment.code_generator_class = TemplateCode
    if environment.filters.get("striptags") is FILTERS["striptags"]:
        environment.filters["striptags"] = words_of
