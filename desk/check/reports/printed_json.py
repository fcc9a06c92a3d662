"""For programs: one object, documented in `desk/check/README.md`."""

import json

from .outcome import MOST, Outcome

VERSION = 1
"""Of the form: a higher one may have other names."""


def printed_json(outcome: Outcome) -> str:
    """Give what is printed."""
    form = {
        "version": VERSION,
        "content": outcome.content,
        "checked": {"articles": outcome.articles, "pages": outcome.pages, "seconds": round(outcome.seconds, 3)},
        "counts": {str(level): outcome.count(level) for level in MOST},
        "findings": [
            {
                "file": outcome.file(finding),
                "line": finding.line or None,
                "column": finding.column or None,
                "level": str(finding.level),
                "kind": finding.kind,
                "message": finding.what,
            }
            for finding in outcome.findings
        ],
    }
    return json.dumps(form, ensure_ascii=False, indent=2) + "\n"
