"""Measure what a conversion keeps: our Markdown against the pages that a real WordPress made of the same export.

    .venv/bin/python benchmarks/fidelity.py [--rendered] [EXPORT RENDERED_FOLDER]

`RENDERED_FOLDER` holds `<id>.html` for each item, as `the_content` gives it. Each public item is converted as a
migration does it, its Markdown is rendered as the site renders it, and both pages are read by the same rules
(`shown_page.py`). Where a site's plugins are not there, WordPress shows their shortcodes as they are typed: the tags
are then left out on both sides, and `[youtube …]` and its kind count as the player that they stand for.

With `--rendered` the bodies, too, are those of the folder, as REST and saved pages have them.
"""

import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "plugins"))

from markdown_articles.rendering import render
from markdown_articles.round_trip import convert_checked
from shown_page import Circumstances, ShownPage, read_page
from wordpress_export.body import Library, clean_body
from wordpress_export.body.shortcodes import SHORTCODES
from wordpress_export.body.shortcodes.embeds import EMBEDS
from wordpress_export.body.shortcodes.players import PLAYERS
from wordpress_export.body.shortcodes.providers import PROVIDERS
from wordpress_export.model import Article, BodyForm, Note, Status
from wordpress_export.sources import read_export

UNIT = Path(__file__).parents[2] / "shared" / "samples" / "unit"
# WordPress itself knows these; all others it shows as they are typed as long as their plugin is not there.
OWN_SHORTCODES = frozenset({"audio", "caption", "embed", "gallery", "playlist", "video", "wp_caption"})
_WORDS_QUOTED = 12
_RUNS_QUOTED = 4


@dataclass(frozen=True, slots=True)
class Score:
    """How one item came through."""

    article: Article
    """The item."""
    recall: float
    """The share of WordPress's words that we show, in order."""
    precision: float
    """The share of our words that WordPress shows."""
    missing: tuple[str, ...]
    """Runs of words that we do not show."""
    added: tuple[str, ...]
    """Runs of words that only we show."""
    counts: tuple[str, ...]
    """What there is more or less of, as `links 5 → 4`."""
    reasons: tuple[str, ...]
    """What the conversion itself said that it had altered."""


def scores_of(export_path: Path, rendered: Path, *, of_rendered_bodies: bool = False) -> Iterator[Score]:
    """Give the score of each public item whose rendering is known."""
    export = read_export(export_path)
    library = Library.of(export)
    for article in export.read_articles():
        page = rendered / f"{article.id}.html"
        if article.status is Status.PUBLISHED and page.is_file():
            shown = page.read_text(encoding="utf-8", errors="replace")
            rendered_article = replace(article, body=shown, body_form=BodyForm.RENDERED, footnotes=())
            yield _score(rendered_article if of_rendered_bodies else article, library, shown)


def _score(article: Article, library: Library, wordpress_html: str) -> Score:
    body = clean_body(article, library)
    circumstances = circumstances_of(library, body.notes)
    theirs = read_page(wordpress_html, circumstances)
    ours = read_page(render(convert_checked(body.html).markdown), circumstances)
    wanted, given = theirs.words, ours.words
    if any(note.kind == "pictures in random order" for note in body.notes):
        wanted, given = tuple(sorted(wanted)), tuple(sorted(given))
    changes = SequenceMatcher(None, wanted, given, autojunk=False).get_opcodes()
    kept = sum(end - start for kind, start, end, _, _ in changes if kind == "equal")
    return Score(
        article,
        kept / len(wanted) if wanted else 1.0,
        kept / len(given) if given else 1.0,
        _runs(wanted, [(start, end) for kind, start, end, _, _ in changes if kind != "equal"]),
        _runs(given, [(start, end) for kind, _, _, start, end in changes if kind != "equal"]),
        _different_counts(theirs, ours),
        tuple(f"{kind} ({count})" for kind, count in Counter(note.kind for note in body.notes).most_common()),
    )


def circumstances_of(library: Library, notes: Sequence[Note]) -> Circumstances:
    """Give what WordPress shows otherwise for want of plugins, and the pages that a migrated site does without."""
    reported = " ".join(note.detail for note in notes if "shortcode" in note.kind)
    unknown = set(re.findall(r"\[/?([A-Za-z][\w-]*)", reported))
    players = EMBEDS.keys() | PLAYERS.keys() | PROVIDERS.keys()
    return Circumstances(
        silent=(unknown | SHORTCODES.keys()) - players - OWN_SHORTCODES,
        playing=players - OWN_SHORTCODES,
        attachment_pages=frozenset(attachment.permalink for attachment in library.media.values()),
    )


def _runs(words: Sequence[str], places: Sequence[tuple[int, int]]) -> tuple[str, ...]:
    runs = (words[start:end] for start, end in places if end > start)
    return tuple(" ".join(run[:_WORDS_QUOTED]) + (" …" if len(run) > _WORDS_QUOTED else "") for run in runs)


def _different_counts(theirs: ShownPage, ours: ShownPage) -> tuple[str, ...]:
    pairs = ((thing, count, ours.counts[thing]) for thing, count in theirs.counts.items())
    return tuple(f"{thing} {count} → {our_count}" for thing, count, our_count in pairs if count != our_count)


def print_report(scores: Sequence[Score]) -> None:
    """Print the table, and below it each item that did not come through whole."""
    if not scores:
        print("no public item of this export has a page in that folder")
        return
    total = len(scores)
    whole = sum(score.recall == 1 for score in scores)
    equal = sum(not score.counts for score in scores)
    print(f"public items compared           {total:7,}")
    print(f"with every word (recall 1.000)  {whole:7,}  {whole / total:8.2%}")
    print(f"mean recall                              {sum(score.recall for score in scores) / total:8.4f}")
    print(f"mean precision                           {sum(score.precision for score in scores) / total:8.4f}")
    print(f"with equal counts               {equal:7,}  {equal / total:8.2%}")
    different = Counter(re.sub(r" \d+ → \d+", "", line) for score in scores for line in score.counts)
    for thing, count in different.most_common():
        print(f"  other count of {thing:13}  {count:7,}")
    for score in scores:
        if score.recall < 1 or score.precision < 1 or score.counts:
            _print_exception(score)


def _print_exception(score: Score) -> None:
    print(f"\n{score.article.id} {score.article.title!r}: recall {score.recall:.4f}, precision {score.precision:.4f}")
    for what, lines in (("missing", score.missing), ("added", score.added)):
        for line in lines[:_RUNS_QUOTED]:
            print(f"  {what}: {line}")
        if len(lines) > _RUNS_QUOTED:
            print(f"  {what}: {len(lines) - _RUNS_QUOTED} more places")
    if score.counts:
        print(f"  counts: {', '.join(score.counts)}")
    if score.reasons:
        print(f"  noted: {', '.join(score.reasons)}")


if __name__ == "__main__":
    given = [Path(argument) for argument in sys.argv[1:] if argument != "--rendered"]
    export_path, rendered = given or [UNIT / "export.xml", UNIT / "rendered"]
    print_report(list(scores_of(export_path, rendered, of_rendered_bodies="--rendered" in sys.argv)))
