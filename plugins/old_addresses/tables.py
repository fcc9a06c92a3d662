"""All rules as a script looks them up: by what the front page was asked (`p=12`), or by path."""

from collections.abc import Iterable, Iterator

from .rules import Rule, encoded, same


def table_of(rules: Iterable[Rule]) -> Iterator[tuple[str, str]]:
    """Give keys and targets."""
    for rule in rules:
        if rule.target:
            yield rule.source[2:] if rule.asks else same(rule.source), encoded(rule.target)
