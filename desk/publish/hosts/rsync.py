"""A server reached by rsync and ssh, or a folder of this machine: each edition a release, and a link to the one shown.

    releases/20241124T080000Z/    a whole site; files that did not change are one with those of the release before
    releases/.incoming/           what is being sent; the next run goes on with it
    current -> releases/…         what the server shows: its root is `current`

A reader sees one release or the other, never a mixture, and the way back is one link.
"""

import os
import re
import shlex
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from ..difference import Difference
from ..edition import Edition
from ..header_forms import for_servers
from ..headers import is_hashed
from ..problems import RefusalError
from ..progress import SendingProgress
from ..settings import Rsync
from .host import Host, Order
from .programs import Program

_FILTERS = ("--include=/.well-known/", "--include=.htaccess", "--include=.nojekyll", "--exclude=.*")
_LINE = re.compile(r"(?P<deed>\*deleting|[<>ch.][fdLDS]\S*)\s+(?P<size>\d+) (?P<place>.*)")
_ESCAPED = re.compile(rb"\\#(\d{3})")

_NAME = "%Y%m%dT%H%M%SZ"
_SECOND = timedelta(seconds=1)

_LOOK = """
cd -- {path} 2>/dev/null || exit 0
if [ -e current ] && [ ! -L current ]; then echo "no link"; else readlink current || true; fi
"""
_IN_THE_WAY = "no link"
_ALONE = """
cd -- {path}/releases && if command -v flock >/dev/null
then exec flock -n .lock sh -c 'echo alone; exec cat >/dev/null'
else echo alone; exec cat >/dev/null
fi
"""
_SWITCH = """
set -e
cd -- {path}
now={now}
if [ -n "$now" ] && [ -f "$now.hashed" ]; then
  while IFS= read -r place; do
    [ -e "releases/.incoming/$place" ] || [ ! -f "$now/$place" ] || {{
      mkdir -p "$(dirname "releases/.incoming/$place")"; ln "$now/$place" "releases/.incoming/$place"; }}
  done < "$now.hashed"
fi
cat > releases/{name}.hashed <<'END OF PLACES'
{hashed}END OF PLACES
sync -f releases 2>/dev/null || true
rm -rf releases/{name}
mv releases/.incoming releases/{name}
ln -sfn releases/{name} .current.new
mv -T .current.new current
cd releases
ls -1 | grep -E '^[0-9]{{8}}T[0-9]{{6}}Z$' | sort -r | tail -n +{after} |
  while read -r old; do [ "releases/$old" = "$(readlink ../current)" ] || rm -rf "./$old" "./$old.hashed"; done
"""
"""What pages in readers' hands still ask for is taken over from the last release; its own files alone, so that they go
with the next one."""


