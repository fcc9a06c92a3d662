"""The verbs of the desk: `python -m desk VERB …`, as the tasks call it."""

import sys
from collections.abc import Callable, Sequence

from desk.schedule.command import due
from desk.serve.command import serve

VERBS: dict[str, Callable[[Sequence[str]], int]] = {
    "due": due,
    "serve": serve,
}
"""What each verb runs: it takes the rest of the command line, and gives the exit status."""


def main(arguments: Sequence[str]) -> int:
    """Run the verb that comes first; give its exit status."""
    verb = VERBS.get(arguments[0]) if arguments else None
    if verb is None:
        sys.stderr.write(f"usage: python -m desk {'|'.join(VERBS)} …\n")
        return 2
    return verb(arguments[1:])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
