"""What is done before a build and after it."""

import json
import sys
from pathlib import Path

from .seal import inputs_of, is_sealed, now, seal, settings_for
from .state_files import state_file
from .unchanged_files import keep_times
from .whole_files import read_whole, write_whole


def begin(content: Path, output: Path) -> None:
    """Note what a build will be made of. Ends with status 0 where the site that stands is just that, else with 3."""
    settings = settings_for(content)
    inputs = inputs_of(settings, Path.cwd())
    if output.is_dir() and is_sealed(settings, inputs, output, now()):
        sys.stdout.write(f"Nothing changed: {output} is what a build would make.\n")
        sys.exit(0)
    write_whole(state_file(settings, "begun"), inputs)
    sys.exit(3)


def end(content: Path, last: Path, new: Path) -> None:
    """Let what is the same keep its time of change, and seal the new site, which will stand where the last one did."""
    settings = settings_for(content)
    changed = keep_times(last, new)
    inputs = read_whole(state_file(settings, "begun"))
    if inputs is not None:
        seal(settings, inputs, new)
    sys.stdout.write(f"{changed} files are new or others than they were.\n")


def reside(settings: str) -> None:
    """Build a site and keep it; settings of its own are JSON. What is asked and answered is in `resident`."""
    from .plugin import build_site  # noqa: PLC0415  # the other commands need no Pelican
    from .resident import own_streams  # noqa: PLC0415  # nor this
    from .resident import reside as answer_questions  # noqa: PLC0415  # nor this

    changes = json.loads(settings)
    answer_questions(lambda: build_site("pelicanconf.py", changes), *own_streams())