@dataclass(slots=True)
class RsyncHost:
    """A server, or a folder of this machine."""

    target: Rsync
    """Its settings."""
    order: Order
    """What is to be done."""
    made: Path
    """A folder for files that are made for this target."""
    current: str = ""
    """The release that is shown, relative to the target's folder; empty where none is."""

    def prepare(self) -> None:
        """Ask what is there. Raises RefusalError where something else is in the place of our link."""
        said = self._shell(_LOOK.format(path=shlex.quote(self.target.path))).stdout.decode().strip()
        if said == _IN_THE_WAY:
            raise RefusalError(f"{self._where()}/current is a folder, and would have to become a link: move it away.")
        self.current = said

    def take(self, edition: Edition) -> Edition:
        """Give all files, with headers for the server; where it is told to reload, with hashes of this edition."""
        made = for_servers(edition, self.order.headers, follows=bool(self.target.reload))
        for file in made:
            path = self.made / file.place
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(file.octets or b"")
            # The same content has the same time, for whoever compares by time.
            os.utime(path, (int(file.digest[:7], 16),) * 2)
        return edition.with_files([*edition.files.values(), *made])

    def compare(self, edition: Edition) -> Difference:
        """Ask rsync what it would do to the release that is shown."""
        if not self.current:
            return Difference(added=list(edition.files.values()))
        again = ["--ignore-times"] if self.order.again else []
        said = self._rsync(edition, "current/", "--dry-run", "--delete", "--delete-excluded", *again)
        difference = Difference()
        for deed, place in _deeds(said):
            if deed.startswith("*"):
                # Files whose names tell their content go with the release, and are no reason to make one.
                if not place.endswith("/") and not is_hashed(place):
                    difference.removed.append(place)
            elif place in edition.files:
                (difference.added if "+" in deed else difference.changed).append(edition.files[place])
        difference.same = len(edition.files) - len(difference.sent)
        gone = sum(place.endswith(".html") for place in difference.removed)
        difference.pages_before = edition.pages() - sum(file.is_page for file in difference.added) + gone
        return difference

    def send(self, edition: Edition, difference: Difference, progress: SendingProgress) -> None:
        """Send a release beside the others, then show it. What did not change is linked and takes no room."""
        self._shell(f"mkdir -p -- {shlex.quote(self.target.path)}/releases")
        with self._alone():
            self._send(edition)
        for _ in difference.sent:
            progress.sent()

    def _send(self, edition: Edition) -> None:
        link = ["--link-dest=../../current"] if self.current and not self.order.again else []
        self._rsync(edition, "releases/.incoming/", "--delete", "--delete-excluded", *link)
        name = _name_after(self.current.rpartition("/")[2])
        hashed = "".join(f"{place}\n" for place in edition.files if is_hashed(place))
        self._shell(_SWITCH.format(
            path=shlex.quote(self.target.path), now=shlex.quote(self.current), name=name, hashed=hashed,
            after=max(self.target.keep, 1) + 1,
        ))  # fmt: skip
        self.current = f"releases/{name}"

    def settle(self) -> None:
        """Let the server read its settings again, where the target says how."""
        if self.target.reload:
            self._shell(self.target.reload)

    def address(self) -> str:
        """Give the site's own."""
        return ""

    def _where(self) -> str:
        return f"{self.target.host}:{self.target.path}" if self.target.host else self.target.path

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """Let no other publication come between; whatever ends us opens the lock again."""
        script = _ALONE.format(path=shlex.quote(self.target.path))
        command = (
            [*shlex.split(self.target.ssh), self.target.host, script] if self.target.host else ["sh", "-c", script]
        )
        with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as lock:  # noqa: S603  # as settings say
            if lock.stdout is None or lock.stdout.readline().strip() != b"alone":
                raise RefusalError(f"{self._where()}: another publication is at work there: wait until it is done.")
            yield

    def _shell(self, script: str) -> "subprocess.CompletedProcess[bytes]":
        """Run lines there."""
        command = [*shlex.split(self.target.ssh), self.target.host] if self.target.host else []
        program = Program([*command, "sh", "-s"], install="install openssh-client")
        done = program.attempt(given=script.encode())
        if done.returncode:
            raise program.failure(done)
        return done

    def _rsync(self, edition: Edition, to: str, *options: str) -> str:
        times = ["--checksum", "--no-times"] if self.target.compare == "content" else ["--times"]
        place = f"{self.target.path}/{to}"
        over = [f"--rsh={self.target.ssh}", "-s"] if self.target.host else []
        program = Program(["rsync"], install="install rsync here and there")
        return program.run(
            "--recursive", "--perms", "--chmod=D755,F644", *times, "--8-bit-output", "--out-format=%i %l %n",
            *over, *options, *_FILTERS, "--", f"{edition.folder}/", f"{self.made}/",
            f"{self.target.host}:{place}" if self.target.host else place,
        ).decode("utf-8", "surrogateescape")  # fmt: skip


def _deeds(said: str) -> Iterator[tuple[str, str]]:
    """Give what rsync says that it does, and to which place."""
    for line in said.split("\n"):
        if found := _LINE.match(line):
            place = _ESCAPED.sub(
                lambda sign: bytes([int(sign[1], 8)]), found["place"].encode("utf-8", "surrogateescape")
            )
            if found["deed"].startswith("*") or found["deed"][1] == "f":
                yield found["deed"], place.decode("utf-8", "surrogateescape")


def _name_after(shown: str) -> str:
    """Give the name of a new release: later than the one that is shown, whatever the clock of this machine says."""
    now = datetime.now(UTC)
    try:
        last = datetime.strptime(shown, _NAME).replace(tzinfo=UTC)
    except ValueError:  # somebody's own name
        last = now - _SECOND
    return f"{max(now, last + _SECOND):{_NAME}}"


@contextmanager
def rsync(target: Rsync, order: Order) -> Iterator[Host]:
    """Reach a server."""
    with tempfile.TemporaryDirectory() as made:
        host = RsyncHost(target, order, Path(made))
        host.prepare()
        yield host
