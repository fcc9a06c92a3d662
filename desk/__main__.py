"""The verbs of the desk: `python -m desk VERB …`, as the tasks call it."""

import sys
from collections.abc import Callable, Sequence
from importlib import import_module

Verb = Callable[[Sequence[str]], int]
"""Takes the rest of the command line, and gives the exit status."""

VERBS = {
    "admin": "desk.web.command:admin",
    "check": "desk.check.command:check",
    "completion": "desk.completion.command:completion",
    "docs": "desk.docs.command:docs",
    "due": "desk.schedule.command:due",
    "format": "desk.hygiene.command:tidy",
    "new": "desk.write.command:new",
    "publish": "desk.publish.command:publish",
    "record": "desk.docs.command:record",
    "schema": "desk.schema.command:schema",
    "serve": "desk.serve.command:serve",
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
