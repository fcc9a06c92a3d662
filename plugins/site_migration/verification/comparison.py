"""One item of the export against its page."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from .bodies import Expected, read_body
from .destinations import link_place, other_places
from .export import Item
from .markup import Shown, read_markup
from .pages import Page
from .site import Site, bylines
from .verdict import Verdict
from .words import Gap, missing, words_of


@dataclass(frozen=True, slots=True)
class Pair:
    """An item and what has been built of it."""

    item: Item
    """As exported."""
    expected: Expected
    """What its page has to show."""
    page: Page
    """As built."""
    where: str
    """The old address, to name it by."""


def compare(item: Item, page: Page, site: Site, verdict: Verdict) -> None:
    """Count what an item's page has of it, and name what it lacks."""
    pair = Pair(item, read_body(item, site), page, site.public[item.id].path)
    _compare_title(pair, verdict)
    _compare_words(pair, verdict)
    _compare_links(pair, site, verdict)
    _compare_pictures(pair, site, verdict)
    _compare_captions(pair, verdict)
    _compare_rows(pair, verdict)
    _compare_embeds(pair, site, verdict)
    _compare_terms(pair, verdict)
    _compare_authors(pair, site, verdict)
    _compare_date(pair, verdict)


def _compare_title(pair: Pair, verdict: Verdict) -> None:
    wanted = read_markup(pair.item.title).words
    if not wanted:
        return
    # Old exports have titles as text, new ones as HTML; a parser drops an ampersand that is not escaped.
    is_there = any(not missing(words, pair.page.title) for words in (wanted, words_of(pair.item.title)))
    verdict.count("titles", 1, int(is_there))
    if not is_there:
        verdict.lack("titles", pair.where, f"“{' '.join(wanted)}” is “{' '.join(pair.page.title)}”")


def _compare_words(pair: Pair, verdict: Verdict) -> None:
    found = pair.page.body.words
    wanted = pair.expected.shown.words
    gaps = missing(wanted, found)
    labels = [gap for gap in gaps if _is_label(gap, pair)]
    verdict.count(
        "words", len(wanted) - sum(len(gap.words) for gap in labels), len(wanted) - sum(len(gap.words) for gap in gaps)
    )
    for gap in gaps:
        if gap not in labels:
            verdict.lack("words", pair.where, str(gap))
    for note in pair.expected.footnotes:
        count_words(note, found, ("footnotes", pair.where), verdict)


def _is_label(gap: Gap, pair: Pair) -> bool:
    """Tell whether what is missing is the label of a related story (“Read also”), which the theme writes itself."""
    lines = [words for label, words in pair.expected.shown.labels if label == list(gap.words)]
    return any(not missing(words, card) for words in lines for card in pair.page.cards)


def count_words(wanted: Sequence[str], found: Sequence[str], place: tuple[str, str], verdict: Verdict) -> None:
    """Count the words that are there, in order, and name each run that is not."""
    gaps: list[Gap] = missing(wanted, found)
    verdict.count(place[0], len(wanted), len(wanted) - sum(len(gap.words) for gap in gaps))
    for gap in gaps:
        verdict.lack(*place, str(gap))


def _compare_links(pair: Pair, site: Site, verdict: Verdict) -> None:
    wanted = Counter(link for address in pair.expected.shown.links if (link := link_place(address, site)))
    found = Counter(site.old.place(address) for address in pair.page.around.links)
    found.update({site.old.place(address): 1 for address in pair.page.around.embeds})
    count_missing(wanted, settled(wanted, found, site), ("links", pair.where), verdict)


def _compare_pictures(pair: Pair, site: Site, verdict: Verdict) -> None:
    wanted = Counter(site.old.picture(source) for source, _ in pair.expected.shown.pictures)
    pictures = [(site.old.picture(source), alternative) for source, alternative in pair.page.around.pictures]
    found = Counter(source for source, _ in pictures)
    if pair.expected.lead:
        lead = site.old.picture(pair.expected.lead)
        wanted[lead] = max(wanted[lead], 1)
    count_missing(wanted, settled(wanted, found, site), ("pictures", pair.where), verdict)
    texts = Counter(
        words for _, alternative in pair.expected.shown.pictures if (words := " ".join(words_of(alternative)))
    )
    shown = Counter(" ".join(words_of(text)) for _, text in pictures)
    count_missing(texts, shown, ("alternative texts", pair.where), verdict)


