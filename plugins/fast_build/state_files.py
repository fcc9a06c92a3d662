"""Where a build keeps what the next one may use."""

import os
from collections.abc import Mapping
from hashlib import blake2b
from pathlib import Path
from typing import Any


def state_file(settings: Mapping[str, Any], ending: str) -> Path:
    """Give a file of the state of one site: several may share one cache, and one may have several editions."""
    where = os.path.relpath(settings["PATH"], settings["CACHE_PATH"])
    edition = settings.get("FAST_BUILD_EDITION", "")
    name = blake2b(f"{where} {settings['SITEURL']}{edition}".encode(), digest_size=8).hexdigest()
    return Path(settings["CACHE_PATH"], "fast_build", f"{name}.{ending}")
