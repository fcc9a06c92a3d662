"""GitHub Pages: a branch that holds nothing but the site, and no history, so that the repository does not grow.

Git's own commands do it all, in a repository of their own in the cache: what GitHub has is known from the branch's
newest tree, what is here from git's index; nothing is copied, and only what GitHub lacks is sent.
"""

import os
from base64 import b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from urllib.parse import urlsplit

from ..difference import Difference
from ..edition import HOSTS_FOLDER, Edition, SiteFile, made, without_folder, without_twins
from ..problems import RefusalError
from ..progress import SendingProgress
from ..settings import GithubPages
from .host import Host, Order
from .programs import Program

_TIP = "refs/published"
_SETTINGS = {
    "core.autocrlf": "false", "core.trustctime": "false", "core.checkStat": "minimal", "core.quotePath": "false",
    "core.precomposeUnicode": "false", "core.fileMode": "false", "core.attributesFile": os.devnull,
    "gc.pruneExpire": "1.day.ago",
}  # fmt: skip


@dataclass(slots=True)
class GithubHost:
    """A branch."""

    target: GithubPages
    """Its settings."""
    order: Order
    """What is to be done."""
    git: Program
    """Git, in its repository of our own."""
    repository: str
    """Where the branch is."""
    tip: str = ""
    """The branch's newest commit; empty where there is no branch."""
    tree: str = ""
    """The edition, as git has it."""

    def take(self, edition: Edition) -> Edition:
        """Give the files with those that GitHub asks for; it compresses itself, and takes neither headers nor rules."""
        kept = without_folder(without_twins(edition.files.values()), HOSTS_FOLDER)
        domain = self.target.domain or _own_domain(self.order.home)
        files = [file for file in kept if file.place not in {"_redirects", ".nojekyll", "CNAME"}]
        return edition.with_files([*files, made(".nojekyll", ""), *([made("CNAME", f"{domain}\n")] if domain else [])])

    def compare(self, edition: Edition) -> Difference:
        """Compare the edition's tree with the branch's."""
        self._fetch()
        self._index(edition)
        self.tree = self.git.run("write-tree").decode().strip()
        before = dict(_entries(self.git.run("ls-tree", "-rz", "--full-tree", _TIP))) if self.tip else {}
        after = dict(_entries(self.git.run("ls-tree", "-rz", "--full-tree", self.tree)))
        difference = Difference(pages_before=sum(place.endswith(".html") for place in before))
        for place, number in after.items():
            if place not in before:
                difference.added.append(edition.files[place])
            elif before[place] != number:
                difference.changed.append(edition.files[place])
            else:
                difference.same += 1
        difference.removed = sorted(place for place in before if place not in after)
        return difference

    def send(self, edition: Edition, difference: Difference, progress: SendingProgress) -> None:
        """Push one commit; git moves the branch when everything is there, and only where nobody else moved it."""
        said = f"Publish {edition.pages():,} pages of {self.order.home}"
        commit = self.git.run("commit-tree", self.tree, "-m", said).decode().strip()
        self.git.run(
            "push", "--quiet", f"--force-with-lease=refs/heads/{self.target.branch}:{self.tip}", self.repository,
            f"{commit}:refs/heads/{self.target.branch}",
        )  # fmt: skip
        for _ in difference.sent:
            progress.sent()
        # What no edition holds any more goes from the cache, when there is much of it; if that fails, nothing is lost.
        self.git.run("update-ref", _TIP, commit)
        self.git.attempt("gc", "--auto", "--quiet")

    def settle(self) -> None:
        """Do nothing: which branch is shown is set in the repository's settings, once."""

    def address(self) -> str:
        """Give the site's own."""
        return ""

    def _fetch(self) -> None:
        """Bring the names and digests of what is there, not the contents."""
        branch = f"refs/heads/{self.target.branch}"
        said = self.git.run("ls-remote", self.repository, branch).decode()
        self.tip = said.split()[0] if said else ""
        if self.tip:
            self.git.run(
                "fetch", "--quiet", "--no-tags", "--depth=1", "--filter=blob:none", self.repository,
                f"+{branch}:{_TIP}",
            )  # fmt: skip

    def _index(self, edition: Edition) -> None:
        """Let git's index be the edition; a file whose size and time it knows is not read again."""
        folder = edition.folder.absolute()
        here = replace(self.git, folder=folder, variables={**self.git.variables, "GIT_WORK_TREE": str(folder)})
        known = {place.decode() for place in here.run("ls-files", "-z").split(b"\0") if place}
        gone = b"".join(place.encode() + b"\0" for place in sorted(known - set(edition.files)))
        here.run("update-index", "--force-remove", "-z", "--stdin", given=gone)
        own = [file for file in edition.files.values() if file.octets is None]
        listed = b"".join(file.place.encode() + b"\0" for file in own)
        here.run("update-index", "--add", "-z", "--stdin", given=listed)
        made_files = b"".join(map(self._made, edition.files.values()))
        here.run("update-index", "--add", "-z", "--index-info", given=made_files)

    def _made(self, file: SiteFile) -> bytes:
        if file.octets is None:
            return b""
        number = self.git.run("hash-object", "-w", "--stdin", given=file.octets).decode().strip()
        return f"100644 {number}\t{file.place}\0".encode()


