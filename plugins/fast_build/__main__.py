"""Commands for a build.

`python -m fast_build begin CONTENT OUTPUT` ends with 0 where the site that stands is what a build would make; else it
notes what the build will be made of, and ends with 3.
`python -m fast_build end CONTENT LAST NEW` lets files of a new site that are the same in the last one keep their
time, and seals the new one.
`python -m fast_build reside SETTINGS` builds the site by settings of its own, as JSON, and stays to show stories anew.
`python -m fast_build crew` makes pages for a build on another machine, as a worker of a cluster tells it.
`python -m fast_build profile FOLDER ARGUMENT…` runs Pelican with arguments, says where the time went, and leaves
pictures of it in a folder.
"""

import sys
from pathlib import Path

from .commands import begin, end, reside

if __name__ == "__main__":
    command, *arguments = sys.argv[1:]
    if command == "profile":
        from .profiled_build import build_and_tell

        build_and_tell(Path(arguments[0]), arguments[1:])
    elif command == "reside":
        reside(arguments[0])
    elif command == "crew":
        from .crew import serve

        serve()
    elif command == "begin":
        begin(*map(Path, arguments))
    else:
        end(*map(Path, arguments))
