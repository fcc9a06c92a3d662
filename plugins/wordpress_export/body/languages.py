"""Languages and directions of words, which stand on a `<span>` around the words: all that Markdown has for them.

WordPress leaves `lang` and `dir` on any element. First they go from wrappers and captions, which later steps open, to
what is in them; last, when every form is final, from blocks to the words.
"""

import re
from collections.abc import Mapping

from .context import BodyContext
from .tree import LAYOUT, BodyTree, Node, attribute, children, classes, is_line, is_white, runs, tag_set, words

_NAMES = ("lang", "dir")
_MARKED = "[lang], [dir]"
_TAG = re.compile(r"[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*")
_UNKNOWN = "und"
"""Says that no one knows: other sites' scripts write it on what they could not tell the language of."""
_DIRECTIONS = frozenset({"ltr", "rtl", "auto"})
_RIGHT_TO_LEFT = tag_set("ar arc ckb dv fa he iw ji ks ps sd syr ug ur yi")
_OPENED_LATER = LAYOUT | tag_set("figcaption legend caption")
_BY_ITSELF = tag_set("a cite")
"""Where one of these is a whole line, it is the form of a link or a signature, and the span stands in it."""
_WITHOUT_SPANS = tag_set("pre hr audio video iframe")

Marks = Mapping[str, str]
"""A language, a direction, or both, by the attribute's name."""


def hand_on_languages(tree: BodyTree, context: BodyContext) -> None:
    """Put marks on the words of inline elements and captions, and on the blocks in wrappers."""
    _clear_forced(tree, context)
    marked = [(node, _read(node, context)) for node in tree.find(_MARKED)]
    own = _own_marks(context)
    if not any(_foreign(marks, own) for _, marks in marked):
        # Pasting from a word processor leaves the page's own language and direction on every line.
        for node, _ in marked:
            _clear(node, context)
        return
    for node, marks in marked:
        if is_line(node) and node.tag not in ("span", "bdo", "code") and words(node):
            _take(node)
            _wrap(tree, children(node), marks)
    waiting: list[tuple[Node, Marks]] = [(tree.root, {})]
    while waiting:
        node, above = waiting.pop()
        for run in runs(node):
            if is_line(run[0]):
                _wrap(tree, run, _of_line(node, above, own))
            elif run[0].tag in _OPENED_LATER:
                waiting.append((run[0], {**above, **_take(run[0])}))
            else:
                _put(run[0], {**above, **_take(run[0])})
                waiting.append((run[0], {}))


def _clear_forced(tree: BodyTree, context: BodyContext) -> None:
    """Take the directions from within a `<bdo>`, where each letter has its direction already."""
    for node in tree.find("bdo [dir]:not(bdo)"):
        context.note("language mark left behind", f'dir="{attribute(node, "dir")}" {words(node)}')
        del node.attrs["dir"]
        if node.tag == "span" and not attribute(node, "lang"):
            node.unwrap(delete_empty=True)


def mark_languages(tree: BodyTree, context: BodyContext) -> None:
    """Put the marks of blocks on their words."""
    if tree.root.css_first(_MARKED) is None:
        return
    own = _own_marks(context)
    waiting: list[tuple[Node, Marks]] = [(tree.root, {})]
    while waiting:
        node, above = waiting.pop()
        for run in runs(node):
            if is_line(run[0]):
                _wrap(tree, run, _of_line(node, above, own))
                continue
            marks = {**above, **_take(run[0])}
            if run[0].tag not in _WITHOUT_SPANS:
                waiting.append((run[0], marks))
            elif _foreign(marks, own):
                context.note("language mark left behind", f"{' '.join(marks.values())}: {words(run[0])}")


def _own_marks(context: BodyContext) -> Marks:
    """Give the language and the direction of the site's pages."""
    language = context.library.language
    primary = language.partition("-")[0].lower()
    return {"lang": language, "dir": "rtl" if primary in _RIGHT_TO_LEFT else "ltr"}


def _of_line(node: Node, above: Marks, own: Marks) -> Marks:
    """Give the marks for a line directly in an element. That of an embed is an address, which is in no language."""
    return {} if "embed" in classes(node) else _foreign(above, own)


def _foreign(marks: Marks, own: Marks) -> Marks:
    """Give the marks that say something else than the page does."""
    return {name: value for name, value in marks.items() if not _is_same(value.lower(), own[name].lower())}


def _is_same(mark: str, own: str) -> bool:
    return mark == own or (own != "" and (own.startswith(f"{mark}-") or mark.startswith(f"{own}-")))


def _read(node: Node, context: BodyContext) -> Marks:
    """Give an element's marks, brought into form; what is none goes."""
    for name in _NAMES:
        value = attribute(node, name).replace("_", "-")
        is_mark = _TAG.fullmatch(value) if name == "lang" else value.lower() in _DIRECTIONS
        if is_mark and value != _UNKNOWN:
            node.attrs[name] = value if name == "lang" else value.lower()
        elif node.attrs.get(name) is not None:
            if value not in ("", _UNKNOWN):
                context.note("language mark left behind", f'{name}="{value}"')
            del node.attrs[name]
    return _marks(node)


def _marks(node: Node) -> Marks:
    return {name: value for name in _NAMES if (value := attribute(node, name))}


def _take(node: Node) -> Marks:
    """Give an element's marks, and take them from it."""
    marks = _marks(node)
    for name in marks:
        del node.attrs[name]
    return marks


def _put(node: Node, marks: Marks) -> None:
    for name, value in marks.items():
        node.attrs[name] = value


def _clear(node: Node, context: BodyContext) -> None:
    """Take from an element the marks that say what the page says; a direction forced on letters is another thing."""
    if node.tag == "bdo":
        return
    if _take(node):
        context.note_once("language mark that repeats the site's own")
    if node.tag == "span":
        node.unwrap(delete_empty=True)


def _wrap(tree: BodyTree, line: list[Node], marks: Marks) -> None:
    """Put a span with the marks around a line of words; what is in the line and has marks of its own keeps them."""
    shown = [node for node in line if not is_white(node)]
    if not marks or not any(map(words, shown)):
        return
    if len(shown) == 1 and shown[0].tag == "span" and _marks(shown[0]):
        _put(shown[0], {**marks, **_marks(shown[0])})
    elif len(shown) == 1 and shown[0].tag in _BY_ITSELF:
        _wrap(tree, children(shown[0]), marks)
    else:
        span = tree.new("span")
        _put(span, marks)
        shown[0].insert_before(span, move=True)
        first, last = (line.index(shown[place]) for place in (0, -1))
        for node in line[first : last + 1]:
            span.insert_child(node, move=True)
