"""The one list of what leads where, checked: no loops, no chains, no rule against a page or against another rule."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from unicodedata import normalize
from urllib.parse import quote

WORDPRESS = "WordPress"
"""Tells the rules that every site needs."""
GONE = 410
"""What a host answers where something was, and will not be again."""
MOVED = 301
"""What a host answers where something has moved for good."""

_BARE = "/!$&'()+,;=@~"
"""What browsers send as it is; a colon and an asterisk are not here, since they are placeholders to some hosts."""

Stands = Callable[[str], bool]
"""Tells whether the site has a page or a file at an address of its own."""


class AddressRuleError(ValueError):
    """All that is wrong with the rules, each as `file: what, and what to do`."""

    def __init__(self, *problems: str) -> None:
        super().__init__(*problems)
        self.problems = problems

    def __str__(self) -> str:
        return "\n".join(self.problems)


@dataclass(frozen=True, slots=True)
class Rule:
    """From where to where. Addresses are root-relative and decoded, as people read them."""

    source: str
    """A path, `/2023/10/old-slug/`, or a question that the front page was asked, `/?p=12`."""
    target: str
    """A path, or an absolute address of another site; empty for what is gone."""
    told_by: str = ""
    """The file that says so."""
    rests: bool = False
    """Whether the rule has nothing to say where something stands at its source, or nothing at its target."""

    @property
    def standing(self) -> bool:
        """Whether every site that WordPress made needs it: a feed's other name, a list of addresses for robots."""
        return self.told_by == WORDPRESS

    @property
    def status(self) -> int:
        """What a host answers."""
        return MOVED if self.target else GONE

    @property
    def asks(self) -> bool:
        """Whether it answers what the front page was asked, and not a path."""
        return self.source.startswith("/?")

    @property
    def question(self) -> tuple[str, str]:
        """Key and value of what the front page was asked: `("p", "12")`; two empty texts for a path."""
        key, _, value = self.source[2:].partition("=")
        return (key, value) if self.asks else ("", "")


@dataclass(slots=True)
class Settled:
    """Rules that can be given to a host."""

    rules: list[Rule] = field(default_factory=list)
    """In order of their sources, each leading straight to its end."""
    dropped: list[Rule] = field(default_factory=list)
    """Those that rest because nothing stands at their targets."""


def same(source: str) -> str:
    """Give an address as it is compared: neither letter case, the last slash nor forms of Unicode make a difference."""
    bare = source.rstrip("/") or "/"
    return bare.lower() if bare.isascii() else normalize("NFC", bare).casefold()


def encoded(address: str) -> str:
    """Give an address percent-encoded, as in links; an absolute one is taken to be so already."""
    if not address.startswith("/"):
        return quote(address, safe="%/:?#[]@!&'()*+,;=~")
    path, question, query = address.partition("?")
    return quote(path, safe=_BARE) + question + quote(query, safe="=&+%/:")


def settle(rules: Iterable[Rule], stands: Stands) -> Settled:
    """Give the rules that count, sorted. Raises AddressRuleError with all that is wrong with any of them."""
    problems: list[str] = []
    chosen = _chosen(rules, stands, problems)
    settled = Settled()
    for key in sorted(chosen):
        rule = chosen[key]
        end = _end_of(rule, chosen, problems)
        if end is None:
            continue
        if _leads_somewhere(end, stands):
            settled.rules.append(rule if end == rule.target else Rule(rule.source, end, rule.told_by, rule.rests))
        elif rule.rests:
            settled.dropped.append(rule)
        else:
            problems.append(
                f"{rule.told_by}: {rule.source} leads to {end}, where nothing stands: correct the address, "
                "or take the line out"
            )
    if problems:
        raise AddressRuleError(*problems)
    return settled


def _chosen(rules: Iterable[Rule], stands: Stands, problems: list[str]) -> dict[str, Rule]:
    """Give one rule for each source: what an editor says counts before what the old site answered."""
    chosen: dict[str, Rule] = {}
    for rule in rules:
        key = same(rule.source)
        other = chosen.get(key)
        if not rule.asks and _is_at_home(rule, stands):
            problems.extend(_against_page(rule))
        elif other is None or (other.rests and not rule.rests):
            chosen[key] = rule
        elif not (rule.rests or same(rule.target) == same(other.target)):
            problems.append(
                f"{rule.told_by}: {rule.source} leads to {rule.target or 'nothing'}, and {other.told_by} says "
                f"{other.target or 'nothing'}: take one of the two out"
            )
    return chosen


def _is_at_home(rule: Rule, stands: Stands) -> bool:
    return same(rule.source) == same(rule.target) or stands(rule.source)


def _against_page(rule: Rule) -> Iterator[str]:
    if not rule.rests and same(rule.source) != same(rule.target):
        yield (
            f"{rule.told_by}: {rule.source} leads to {rule.target or 'nothing'}, and is the address of a page or a "
            "file of its own: take the line out, or move the page"
        )


def _end_of(rule: Rule, chosen: dict[str, Rule], problems: list[str]) -> str | None:
    """Give where a rule leads in the end; None, and a problem, where it leads back to itself."""
    end = rule.target
    following = chosen.get(same(end)) if end else None
    if following is None:
        return end
    passed = {same(rule.source): rule.source}
    while following is not None:
        if same(end) in passed:
            circle = " → ".join([*passed.values(), following.source])
            problems.append(f"{rule.told_by}: {circle} goes in a circle: take one of these lines out")
            return None
        passed[same(end)] = following.source
        end = following.target
        following = chosen.get(same(end)) if end else None
    return end


def _leads_somewhere(end: str, stands: Stands) -> bool:
    return not end.startswith("/") or stands(end.partition("#")[0].partition("?")[0])
