"""A whole site, from its export to its pages, compared with the one that a person has read and accepted."""

import re
import shutil
from pathlib import Path

import pytest

from commands import build, migrate

HERE = Path(__file__).parent
EXPECTED = HERE / "expected"
COMPARED = {".md", ".yaml", ".html", ".xml", ".json", ".jsonl", ".txt"}
NAMED = {"_redirects"}
STYLE = re.compile(r"(<style[^>]*>).*?(</style>)", re.DOTALL)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Migrate and build as the tasks do, in an empty folder."""
    folder = tmp_path_factory.mktemp("site")
    shutil.copy(HERE / "export.xml", folder)
    for done in (migrate(folder, Path("export.xml")), build(folder)):
        assert done.returncode == 0, done.stdout + done.stderr
    return folder


def texts(folder: Path) -> dict[str, str]:
    """Give the text files of a folder. Styles are left out: a golden page is about what it says, not how it looks."""
    files = (path for path in sorted(folder.rglob("*")) if path.suffix in COMPARED or path.name in NAMED)
    return {str(file.relative_to(folder)): STYLE.sub(r"\1\2", file.read_text(encoding="utf-8")) for file in files}


@pytest.mark.parametrize("part", ["content", "output"])
def test_golden(site: Path, part: str, request: pytest.FixtureRequest) -> None:
    """The site is the accepted one, file by file."""
    made = texts(site / part)
    if request.config.getoption("--update"):
        shutil.rmtree(EXPECTED / part, ignore_errors=True)
        for name, text in made.items():
            (EXPECTED / part / name).parent.mkdir(parents=True, exist_ok=True)
            (EXPECTED / part / name).write_text(text, encoding="utf-8")

    expected = texts(EXPECTED / part)
    assert sorted(expected) == sorted(made)
    for name, text in expected.items():
        assert text == made[name], name


def test_nothing_hidden_is_shown(site: Path) -> None:
    """No word of a draft, a private, a password-protected or a trashed item is in any file of the built site."""
    for file in (path for path in (site / "output").rglob("*") if path.is_file()):
        assert b"secret" not in file.read_bytes().lower(), file


def test_no_address_of_a_commenter(site: Path) -> None:
    """No e-mail and no IP address of a commenter, and no password, leaves the export."""
    for file in (path for path in site.rglob("*") if path.is_file() and path.name != "export.xml"):
        for token in (b"reader@mail.example", b"192.0.2.7", b"hunter2", b"editor@gull.example"):
            assert token not in file.read_bytes(), file


def test_again(site: Path) -> None:
    """Migrating once more changes neither a byte nor a time of any article."""
    files = sorted((site / "content").rglob("*.md"))
    before = [(file.stat().st_mtime_ns, file.read_bytes()) for file in files]
    migrate(site, Path("export.xml"))

    assert before == [(file.stat().st_mtime_ns, file.read_bytes()) for file in files]
