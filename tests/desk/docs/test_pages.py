"""The pages of the documentation: which there are, and what is wrong with one."""

from pathlib import Path

import pytest

from built_sites import write
from desk.docs.command import docs
from desk.docs.composing import compose
from desk.docs.pages import DocsError, read_pages

FILES = {
    "docs/README.md": "# Contents\n\n- [Write](write.md)\n- [Code](../desk/press.py)\n",
    "docs/write.md": "# Write: a guide\n\nSee [plugins](../plugins/README.md#all), ![a](pictures/a.jpg), [home](https://x.example).\n",
    "docs/alone.md": "# Linked by nobody\n",
    "docs/pictures/a.jpg": "",
    "docs/pictures/unused.jpg": "",
    "desk/press.py": "",
    "plugins/README.md": "# Plugins\n\n    ./inv code\n\nBack to [writing](../docs/write.md).\n",
}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    write(tmp_path, FILES)
    return tmp_path


def test_all_that_is_linked(project: Path) -> None:
    """The table of contents and all that it leads to are pages, in this order."""
    assert ["/", "/write/", "/reference/plugins/"] == [page.address for page in read_pages(project)]


def test_composed(project: Path) -> None:
    """Links lead to pages and pictures of the site, those to other files are words, and the menu is the contents."""
    content = project / "scratch"
    compose(project, read_pages(project), content)

    assert (content / "pages" / "write.md").read_text("utf-8") == (
        '---\ntitle: "Write: a guide"\npermalink: /write/\n---\n\n'
        "See [plugins](/reference/plugins/#all), ![a](/pictures/a.jpg), [home](https://x.example).\n"
    )
    assert "- Code\n" in (content / "pages" / "contents.md").read_text("utf-8")
    menus = (content / "data" / "menus.yaml").read_text("utf-8")
    assert '    - title: "Write: a guide"\n      address: /write/\n' in menus
    assert ["a.jpg"] == [picture.name for picture in (content / "pictures").iterdir()]


def test_code_at_the_start(project: Path) -> None:
    """A page that begins with code keeps the spaces that make it so."""
    assert read_pages(project)[2].text.startswith("    ./inv code\n")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("# Write\n\n[x](gone.md)\n", "docs/write.md: a link leads to docs/gone.md, which is not there: correct it"),
        ("Write\n", "docs/write.md:1: no title: begin the page with a line # Title"),
    ],
)
def test_wrong(project: Path, text: str, told: str) -> None:
    """A link to nothing and a page without a title are told with their file."""
    write(project, {"docs/write.md": text})

    with pytest.raises(DocsError, match="write") as raised:
        read_pages(project)
    assert told == str(raised.value)


def test_command(project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """The command ends with 1 and one sentence where a page is wrong, else with 0."""
    monkeypatch.chdir(project)
    assert docs([str(project / "scratch")]) == 0

    write(project, {"docs/write.md": "Write\n"})
    assert docs([str(project / "scratch")]) == 1
    assert capsys.readouterr().err.count("\n") == 1
