"""Files by HTTP, from the old site or from another host that has its uploads folder."""

import re
import shutil
from collections.abc import Iterator, Sequence
from functools import partial
from hashlib import blake2b
from pathlib import Path
from urllib.parse import quote, urlsplit

from wordpress_export.addresses import FILES_HOST, is_web_address, split_address
from wordpress_export.web import Client, GoneError, MissingError, TooLargeError, WebError

from ..writing import inside
from .checks import HEAD, RefusedError, refuse_page
from .delivery import Delivered, deliver, opened, too_large
from .wanted import WantedFile

FETCHING = "fetching"
"""The folder of files that are under way, below that of the reports: no build publishes it."""
_UPLOADS = "wp-content/uploads"
_BEHIND_HOME = re.compile(r"/(?:wp-content/uploads|wp-json(?:/.*)?|index\.php)/?$")
"""What a person may have copied behind the address of a home."""
_NEIGHBOURS = re.compile(r"\.(?:local|localhost|localdomain|internal|intranet|lan|home|corp|private|arpa)$|:|\[")
_SAFE = "/%:@!$&'()*+,;=~"
"""What an address may hold as it is; what a decoded address still has encoded stays so."""


class WebStore:
    """The addresses that files are fetched from; several threads may fetch at a time."""

    def __init__(self, client: Client, bases: Sequence[str], content: Path, largest: int) -> None:
        self._client = client
        self._bases = bases
        self._content = content
        self._largest = largest

    def bring(self, file: WantedFile) -> Delivered | Exception | None:
        """Bring a file to its place; give why it is not there, and nothing where no host has it.

        What is wrong in a passing way (a WebError) counts more than what is for good (a RefusedError).
        """
        failures: list[Exception] = []
        for address in addresses_of(file, self._bases):
            try:
                return self._bring(address, file.place)
            except (MissingError, GoneError):
                continue
            except TooLargeError:
                failures.append(RefusedError(too_large(self._largest)))
            except (RefusedError, WebError) as error:
                failures.append(error)
            except OSError as error:
                return error
        return next((error for error in failures if isinstance(error, WebError)), failures[0] if failures else None)

    def _bring(self, address: str, place: str) -> Delivered:
        name = blake2b(address.encode(), digest_size=16).hexdigest()
        path = inside(self._content, f"migration/{FETCHING}/{name}")
        path.parent.mkdir(parents=True, exist_ok=True)
        # What is there was whole when the run before was ended.
        if not path.is_file():
            self._client.save(address, path)
        try:
            with path.open("rb") as file:
                refuse_page(file.read(HEAD))
            return deliver(partial(opened, path), place, self._content, self._largest)
        finally:
            path.unlink(missing_ok=True)

    def close(self, *, is_done: bool) -> None:
        """Take away the folder of files under way, unless some are to be gone on with."""
        folder = inside(self._content, f"migration/{FETCHING}")
        if folder.is_dir() and not folder.is_symlink() and (is_done or not any(folder.iterdir())):
            shutil.rmtree(folder, ignore_errors=True)


def addresses_of(file: WantedFile, bases: Sequence[str]) -> Iterator[str]:
    """Give the addresses that a file may be fetched from, the best first.

    Some plugins delete the picture that was uploaded and keep the smaller one that WordPress shows.
    """
    for place in filter(None, (file.place, file.scaled)):
        for base in bases:
            yield address_at(base, place)
    if bases and is_public(file.origin):
        yield file.origin


def is_public(address: str) -> bool:
    """Tell whether an address that an export names is of the public web, and not of this machine or its neighbours."""
    parts = split_address(address)
    if parts is None or not is_web_address(address):
        return False
    host = (parts.hostname or "").rstrip(".")
    return "." in host and not _NEIGHBOURS.search(host) and not host.replace(".", "").isdigit()


def address_at(base: str, place: str) -> str:
    """Give the address of a place below a base: the site's home, its uploads folder, or another host's like them."""
    base = _BEHIND_HOME.sub("", base.partition("?")[0].partition("#")[0]).rstrip("/")
    parts = urlsplit(base)
    path = quote(place, safe=_SAFE)
    folder = parts.path.strip("/")
    if (parts.hostname or "").endswith(FILES_HOST):
        return f"{base}/{path.removeprefix(f'{_UPLOADS}/')}"
    if folder and path.startswith(f"{folder}/"):
        return f"{parts.scheme}://{parts.netloc}/{path}"
    return f"{base}/{path}"
