from collections import Counter

import pytest

from search_stories import entry
from site_search import volumes
from site_search.volumes import bound, indexed_as


@pytest.fixture(autouse=True)
def small_volumes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let an archive of few stories be a large one."""
    monkeypatch.setattr(volumes, "MOST", 6)
    monkeypatch.setattr(volumes, "SMALL", 2)


def years(counts: dict[int, int]) -> list[volumes.Volume]:
    """Bind so many stories of each year; 0 is none."""
    return bound(
        (
            entry(f"{year}-{number % 12 + 1:02}-01" if year else "", f"/{year}/{number}/")
            for year, count in counts.items()
            for number in range(count)
        ),
        "en",
    )


@pytest.mark.parametrize(
    ("title", "counts", "expected"),
    [
        ("a small archive is one volume", {2023: 1, 2024: 1}, {"2023-2024": 2}),
        ("the newest year stands alone", {2022: 2, 2023: 2, 2024: 1}, {"2024": 1, "2022-2023": 4}),
        ("years are bound from the oldest on", {2020: 3, 2021: 3, 2022: 3, 2023: 1, 2024: 2},
         {"2024": 2, "2022-2023": 4, "2020-2021": 6}),
        ("pages are bound with the oldest", {0: 2, 2023: 2, 2024: 2}, {"2024": 2, "2023": 4}),
        ("pages alone", {0: 3}, {"undated": 3}),
        ("pages beside one year", {0: 1, 2024: 4}, {"2024": 4, "undated": 1}),
        ("a large year is cut in halves", {2024: 12}, {"2024-h2": 6, "2024-h1": 6}),
        ("a larger one in quarters", {2024: 24}, {"2024-q4": 6, "2024-q3": 6, "2024-q2": 6, "2024-q1": 6}),
        ("nothing", {}, {}),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)  # fmt: skip
def test_bound(title: str, counts: dict[int, int], expected: dict[str, int]) -> None:
    """The newest year stands alone, older ones are bound together, large ones are cut; the newest come first."""
    made = years(counts)

    assert list(expected.items()) == [(each.name, len(each.entries)) for each in made], title
    dates = [each.moment for volume in made for each in volume.entries]
    assert sorted(dates, reverse=True) == dates


def test_new_year() -> None:
    """What is published changes the newest volume alone; so does the first story of a year, but for the last one."""
    before = {each.name: each.entries for each in years({2020: 3, 2021: 3, 2022: 2, 2023: 3})}
    same_year = {each.name: each.entries for each in years({2020: 3, 2021: 3, 2022: 2, 2023: 4})}
    new_year = {each.name: each.entries for each in years({2020: 3, 2021: 3, 2022: 2, 2023: 3, 2024: 1})}

    assert ["2023"] == [name for name, stories in same_year.items() if stories != before.get(name)]
    assert ["2024", "2022-2023"] == [name for name, stories in new_year.items() if stories != before.get(name)]


def test_languages() -> None:
    """Languages written without spaces have volumes of their own, after those of the site's language."""
    made = bound([entry(language=language) for language in ("ja", "de", "en-GB", "zh-Hant", "ar", "JA")], "en")

    assert {"2024": 3, "2024-ja": 2, "2024-zh-hant": 1} == {each.name: len(each.entries) for each in made}
    assert "2024" == made[0].name
    assert "ja" == bound([entry(language="en")], "ja")[0].language


@pytest.mark.parametrize(
    ("language", "home", "expected"),
    [("de", "en", "en"), ("ja", "en", "ja"), ("zh-Hant", "ja", "zh-hant"), ("en", "ja", "ja"), ("", "pt-BR", "pt-br")],
)
def test_indexed_as(language: str, home: str, expected: str) -> None:
    """A story is indexed as the site's language, unless its words have to be cut."""
    assert expected == indexed_as(language, home)


def test_each_once() -> None:
    """Every story is in one volume."""
    made = years({0: 2, 1999: 7, 2000: 3, 2001: 14, 2002: 1})
    addresses = Counter(each.address for volume in made for each in volume.entries)

    assert 27 == len(addresses)
    assert {1} == set(addresses.values())
    assert len(made) == len({each.name for each in made})
