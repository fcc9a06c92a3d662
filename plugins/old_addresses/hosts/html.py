"""Pages that lead on, for hosts that take no rules: the reader's browser follows, and search engines do."""

from html import escape
from pathlib import PurePosixPath

from ..plan import Plan, Written
from ..rules import Rule, encoded

LEADS_ON = b"<!-- leads on -->"
"""By this such a page of an earlier build is told from a page of the site."""
_PAGE = """\
<!doctype html>
<!-- leads on -->
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{shown}</title>
<meta name="robots" content="noindex">
<link rel="canonical" href="{canonical}">
<meta http-equiv="refresh" content="0; url={address}">
</head>
<body>
<p><a href="{address}">{shown}</a></p>
</body>
</html>
"""


def html(plan: Plan) -> Written:
    """Give a page for each path at which a browser may expect one; what editors say first, as many as are allowed."""
    rules = sorted((rule for rule in plan.paths if _is_page(rule)), key=lambda rule: rule.rests)
    warnings = []
    if len(rules) > plan.most_pages:
        warnings.append(
            f"{len(rules):,} old addresses would each be a page that leads on, and REDIRECT_PAGES_MOST is "
            f"{plan.most_pages:,}: the others are left to the script of the 404 page. Name your host in REDIRECTS_FOR "
            "instead of html."
        )
    return Written({_place(rule): _page(rule.target, plan) for rule in rules[: plan.most_pages]}, warnings)


def _is_page(rule: Rule) -> bool:
    """Tell whether a page may stand there: not for a file, such as a feed or a script, and not for what is gone."""
    name = rule.source.rstrip("/").rpartition("/")[2]
    return bool(rule.target) and not rule.standing and PurePosixPath(name).suffix.lower() in {"", ".html", ".htm"}


def _place(rule: Rule) -> str:
    place = rule.source.strip("/")
    return place if place.lower().endswith((".html", ".htm")) else f"{place}/index.html"


def _page(target: str, plan: Plan) -> str:
    address = encoded(target)
    canonical = plan.home + address if target.startswith("/") else address
    return _PAGE.format(
        language=escape(plan.language), shown=escape(target), canonical=escape(canonical), address=escape(address)
    )
