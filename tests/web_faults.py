"""A real web server on this machine that misbehaves as servers do.

    with served({"/tide.jpg": cut(JPEG, after=1000)}) as server:
        client.save(server.address + "/tide.jpg", folder / "tide.jpg")
    assert ["", "bytes=1000-"] == [call.headers.get("range", "") for call in server.calls]

A site is a mapping from paths to acts; the path is looked up with its query first, then without, then `*` is asked,
and what is not there is a 404. An act gets the call, which has `path`, `headers` (by lower-case name) and `send`:

    whole(body, **headers)      200; `content_type="image/png"` becomes the header Content-Type
    ranged(body, tag)           the same with an ETag (none where empty), and parts as asked for (206)
    status(code, body, **headers)
    failing(code, times, then, **headers)   that status so often, `then` another act: `retry_after="1"` is Retry-After
    slow(seconds, then)         silence, then another act
    dripping(body, seconds)     byte by byte, with so long between
    cut(body, after, times=1)   says its length, breaks off, so often; later it is `ranged`
    wrong_length(body, declared)   declared is what Content-Length says
    without_length(body)        neither length nor chunks: the end is the end of the connection
    redirect(address, code=302)
    by_query(function)          JSON made from the query's values: for pages without an end

`silent_port()` gives an address where nobody listens. Waits in tests are short: `QUICK` are manners for them.
"""

import json
import socket
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from wordpress_export.web import Manners

QUICK = replace(
    Manners(), tries=3, first_wait=0.0, longest_wait=0.0, longest_retry_after=0.05, reading=2.0, deadline=10.0,
    file_deadline=10.0, gap=0.0,
)  # fmt: skip
"""Manners without waits."""


@dataclass(frozen=True, slots=True)
class Call:
    """A request that came in."""

    path: str
    """With its query."""
    headers: Mapping[str, str]
    """By lower-case name."""
    stop: threading.Event
    """Set when the server ends: nobody need wait any longer."""
    handler: BaseHTTPRequestHandler
    """Writes the answer."""
    at: float
    """When it came, on the monotonic clock."""

    def send(self, code: int, body: bytes, headers: Mapping[str, str]) -> None:
        """Answer; Content-Length is right unless the headers say another, or None."""
        self.begin(code, {"content-length": str(len(body))} | dict(headers))
        self.handler.wfile.write(body)

    def begin(self, code: int, headers: Mapping[str, str]) -> None:
        """Send the head of an answer."""
        self.handler.send_response(code)
        for name, value in headers.items():
            self.handler.send_header(name, value)
        self.handler.end_headers()

    def break_off(self) -> None:
        """Close the connection."""
        self.handler.wfile.flush()
        self.handler.close_connection = True
        self.handler.connection.shutdown(socket.SHUT_RDWR)


Act = Callable[[Call], None]
"""Answers a call."""


@dataclass(slots=True)
class Server:
    """A server that runs."""

    address: str
    """`http://127.0.0.1:40001`, without a slash at the end."""
    site: dict[str, Act]
    """May be changed while it runs."""
    calls: list[Call] = field(default_factory=list)
    """In order."""
    running: int = 0
    """How many calls are being answered now."""
    most_at_once: int = 0
    """How many were at most."""
    lock: threading.Lock = field(default_factory=threading.Lock)
    """Guards the numbers."""

    @property
    def paths(self) -> list[str]:
        """What was asked for, in order."""
        return [call.path for call in self.calls]


