"""A file by HTTP: in pieces beside its place, then at its place, whole."""

import hashlib
import json
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import httpx

from .errors import Answer, CutError, TooLargeError, WebError
from .exchange import Errand, Exchange, pieces

SPAN = re.compile(r"bytes\s+(\d{1,18})-(\d{1,18})/(\d{1,18}|\*)", re.ASCII | re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Saved:
    """A file that is here now."""

    path: Path
    """Where it is."""
    size: int
    """Bytes."""
    answer: Answer
    """The last answer about it, its body empty: address after redirects, and headers."""
    is_sure: bool
    """Whether the server had said how long it is, or where it ends, so that it is known to be whole."""


@dataclass(slots=True)
class Download:
    """A file under way."""

    exchange: Exchange
    """Sends the requests."""
    errand: Errand
    """What is asked for."""
    path: Path
    """Where the file shall be."""
    is_sure: bool = False
    """As in `Saved`."""
    part: Path = field(init=False)
    """What is here of it."""
    mark: Path = field(init=False)
    """By what the server knows the same file again."""

    def __post_init__(self) -> None:
        """Name the part beside the file, shortly, since a file's name may be as long as a name can be."""
        name = hashlib.sha256(self.path.name.encode("utf-8", "surrogateescape")).hexdigest()[:16]
        self.part = self.path.with_name(f".{name}.part")
        self.mark = self.path.with_name(f".{name}.mark")

    def attempt(self) -> Answer:
        """Ask for what is lacking, write it down as it comes, and give the answer that brought the end.

        Raises a WebError, which tells by `gained` how much came before it went wrong.
        """
        before = self._size()
        try:
            with self.exchange.answered(self._errand(before)) as response:
                self._write(response, before)
                return Answer(str(response.url), response.status_code, dict(response.headers), b"")
        except WebError as error:
            if error.answer and error.answer.status == httpx.codes.REQUESTED_RANGE_NOT_SATISFIABLE and before:
                self._forget()
                raise CutError(f"{self.errand.address} is another file than before.", self.errand.address) from error
            error.gained = max(0, self._size() - before)
            raise

    def finish(self, answer: Answer, check: Callable[[Path, Answer], None] | None) -> Saved:
        """Give the file its name, if it passes."""
        size = self._size()
        try:
            if check:
                check(self.part, answer)
        except Exception:
            self._forget()
            raise
        self.part.replace(self.path)
        self._forget()
        return Saved(self.path, size, answer, self.is_sure)

    def _errand(self, before: int) -> Errand:
        # Packed bodies have other lengths than the file.
        headers = {"accept-encoding": "identity"}
        if before and (mark := self._mark()):
            headers |= {"range": f"bytes={before}-", "if-range": mark}
        return Errand(self.errand.address, headers, self.errand.until)

    def _write(self, response: httpx.Response, before: int) -> None:
        packed = response.headers.get("content-encoding", "identity").lower() not in {"identity", ""}
        start, total = self._extent(response, before, packed=packed)
        if not start:
            self._remember(response, packed=packed)
        size = start
        with self.part.open("r+b" if start else "wb") as file:
            file.seek(start)
            for piece in pieces(response, self.errand, raw=not packed):
                file.write(piece)
                size += len(piece)
                self._refuse_large(size)
        if total is not None and size != total:
            raise CutError(f"{self.errand.address} ended after {size:,} of {total:,} bytes.", self.errand.address)
        self.is_sure = total is not None or response.headers.get("transfer-encoding", "").lower() == "chunked"

    def _extent(self, response: httpx.Response, before: int, *, packed: bool) -> tuple[int, int | None]:
        """Give where the answer begins in the file, and how long the file is, if that is known."""
        declared = response.headers.get("content-length", "")
        length = int(declared[:18]) if declared.isascii() and declared.isdigit() and not packed else None
        if response.status_code != httpx.codes.PARTIAL_CONTENT:
            self._refuse_large(length or 0)
            return 0, length
        span = SPAN.fullmatch(response.headers.get("content-range", "").strip())
        if not span or int(span[1]) != before or packed:
            self._forget()
            raise CutError(f"{self.errand.address} was answered with another part than asked for.", self.errand.address)
        total = int(span[2]) + 1 if span[3] == "*" else int(span[3])
        self._refuse_large(total)
        return before, total

    def _refuse_large(self, size: int) -> None:
        if size > self.exchange.manners.largest_file:
            self._forget()
            raise TooLargeError(
                f"{self.errand.address} is larger than {self.exchange.manners.largest_file:,} bytes, so it was not "
                "saved.",
                self.errand.address,
            )

    def _size(self) -> int:
        return self.part.stat().st_size if self.part.is_file() else 0

    def _mark(self) -> str:
        """Give what tells the server of which file the part is, as it said itself."""
        try:
            address, mark = json.loads(self.mark.read_text(encoding="utf-8"))
        except (OSError, ValueError, TypeError):
            return ""
        return str(mark) if address == self.errand.address else ""

    def _remember(self, response: httpx.Response, *, packed: bool) -> None:
        tag = response.headers.get("etag", "")
        # A weak tag says that files mean the same, not that they are the same bytes.
        mark = tag if tag.startswith('"') else response.headers.get("last-modified", "")
        self.mark.write_text(json.dumps([self.errand.address, "" if packed else mark]), encoding="utf-8")

    def _forget(self) -> None:
        self.part.unlink(missing_ok=True)
        self.mark.unlink(missing_ok=True)
