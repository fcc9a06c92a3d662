import pytest
import yaml

from related_articles.yaml_lists import UnchangeableError, texts_at, with_texts

CASES = [
    ("an item is added below the others", "title: A\ntags:\n  - Tram\nkind: news\n", ["Tram", "Night"],
     "title: A\ntags:\n  - Tram\n  - Night\nkind: news\n"),
    ("an item goes with its line", "tags:\n  - Tram\n  - Night\n", ["Night"], "tags:\n  - Night\n"),
    ("an item becomes another", "tags:\n- Trams\n- Night\n", ["Tram", "Night"], "tags:\n- Tram\n- Night\n"),
    ("the last item goes with its key", "title: A\ntags:\n  - Tram\nkind: news\n", [], "title: A\nkind: news\n"),
    ("a list of one line stays one", "tags: [Tram, Night]  # both\n", ["Tram"], "tags: [Tram]  # both\n"),
    ("a list of one line may grow", "tags: [Tram]\n", ["Tram", "a, b"], 'tags: [Tram, "a, b"]\n'),
    ("a key that says nothing", "tags:\nkind: news\n", ["Tram"], "tags: [Tram]\nkind: news\n"),
    ("a list that was not there", "title: A\n", ["Tram"], "title: A\ntags:\n  - Tram\n"),
    ("what looks like something else is quoted", "title: A\n", ["2024", "yes", "a: b", "#1", '"', "- x"],
     'title: A\ntags:\n  - "2024"\n  - "yes"\n  - "a: b"\n  - "#1"\n  - "\\""\n  - "- x"\n'),
    ("quotes and comments of other items stay", "tags:\n  - 'Tram'  # old\n  - \"Night\"\n", ["Tram"],
     "tags:\n  - 'Tram'  # old\n"),
    ("line ends stay those of the file", "title: A\r\ntags:\r\n  - Tram\r\nkind: news\r\n", ["Tram", "Night"],
     "title: A\r\ntags:\r\n  - Tram\r\n  - Night\r\nkind: news\r\n"),
    ("an empty line behind the list stays", "tags:\n  - Tram\n\nkind: news\n", ["Tram", "Fog"],
     "tags:\n  - Tram\n  - Fog\n\nkind: news\n"),
    ("nothing to do", "tags: [ Tram ]   # so\n", ["Tram"], "tags: [ Tram ]   # so\n"),
    ("letters of any script", "tags:\n  - سوق\n", ["سوق", "市場", "😀"], "tags:\n  - سوق\n  - 市場\n  - 😀\n"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_lists(text: str, wanted: list[str], expected: str) -> None:
    """A list changes where it stands; every other character stays."""
    assert expected == with_texts(text, ["tags"], wanted)
    assert wanted == (yaml.safe_load(expected).get("tags") or [])


INNER = [
    ("into an entry", "tram:\n  name: Tram\nfog:\n  name: Fog\n",
     "tram:\n  name: Tram\n  aliases:\n    - /tag/trams/\nfog:\n  name: Fog\n"),
    ("below others", "tram:\n  aliases:\n    - /a/\n  name: Tram\n",
     "tram:\n  aliases:\n    - /a/\n    - /tag/trams/\n  name: Tram\n"),
    ("as a new entry", "fog:\n  name: Fog\n", "fog:\n  name: Fog\ntram:\n  aliases:\n    - /tag/trams/\n"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in INNER], ids=[case[0] for case in INNER])
def test_inner_lists(text: str, expected: str) -> None:
    """A list within an entry is changed the same way."""
    wanted = [*texts_at(text, "tram", "aliases"), "/tag/trams/"]

    assert expected == with_texts(text, ["tram", "aliases"], wanted)


@pytest.mark.parametrize(
    "text", ["tags: Tram\n", "tags: {a: b}\n", "tags:\n  - a\n  - >\n   b\n   c\n", "a: *b\n", "- a\n"]
)
def test_unchangeable(text: str) -> None:
    """What would come out with another meaning is refused."""
    with pytest.raises((UnchangeableError, yaml.YAMLError)):
        with_texts(text, ["tags"], [*texts_at(text, "tags"), "Night"])