@contextmanager
def served(site: dict[str, Act], host: str = "127.0.0.1") -> Iterator[Server]:
    """Run a server until the block ends."""
    stop = threading.Event()
    web = ThreadingHTTPServer((host, 0), BaseHTTPRequestHandler)
    server = Server(f"http://{host}:{web.server_address[1]}", site)
    web.RequestHandlerClass = _answering(server, stop)
    thread = threading.Thread(target=web.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        stop.set()
        web.shutdown()
        web.server_close()
        thread.join()


def _answering(server: Server, stop: threading.Event) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        timeout = 5
        # Head and body go out apart, and the second would wait for the first to be acknowledged.
        disable_nagle_algorithm = True

        def do_GET(self) -> None:
            headers = {name.lower(): value for name, value in self.headers.items()}
            call = Call(self.path, headers, stop, self, time.monotonic())
            with server.lock:
                server.calls.append(call)
                server.running += 1
                server.most_at_once = max(server.most_at_once, server.running)
            site = server.site
            act = site.get(self.path) or site.get(urlsplit(self.path).path) or site.get("*") or status(404, b"Nothing.")
            try:
                act(call)
            except OSError:
                self.close_connection = True
            finally:
                with server.lock:
                    server.running -= 1

        def log_message(self, format: str, *args: Any) -> None:  # noqa: A002, ANN401  # the names and types of the base class
            """Say nothing."""

    return Handler


def silent_port() -> str:
    """Give an address of this machine where nobody listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return f"http://127.0.0.1:{probe.getsockname()[1]}"


def _headers(named: Mapping[str, str]) -> dict[str, str]:
    return {name.replace("_", "-"): value for name, value in named.items()}


def status(code: int, body: bytes = b"", **headers: str) -> Act:
    """Answer with a status."""
    return lambda call: call.send(code, body, _headers(headers))


def whole(body: bytes, **headers: str) -> Act:
    """Answer with all of it."""
    return status(200, body, **headers)


def ranged(body: bytes, tag: str = '"1"') -> Act:
    """Answer with all of it, or with the part that is asked for, if the tag is still the same."""

    def act(call: Call) -> None:
        wanted = call.headers.get("range", "")
        tags = {"etag": tag} if tag else {}
        if not wanted or call.headers.get("if-range", tag) != tag:
            call.send(200, body, tags)
            return
        start = int(wanted.removeprefix("bytes=").rstrip("-"))
        if start >= len(body):
            call.send(416, b"", {"content-range": f"bytes */{len(body)}"})
            return
        call.send(206, body[start:], {**tags, "content-range": f"bytes {start}-{len(body) - 1}/{len(body)}"})

    return act


def in_turn(*acts: Act) -> Act:
    """Answer one call by each act, and all later ones by the last."""
    left = list(acts)
    lock = threading.Lock()

    def act(call: Call) -> None:
        with lock:
            chosen = left.pop(0) if left[1:] else left[0]
        chosen(call)

    return act


def failing(code: int, times: int, then: Act, **headers: str) -> Act:
    """Fail so often, then do well."""
    return in_turn(*[status(code, b"Not now.", **headers)] * times, then)


def slow(seconds: float, then: Act) -> Act:
    """Be silent for a while."""

    def act(call: Call) -> None:
        call.stop.wait(seconds)
        then(call)

    return act


def dripping(body: bytes, seconds: float) -> Act:
    """Send byte by byte."""

    def act(call: Call) -> None:
        call.begin(200, {"content-length": str(len(body))})
        for number in range(len(body)):
            call.handler.wfile.write(body[number : number + 1])
            if call.stop.wait(seconds):
                return

    return act


def cut(body: bytes, after: int, times: int = 1, tag: str = '"1"') -> Act:
    """Break off after so many bytes, so often; each time they are so many more where a part was asked for."""

    def broken(call: Call) -> None:
        start = int(call.headers.get("range", "bytes=0-").removeprefix("bytes=").rstrip("-"))
        headers = {"content-length": str(len(body) - start)} | ({"etag": tag} if tag else {})
        if start:
            headers["content-range"] = f"bytes {start}-{len(body) - 1}/{len(body)}"
        call.begin(206 if start else 200, headers)
        call.handler.wfile.write(body[start : start + after])
        call.break_off()

    return in_turn(*[broken] * times, ranged(body, tag))


def wrong_length(body: bytes, declared: int) -> Act:
    """Declare a length that is not the body's."""

    def act(call: Call) -> None:
        call.send(200, body, {"content-length": str(declared)})
        call.break_off()

    return act


def without_length(body: bytes) -> Act:
    """Declare no length."""

    def act(call: Call) -> None:
        call.begin(200, {"connection": "close"})
        call.handler.wfile.write(body)
        call.break_off()

    return act


def redirect(address: str, code: int = 302) -> Act:
    """Lead elsewhere."""
    return status(code, b"", location=address)


def by_query(make: Callable[[dict[str, str]], object], **headers: str) -> Act:
    """Answer with JSON that is made from the query."""

    def act(call: Call) -> None:
        made = make(dict(parse_qsl(urlsplit(call.path).query)))
        call.send(200, json.dumps(made).encode(), {"content-type": "application/json", **_headers(headers)})

    return act
