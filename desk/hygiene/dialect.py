"""What mdformat must know of our dialect: an extension of its own kind, which overrides how few forms are written.

Its names are those that mdformat asks an extension for.
"""

import re
from collections.abc import Iterator, Mapping

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from mdformat.renderer import DEFAULT_RENDERERS, RenderContext, RenderTreeNode
from mdformat.renderer.typing import Postprocess, Render

_SOURCE = "broadsheet_source"
"""Where the lines of the text are kept while it is formatted."""

_PULL_QUOTE = "<!-- pullquote -->"
_WIDE = re.compile(r"^[ \t]*([^\S \t\n]+)?.*?([^\S \t\n]+)?[ \t]*$", re.DOTALL)
"""A line between spaces that are no spaces of Markdown's: an ideographic one begins a paragraph in Japanese."""

_ADDRESS = re.compile(r"\b(https?|ftp)(?=://)|\bwww(?=\.)|(?<=[\w.+-])(?=@[\w-]+\.)", re.IGNORECASE)
_REFERENCE = re.compile(r"&(?=#?\w+;)", re.ASCII)


def update_mdit(mdit: MarkdownIt) -> None:
    """Have addresses left as they are typed, and the text's lines at hand."""
    # Else an address in another script would be written in Latin letters and percent signs.
    setattr(mdit, "normalizeLink", str)  # noqa: B010  # mypy: a method is replaced, as markdown-it's manual does
    setattr(mdit, "normalizeLinkText", str)  # noqa: B010  # the same
    # What is no address for markdown-it may be one for comrak, which renders the page.
    setattr(mdit, "validateLink", lambda _address: True)  # noqa: B010  # the same
    mdit.core.ruler.push(_SOURCE, _keep_source)


def _keep_source(state: StateCore) -> None:
    state.env[_SOURCE] = state.src.split("\n")


def as_typed(written: str, node: RenderTreeNode, context: RenderContext) -> str:
    """Give a table as it is typed: columns made even by spaces are torn by the next edit, and by Chinese at once."""
    if _is_within(node):
        return written
    first, last = node.map or (0, 0)
    return "\n".join(line.strip() for line in context.env[_SOURCE][first:last])


def hr(node: RenderTreeNode, _context: RenderContext) -> str:
    """Give a break as editors type it; below a list's dash `---` would be something else."""
    return "***" if _is_within(node) else "---"


def image(node: RenderTreeNode, context: RenderContext) -> str:
    """Give a picture with its alternative text as it is typed: signs in it stay signs."""
    written = DEFAULT_RENDERERS["image"](node, context)
    if node.meta.get("label") or "](" not in written:
        return written
    return f"![{node.content}]({_address(str(node.attrs['src']))}{_title(node)})"


def link(node: RenderTreeNode, context: RenderContext) -> str:
    """Give a link; what looks like a reference to a sign in its address, and is none, stays none."""
    if node.info == "auto" or node.meta.get("label"):
        return DEFAULT_RENDERERS["link"](node, context)
    shown = "".join(child.render(context) for child in node.children)
    return f"[{shown}]({_address(str(node.attrs['href']))}{_title(node)})"


def words(written: str, node: RenderTreeNode, _context: RenderContext) -> str:
    """Give words with what GFM would make more of escaped: tildes among struck words, addresses that are no links."""
    written = written.replace("\\~~", r"\~\~")
    around = {above.type for above in _above(node)}
    if "s" in around:
        written = re.sub(r"(?<!\\)~", r"\\~", written)
    return written if "link" in around else _ADDRESS.sub(lambda found: f"{found[0]}\\", written)


def paragraph(written: str, node: RenderTreeNode, context: RenderContext) -> str:
    """Give a paragraph with the wide spaces around its lines, which markdown-it takes for Markdown's own."""
    first, last = node.map or (0, 0)
    typed = context.env[_SOURCE][first:last]
    lines = written.split("\n")
    if _is_within(node) or len(typed) != len(lines):
        return written
    ends = (found.groups("") if (found := _WIDE.fullmatch(line)) else ("", "") for line in typed)
    return "\n".join(f"{before}{line}{after}" for line, (before, after) in zip(lines, ends, strict=True))


def ordered_list(node: RenderTreeNode, context: RenderContext) -> str:
    """Give a list whose numbers go on, without the noughts by which mdformat makes them equally wide."""
    number = int(str(node.attrs.get("start", 1))) - 1
    width = len(str(number + 1))
    marker = re.compile(rf"\d{{{width}}}(?=[.)](?: |$))")
    lines = []
    for line in DEFAULT_RENDERERS["ordered_list"](node, context).split("\n"):
        number += 1 if marker.match(line) else 0
        # What stands below a number that is longer than the first stands further in.
        deeper = " " * (len(str(number)) - width) if line.startswith(" ") else ""
        lines.append(marker.sub(str(number), line, count=1) if marker.match(line) else deeper + line)
    return "\n".join(lines)


def root(node: RenderTreeNode, context: RenderContext) -> str:
    """Give all blocks, an empty line between; the mark of a pull quote stands directly on its quote."""
    written = ""
    for child, block in ((child, child.render(context)) for child in node.children):
        if not block:
            continue
        before = written.rpartition("\n\n")[2].strip()
        mark = child.type == "blockquote" and before == _PULL_QUOTE
        written += f"{'' if not written else chr(10) if mark else chr(10) * 2}{block}"
    return written


def _is_within(node: RenderTreeNode) -> bool:
    """Tell whether a block stands in a list, a quote or a note."""
    return node.parent is not None and node.parent.type != "root"


def _title(node: RenderTreeNode) -> str:
    title = str(node.attrs.get("title") or "")
    escaped = _REFERENCE.sub("&amp;", title.replace("\\", "\\\\").replace('"', '\\"'))
    return f' "{escaped}"' if title else ""


def _above(node: RenderTreeNode) -> Iterator[RenderTreeNode]:
    while node.parent is not None:
        node = node.parent
        yield node


def _address(address: str) -> str:
    address = _REFERENCE.sub("&amp;", address)
    return f"<{address}>" if not address or re.search(r"[\s()<>]", address) else address


RENDERERS: Mapping[str, Render] = {
    "hr": hr,
    "image": image,
    "link": link,
    "ordered_list": ordered_list,
    "root": root,
}
"""What is written in another way than mdformat's own."""
POSTPROCESSORS: Mapping[str, Postprocess] = {"table": as_typed, "text": words, "paragraph": paragraph}
"""What is done with what another extension writes."""
