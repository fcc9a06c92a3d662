"""From the messages with which readers refuse a file, `path:line:column: what`, to remarks."""

import re
from collections.abc import Iterable, Iterator

from .finding import Remark

_SAID = re.compile(r":(?:(\d+):)?(?:(\d+):)? ", re.ASCII)


def remarks_of(problems: Iterable[str], path: str, kind: str) -> Iterator[Remark]:
    """Give a remark for each message about a file, whose `path` it begins with."""
    for problem in problems:
        found = _SAID.match(problem, len(path)) if problem.startswith(path) else None
        if found is None:
            yield Remark(kind, 0, problem)
        else:
            yield Remark(kind, int(found[1] or 0), problem[found.end() :], int(found[2] or 0))
