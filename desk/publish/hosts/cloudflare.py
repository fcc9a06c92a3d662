"""Cloudflare Pages, by Cloudflare's own program: its way of uploading is documented nowhere else.

https://developers.cloudflare.com/pages/get-started/direct-upload/
"""

import gzip
import json
import os
import re
import shlex
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from ..difference import Difference, compared
from ..edition import HOSTS_FOLDER, Edition, without_folder, without_twins
from ..header_forms import cloudflare as headers_file
from ..problems import RefusalError
from ..progress import SendingProgress
from ..settings import Cloudflare
from ..staging import stage
from .host import Host, Order
from .programs import Program

TOKEN, ACCOUNT = "CLOUDFLARE_API_TOKEN", "CLOUDFLARE_ACCOUNT_ID"
_SHOWN = re.compile(r"https://[\w.-]+\.pages\.dev")
_UNKNOWN = "what Cloudflare shows cannot be asked of it, and this machine has published nothing there yet"


@dataclass(slots=True)
class CloudflareHost:
    """A project of Cloudflare Pages."""

    target: Cloudflare
    """Its settings."""
    order: Order
    """What is to be done."""
    shown: str = ""
    """Where a preview is to be seen."""

    def take(self, edition: Edition) -> Edition:
        """Give the files with Cloudflare's headers; it compresses itself."""
        kept = without_folder(without_twins(edition.files.values()), HOSTS_FOLDER)
        files = [file for file in kept if file.place != "_headers"]
        return edition.with_files([*files, headers_file(edition, self.order.headers)])

    def compare(self, edition: Edition) -> Difference:
        """Compare with what this machine published last: nobody can ask Cloudflare."""
        with suppress(OSError, EOFError, ValueError):
            there = json.loads(gzip.decompress(self._record().read_bytes()))
            if not self.order.again and not self.order.preview and isinstance(there, dict):
                return compared(edition.files, there)
        return Difference(added=list(edition.files.values()), unknown="" if self.order.preview else _UNKNOWN)

    def send(self, edition: Edition, difference: Difference, progress: SendingProgress) -> None:
        """Let Cloudflare's program send what Cloudflare lacks; all is shown at once."""
        branch = self.order.preview or self.target.branch
        # Beside the site, since links do not reach into another file system.
        with tempfile.TemporaryDirectory(dir=edition.folder.absolute().parent, prefix=".publishing-") as staged:
            stage(edition, Path(staged))
            program = Program(
                shlex.split(self.target.wrangler),
                variables={"WRANGLER_SEND_METRICS": "false"},
                install="install Node.js, which brings npx",
            )
            said = program.run(
                "pages", "deploy", staged, f"--project-name={self.target.project}", f"--branch={branch}",
                "--commit-dirty=true",
            )  # fmt: skip
        if self.order.preview:
            found = _SHOWN.findall(said.decode("utf-8", "replace"))
            self.shown = found[-1] if found else ""
            return
        for _ in difference.sent:
            progress.sent()
        record = self._record()
        record.parent.mkdir(parents=True, exist_ok=True)
        part = record.with_name(f".{record.name}")
        part.write_bytes(
            gzip.compress(json.dumps({file.place: file.digest for file in edition.files.values()}).encode())
        )
        part.replace(record)

    def settle(self) -> None:
        """Do nothing: all is in the deployment."""

    def address(self) -> str:
        """Give where a preview is to be seen."""
        return self.shown

    def _record(self) -> Path:
        return self.order.cache / f"{self.order.name}-{self.target.project}.json.gz"


@contextmanager
def cloudflare(target: Cloudflare, order: Order) -> Iterator[Host]:
    """Open a project. Raises RefusalError without token, account or program."""
    if missing := [name for name in (TOKEN, ACCOUNT) if not os.environ.get(name)]:
        raise RefusalError(f"Cloudflare needs {' and '.join(missing)} in the environment.")
    program = shlex.split(target.wrangler)[0]
    if not shutil.which(program):
        raise RefusalError(f"{program} is not on this machine: install Node.js, which brings npx.")
    yield CloudflareHost(target, order)
