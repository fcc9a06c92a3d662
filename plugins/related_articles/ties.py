"""The tags that tie an article and the stories beside it together."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

_SHOWN = 3


def tying(own: Iterable[str], others: Sequence[Iterable[str]], uses: Mapping[str, int]) -> list[str]:
    """Give the tags that two or more of them have, one of them beside the article: the most shared first.

    Of equals the one that fewer articles of the site have says more. `uses` counts these.
    """
    beside = Counter(tag for tags in others for tag in set(tags))
    mine = set(own)
    shared = {tag: count for tag, count in beside.items() if count + (tag in mine) > 1}
    return sorted(shared, key=lambda tag: (-shared[tag], uses[tag], tag))[:_SHOWN]
