"""Netlify, by its API for deploys: all digests first, then the files that it lacks; then it shows them all at once.

https://docs.netlify.com/api-and-cli-guides/api-guides/get-started-with-api/
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from hashlib import sha1
from itertools import count
from typing import Any
from urllib.parse import quote

import httpx
from tenacity import Retrying, retry_if_exception, stop_after_attempt, wait_exponential

from ..difference import Difference, compared
from ..edition import HOSTS_FOLDER, Edition, SiteFile, without_folder, without_twins
from ..header_forms import netlify as headers_file
from ..problems import RefusalError, SendingError
from ..progress import SendingProgress
from ..settings import Netlify
from ..store import side_by_side
from .host import Host, Order
from .waiting import until

TOKEN = "NETLIFY_AUTH_TOKEN"  # noqa: S105  # its name
_PAGE = 1_000
_PREPARING = 600
"""Seconds that Netlify may take to compare digests, or to make a deploy ready."""


@dataclass(slots=True)
class NetlifyHost:
    """A site at Netlify."""

    target: Netlify
    """Its settings."""
    order: Order
    """What is to be done."""
    client: httpx.Client
    """Asks with the token."""
    shown: str = ""
    """Where a preview is to be seen."""
    digests: dict[str, str] = field(default_factory=dict)
    """SHA-1 of each file, as Netlify wants it, by place."""

    def take(self, edition: Edition) -> Edition:
        """Give the files with Netlify's headers; it compresses itself."""
        kept = without_folder(without_twins(edition.files.values()), HOSTS_FOLDER)
        files = [file for file in kept if file.place != "_headers"]
        return edition.with_files([*files, headers_file(edition, self.order.headers)])

    def compare(self, edition: Edition) -> Difference:
        """Compare digests with those of what Netlify shows."""
        self.digests = {place: _sha1(edition, file) for place, file in edition.files.items()}
        files = {place: replace(file, digest=self.digests[place]) for place, file in edition.files.items()}
        if self.order.preview:
            return Difference(added=list(files.values()))
        return compared(files, dict(self._there()))

    def send(self, edition: Edition, difference: Difference, progress: SendingProgress) -> None:
        """Make a deploy, send what Netlify lacks, and wait until it is shown."""
        del difference  # Netlify says itself what it lacks: it keeps the files of all deploys
        asked: dict[str, Any] = {
            "files": {f"/{place}": digest for place, digest in self.digests.items()},
            "async": True,
        }
        if self.order.preview:
            asked |= {"draft": True, "branch": self.order.preview}
        deploy = self._json("POST", f"/sites/{self.target.site}/deploys", json=asked)
        number = deploy["id"]
        deploy = self._wait(number, {"prepared", "uploading", "uploaded", "ready"})
        lacking = set(deploy.get("required") or ())
        by_digest = {self.digests[place]: file for place, file in edition.files.items()}

        def put(file: SiteFile) -> SiteFile:
            self._ask(
                "PUT", f"/deploys/{number}/files/{quote(file.place)}", content=edition.octets(file),
                headers={"Content-Type": "application/octet-stream"},
            )  # fmt: skip
            return file

        wanted = [file for digest, file in sorted(by_digest.items()) if digest in lacking]
        for _ in side_by_side(put, wanted, self.target.workers):
            progress.sent()
        deploy = self._wait(number, {"ready"})
        if self.order.preview:
            self.shown = deploy.get("deploy_ssl_url") or deploy.get("deploy_url") or ""

    def settle(self) -> None:
        """Do nothing: all is in the deploy."""

    def address(self) -> str:
        """Give where a preview is to be seen."""
        return self.shown

    def _there(self) -> Iterator[tuple[str, str]]:
        """Give the digests of what is shown, by place; page after page, until one says nothing new."""
        known: set[str] = set()
        for page in count(1):
            files = self._json("GET", f"/sites/{self.target.site}/files", params={"page": page, "per_page": _PAGE})
            new = [file for file in files if file["path"] not in known]
            if not new:
                return
            known |= {file["path"] for file in new}
            yield from ((file["path"].lstrip("/"), file["sha"]) for file in new)

    def _wait(self, number: str, states: set[str]) -> dict[str, Any]:
        def look() -> dict[str, Any] | None:
            deploy = self._json("GET", f"/sites/{self.target.site}/deploys/{number}")
            if deploy["state"] == "error":
                raise SendingError(
                    f"Netlify cannot make the deploy: {deploy.get('error_message') or 'it does not say why'}."
                )
            return deploy if deploy["state"] in states else None

        return until(look, _PREPARING, "Netlify does not get the deploy ready: look at its site, and publish again.")

    def _json(self, method: str, path: str, **asked: Any) -> Any:  # noqa: ANN401  # JSON
        return self._ask(method, path, **asked).json()

    def _ask(self, method: str, path: str, **asked: Any) -> httpx.Response:  # noqa: ANN401  # httpx's own arguments
        tries = Retrying(
            retry=retry_if_exception(_may_pass), stop=stop_after_attempt(6), wait=wait_exponential(max=60), reraise=True
        )
        answer: httpx.Response = tries(self._once, method, path, **asked)
        return answer

    def _once(self, method: str, path: str, **asked: Any) -> httpx.Response:  # noqa: ANN401  # httpx's own arguments
        return self.client.request(method, f"{self.target.api}{path}", **asked).raise_for_status()


def _sha1(edition: Edition, file: SiteFile) -> str:
    return sha1(edition.octets(file), usedforsecurity=False).hexdigest()


def _may_pass(error: BaseException) -> bool:
    if isinstance(error, httpx.HTTPStatusError):
        return error.response.status_code in {408, 429} or error.response.is_server_error
    return isinstance(error, httpx.TransportError)


_WORDS = {
    401: f"the token in {TOKEN} is not valid: make one under User settings → Applications",
    403: f"the token in {TOKEN} may not publish this site",
    404: "there is no such site: correct site = … in publish.toml",
}


@contextmanager
def netlify(target: Netlify, order: Order) -> Iterator[Host]:
    """Open a site. Raises RefusalError without a token, SendingError in plain words for what Netlify says."""
    token = os.environ.get(TOKEN)
    if not token:
        raise RefusalError(f"there is no token for Netlify: put one into the environment as {TOKEN}.")
    head = {"Authorization": f"Bearer {token}", "User-Agent": "Broadsheet"}
    try:
        with httpx.Client(headers=head, timeout=60) as client:
            yield NetlifyHost(target, order, client)
    except httpx.HTTPStatusError as error:
        status = error.response.status_code
        words = _WORDS.get(status) or f"Netlify says {status} {error.response.text[:200]!r}"
        raise SendingError(f"{target.site}: {words}. What was there stays.") from None
    except httpx.TransportError as error:
        raise SendingError(
            f"{target.site}: Netlify cannot be reached ({error}). What was there stays; publish again."
        ) from None
