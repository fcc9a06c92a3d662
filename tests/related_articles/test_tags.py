from pathlib import Path

import numpy as np
import pytest

from made_up_papers import ordered, story
from related_articles.memory import compare
from related_articles.tag_changes import carry_out
from related_articles.tag_plan import Addition, Merge, Plan, PlanError, dumped, read_plan
from related_articles.tag_spelling import doubled
from related_articles.tag_suggestions import Adviser
from related_articles.ties import tying


@pytest.mark.parametrize(
    ("uses", "expected"),
    [
        ({"Night Tram": 5, "night tram": 2, "night-tram": 1}, ("Night Tram", ("night tram", "night-tram"), "case")),
        ({"Café": 3, "Cafe": 1}, ("Café", ("Cafe",), "case")),
        ({"Ferry": 2, "Ferries": 9}, ("Ferries", ("Ferry",), "plural")),
        ({"Night Trams": 1, "Night Tram": 1}, ("Night Tram", ("Night Trams",), "plural")),
        ({"Lighthouse": 30, "Lihgthouse": 1}, ("Lighthouse", ("Lihgthouse",), "spelling")),
        ({"Government": 30, "Goverment": 2}, ("Government", ("Goverment",), "spelling")),
    ],
)
def test_doubled(uses: dict[str, int], expected: tuple[str, tuple[str, ...], str]) -> None:
    """A tag in two cases, in the plural, or with a slip of the hand is one tag; that of most stories stays."""
    assert [expected] == [(found.kept, found.others, found.why) for found in doubled(uses | {"Weather": 4, "Gulls": 1})]


@pytest.mark.parametrize(
    "uses",
    [
        {"Austria": 30, "Australia": 20}, {"Budget 2023": 30, "Budget 2024": 1}, {"Iran": 30, "Iraq": 1},
        {"University": 30, "Universe": 1}, {"News": 30, "New": 1}, {"Bus": 9, "Bu": 1}, {"市場": 30, "市政": 1},
        {"!!": 2, "??": 2}, {"Gas": 3, "Ga": 2},
    ],
)  # fmt: skip
def test_different(uses: dict[str, int]) -> None:
    """Words that are two words, frequent ones that look alike, numbers, and short ones stay apart."""
    assert [] == doubled(uses)


def test_ties() -> None:
    """The tags that two or more share are named, the most shared first, of equals that of fewer stories."""
    uses = {"Tram": 9, "Fog": 2, "Quay": 3, "Alone": 1}

    assert ["Tram", "Fog", "Quay"] == tying(
        ["Tram", "Fog", "Quay"], [["Tram", "Fog"], ["Tram", "Quay"], ["Tram", "Alone", "Alone"]], uses
    )
    assert ["Fog"] == tying([], [["Fog"], ["Fog"]], uses)
    assert [] == tying(["Tram"], [["Fog"], ["Quay"]], uses)


def test_suggestions() -> None:
    """An untagged story gets the tags of the stories most like it, and those whose words it says."""
    tagged = [story(f"tram {n}", f"tram rails bells driver night n{n}", tags=("Trams", "Transport")) for n in range(8)]
    others = [story(f"fog {n}", f"fog horn lamp sea keeper m{n}", tags=("Gull Steps",)) for n in range(8)]
    bare = story("bare", "tram rails driver at Gull Steps")
    far = [story(f"far {n}", f"chess{n} club{n}", tags=("Sport",)) for n in range(60)]
    told = ordered([*tagged, *others, *far, bare])
    row = told.index(bare)
    adviser = Adviser(compare(told).space, [list(one.tags) for one in told], np.array([row]))
    advice = {suggestion.tag: suggestion for suggestion in adviser.suggest(row, "en")}

    assert {"Trams", "Transport", "Gull Steps"} == set(advice)
    assert advice["Trams"].neighbours > 4
    assert advice["Gull Steps"].is_said


