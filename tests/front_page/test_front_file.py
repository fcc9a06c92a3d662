"""The editors' file, as they may write it."""

import pytest

from front_page.front_file import FrontFileError, Named, Plan, read_plan


def test_whole() -> None:
    """A file names stories and sections, each with its line; a list of one may be a single text."""
    text = "# ours\nlead: night-tram\nbeside:\n  - 'A: title'\n  - 2024\nsections: quay\nhidden:\n"

    assert Plan(
        "front.yaml", (Named("night-tram", 2),), (Named("A: title", 4), Named("2024", 5)), (Named("quay", 6),), ()
    ) == read_plan(text.encode(), "front.yaml")  # fmt: skip


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "lead:\nbeside: []\n", "lead: ''\n"])
def test_empty(text: str) -> None:
    """A file, a key and a list may be empty."""
    assert Plan("front.yaml") == read_plan(text.encode(), "front.yaml")


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("leed: x\n", ["1: there is no key 'leed': did you mean lead?"]),
        ("lead: a\ncategories: [b]\n", ["2: there is no key 'categories': did you mean sections?"]),
        ("wibble: x\n", ["1: there is no key 'wibble': the keys are lead, beside, sections, hidden"]),
        ("lead: a\nlead: b\n", ["2: lead stands here for the second time: keep one of the two"]),
        ("lead: [a,\n b]\n", ["2: lead: one story leads: write the others below beside:"]),
        (
            "beside:\n  - a: b\nx: 1\n",
            [
                '2: beside: write a title, a slug or an address, after "- " where it is a list',
                "3: there is no key 'x': the keys are lead, beside, sections, hidden",
            ],
        ),
        ("- a\n", ["1: write lines of the form lead: title, and lists below beside: and sections:"]),
        ("[" * 5_000, ["1: brackets nest too deep here: nothing needs more than a list"]),
        ("lead: \0\n", ["1: holds a character that YAML does not allow: remove it"]),
    ],
)
def test_wrong(text: str, problems: list[str]) -> None:
    """Everything that is wrong is told, file and line first."""
    with pytest.raises(FrontFileError) as caught:
        read_plan(text.encode(), "front.yaml")

    assert [f"front.yaml:{problem}" for problem in problems] == str(caught.value).splitlines()


def test_no_yaml() -> None:
    """What is no YAML is told in plain words, with its line."""
    with pytest.raises(FrontFileError, match=r"^front\.yaml:2: is no YAML \(.*\): mind the indentation"):
        read_plan(b"lead: a\nbeside: b: c\n", "front.yaml")


def test_no_utf8() -> None:
    """A file that is not UTF-8 is told with the line of its first wrong byte."""
    with pytest.raises(FrontFileError, match=r"^front\.yaml:2: is not written in UTF-8"):
        read_plan("lead: a\nhidden: é\n".encode("latin-1"), "front.yaml")
