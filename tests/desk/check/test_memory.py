"""What was found in a file is kept by what the file holds; what a check says never depends on it."""

import os
import random
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from built_sites import ROOT, write
from desk.check import CheckOptions, Finding, check_site
from desk.check.examination import Ground
from desk.check.memory import Memory
from small_papers import CLEAN, NOW

MISTAKE = "---\ntitle: New\ndate: 2024-11-21\n---\n\n[This](/trm/) leads nowhere.\n"
EDITS = (
    MISTAKE,
    MISTAKE.replace("/trm/", "/2024/11/tram/"),
    MISTAKE.replace("/trm/", "/2024/11/new-1/#part"),
    MISTAKE.replace("title: New", "titel: New"),
    MISTAKE.replace("date: 2024-11-21", "date: 2024-11-21\nslug: tram"),
    MISTAKE.replace("date: 2024-11-21", "date: 2024-11-21\naliases:\n  - /trm/"),
    MISTAKE.replace("[This]", '## <a id="part"></a>Part\n\n[This]'),
    "",
)
FILES = sum(place.endswith(".md") or place.startswith(("comments/", "data/media/")) for place in CLEAN)


class Desk:
    """A paper that is checked again and again, with a memory."""

    def __init__(self, folder: Path) -> None:
        self.content, self.cache = folder / "content", folder / "cache"
        write(self.content, CLEAN)
        self.looked_at: list[int] = []

    def check(self) -> tuple[Finding, ...]:
        """Check with the memory, and note how many files were looked at."""
        self.looked_at.append(0)
        return check_site(self.content, CheckOptions(cache=self.cache, workers=1, now=NOW, told=self._note))

    def check_anew(self) -> tuple[Finding, ...]:
        """Check without a memory."""
        return check_site(self.content, CheckOptions(cache=None, workers=1, now=NOW))

    def _note(self, done: int, _count: int) -> None:
        self.looked_at[-1] = done


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def test_only_what_changed(desk: Desk) -> None:
    """A second check looks at no file; after a change at that alone, and after a touch at none."""
    desk.check()
    desk.check()
    write(desk.content, {"articles/2024/11/ferry.md": MISTAKE})
    found = desk.check()
    os.utime(desk.content / "articles/2024/11/tram.md")
    desk.check()

    assert [FILES, 0, 1, 0] == desk.looked_at
    assert [("articles/2024/11/ferry.md", "dead-link")] == [(each.place, each.kind) for each in found]


def test_other_files(desk: Desk) -> None:
    """A change of one file is seen in what is said of others, which are not looked at again."""
    desk.check()
    (desk.content / "articles/2024/11/tram.md").unlink()
    found = desk.check()

    assert 0 == desk.looked_at[-1]
    assert {"articles/2024/11/ferry.md", "comments/2024/11/tram.yaml", "data/front.yaml"} <= {
        finding.place for finding in found
    }


@pytest.mark.parametrize("seed", range(4))
def test_any_edits(desk: Desk, seed: int) -> None:
    """After any edits a check with a memory says what one without says."""
    chance = random.Random(seed)  # noqa: S311  # no secret
    for _ in range(12):
        path = desk.content / f"articles/2024/11/new-{chance.randrange(3)}.md"
        text = chance.choice(EDITS)
        if text:
            path.write_text(text, encoding="utf-8")
        else:
            path.unlink(missing_ok=True)

        assert desk.check_anew() == desk.check()


@pytest.mark.parametrize("spoil", [lambda octets: octets[:-1], lambda octets: octets[:0], lambda octets: octets[::-1]])
def test_spoilt(desk: Desk, spoil: Callable[[bytes], bytes]) -> None:
    """A memory that is cut or spoilt counts as none, and is made good."""
    write(desk.content, {"articles/2024/11/new.md": MISTAKE})
    expected = desk.check()
    for path in desk.cache.iterdir():
        path.write_bytes(spoil(path.read_bytes()))

    assert expected == desk.check()
    desk.check()
    assert [FILES + 1, FILES + 1, 0] == desk.looked_at


def test_no_place_to_keep(desk: Desk) -> None:
    """Where nothing can be kept, a check says the same."""
    desk.cache.write_text("a file stands where the folder should be")

    assert desk.check_anew() == desk.check()


def test_other_ground(tmp_path: Path) -> None:
    """What was found on other ground, such as another zone or another folder of pictures, does not count."""
    ground = Ground(str(tmp_path), "UTC", ("wp-content",), ())
    write(tmp_path, {"articles/a.md": MISTAKE})
    check_site(tmp_path, CheckOptions(cache=tmp_path / "cache", now=NOW))

    assert ["articles/a.md"] == list(Memory(tmp_path / "cache", ground).recall())
    assert {} == Memory(tmp_path / "cache", ground._replace(zone="Europe/Berlin")).recall()
    assert {} == Memory(tmp_path / "cache", ground._replace(published=("images",))).recall()


def test_two_papers(tmp_path: Path) -> None:
    """Two papers share a cache, and neither drives out what is known of the other."""
    desks = [Desk(tmp_path / name) for name in ("one", "two")]
    for desk in desks:
        desk.cache = tmp_path / "cache"
    for desk in (*desks, *desks):
        desk.check()

    assert [[FILES, 0], [FILES, 0]] == [desk.looked_at for desk in desks]


def test_other_code(desk: Desk) -> None:
    """What other code found does not count: the memory is made of the code too."""
    desk.check()
    program = (
        "import sys; sys.path[:0] = ['.', 'plugins']\n"
        "from pathlib import Path\n"
        "from desk.check import examination, memory\n"
        "from desk.check.memory import Memory\n"
        "memory._LIBRARIES = memory._LIBRARIES[1:]\n"
        "ground = examination.Ground(sys.argv[1], 'UTC', ('wp-content',), ('gull.example',))\n"
        "print(len(Memory(Path(sys.argv[2]), ground).recall()))\n"
    )
    command = [sys.executable, "-c", program, str(desk.content), str(desk.cache)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    same = subprocess.run(
        [*command[:2], program.replace("memory._LIBRARIES = memory._LIBRARIES[1:]\n", ""), *command[3:]],
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip

    assert ("0", str(FILES)) == (done.stdout.strip(), same.stdout.strip())


def test_processes(tmp_path: Path) -> None:
    """Several processes find what one finds."""
    stories = {f"articles/2024/11/new-{number}.md": EDITS[number % 7] for number in range(400)}
    write(tmp_path / "content", {**CLEAN, **stories})
    alone, together = (
        check_site(tmp_path / "content", CheckOptions(cache=None, workers=workers, now=NOW)) for workers in (1, 2)
    )

    assert len(alone) > 200
    assert alone == together
