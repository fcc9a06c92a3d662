"""What is never published, and what has to be asked for by name."""

from pathlib import Path

import pytest

from built_sites import ADDRESS
from published_papers import Desk, files_of, page, paper, write


def refused(desk: Desk, site: Path, *options: str) -> str:
    done = desk.publish("folder", site, "--to", str(desk.folder / "www"), *options)
    assert done.status == 2, done.said
    assert "Traceback" not in done.said
    assert not (desk.folder / "www" / "index.html").exists()
    return done.said


def test_nothing_built(tmp_path: Path) -> None:
    """A folder that is not there, and an empty one, are told of."""
    assert "is no folder: build the site first" in refused(Desk(tmp_path), tmp_path / "none")
    (tmp_path / "empty").mkdir()
    assert "is empty: build the site first" in refused(Desk(tmp_path), tmp_path / "empty")


def test_of_others(site: Path, tmp_path: Path) -> None:
    """A folder whose front page does not say that we made it is no site of ours."""
    write(site, "index.html", page("x").replace("Broadsheet", "Another"))

    assert "is no site that ./inv build made" in refused(Desk(tmp_path), site)


def test_without_address(site: Path, tmp_path: Path) -> None:
    """A build that does not know its address is not published."""
    write(site, "index.html", page("x").replace(f"<link href={ADDRESS}/ rel=canonical>", ""))

    assert "SITEURL=https://your.domain ./inv build --production" in refused(Desk(tmp_path), site)


def test_reloading(site: Path, tmp_path: Path) -> None:
    """One page with the script of `./inv serve`, anywhere, is enough."""
    write(site, "2024/11/story-3/index.html", page("x", "<script data-desk-reload>reload()</script>"))

    assert "2024/11/story-3/index.html holds the script of ./inv serve" in refused(Desk(tmp_path), site)


def test_unfinished(site: Path, tmp_path: Path) -> None:
    """A build that is none for production is published only where that is said."""
    (site / "index.html.gz").unlink()

    assert "was not built for production" in refused(Desk(tmp_path), site)
    assert Desk(tmp_path).publish("folder", site, "--to", str(tmp_path / "www"), "--unfinished").status == 0


def test_shrunken(tmp_path: Path) -> None:
    """More than a third of all pages gone is an accident, unless it is said that it is none."""
    desk, www = Desk(tmp_path), str(tmp_path / "www")
    site = paper(tmp_path / "site", stories=10)
    desk.publish("folder", site, "--to", www)
    for number in range(4):
        (site / f"2024/11/story-{number}/index.html").unlink()
    assert desk.publish("folder", site, "--to", www).status == 0, "a third is allowed"
    for number in range(4, 8):
        (site / f"2024/11/story-{number}/index.html").unlink()
    before = files_of(tmp_path / "www")
    done = desk.publish("folder", site, "--to", www)

    assert done.status == 2
    assert "4 of 8 pages would go" in done.said
    assert before == files_of(tmp_path / "www")
    assert desk.publish("folder", site, "--to", www, "--allow-shrink").status == 0


def test_names(site: Path, tmp_path: Path) -> None:
    """A name that is no text, and one with a line break, are named and refused."""
    (site / "broken\udcff.jpg").write_text("x")
    assert "no host takes this name" in refused(Desk(tmp_path), site)
    (site / "broken\udcff.jpg").unlink()
    (site / "two\nlines.jpg").write_text("x")
    assert "'two\\nlines.jpg'" in refused(Desk(tmp_path), site)


def test_links(site: Path, tmp_path: Path) -> None:
    """A link could lead to what was never meant for readers."""
    (tmp_path / "secret.txt").write_text("secret")
    (site / "notes.txt").symlink_to(tmp_path / "secret.txt")

    assert "notes.txt: is a link, which could lead anywhere" in refused(Desk(tmp_path), site)


def test_hidden_files(site: Path, tmp_path: Path) -> None:
    """What is hidden stays here, but for what hosts look for."""
    for place in (".git/config", ".env", ".well-known/security.txt"):
        write(site, place, "x")
    Desk(tmp_path).publish("folder", site, "--to", str(tmp_path / "www"))

    assert (tmp_path / "www/.well-known/security.txt").is_file()
    assert not (tmp_path / "www/.env").exists()
    assert not (tmp_path / "www/.git").exists()


def test_within_itself(site: Path, tmp_path: Path) -> None:
    """A site is never published into itself, nor into a folder that holds it."""
    for place in (site, site / "www", tmp_path):
        done = Desk(tmp_path).publish("folder", site, "--to", str(place))
        assert done.status == 2
        assert "lie within each other" in done.said
    assert not (site / "www").exists()


@pytest.mark.parametrize("target", ["folder", "s3", "rsync", "github-pages"])
def test_no_preview(site: Path, tmp_path: Path, target: str) -> None:
    """A target that shows one site alone takes no preview."""
    done = Desk(tmp_path).publish(target, site, "--to", "a", "--preview", "pr-1")

    assert done.status == 2
    assert "previews go to cloudflare or netlify" in done.said