def _entries(listed: bytes) -> Iterator[tuple[str, str]]:
    for line in listed.split(b"\0"):
        if line:
            told, _, place = line.partition(b"\t")
            yield place.decode("utf-8", "surrogateescape"), told.split()[2].decode()


def _own_domain(home: str) -> str:
    host = urlsplit(home).hostname or ""
    return "" if host.endswith(".github.io") else host


@contextmanager
def github_pages(target: GithubPages, order: Order) -> Iterator[Host]:
    """Open a branch. Raises RefusalError where no repository is known."""
    repository = target.repository or _origin()
    name = sha256(repository.encode()).hexdigest()[:12]
    place = (order.cache / f"{order.name}-{name}.git").absolute()
    place.parent.mkdir(parents=True, exist_ok=True)
    if order.again or not (place / "HEAD").is_file():
        Program(["git"], install="install git").run("init", "--quiet", "--bare", str(place))
        (place / "index").unlink(missing_ok=True)
    yield GithubHost(target, order, _git(place, repository), repository)


def _git(place: Path, repository: str) -> Program:
    variables = {
        "GIT_DIR": str(place), "GIT_TERMINAL_PROMPT": "0",
        "GIT_AUTHOR_NAME": "Broadsheet", "GIT_AUTHOR_EMAIL": "broadsheet@users.noreply.github.com",
        "GIT_COMMITTER_NAME": "Broadsheet", "GIT_COMMITTER_EMAIL": "broadsheet@users.noreply.github.com",
    }  # fmt: skip
    settings = dict(_SETTINGS)
    if (token := os.environ.get("GITHUB_TOKEN")) and repository.startswith("https://github.com/"):
        told = b64encode(f"x-access-token:{token}".encode()).decode()
        settings["http.https://github.com/.extraheader"] = f"Authorization: Basic {told}"
    # In the environment and not on the command line, where every user of the machine could read it.
    variables |= {"GIT_CONFIG_COUNT": str(len(settings))}
    for number, (key, value) in enumerate(settings.items()):
        variables |= {f"GIT_CONFIG_KEY_{number}": key, f"GIT_CONFIG_VALUE_{number}": value}
    return Program(["git"], variables=variables, install="install git")


def _origin() -> str:
    done = Program(["git"], install="install git").attempt("remote", "get-url", "origin")
    if done.returncode:
        raise RefusalError("this folder has no origin for git: write repository = … below [github-pages].")
    return done.stdout.decode().strip()
