"""Cloudflare's `_redirects`: https://developers.cloudflare.com/pages/configuration/redirects/.

Lines count before files, so that a line for many addresses may stand only where no page of the site can be. What was
asked of the front page is not looked at: a script on it finds that out, and so does the 404 page for what has no room.
"""

from collections.abc import Iterator

from ..folding import feed_shapes, shapes_of
from ..plan import ENDINGS, Plan, Written
from ..rules import Rule, encoded

PLACE = "_redirects"
"""Within the output."""
MOST_STATIC, MOST_DYNAMIC = 2_000, 100
"""Lines without and with placeholders."""
LONGEST = 1_000
"""Characters of a line."""


def cloudflare(plan: Plan) -> Written:
    """Give the file, and say what has no room in it."""
    folded = list(_folded(plan))
    dynamic = [line for line in folded if "/:" in line or "*" in line]
    static = [*(line for line in folded if line not in dynamic), *_static(plan)]
    kept = [line for line in static if len(line) <= LONGEST][:MOST_STATIC]
    warnings = []
    if left := len(static) - len(kept):
        warnings.append(
            f"Cloudflare takes {MOST_STATIC:,} redirects of up to {LONGEST:,} characters: {left:,} of {len(static):,} "
            "old addresses are left to the script of the 404 page. Serve them from a Bulk Redirect list, or take lines "
            "out of data/addresses/ that no one asks for."
        )
    if len(dynamic) > MOST_DYNAMIC:
        warnings.append(
            f"Cloudflare takes {MOST_DYNAMIC} redirects with placeholders, and addresses of so many shapes want "
            f"{len(dynamic)}: the last are left to the script of the 404 page."
        )
    return Written({PLACE: "".join(f"{line}\n" for line in [*kept, *dynamic[:MOST_DYNAMIC]])}, warnings)


def _static(plan: Plan) -> Iterator[str]:
    """Give a line for each address, what editors say first, pages before files, then what has no slash at its end."""
    rules = sorted((rule for rule in plan.paths if rule.target), key=lambda rule: rule.rests)
    yield from (f"{encoded(rule.source)} {encoded(rule.target)} 301" for rule in rules)
    yield from _feeds_of_emptied(rules)
    yield from (f"{encoded(rule.source[:-1])} {encoded(rule.target)} 301" for rule in rules if rule.source[-1] == "/")
    yield from (f"{encoded(source)} {encoded(target)} 301" for source, target in plan.sizes())


def _feeds_of_emptied(rules: list[Rule]) -> Iterator[str]:
    """Give the feeds of lists that the site has no more: the lines with placeholders would look for their files."""
    for rule in rules:
        if rule.rests and rule.source.endswith("/") and rule.target.endswith("/") and "." not in rule.source:
            yield from (f"{encoded(rule.source)}{form}/ {encoded(rule.target)} 301" for form in ("feed", "feed/atom"))


def _folded(plan: Plan) -> Iterator[str]:
    """Give the lines that stand for many addresses; the most exact first, since the first that matches counts."""
    for shape in feed_shapes(plan):
        for form, file in (("feed", "index.xml"), ("feed/atom", "index.xml"), ("feed/json", "index.json")):
            yield f"{shape}{form}/ {shape}{form}/{file} 200"
        yield f"{shape}feed/:form/ {shape}feed/ 301"
    for shape in shapes_of(plan):
        if shape != "/":
            yield from (f"{shape}{ending}/ {shape} 301" for ending in (*ENDINGS, "feed", "feed/:form"))
    if plan.search:
        yield f"/search/:words/ {encoded(plan.search)}?q=:words 301"
    yield "/index.php/* /:splat 301"
