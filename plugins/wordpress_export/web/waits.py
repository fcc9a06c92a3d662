"""How long to wait before the next try, and when to stop trying."""

import time
from collections.abc import Callable
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import TypeVar

from tenacity import RetryCallState, Retrying, retry_if_exception, stop_before_delay, wait_exponential_jitter
from tenacity.stop import stop_base

from .errors import WebError
from .manners import Manners

WORTHWHILE = 64 << 10
"""A file that grew by so many bytes before it was cut is worth another try, however many there were."""
Result = TypeVar("Result")


def retry_after(header: str, now: datetime | None = None) -> float:
    """Give the seconds that `Retry-After` asks for: a number, or a date; 0 where it is neither."""
    text = header.strip()
    if text.isascii() and text.isdigit():
        return float(text[:9])
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, OverflowError):
        return 0.0
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return max(0.0, (aware - (now or datetime.now(UTC))).total_seconds())


def persist(attempt: Callable[[], Result], manners: Manners, until: float) -> Result:
    """Try until it succeeds, fails for good, has failed often enough, or the deadline (monotonic) is near.

    Raises the last WebError.
    """
    ours = wait_exponential_jitter(multiplier=manners.first_wait, max=manners.longest_wait, jitter=manners.first_wait)

    def wait(state: RetryCallState) -> float:
        asked = min(getattr(_error(state), "retry_after", 0.0), manners.longest_retry_after)
        return max(ours(state), asked)

    retrying = Retrying(
        retry=retry_if_exception(lambda error: isinstance(error, WebError) and error.passes),
        wait=wait,
        stop=_Patience(manners.tries) | stop_before_delay(max(0.0, until - time.monotonic())),
        reraise=True,
    )
    return retrying(attempt)


def _error(state: RetryCallState) -> BaseException | None:
    return state.outcome.exception() if state.outcome else None


class _Patience(stop_base):
    """Stops after so many tries in a row that brought nothing."""

    def __init__(self, tries: int) -> None:
        self.tries = tries
        self.fruitless = 0

    def __call__(self, retry_state: RetryCallState) -> bool:
        gained = getattr(_error(retry_state), "gained", 0)
        self.fruitless = 1 if gained >= WORTHWHILE else self.fruitless + 1
        return self.fruitless >= self.tries
