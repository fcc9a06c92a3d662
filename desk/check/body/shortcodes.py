"""What WordPress would have made something of, and readers would see as it is."""

import re
from collections.abc import Iterator

from ..finding import Remark
from .tree import Looked, text_nodes

_SHORTCODE = re.compile(
    r"\[/?(?:caption|wp_caption|gallery|embed|video|audio|playlist|youtube|vimeo|tweet|instagram|soundcloud"
    r"|contact-form(?:-7)?|vc_\w+|et_pb_\w+|su_\w+|fusion_\w+)\b[^\[\]]*\]"
)


def remarks(looked: Looked) -> Iterator[Remark]:
    """Say where a shortcode is left."""
    body = looked.tree.body
    for node in text_nodes(body) if body is not None else ():
        for found in _SHORTCODE.finditer(node.text_content or ""):
            line = looked.line_of(found[0].partition("\n")[0], _start(looked, node))
            yield Remark(
                "shortcode", line,
                f"{found[0][:60]} is WordPress's, and readers see it as it is: write what it stood for, or take it out",
            )  # fmt: skip


def _start(looked: Looked, node: object) -> int:
    parent = getattr(node, "parent", None)
    return looked.line(parent) - looked.first if parent is not None else 0
