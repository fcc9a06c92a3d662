"""Related stories that a body names by their numbers alone, as plugins do."""

from collections.abc import Iterable
from html import escape

from ..context import BodyContext


def cards_of(numbers: Iterable[int], source: str, context: BodyContext, *, title: str = "") -> str:
    """Give a card for each public article, in order; one that is not there is noted. `title` is simple HTML."""
    cards: list[str] = []
    for number in dict.fromkeys(numbers):
        address = context.library.permalinks.get(number, "")
        if not address:
            context.note("related story that is not in the export", f"article {number} of {source}", review=True)
            continue
        words = title or escape(context.library.stories.titles.get(number, "") or address)
        cards.append(f'<aside class="related-story"><a href="{escape(address)}">{words}</a></aside>')
    return f"\n\n{''.join(cards)}\n\n" if cards else ""
