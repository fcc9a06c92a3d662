"""The verbs of the desk: `python -m desk VERB …`, as the tasks call it."""

import sys
from collections.abc import Callable, Sequence
from importlib import import_module

Verb = Callable[[Sequence[str]], int]
"""Takes the rest of the command line, and gives the exit status."""

VERBS = {
    "docs": "desk.docs.command:docs",
    "record": "desk.docs.command:record",
}
"""What each verb runs, brought in when it is asked for: no verb waits for what another needs."""


def main(arguments: Sequence[str]) -> int:
    """Run the verb that comes first; give its exit status."""
    named = VERBS.get(arguments[0]) if arguments else None
    if named is None:
        print(f"usage: python -m desk {'|'.join(VERBS)} …", file=sys.stderr)  # noqa: T201  # a command speaks
        return 2
    module, _, name = named.partition(":")
    verb: Verb = getattr(import_module(module), name)
    return verb(arguments[1:])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
