"""publish.toml: what is wrong with it is told with its line and what to write instead."""

from pathlib import Path

import pytest

from desk.publish.problems import RefusalError
from desk.publish.settings import S3, Folder, Headers, Rsync, read_settings


def read(folder: Path, text: str, name: str, to: str = "") -> object:
    file = folder / "publish.toml"
    file.write_text(text, encoding="utf-8")
    return read_settings(file, name, to)[0]


WRONG = [
    (
        "an unknown target",
        "folder2",
        "[folder]\npath = 'www'\n",
        "publish.toml: there is no target 'folder2': did you mean",
    ),
    (
        "an unknown setting",
        "s3",
        "\n[s3]\nbucket = 'b'\nbukcet = 'c'\n",
        "publish.toml:4: there is no bukcet: did you mean",
    ),
    ("a secret", "s3", "[s3]\nbucket = 'b'\nsecret_key = 'x'\n", "publish.toml:3: secret_key is a secret: take it out"),
    (
        "a number as text",
        "rsync",
        "[rsync]\npath = '/p'\nkeep = '5'\n",
        "publish.toml:3: keep is '5', and has to be a number",
    ),
    ("a text as number", "s3", "[s3]\nbucket = 5\n", "publish.toml:2: bucket is 5, and has to be a text in quotes"),
    (
        "a flag as number",
        "s3",
        "[s3]\nbucket = 'b'\nwebsite = 1\n",
        "publish.toml:3: website is 1, and has to be true or",
    ),
    (
        "another choice",
        "rsync",
        "[rsync]\npath = '/p'\ncompare = 'size'\n",
        "publish.toml:3: compare is 'size': write 'con",
    ),
    (
        "less than nothing",
        "rsync",
        "[rsync]\npath = '/p'\nkeep = -1\n",
        "publish.toml:3: keep is -1: write no less than 0",
    ),
    (
        "no main setting",
        "s3",
        "[s3]\nregion = 'x'\n",
        "publish.toml: [s3] has no bucket: write bucket = … below it, or",
    ),
    ("no TOML", "s3", "[s3\n", "publish.toml: is no TOML"),
    ("a setting in no table", "s3", "bucket = 'b'\n[s3]\n", "publish.toml:1: bucket stands in no table"),
    (
        "unknown headers",
        "folder",
        "[folder]\npath = 'w'\n[headers]\npage = 1\n",
        "publish.toml:4: there is no page: did you",
    ),
    ("an unknown kind", "live", "[live]\nkind = 'ftp'\n", "publish.toml: there is no target 'live'"),
]


@pytest.mark.parametrize(("name", "text", "said"), [case[1:] for case in WRONG], ids=[case[0] for case in WRONG])
def test_wrong(tmp_path: Path, name: str, text: str, said: str) -> None:
    """A mistake is told with its line; a secret is not repeated."""
    with pytest.raises(RefusalError) as caught:
        read(tmp_path, text, name)

    assert said in str(caught.value)
    assert "gull:secret" not in str(caught.value)


def test_no_file(tmp_path: Path) -> None:
    """Without a file, `--to` says all that has to be said."""
    none = tmp_path / "none.toml"

    assert (Folder(path="/srv/www"), Headers()) == read_settings(none, "folder", "/srv/www")
    assert Rsync(host="gull@web", path="/srv/www") == read_settings(none, "rsync", "gull@web:/srv/www")[0]
    assert Rsync(path="/srv/www") == read_settings(none, "rsync", "/srv/www")[0]
    assert S3(bucket="paper", prefix="a/b") == read_settings(none, "s3", "s3://paper/a/b")[0]


def test_several_of_a_kind(tmp_path: Path) -> None:
    """A target may have any name, and says its kind."""
    text = "[live]\nkind = 'rsync'\npath = '/live'\n[rehearsal]\nkind = 'rsync'\npath = '/rehearsal'\n"

    assert Rsync(path="/rehearsal") == read(tmp_path, text, "rehearsal")
