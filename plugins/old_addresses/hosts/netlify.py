"""Netlify's `_redirects`: https://docs.netlify.com/routing/redirects/. The first line that matches counts.

A line that ends in `!` counts before a file, any other only where no file is. Slashes at the end make no difference.
"""

from collections.abc import Iterator

from ..folding import feed_shapes, shapes_of
from ..plan import DIALECTS, ENDINGS, NAMED, Plan, Written
from ..rules import GONE, Rule, encoded
from ..stories import NUMBERS

PLACE = "_redirects"
"""Within the output."""

_MOST_COMMENT_PAGES = 20
"""Numbers of pages of comments that have a line each: a placeholder stands for a whole part of an address."""


def netlify(plan: Plan) -> Written:
    """Give the file."""
    return Written({PLACE: "".join(f"{line}\n" for line in _lines(plan))}, [])


def _lines(plan: Plan) -> Iterator[str]:
    for rule in plan.rules:
        yield _line(rule)
    # A number of no story, or of one that was never public: without this the front page would answer to all.
    yield f"/ {NUMBERS[0]}=:number /404.html 404!"
    # WordPress took each key for every number, and the usual ones are above.
    yield from (f"/ {key}=:number /?{NUMBERS[0]}=:number 301!" for key in NUMBERS[1:])
    for key, before, after in NAMED:
        yield f"/ {key}=:name {before}:name{after} 301!"
    if plan.search:
        yield f"/ s=:words {encoded(plan.search)}?q=:words 301!"
        yield f"/search/:words/* {encoded(plan.search)}?q=:words 301"
    for source, target in plan.sizes():
        yield f"{encoded(source)} {encoded(target)} 301"
    yield from _folded(plan)


def _line(rule: Rule) -> str:
    key, value = rule.question
    source = f"/ {key}={encoded(value)}" if key else encoded(rule.source)
    return f"{source} {encoded(rule.target)} {rule.status}!" if rule.target else f"{source} /404.html {GONE}!"


def _folded(plan: Plan) -> Iterator[str]:
    """Give the lines that stand for all articles and lists at once."""
    emptied = [rule for rule in plan.paths if rule.rests and rule.target.endswith("/")]
    for rule in emptied:
        # Without these, the lines of feeds below would look for a file that is not there.
        for form in ("feed", "feed/atom"):
            yield f"{encoded(rule.source.rstrip('/'))}/{form} {encoded(rule.target)} 301"
    for shape in feed_shapes(plan):
        yield f"{shape}feed {shape}feed/index.xml 200"
        yield f"{shape}feed/atom {shape}feed/atom/index.xml 200"
        yield f"{shape}feed/json {shape}feed/json/index.json 200"
        yield from (f"{shape}feed/{name} {shape}feed/ 301" for name in DIALECTS if name != "atom")
        yield from (f"{shape}{name} {shape}feed/ 301" for name in DIALECTS if name not in {"atom", "feed"})
        yield f"{shape}atom {shape}feed/atom/ 301"
    for shape in shapes_of(plan):
        for ending in (*ENDINGS, *DIALECTS, *(f"feed/{name}" for name in DIALECTS), "page/:number"):
            yield f"{shape}{ending} {shape} 301"
        for number in range(1, _MOST_COMMENT_PAGES + 1):
            yield f"{shape}comment-page-{number} {shape} 301"
    yield "/index.php/* /:splat 301"
