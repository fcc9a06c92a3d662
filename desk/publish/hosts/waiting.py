"""Waiting for what takes its time."""

import time
from collections.abc import Callable
from typing import TypeVar

from ..problems import SendingError

Found = TypeVar("Found")
_LONGEST = 5.0


def until(look: Callable[[], Found | None], seconds: float, otherwise: str) -> Found:
    """Look again, less and less often, until something is found. Raises SendingError after so many seconds."""
    end, wait = time.monotonic() + seconds, 0.1
    while (found := look()) is None:
        if time.monotonic() > end:
            raise SendingError(otherwise)
        time.sleep(wait)
        wait = min(wait * 1.5, _LONGEST)
    return found
