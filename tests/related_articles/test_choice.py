import numpy as np

from related_articles.choice import Chooser, Wish
from related_articles.matches import Matches, packed

NO = Wish()


def matched(**lists: list[int]) -> Matches:
    """Give matches: `_0=[2, 1]` is that the first article finds the third, then the second."""
    rows = [
        (int(name[1:]), 9000 - place, other) for name, others in lists.items() for place, other in enumerate(others)
    ]
    columns = np.array(rows, np.int64).reshape(-1, 3).T
    return np.sort(packed(columns[0], columns[1], columns[2]))


def chosen(matches: Matches, wishes: list[Wish], twins: Matches | None = None, count: int = 2) -> list[list[int]]:
    return Chooser(wishes, (matches, matched() if twins is None else twins), count).choose()


def test_order() -> None:
    """What an editor picked comes first, then a link of the text, then what is most alike."""
    wishes = [Wish(picked=(4,), linked=(3, 2)), NO, NO, NO, NO]

    assert [4, 3] == chosen(matched(_0=[1, 2]), wishes)[0]
    assert [4, 3, 2, 1] == chosen(matched(_0=[1, 2]), wishes, count=4)[0]


def test_half_of_the_places() -> None:
    """Links of the text take half of the places: they are in the text already."""
    assert [1, 2, 5, 6] == chosen(matched(_0=[5, 6]), [Wish(linked=(1, 2, 3, 4)), *[NO] * 6], count=4)[0]


def test_all_picks() -> None:
    """An editor's picks are shown however many they are."""
    assert [1, 2, 3] == chosen(matched(_0=[4]), [Wish(picked=(1, 2, 3)), *[NO] * 4])[0]


def test_forbidden() -> None:
    """What is forbidden is neither filled in nor shown because of a link, nor to spare it from standing nowhere."""
    wishes = [Wish(linked=(1,), forbidden=frozenset({1, 2})), NO, NO, NO]

    assert [3] == chosen(matched(_0=[1, 2, 3], _2=[0]), wishes)[0]


def test_whole() -> None:
    """Nothing is added to an article's picks where its editor says so."""
    assert [2] == chosen(matched(_0=[1], _1=[0]), [Wish(picked=(2,), is_whole=True), NO, NO])[0]


def test_twins() -> None:
    """Of stories that say the same one is shown, and none beside its own twin."""
    assert [1, 3] == chosen(matched(_0=[4, 1, 2, 3]), [NO] * 5, matched(_1=[2], _0=[4]))[0]


def test_inbound() -> None:
    """A story that stands nowhere takes the last place beside one like it, if that costs no other its only one."""
    matches = matched(_0=[1, 2], _1=[0, 2], _2=[0, 1], _3=[0])

    assert [[1, 3], [0, 2], [0, 1], [0]] == chosen(matches, [NO] * 4)


def test_inbound_costs_nobody() -> None:
    """It takes no place from a story that stands there alone, nor from one that an editor picked."""
    picked = [Wish(picked=(1, 2)), NO, NO, NO]

    assert [1, 2] == chosen(matched(_3=[0], _1=[2], _2=[1]), picked)[0]
    assert [1, 2] == chosen(matched(_0=[1, 2], _1=[0], _3=[0]), [NO] * 4)[0]


def test_free_place() -> None:
    """A free place is taken without costing anyone."""
    assert [[1, 2], [0], [0]] == chosen(matched(_0=[1], _1=[0], _2=[0]), [NO] * 3)