def _compare_captions(pair: Pair, verdict: Verdict) -> None:
    text = f" {' '.join(pair.page.around.words)} "
    wanted = Counter(" ".join(caption) for caption in pair.expected.shown.captions)
    found = Counter({caption: text.replace(" ", "  ").count(f" {caption.replace(' ', '  ')} ") for caption in wanted})
    count_missing(wanted, found, ("captions", pair.where), verdict)


def _compare_rows(pair: Pair, verdict: Verdict) -> None:
    wanted = Counter(" | ".join(row) for row in pair.expected.shown.rows)
    count_missing(wanted, Counter(" | ".join(row) for row in pair.page.body.rows), ("table rows", pair.where), verdict)


def _compare_embeds(pair: Pair, site: Site, verdict: Verdict) -> None:
    addresses = [*pair.expected.shown.embeds, *pair.expected.shown.addresses]
    wanted = Counter({site.old.embed(address) for address in addresses if address.startswith(("http:", "https:", "/"))})
    body: Shown = pair.page.body
    found = Counter({site.old.embed(address) for address in [*body.embeds, *body.links, *body.addresses]})
    count_missing(wanted, settled(wanted, found, site), ("embeds and plain addresses", pair.where), verdict)


def _compare_terms(pair: Pair, verdict: Verdict) -> None:
    if pair.item.type != "post" and not pair.page.terms:
        return
    slugs = {slug for slug, _ in pair.page.terms}
    names = {tuple(words_of(name)) for _, name in pair.page.terms}
    for taxonomy, slug, name in pair.item.terms:
        if taxonomy not in {"category", "post_tag"} or _means_no_section(slug):
            continue
        is_there = slug in slugs or tuple(read_markup(name).words) in names
        verdict.count("categories and tags", 1, int(is_there))
        if not is_there:
            verdict.lack("categories and tags", pair.where, f"{taxonomy} “{name}”")


def _means_no_section(slug: str) -> bool:
    """Tell whether a category is WordPress's own word for none, which a theme need not show."""
    return slug in {"uncategorized", "uncategorised"}


def _compare_authors(pair: Pair, site: Site, verdict: Verdict) -> None:
    if pair.item.type != "post" and not pair.page.authors:
        return
    shown = [words_of(author) for author in pair.page.authors]
    for names in bylines(pair.item, site):
        is_there = any(read_markup(name).words in shown for name in names)
        verdict.count("authors", 1, int(is_there))
        if not is_there:
            verdict.lack("authors", pair.where, f"{names[0]}; the page says {', '.join(pair.page.authors) or 'nobody'}")


def _compare_date(pair: Pair, verdict: Verdict) -> None:
    if not _moment(pair.item.date) or (pair.item.type != "post" and not pair.page.published):
        return
    is_there = is_moment(pair.item.date, pair.item.gmt, pair.page.published)
    verdict.count("dates", 1, int(is_there))
    if not is_there:
        verdict.lack("dates", pair.where, f"{pair.item.date}; the page says {pair.page.published or 'nothing'}")


def is_moment(local: str, gmt: str, shown: str) -> bool:
    """Tell whether a written date is WordPress's: in UTC where it knows that, else on the site's clock."""
    found = _moment(shown)
    if found is None:
        return False
    here, exact = _moment(local), _moment(gmt)
    if exact and here and found.tzinfo and _is_offset(here - exact):
        return found == exact.replace(tzinfo=UTC)
    return found.replace(tzinfo=None) == here


def _is_offset(difference: timedelta) -> bool:
    """Tell whether two clocks may differ so: where the two dates of an item do not belong together, its own counts."""
    return abs(difference) <= timedelta(hours=14) and difference % timedelta(minutes=15) == timedelta()


def _moment(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return None


def settled(wanted: Counter[str], found: Counter[str], site: Site) -> Counter[str]:
    """Give the places that a page has, those under the name that is expected which are the same by another one."""
    settled = Counter(found)
    for place, times in (wanted - found).items():
        for other in other_places(place, found - wanted, site):
            taken = min(times - settled[place] + found[place], settled[other])
            settled[other] -= taken
            settled[place] += taken
    return settled


def count_missing(wanted: Counter[str], found: Counter[str], place: tuple[str, str], verdict: Verdict) -> None:
    """Count the things that are there, and name those that are not."""
    lacking = wanted - found
    verdict.count(place[0], wanted.total(), wanted.total() - lacking.total())
    for what, times in lacking.items():
        verdict.lack(*place, what if times == 1 else f"{what} ({times} times)")
