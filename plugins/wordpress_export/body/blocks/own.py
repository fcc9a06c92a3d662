"""Blocks that the site has handlers of its own for."""

from ...handlers import Handler, call
from ..context import BodyContext
from .delimiters import Block


def render_own(handler: Handler, block: Block, inner: str, context: BodyContext) -> str:
    """Give the HTML of a handler; where it fails, the saved HTML stays and is noted."""
    answer = call(handler, block, inner, context)
    if answer.failure:
        context.note("handler failed", f"{block.name} {answer.failure}", review=True)
        return inner
    return answer.html
