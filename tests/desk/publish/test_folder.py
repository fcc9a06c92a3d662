"""A folder: in order, each file whole, nothing twice, nothing of others touched."""

import gzip
from pathlib import Path

from published_papers import HOSTILE, Desk, copy, files_of, page, paper, write


def test_whole(site: Path, tmp_path: Path) -> None:
    """The folder holds what the site holds, and headers for servers."""
    done = Desk(tmp_path).publish("folder", site, "--to", str(tmp_path / "www"))

    assert done.status == 0, done.said
    assert files_of(site) == files_of(tmp_path / "www")
    assert (tmp_path / "www" / "_hosts" / "nginx-headers.conf").is_file()


def test_nothing_twice(site: Path, tmp_path: Path) -> None:
    """A second run sends nothing: not one file is written anew."""
    desk, www = Desk(tmp_path), tmp_path / "www"
    desk.publish("folder", site, "--to", str(www))
    numbers = {path: path.stat().st_ino for path in www.rglob("*.html")}

    assert "nothing to publish" in desk.publish("folder", site, "--to", str(www)).said
    assert numbers == {path: path.stat().st_ino for path in www.rglob("*.html")}


def test_changes(site: Path, tmp_path: Path) -> None:
    """What is new, changed and gone is told and done; files of others stay."""
    desk, www = Desk(tmp_path), tmp_path / "www"
    desk.publish("folder", site, "--to", str(www))
    write(www, "of-others/notes.txt", "ours")
    newer = copy(site, "newer")
    write(newer, "2024/11/story-1/index.html", page("Story 1, corrected"))
    write(newer, "2024/12/new/index.html", page("New"))
    (newer / "2024/11/story-2/index.html").unlink()
    told = desk.publish("folder", newer, "--to", str(www), "--dry-run").said
    before = files_of(www)

    assert ["+ /2024/12/new/index.html", "~ /2024/11/story-1/index.html", "- /2024/11/story-2/index.html"] == [
        line.partition(" (")[0] for line in told.splitlines() if line[:2] in {"+ ", "~ ", "- "}
    ]
    assert before == files_of(www)
    assert desk.publish("folder", newer, "--to", str(www)).status == 0
    assert files_of(newer) == files_of(www, "of-others/")
    assert (www / "of-others/notes.txt").read_text() == "ours"
    assert not (www / "2024/11/story-2").exists()


def test_dry_run_makes_nothing(site: Path, tmp_path: Path) -> None:
    """A dry run does not even make the folder."""
    done = Desk(tmp_path).publish("folder", site, "--to", str(tmp_path / "www"), "--dry-run")

    assert done.status == 0
    assert not (tmp_path / "www").exists()


def test_hostile_names(tmp_path: Path) -> None:
    """Spaces, both Unicode forms, per cent signs, quotes and a leading dash go through."""
    site = paper(tmp_path / "site", files=dict.fromkeys(HOSTILE, "hostile"))
    desk = Desk(tmp_path)
    done = desk.publish("folder", site, "--to", str(tmp_path / "www"))

    assert done.status == 0, done.said
    assert set(HOSTILE) <= set(files_of(tmp_path / "www"))
    assert files_of(site) == files_of(tmp_path / "www")


def test_file_becomes_folder(tmp_path: Path) -> None:
    """An address that was a file may become a folder."""
    desk, www = Desk(tmp_path), tmp_path / "www"
    desk.publish("folder", paper(tmp_path / "old", files={"about": "a file"}), "--to", str(www))
    newer = paper(tmp_path / "newer", files={"about/index.html": page("About")})

    assert desk.publish("folder", newer, "--to", str(www)).status == 0
    assert files_of(newer) == files_of(www)


def test_hashed_files_linger(site: Path, tmp_path: Path) -> None:
    """A script that pages in readers' hands ask for stays for one publication more."""
    desk, www = Desk(tmp_path), tmp_path / "www"
    desk.publish("folder", site, "--to", str(www))
    script = "theme/share.0123456789.js"
    newer = copy(site, "newer")
    (newer / script).unlink()
    write(newer, "index.html", page("Second"))
    desk.publish("folder", newer, "--to", str(www))

    assert (www / script).is_file()
    write(newer, "index.html", page("Third"))
    desk.publish("folder", newer, "--to", str(www))
    assert not (www / script).exists()


def test_lost_file(site: Path, tmp_path: Path) -> None:
    """A file that someone took away there, or spoilt, is sent again."""
    desk, www = Desk(tmp_path), tmp_path / "www"
    desk.publish("folder", site, "--to", str(www))
    (www / "2024/11/story-0/index.html").unlink()
    (www / "2024/11/story-1/index.html").write_text("spoilt")

    assert desk.publish("folder", site, "--to", str(www)).status == 0
    assert files_of(site) == files_of(www)


def test_taken_back(site: Path, tmp_path: Path) -> None:
    """A story that was changed while a run was broken off, and changed back, is what it was."""
    desk, www = Desk(tmp_path), tmp_path / "www"
    desk.publish("folder", site, "--to", str(www))
    newer = copy(site, "newer")
    write(newer, "2024/11/story-1/index.html", page("Story X"))
    # Where this file would go, a folder stands: the run ends after some files were put.
    write(newer, "index.html.d", "x")
    (www / "index.html.d").mkdir()
    broken = desk.publish("folder", newer, "--to", str(www))

    assert broken.status == 1
    assert "index.html.d is a folder" in broken.said
    assert desk.publish("folder", site, "--to", str(www)).status == 0
    assert files_of(site) == files_of(www)


def test_impossible_folder(site: Path, tmp_path: Path) -> None:
    """A folder that cannot be is told of in a sentence."""
    (tmp_path / "file").write_text("no folder", encoding="utf-8")
    done = Desk(tmp_path).publish("folder", site, "--to", str(tmp_path / "file" / "www"))

    assert done.status == 1
    assert "Not a directory" in done.said
    assert "Traceback" not in done.said


def test_ledger_names_nothing(site: Path, tmp_path: Path) -> None:
    """A page that is reached by its address alone is not told of by the file that remembers what was sent."""
    Desk(tmp_path).publish("folder", site, "--to", str(tmp_path / "www"))
    ledger = gzip.decompress((tmp_path / "www/_hosts/published.gz").read_bytes()).decode()

    assert "story" not in ledger
    assert len(ledger.splitlines()) > len(files_of(site))
