"""Threads that are read when a template asks for them."""

from collections.abc import Callable
from datetime import UTC
from pathlib import Path

import pytest

from archived_comments.kept_thread import Extent, KeptThread
from archived_comments.thread import Page
from archived_comments.thread_file import ThreadFileError

THREE = "- id: 1\n  author: Ada\n- id: 2\n  kind: pingback\n- id: 3\n"


class Memory(dict[str, Extent]):
    """What builds remember."""

    def recall(self, name: str, key: str, make: Callable[[], Extent]) -> Extent:
        """Give what was made for the key once, or make it."""
        if f"{name} {key}" not in self:
            self[f"{name} {key}"] = make()
        return self[f"{name} {key}"]


def thread(folder: Path, text: str, most: int = 1) -> KeptThread:
    file = folder / "tram.yaml"
    file.write_text(text, encoding="utf-8")
    return KeptThread(file, "comments/tram.yaml", UTC, Page(1, "tram/", "tram/index.html", ()), most)


def test_read_when_asked(tmp_path: Path) -> None:
    """What an earlier build has found sound is not read again before a template asks; then it is all there."""
    memory = Memory()
    assert Extent(3, 2) == thread(tmp_path, THREE).measure(memory)

    again = thread(tmp_path, THREE)
    again.measure(memory)
    again.file.write_text(THREE.replace("Ada", "Bo"), encoding="utf-8")  # who reads it now sees that
    assert Extent(3, 2) == again.extent
    assert (2, 2, 1) == (again.count, len(again.pages), len(again.pings))
    assert "Bo" == again.pages[0].rows[0].comment.author


def test_without_memory(tmp_path: Path) -> None:
    """Without a memory it is the same thread, and an empty file has none."""
    assert Extent(3, 1) == thread(tmp_path, THREE, most=2).measure(None)
    assert 0 == thread(tmp_path, "").measure(None).comments


def test_unsound(tmp_path: Path) -> None:
    """What is wrong is said in each build: nothing of it is remembered."""
    memory = Memory()
    for _ in range(2):
        with pytest.raises(ThreadFileError, match=r"comments/tram\.yaml:1: id 'x' is no number"):
            thread(tmp_path, "- id: x\n").measure(memory)
    assert {} == memory


def test_facts(tmp_path: Path) -> None:
    """What stands for a thread is another one when a letter of its file, or the length of its pages, is another."""
    told = [thread(tmp_path, text, most).page_facts()
            for text, most in ((THREE, 1), (THREE, 1), (THREE, 2), (THREE.replace("Ada", "Bo"), 1))]  # fmt: skip

    assert told[0] == told[1]
    assert 3 == len(set(told))
