"""Stories that other stories and the front page name."""

from collections.abc import Iterator
from difflib import get_close_matches

from front_page.front_file import FrontFileError, Named, Plan, read_plan
from markdown_articles.problems import unreadable
from related_articles.hand_picked import located, spoken

from ..finding import Remark
from ..spoken_problems import remarks_of
from .enquiry import Enquiry
from .paper import HIDDEN, Paper, Story

FRONT = "data/front.yaml"
_RECENT = 1_000
"""Stories among which one is looked for that is spelt much the same."""


def story_remarks(enquiry: Enquiry) -> Iterator[tuple[str, Remark]]:
    """Give what is to be said about stories that are named."""
    paper = enquiry.paper
    known = Known(paper)
    for story in paper.stories:
        for use in story.head.stories:
            found = known.find(use.text)
            if known.may_mean_unread(use.text):
                continue
            if found is None or (not found.is_public and story.is_public):
                yield story.place, Remark("story", use.line, known.say(use.text, found))
    yield from ((FRONT, remark) for remark in _front(paper, known))


class Known:
    """The stories by what people call them: address, title, slug."""

    def __init__(self, paper: Paper) -> None:
        self._index: dict[str, Story] = {}
        ordered = sorted(paper.stories, key=lambda story: not story.is_public)
        articles = [story for story in ordered if not story.is_page]
        for story in ordered:
            self._index.setdefault("/" + located(story.address), story)
        for name in (0, 1):
            for story in articles:
                self._index.setdefault(story.head.spoken[name], story)
        self._unread = paper.unread
        self._recent = articles[-_RECENT:]

    def find(self, words: str) -> Story | None:
        """Give the story that words name."""
        return self._index.get("/" + located(words)) or self._index.get(spoken(words))

    def may_mean_unread(self, words: str) -> bool:
        """Tell whether words may name a story whose head cannot be read, which is told of by itself."""
        return bool(self._unread) and self.find(words) is None

    def say(self, words: str, found: Story | None) -> str:
        """Say why words name no story that can be shown."""
        if found is not None:
            return f"{words!r} names {found.place}, which is {HIDDEN[found.state]}: readers will not see it here"
        name = spoken(located(words).rpartition("/")[2] if "/" in words else words)
        slugs = {each: story.head.spoken[1] for story in self._recent for each in story.head.spoken}
        close = get_close_matches(name, slugs, n=1, cutoff=0.75)
        meant = f"did you mean {slugs[close[0]]}?" if close else "write its title, its slug or its address"
        return f"no story is called {words!r}: {meant}"


def _front(paper: Paper, known: Known) -> Iterator[Remark]:
    try:
        plan = read_plan((paper.content / FRONT).read_bytes(), FRONT)
    except FileNotFoundError:
        return
    except OSError as error:
        yield Remark("file", 0, unreadable("", error).removeprefix(": "))
        return
    except FrontFileError as error:
        yield from remarks_of(error.problems, FRONT, "registry")
        return
    seen: dict[str, int] = {}
    for key in ("lead", "beside", "hidden"):
        for named in getattr(plan, key):
            yield from _named(named, key, known, seen)
    yield from _sections(plan, paper)


def _named(named: Named, key: str, known: Known, seen: dict[str, int]) -> Iterator[Remark]:
    found = known.find(named.words)
    if known.may_mean_unread(named.words):
        return
    if found is None or not found.is_public:
        yield Remark("story", named.line, f"{key}: {known.say(named.words, found)}")
    elif found.place in seen:
        yield Remark(
            "registry", named.line,
            f"{key}: {named.words!r} is the story of line {seen[found.place]} too: keep one of the two",
        )  # fmt: skip
    else:
        seen[found.place] = named.line


def _sections(plan: Plan, paper: Paper) -> Iterator[Remark]:
    categories = paper.registries.categories
    lines = {slug: "/".join(entry.slug for entry in paper.registries.category_line(slug)) for slug in categories}
    names = {spoken(name): slug for slug, path in lines.items() for name in (path, slug, categories[slug].name)}
    used = {spoken(use.text.rpartition("/")[2]) for story in paper.public for use in story.head.categories}
    seen: dict[str, int] = {}
    for named in plan.sections:
        words = spoken(named.words.strip("/"))
        if words not in names and words not in used:
            close = get_close_matches(words, names, n=1)
            meant = f"did you mean {names[close[0]]}?" if close else "write its name or its slug"
            yield Remark("category", named.line, f"sections: there is no section {named.words!r}: {meant}")
        elif (slug := names.get(words, words)) in seen:
            said = f"sections: {named.words!r} stands on line {seen[slug]} too: keep one of the two"
            yield Remark("registry", named.line, said)
        else:
            seen[slug] = named.line
