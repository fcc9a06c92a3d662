"""`python -m desk due`: whether by the clock alone a build would make another site than the last one."""

import argparse
import sys
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from fast_build.notes import Due
from fast_build.seal import now, sealed_until

DUE, NOTHING_DUE = 0, 3
"""What the command ends with. Not 1 and 2: these say that it could not tell."""


def due(arguments: Sequence[str]) -> int:
    """Say whether anything became due since the last build, and what will be next; give the exit status."""
    parser = argparse.ArgumentParser("desk due", description=due.__doc__)
    parser.add_argument("--content", type=Path, default=Path("content"), help="the content folder (content)")
    content = parser.parse_args(arguments).content
    status, sentence = told(sealed_until(content), now())
    sys.stdout.write(f"{sentence}\n")
    return status


def told(known: tuple[Due] | None, now: datetime) -> tuple[int, str]:
    """Give the exit status and the sentence for what is known of the last build; None where nothing is."""
    if known is None:
        return DUE, "Due: nothing is known of an earlier build of these files, so that a build must tell."
    if known[0] is None:
        return NOTHING_DUE, "Nothing is due: nothing in the site changes by itself."
    moment, what = known[0]
    day = moment.isoformat(" ", "minutes")
    if moment <= now:
        return DUE, f"Due since {day}: {what}."
    return NOTHING_DUE, f"Nothing is due before {day}: then {what}."
