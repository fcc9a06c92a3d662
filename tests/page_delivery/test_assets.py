from pathlib import Path

import pytest

from page_delivery.assets import AssetError, Assets


def assets(folder: Path, files: dict[str, str]) -> Assets:
    """Give the assets of a theme with these files."""
    for name, text in files.items():
        (folder / "static" / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / "static" / name).write_text(text, encoding="utf-8")
    return Assets(folder / "static", "theme", lambda _, octets: octets)


def test_named_by_content(tmp_path: Path) -> None:
    """An address changes when the file does, and only then."""
    first = assets(tmp_path, {"scripts/live.js": "let a"}).address("scripts/live.js")
    same = assets(tmp_path, {}).address("scripts/live.js")
    changed = assets(tmp_path, {"scripts/live.js": "let b"}).address("scripts/live.js")

    assert first == same == "/theme/live.21f1173fff.js"
    assert first != changed


def test_only_what_is_asked_for(tmp_path: Path) -> None:
    """Files that no page asks for are not published."""
    theme = assets(tmp_path, {"scripts/live.js": "let a", "scripts/gallery.js": "let b"})
    address = theme.address("scripts/live.js")
    theme.publish(tmp_path / "output")

    assert [address] == [f"/{path.relative_to(tmp_path / 'output')}" for path in (tmp_path / "output").glob("*/*")]


def test_names_of_any_letters(tmp_path: Path) -> None:
    """An address is percent-encoded."""
    assert assets(tmp_path, {"a b'.svg": "<svg/>"}).address("a b'.svg").startswith("/theme/a%20b%27.")


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("scripts/none.js", r'asset\("scripts/none.js"\): .*none.js cannot be read \(No such file or directory\)'),
        ("../secret.txt", r'asset\("../secret.txt"\): .* is outside of '),
        ("scripts", r"Is a directory"),
    ],
)
def test_not_there(tmp_path: Path, name: str, said: str) -> None:
    """A file that the theme does not have is named, with what to do."""
    theme = assets(tmp_path, {"scripts/live.js": "let a", "../secret.txt": "no"})

    with pytest.raises(AssetError, match=said):
        theme.address(name)
