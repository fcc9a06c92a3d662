"""A desk at work, and a browser that looks at it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from served_desk import ServedDesk, desk_at, waits


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[ServedDesk]:
    """A small site, served."""
    with desk_at(tmp_path, tram="The tram.", ferry="The ferry.") as desk:
        assert waits(lambda: "The site is whole" in desk.said), desk.said
        yield desk
