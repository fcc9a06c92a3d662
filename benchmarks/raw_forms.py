"""Measure how well each raw form of one site is read by itself: its fields, its words, and what is left of the theme.

    .venv/bin/python benchmarks/raw_forms.py [SITE_FOLDER] [--show N] [--peers] [--only FORM]

The folder is laid out as the unit sample is; `site_truth.py` says what is taken for true, and `raw_form_questions.py`
and `raw_form_words.py` how both are compared.
"""

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "plugins"))

from raw_form_peers import score_peers
from raw_form_questions import QUESTIONS
from raw_form_scores import FormScore, Score, score_form
from site_truth import read_truth
from wordpress_export.errors import ExportError

UNIT = Path(__file__).parents[2] / "shared" / "samples" / "unit"
FORMS = ("export.xml", "rest", "rest-edit", "html", "html-*", "text", "text-*", "mixed-*")
"""The names of the forms in a site's folder, and of mixtures of them."""
_NO_FORM = "html-other"
_WIDTH = 12


def forms_of(folder: Path) -> list[Path]:
    """Give the forms of a site that hold articles, the export first."""
    found = [path for pattern in FORMS for path in sorted(folder.glob(pattern)) if path.name != _NO_FORM]
    return list(dict.fromkeys(found))


def rows(form: FormScore) -> Iterator[tuple[str, str]]:
    """Give the lines of the table for one form."""
    scores = form.scores
    yield "found", _share(len(scores), form.expected)
    for name in QUESTIONS:
        answers = [score.answers[name] for score in scores if name in score.answers]
        yield name, _share(sum(answer.is_right for answer in answers), len(answers))
    yield "word recall", _mean([score.body.recall for score in scores])
    yield "precision", _mean([score.body.precision for score in scores])
    yield "clutter", _percent(sum(score.body.clutter for score in scores), sum(score.body.words for score in scores))
    yield "comments", _share(sum(score.remarks[0] for score in scores), sum(score.remarks[1] for score in scores))
    yield "not public", str(len(form.leaks))
    yield "no article", str(len(form.strangers))


def _share(right: int, of: int) -> str:
    return f"{right / of:.3f} /{of}" if of else "-"


def _mean(values: Sequence[float]) -> str:
    return f"{sum(values) / len(values):.4f}" if values else "-"


def _percent(part: int, of: int) -> str:
    return f"{part / of:.2%}" if of else "-"


def print_table(forms: Sequence[FormScore]) -> None:
    """Print a column for each form."""
    width = max(_WIDTH, *(len(form.name) + 2 for form in forms))
    print(" " * _WIDTH + "".join(f"{form.name:>{width}}" for form in forms))
    columns = [dict(rows(form)) for form in forms]
    for name in columns[0]:
        print(f"{name:{_WIDTH}}" + "".join(f"{column[name]:>{width}}" for column in columns))


def print_exceptions(form: FormScore, count: int) -> None:
    """Print what was read wrongly, field by field, and the bodies that came through worst."""
    for what, lines in (("public, but should not be", form.leaks), ("no article", form.strangers)):
        for line in lines[:count]:
            print(f"{form.name}: {what}: {line}")
    for name in QUESTIONS:
        wrong = [score for score in form.scores if name in score.answers and not score.answers[name].is_right]
        for score in wrong[:count]:
            answer = score.answers[name]
            print(f"{form.name}: {_named(score)}: {name}: {answer.given!r}, should be {answer.wanted!r}")
    for score in sorted(form.scores, key=lambda each: each.body.recall + each.body.precision)[:count]:
        body = score.body
        if body.recall < 1 or body.precision < 1:
            print(f"{form.name}: {_named(score)}: recall {body.recall:.4f}, precision {body.precision:.4f}")
            print(f"    lost: {body.missing}\n    added: {body.added}")
    for score in [each for each in form.scores if each.remarks[0] < each.remarks[1]][:count]:
        print(f"{form.name}: {_named(score)}: comments {score.remarks[0]} of {score.remarks[1]}")


def _named(score: Score) -> str:
    return f"{score.reading.item.id} {score.reading.item.title[:50]!r} ({score.reading.article.where})"


def main() -> None:
    """Read the command line, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?", default=UNIT)
    parser.add_argument("--show", type=int, default=0, metavar="N", help="of each kind, how many exceptions")
    parser.add_argument("--peers", action="store_true", help="trafilatura and, where installed, newspaper4k beside it")
    parser.add_argument("--only", action="append", metavar="FORM", help="the name of a form; may be repeated")
    options = parser.parse_args()
    truth = read_truth(options.folder)
    measured: list[FormScore] = []
    for path in forms_of(options.folder):
        if options.only and path.name not in options.only:
            continue
        try:
            measured.append(score_form(path, truth))
        except ExportError as error:
            print(f"{path.name}: {error}")
        if options.peers and path.name.startswith("html"):
            measured += score_peers(path, truth)
    if measured:
        print_table(measured)
    for form in measured if options.show else ():
        print_exceptions(form, options.show)


if __name__ == "__main__":
    main()
