"""Migrations that are cut off: killed, out of disk, shut out, with an export that ends in the middle."""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from site_migration.__main__ import main
from tiny_exports import HEAD, TAIL, item

PLUGINS = Path(__file__).parents[2] / "plugins"
ENVIRONMENT = os.environ | {"PYTHONPATH": str(PLUGINS), "COLUMNS": "200"}
POSTS = 400
KILLS = 50
COMMENT = """<wp:comment><wp:comment_id>{}</wp:comment_id><wp:comment_author>Reader</wp:comment_author>
<wp:comment_content>Words of {}.</wp:comment_content><wp:comment_approved>1</wp:comment_approved></wp:comment>"""
MEMORY = "state.sqlite"


def write_export(path: Path, version: str) -> Path:
    """Write an export in which each body says in which version it is, from its first paragraph to its last."""
    body = "\n\n".join(f"Paragraph {number} of {version}." for number in range(12))
    posts = [
        item(number, slug=f"tide-{number}", body=body, inside=("publish", COMMENT.format(number, version)))
        for number in range(1, POSTS + 1)
    ]
    path.write_text(HEAD + "".join(posts) + TAIL, encoding="utf-8")
    return path


def start(export: Path, content: Path) -> subprocess.Popen[bytes]:
    """Start a migration in a process of its own; the report names the folder as it is named here."""
    command = [sys.executable, "-m", "site_migration", "migrate", str(export), "--into", content.name, "--workers", "1"]
    quiet = subprocess.DEVNULL
    content.parent.mkdir(exist_ok=True)
    return subprocess.Popen(command, env=ENVIRONMENT, cwd=content.parent, stdout=quiet, stderr=quiet)


def texts(content: Path) -> dict[str, bytes]:
    """Give all that readers, editors and reports see, by place."""
    files = (file for file in content.rglob("*") if file.is_file() and not file.name.startswith(MEMORY))
    return {str(file.relative_to(content)): file.read_bytes() for file in files}


def without_reports(found: dict[str, bytes]) -> dict[str, bytes]:
    return {place: text for place, text in found.items() if not place.startswith("migration/")}


def edit(content: Path) -> None:
    file = content / "articles/2023/10/tide-7.md"
    file.write_text(file.read_text("utf-8").replace("wordpress_id:", "kicker: An editor's\nwordpress_id:"), "utf-8")


def test_killed_at_any_moment(tmp_path: Path) -> None:
    """Killed at fifty random moments, a migration is never seen half-done, and ends with the bytes of a calm one."""
    exports = {version: write_export(tmp_path / f"{version}.xml", version) for version in ("one", "two")}
    calm, content = tmp_path / "calm" / "content", tmp_path / "killed" / "content"
    begun = time.monotonic()
    assert start(exports["one"], calm).wait() == 0
    lasted = time.monotonic() - begun
    first = texts(calm)
    dice = random.Random(7)  # noqa: S311  # repeatable, not secret

    for kill in range(KILLS):
        if kill == KILLS // 2:
            assert start(exports["one"], content).wait() == 0
            assert texts(content) == first
            for folder in (calm, content):
                edit(folder)
            assert start(exports["two"], calm).wait() == 0
        running = start(exports["one" if kill < KILLS // 2 else "two"], content)
        time.sleep(dice.uniform(0.3, 1.0) * lasted)
        running.send_signal(signal.SIGKILL)
        running.wait()
        seen = {place: text for place, text in texts(content).items() if place.endswith((".md", ".yaml"))}
        whole = texts(calm)
        assert not [place for place, text in seen.items() if text not in (first.get(place), whole.get(place))
                    and not place.endswith("tide-7.md")]  # fmt: skip

    assert start(exports["two"], content).wait() == 0
    # The report of a run says what it merged, which a killed one may have done before.
    found, expected = (without_reports(texts(folder)) for folder in (content, calm))
    assert found == expected
    edited = (content / "articles/2023/10/tide-7.md").read_text(encoding="utf-8")
    assert "kicker: An editor's" in edited
    assert "Paragraph 4 of two." in edited


def test_out_of_disk(tmp_path: Path) -> None:
    """A full disk is said in a sentence with what to do; with room again, the next run ends with the same bytes."""
    export, disk = write_export(tmp_path / "one.xml", "one"), tmp_path / "disk"
    disk.mkdir()
    inside = (
        f"mount -t tmpfs -o size=700k tmpfs {disk} && "
        f"{sys.executable} -m site_migration migrate {export} --into {disk}/content --workers 1; echo status $?; "
        f"mount -o remount,size=20m {disk} && "
        f"{sys.executable} -m site_migration migrate {export} --into {disk}/content --workers 1 >/dev/null; "
        f"echo status $?; cp -r {disk}/content {tmp_path}/content"
    )
    # A disk of its own needs a namespace of its own, which also someone without rights may have.
    command = ["unshare", "--user", "--map-root-user", "--mount", "sh", "-c", inside]
    ended = subprocess.run(command, env=ENVIRONMENT, capture_output=True, text=True, check=False)

    assert "Traceback" not in ended.stdout + ended.stderr
    assert "No space left on device" in ended.stdout or "disk is full" in ended.stdout
    statuses = [line for line in ended.stdout.splitlines() if line.startswith("status")]
    assert statuses[0] in ("status 1", "status 2")
    assert statuses[1] == "status 0"
    assert start(export, tmp_path / "calm").wait() == 0
    found, expected = (without_reports(texts(tmp_path / folder)) for folder in ("content", "calm"))
    assert found == expected


def test_unwritable_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A content folder in which nothing can be written ends the command with a sentence."""
    (tmp_path / "content").write_text("a file where the folder should be", encoding="utf-8")

    assert main(["migrate", str(write_export(tmp_path / "one.xml", "one")), "--into", str(tmp_path / "content")]) == 2
    assert "content" in capsys.readouterr().out


def test_cut_export(tmp_path: Path) -> None:
    """An export that ends in the middle fails, hides nothing, and a whole one makes all good."""
    whole, content, calm = write_export(tmp_path / "one.xml", "one"), tmp_path / "content", tmp_path / "calm"
    cut = tmp_path / "cut.xml"
    cut.write_bytes(whole.read_bytes()[: whole.stat().st_size * 2 // 3])

    assert main(["migrate", str(cut), "--into", str(content)]) == 1
    shutil.copy(whole, cut)
    assert main(["migrate", str(cut), "--into", str(content)]) == 0
    assert main(["migrate", str(cut), "--into", str(calm)]) == 0
    found, expected = (without_reports(texts(folder)) for folder in (content, calm))
    assert found == expected


def test_cut_export_after_a_whole_one(tmp_path: Path) -> None:
    """What is missing in a damaged export is not taken for gone from the site."""
    whole, content = write_export(tmp_path / "one.xml", "one"), tmp_path / "content"
    assert main(["migrate", str(whole), "--into", str(content)]) == 0
    before = {place: text for place, text in texts(content).items() if place.endswith(".md")}
    octets = whole.read_bytes()
    whole.write_bytes(octets[: octets.rfind(b"<item>") + 40])

    assert main(["migrate", str(whole), "--into", str(content)]) == 1
    assert before == {place: text for place, text in texts(content).items() if place.endswith(".md")}
