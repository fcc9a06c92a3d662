from pathlib import Path

import pytest

from markdown_articles.media_catalogue import MediaFile, catalogue_name, dump_catalogue, read_catalogue
from markdown_articles.problems import RegistryError

TIDE = MediaFile(
    "/wp-content/uploads/2023/10/tide: high.jpg", title="Tide", alt="A “ferry” at low water: 9:30",
    caption="Low\nwater", credit="Mara Quill / The Gull", description="yes", focus="45% 34%",
)  # fmt: skip


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("/wp-content/uploads/2023/10/tide.jpg", "2023-10.yaml"),
        ("/blog/wp-content/uploads/sites/3/2023/01/tide.jpg", "2023-01.yaml"),
        ("/wp-content/uploads/logo.png", "undated-l.yaml"),
        ("/wp-content/uploads/2023/13/Logo.png", "undated-l.yaml"),
        ("/wp-content/uploads/φάρος.png", "undated-_.yaml"),
    ],
)
def test_name(address: str, name: str) -> None:
    """A file stands in the catalogue of its month; one in no month's folder by the first letter of its name."""
    assert name == catalogue_name(address)


def test_there_and_back(tmp_path: Path) -> None:
    """What is written is read again."""
    ebb = MediaFile("/wp-content/uploads/2023/11/ebb.jpg", alt="Ebb")
    for name, text in dump_catalogue([TIDE, ebb]):
        (tmp_path / name).write_text(text, encoding="utf-8")

    assert {"2023-10.yaml", "2023-11.yaml"} == {path.name for path in tmp_path.iterdir()}
    assert {TIDE.address: TIDE} == read_catalogue(tmp_path / "2023-10.yaml")
    assert {} == read_catalogue(tmp_path / "2023-12.yaml")


def test_text() -> None:
    """A person can read it."""
    text = '/u/2023/10/a.jpg:\n  alt: A crane\n  credit: "Mara: Quill"\n'
    assert [("2023-10.yaml", text)] == list(
        dump_catalogue([MediaFile("/u/2023/10/a.jpg", alt="A crane", credit="Mara: Quill")])
    )


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("/a.jpg:\n  atl: A crane\n", "did you mean alt?"),
        ("a.jpg:\n  alt: A crane\n", "is no address of its own"),
        ("/a.jpg:\n  alt: A\n/a.jpg:\n  alt: B\n", "is no address of its own"),
        ("/a.jpg:\n  alt: 2023\n", "YAML reads 2023 as a number"),
        ("- a\n", "write lines of the form key: value"),
    ],
)
def test_mistakes(tmp_path: Path, text: str, problem: str) -> None:
    """What an editor has mistyped is named with file and line."""
    path = tmp_path / "2023-10.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(RegistryError, match=rf"{path}:\d+: .*{problem.replace('?', '.')}"):
        read_catalogue(path)
