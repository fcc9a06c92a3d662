"""What `inv related` says of an article: what stands beside it, why, and what else might."""

from collections.abc import Iterator
from itertools import islice

from .explanation import reason
from .hand_picked import catalogue, located, spoken
from .newsroom import Newsroom

_WORDS, _MORE = 6, 4


def find(newsroom: Newsroom, words: str) -> int | None:
    """Give the place of the article that words name: an address, a title, a slug, or the name of its file."""
    published = catalogue(reversed(newsroom.articles))
    article = published.get("/" + located(words)) or published.get(spoken(words))
    for place, other in enumerate(newsroom.articles):
        if other is article or (article is None and other.source_path.endswith(words)):
            return place
    return None


def account(newsroom: Newsroom, place: int) -> Iterator[str]:
    """Give the lines about an article."""
    chooser, wish = newsroom.chooser, newsroom.chooser.wishes[place]
    shown = chooser.choose()[place]
    yield from _named(newsroom, place, "")
    yield ""
    yield "Beside it:" if shown else "Nothing stands beside it."
    for number, other in enumerate(shown, 1):
        yield from _named(newsroom, other, f"{number:3}  ")
        yield from _reasons(newsroom, place, other)
    if wish.is_whole:
        yield "\nNothing is added, because its front matter says unrelated: all"
        return
    others = [other for other in chooser.alike[place] if other not in shown]
    if others:
        yield "\nAlike too, and not shown:"
    for other in islice(others, _MORE):
        yield from _named(newsroom, other, "     ")
        yield from _reasons(newsroom, place, other)


def _named(newsroom: Newsroom, place: int, before: str) -> Iterator[str]:
    article = newsroom.articles[place]
    yield f"{before}{article.title}"
    day = "no date" if getattr(article, "undated", False) else article.date.date().isoformat()
    yield f"{' ' * len(before)}/{article.url}  {day}"


def _reasons(newsroom: Newsroom, place: int, other: int) -> Iterator[str]:
    chooser = newsroom.chooser
    wish, shown = chooser.wishes[place], chooser.hand_picked(place)
    if other in wish.picked:
        yield "     picked: its front matter names it in related"
    elif other in shown:
        yield "     linked: the text links to it"
    elif other in wish.forbidden:
        yield "     forbidden: its front matter names it in unrelated"
    elif chooser.told[other] in {chooser.told[place], *(chooser.told[story] for story in shown)}:
        yield "     left out: it says the same as a story that is shown"
    why = reason(newsroom.likeness.space, (place, other), (newsroom.stories[place], newsroom.stories[other]))
    apart = f"{why.days} {'day' if why.days == 1 else 'days'} apart"
    yield f"     score {why.score:.3f}: likeness {why.likeness:.3f}, {apart}"
    words = ", ".join(f"{word} {share:.0%}" for word, share in why.words[:_WORDS])
    yield f"     words: {words}" if words else "     no words in common"
