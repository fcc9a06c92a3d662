"""What a run is told to do."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Assignment:
    """What to migrate, and how."""

    source: Path
    """A raw export, or a folder of them."""
    content: Path
    """The folder that editors will work in."""
    media: tuple[str, ...] = ()
    """Where the site's files are, in the order of asking: folders, archives, addresses."""
    largest: int = 2000 << 20
    """Bytes of the largest file of the site's that is brought."""
    workers: int = 0
    """Processes; 0 for one a processor."""
    cluster: str = ""
    """Address of the scheduler of a Dask cluster that does the work of the processes."""
    dry_run: bool = False
    """Whether to convert and report without writing anything but the report."""
    handlers: str = ""
    """Path of the site's own handlers of shortcodes and blocks; empty for none."""
