"""One saved page of an article against the page that was built of it."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from .addresses import Answers
from .comparison import count_missing, count_words, settled
from .items_and_pages import find_page
from .markup import Line
from .pages import Page, Shelf
from .picture_files import compare_files
from .saved_page import SavedPage, read_saved
from .saved_pages import Leaf, sign_of
from .site import Site
from .threads import Threads, written_words
from .verdict import Verdict
from .words import kept_of, missing

SHORT = 8
"""A line of fewer words that is lost as a whole may have been the theme's."""
MOST = 0.5
"""Where less of the text than this is there, it is no longer the same article."""


@dataclass(slots=True)
class PageLibrary:
    """What is needed to compare any saved page."""

    root: Path
    """Where the raw material is."""
    shared: frozenset[int]
    """Signs of lines and pictures that several articles share: of those nobody can tell whose they are."""
    site: Site
    """The old site."""
    shelf: Shelf
    """The built pages."""
    threads: Threads
    """The comments, as written."""
    answers: Answers
    """What answers addresses."""


def compare_pages(leaves: list[Leaf], library: PageLibrary) -> Verdict:
    """Give the verdict over some saved pages."""
    verdict = Verdict()
    for leaf in leaves:
        if (saved := read_saved(leaf.file, library.root)) is None:
            continue
        where = saved.base or leaf.file.name
        built = find_page(library.shelf, library.site.old, saved.base, (saved.title, ""))
        verdict.count("saved pages with a page", 1, int(built is not None))
        if built is None:
            verdict.lack("saved pages with a page", where, f"“{leaf.title}” has no page ({leaf.file.name})")
            continue
        compare_files(built, where, library.site.old, (library.shelf.output, verdict))
        _compare_address(saved, library, verdict)
        _compare_title(saved, built, where, verdict)
        if saved.is_marked:
            _compare_lines(saved, built, (where, library.shared), verdict)
        _compare_pictures(saved, built, library, verdict)
        _compare_comments(saved, library.threads, where, verdict)
    return verdict


def _compare_address(saved: SavedPage, library: PageLibrary, verdict: Verdict) -> None:
    if not saved.path:
        return
    forms = [saved.base, library.site.old.below(saved.base)]
    is_there = library.answers.answer_any(*forms, *(form.removesuffix(".html") for form in forms if saved.is_guessed))
    verdict.count("address: saved page", 1, int(is_there))
    if not is_there and ("?" in saved.base or saved.is_guessed):
        verdict.not_served("address: saved page", saved.base)
    elif not is_there:
        verdict.lack("address: saved page", saved.base, "no file in the output answers")


def _compare_title(saved: SavedPage, built: Page, where: str, verdict: Verdict) -> None:
    if not saved.title:
        return
    is_there = not missing(saved.title, built.title)
    verdict.count("titles of saved pages", 1, int(is_there))
    if not is_there:
        verdict.lack("titles of saved pages", where, f"“{' '.join(saved.title)}” is “{' '.join(built.title)}”")


def _compare_lines(saved: SavedPage, built: Page, place: tuple[str, frozenset[int]], verdict: Verdict) -> None:
    """Compare the text line by line: a lost paragraph is an exception, a lost line of a few words is doubtful."""
    where, shared = place
    lost = list(_lost(saved.lines, built, shared))
    words = sum(len(line.words) for line in saved.lines if not _is_shared(line, shared))
    gone = sum(lacking for line, lacking in lost if not _may_be_furniture(line, lacking))
    doubtful = sum(lacking for line, lacking in lost if _may_be_furniture(line, lacking))
    verdict.count("words of saved pages", words - doubtful, words - doubtful - gone)
    for line, lacking in lost:
        quoted = f"“{' '.join(line.words)}”, of which {lacking} words are not there"
        if _may_be_furniture(line, lacking):
            verdict.doubt("lines of saved pages", where, quoted)
        else:
            verdict.lack("words of saved pages", where, quoted)
    if gone + doubtful > words * MOST and words >= SHORT:
        verdict.lack("words of saved pages", where, f"{gone + doubtful} of {words} words are not there")


def _lost(lines: list[Line], built: Page, shared: frozenset[int]) -> Iterator[tuple[Line, int]]:
    """Give each line of this article alone that is not whole on its page, and how many words it lacks."""
    kept = kept_of([word for line in lines for word in line.words], built.around.words)
    first = 0
    for line in lines:
        last = first + len(line.words)
        lacking = len(line.words) - sum(kept[first:last])
        if lacking and not _is_shared(line, shared) and not _is_on_a_card(line, lacking, built):
            yield line, lacking
        first = last


def _is_shared(line: Line, shared: frozenset[int]) -> bool:
    return sign_of(" ".join(line.words)) in shared


def _is_on_a_card(line: Line, lacking: int, built: Page) -> bool:
    """Tell whether what is lost of a line is the label of a related story, which the theme writes itself."""
    return lacking < len(line.words) and any(not missing(line.words[lacking:], card) for card in built.cards)


def _may_be_furniture(line: Line, lacking: int) -> bool:
    """Tell whether a loss may be none: a short line, an entry of a menu, or the label of a list of links."""
    others = len(line.words) - line.linked
    if lacking < len(line.words):
        return lacking <= others <= line.linked
    return lacking < SHORT or not others


def _compare_pictures(saved: SavedPage, built: Page, library: PageLibrary, verdict: Verdict) -> None:
    site = library.site
    own = (address for address in saved.pictures if sign_of(address) not in library.shared)
    wanted = Counter({site.old.picture(address): 1 for address in own})
    found = Counter(site.old.picture(source) for source, _ in built.around.pictures)
    count_missing(wanted, settled(wanted, found, site), ("pictures of saved pages", saved.base), verdict)


def _compare_comments(saved: SavedPage, threads: Threads, where: str, verdict: Verdict) -> None:
    written = threads.records(saved.comments, saved.base)
    for number, words in saved.comments.items():
        place = f"{where}#comment-{number}"
        verdict.count("comments of saved pages", 1, int(number in written))
        if number in written:
            count_words(words, written_words(written[number]), ("words of comments of saved pages", place), verdict)
        else:
            verdict.lack("comments of saved pages", place, f"“{' '.join(words[:20])}”")
