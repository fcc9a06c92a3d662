"""Made-up newspapers for the tests of related stories: the same number makes the same paper."""

import random
from dataclasses import replace

from related_articles.matches import asking_of, found_of
from related_articles.memory import Likeness, compare
from related_articles.vectors import Story

SYLLABLES = ("ba", "do", "fi", "ga", "ke", "lo", "mu", "ne", "po", "ra", "si", "ta", "vu", "wi", "ze")
COMMON = ["harbour", "council", "tram", "ferry", "market", "storm", "budget", "school"]


def word(rnd: random.Random) -> str:
    return "".join(rnd.choice(SYLLABLES) for _ in range(3))


def paper(count: int, seed: int = 1) -> list[Story]:
    """Give stories of many subjects, each told by words of its own and by words of all."""
    rnd = random.Random(seed)  # noqa: S311  # the same stories each time
    subjects = [[word(rnd) for _ in range(30)] for _ in range(max(2, count // 6))]
    return [told(rnd.choice(subjects), number, rnd) for number in range(count)]


def told(subject: list[str], number: int, rnd: random.Random) -> Story:
    words = rnd.choices(subject, k=60) + rnd.choices(COMMON, k=20) + [word(rnd) for _ in range(20)]
    rnd.shuffle(words)
    return Story(
        address=f"{number:05}/", day=700_000 + number, title=" ".join(words[:5]), summary="",
        html=f"<p>{' '.join(words)}</p>", tags=(subject[0],), authors=("Nora Whitlow",), language="en",
    )  # fmt: skip


def story(name: str, text: str, day: int = 700_000, **more: object) -> Story:
    return replace(Story(f"{name}/", day, name, "", text, language="en"), **more)  # type: ignore[arg-type]


def ordered(stories: list[Story]) -> list[Story]:
    return sorted(stories, key=lambda told: (told.day, told.address))


def found(stories: list[Story], likeness: Likeness | None = None) -> dict[str, list[str]]:
    """Give the titles that each title finds, the most alike first."""
    in_order = ordered(stories)
    likeness = likeness or compare(in_order)
    pairs = zip(asking_of(likeness.matches).tolist(), found_of(likeness.matches).tolist(), strict=True)
    titles: dict[str, list[str]] = {told.title: [] for told in in_order}
    for asking, other in pairs:
        titles[in_order[asking].title].append(in_order[other].title)
    return titles
