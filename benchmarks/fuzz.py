"""Convert made-up bodies of every kind; print how many crashed, and how many show something else afterwards."""

import argparse
import sys
import time
import traceback
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT / "plugins"), str(ROOT / "tests")]

from bodies import clean  # noqa: E402  # found only now
from markdown_articles.rendering import render  # noqa: E402
from markdown_articles.round_trip import Form, convert_checked  # noqa: E402
from markdown_articles.round_trip.shown import shown  # noqa: E402
from random_bodies import random_body  # noqa: E402


@dataclass(slots=True)
class Account:
    """What became of the bodies."""

    forms: Counter[Form] = field(default_factory=Counter)
    """In which form so many of them are."""
    crashed: list[str] = field(default_factory=list)
    """The bodies that no Markdown came of, each with the last line of its error."""
    differing: list[str] = field(default_factory=list)
    """The bodies that show something else, each with what."""
    untold: list[str] = field(default_factory=list)
    """The bodies that show something else although the proof says that they do not."""


def convert(seed: int, account: Account) -> None:
    """Take one body all the way."""
    body = random_body(Random(seed))  # noqa: S311  # repeatable, not secret
    try:
        html = clean(body).html
        conversion = convert_checked(html)
        is_same = shown(html) == shown(render(conversion.markdown))
    except Exception:  # noqa: BLE001  # whatever it is, it is what is looked for
        account.crashed.append(f"{seed}: {traceback.format_exc().splitlines()[-1]}\n    {body!r}")
        return
    account.forms[conversion.form] += 1
    if conversion.form is Form.DIFFERS:
        account.differing.append(f"{seed}: {conversion.differences}\n    {html!r}")
    elif not is_same:
        account.untold.append(f"{seed}: {html!r}")


def fuzz(bodies: int, first: int, shown_at_most: int) -> None:
    """Convert so many bodies, and print the account."""
    account, begun = Account(), time.perf_counter()
    for seed in range(first, first + bodies):
        convert(seed, account)
    seconds = time.perf_counter() - begun
    print(f"{bodies:,} bodies in {seconds:.0f} s, {bodies / seconds:.0f} a second")
    print(f"crashed  {len(account.crashed):>7,}")
    for form in Form:
        print(f"{form.name.lower():<8} {account.forms[form]:>7,}  {account.forms[form] / bodies:.3%}  {form.value}")
    print(f"untold   {len(account.untold):>7,}  differences that the proof does not tell of")
    for found in (account.crashed + account.untold + account.differing)[:shown_at_most]:
        print(f"\n{found}")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--bodies", type=int, default=20_000)
    parser.add_argument(
        "--first", type=int, default=0, help="the number of the first body; the same number, the same body"
    )
    parser.add_argument("--show", type=int, default=5, help="how many of those that went wrong to print")
    arguments = parser.parse_args()
    fuzz(arguments.bodies, arguments.first, arguments.show)