PLAN = Plan(
    (Merge("Tram", "tram", ("Trams", 'Night: "Tram"'), ("/tag/trams/",), "9 stories\nand # more"),),
    (Addition("articles/a.md", ("Fog", "yes"), "A title: <b> # 1\n- x", ("3 of 10 like it", "")),),
)  # fmt: skip


def test_plan() -> None:
    """A plan is read as it was written, whatever tags and titles say; what is only proposed does nothing."""
    text = dumped(PLAN, "tags.yaml", [("Once", "articles/b.md")])
    read = read_plan(text, "tags.yaml")

    assert [(merge.into, merge.slug, merge.tags, merge.aliases) for merge in PLAN.merges] == [
        (merge.into, merge.slug, merge.tags, merge.aliases) for merge in read.merges
    ]
    assert [("articles/a.md", ("Fog", "yes"))] == [(one.story, one.tags) for one in read.additions]
    assert () == read.drops
    assert ("Once",) == read_plan(text.replace("  # - ", "  - "), "tags.yaml").drops
    assert Plan() == read_plan(dumped(Plan(), "tags.yaml", []), "tags.yaml")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "merge:\n  - into: A\n    slug: a\n    tgas: [B]\n",
            "tags.yaml:4: 'tgas' is unknown: write one of into, slug, tags",
        ),
        ("add:\n  - tags: [A]\n", "tags.yaml:2: story is missing: add a line story: …"),
        ("drop: Tram\n", 'tags.yaml:1: this is a list: begin each with "- "'),
        ("add: [\n", "tags.yaml:2: this is no YAML"),
        ("drop:\n  -\n", "tags.yaml:2: a text must stand here"),
        ("- a\n", "tags.yaml:1: write merge, add, drop here, each with a colon"),
    ],
)
def test_wrong_plan(text: str, message: str) -> None:
    """What is wrong with a plan is told with its line, and what to write."""
    with pytest.raises(PlanError) as error:
        read_plan(text, "tags.yaml")

    assert str(error.value).startswith(message)


def test_carried_out(tmp_path: Path) -> None:
    """Lists of tags change, and no other byte of any file; old addresses lead to the tag that stays."""
    before = b"\xef\xbb\xbf---\r\ntitle: 'A'   # kept\r\ntags:\r\n  - Trams\r\n  - Tram\r\n  - Rare\r\n---\r\n"
    before += b"\r\ntags:\r\n  - Trams\r\n"
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "tags.yaml").write_text("fog:\n  name: Fog\n", encoding="utf-8")
    (tmp_path / "a.md").write_bytes(before)
    (tmp_path / "b.md").write_text("---\ntitle: B\n---\n\nText\n", encoding="utf-8")
    (tmp_path / "c.md").write_text("---\ntitle: C\ntags: Trams\n---\n\nText\n", encoding="utf-8")
    plan = Plan(
        (Merge("Tram", "tram", ("Trams",), ("/tag/trams/",)),),
        (Addition("b.md", ("Fog",)), Addition("gone.md", ("Fog",))),
        ("Rare",),
    )
    outcome = carry_out(plan, tmp_path)

    expected = before.replace(b"  - Trams\r\n  - Tram\r\n  - Rare\r\n---", b"  - Tram\r\n---")
    assert expected == (tmp_path / "a.md").read_bytes()
    assert "---\ntitle: B\ntags:\n  - Fog\n---\n\nText\n" == (tmp_path / "b.md").read_text(encoding="utf-8")
    tags = "fog:\n  name: Fog\ntram:\n  name: Tram\n  aliases:\n    - /tag/trams/\n"
    assert tags == (tmp_path / "data" / "tags.yaml").read_text(encoding="utf-8")
    assert ["a.md", "b.md", "tags.yaml"] == [path.name for path in outcome.changed]
    assert [] == carry_out(Plan(plan.merges, plan.additions[:1], plan.drops), tmp_path).changed
    assert ["gone.md: there is no such file: correct its name in the plan"] == outcome.refused[-1:]
    assert outcome.refused[0].endswith("c.md: tags is no list of texts: change it by hand")
