"""Files of a new site that are what they were in the last one, whoever wrote them: they keep their time of change."""

import filecmp
import os
from pathlib import Path


def keep_times(last: Path, new: Path) -> int:
    """Give each file of a new site that is the same in the last one its time of change; give how many are others."""
    changed = 0
    for place, _, names in os.walk(new):
        for name in names:
            fresh = Path(place, name)
            old = last / fresh.relative_to(new)
            if not old.is_file() or old.is_symlink() or fresh.is_symlink():
                changed += 1
            elif not old.samefile(fresh):
                if filecmp.cmp(old, fresh, shallow=False):
                    about = old.stat()
                    os.utime(fresh, ns=(about.st_atime_ns, about.st_mtime_ns))
                else:
                    changed += 1
    return changed
