"""The time of a build, for all that depends on the clock."""

import os
from datetime import UTC, datetime


def build_time() -> datetime:
    """Give the time of the build: now, or what SOURCE_DATE_EPOCH says, so that a build can be repeated."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "").strip()
    return datetime.fromtimestamp(int(epoch), UTC) if epoch.isdecimal() else datetime.now(UTC)
