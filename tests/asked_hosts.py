"""Hosts that are asked for addresses: nginx and Caddy, as Debian has them, on this machine's loopback."""

import http.client
import os
import shutil
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

import pytest

_MOST_HOPS = 5
_PATIENCE = 10.0


@dataclass(frozen=True, slots=True)
class Answer:
    """What a host says to one question."""

    status: int
    """The status."""
    location: str = ""
    """Where it leads to, percent-encoded."""
    type: str = ""
    """The media type of what was sent."""


Ask = Callable[[str], Answer]
"""Asks a host for an address, percent-encoded as a browser sends it."""


@dataclass(frozen=True, slots=True)
class Landing:
    """Where a reader ends."""

    status: int
    """The last status."""
    address: str
    """The last address, decoded."""
    hops: int
    """How many redirects there were."""


def follow(ask: Ask, address: str) -> Landing:
    """Follow an address to its end."""
    for hops in range(_MOST_HOPS):
        answer = ask(address)
        if answer.status not in {301, 302, 308}:
            return Landing(answer.status, unquote(address), hops)
        address = quote(answer.location, safe="%/:?#[]@!$&'()*+,;=~")
    return Landing(0, unquote(address), _MOST_HOPS)


@contextmanager
def nginx(output: Path, folder: Path) -> Iterator[Ask]:
    """Serve a built site by nginx, with the rules that are in it."""
    with nginx_port(output, folder, "nginx-server.conf") as port:
        yield lambda address: _ask(port, address)


@contextmanager
def nginx_port(output: Path, folder: Path, *included: str) -> Iterator[int]:
    """Serve a built site by nginx, with files of its `_hosts/`; give the port."""
    program = _program("nginx", "nginx-light")
    port = _free_port()
    folder.mkdir(parents=True, exist_ok=True)
    temporary = "".join(
        f"{name}_temp_path {folder}/{name};\n" for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    lines = " ".join(f"include {output}/_hosts/{name};" for name in included)
    (folder / "nginx.conf").write_text(
        f"daemon off;\nmaster_process off;\npid {folder}/pid;\nerror_log stderr;\nevents {{}}\n"
        f"http {{\naccess_log off;\ninclude /etc/nginx/mime.types;\n{temporary}"
        f"include {output}/_hosts/nginx-http.conf;\n"
        f"server {{ listen 127.0.0.1:{port}; root {output}; {lines} }}\n}}\n",
        encoding="utf-8",
    )
    with _running([program, "-c", str(folder / "nginx.conf"), "-e", "stderr"], port):
        yield port


@contextmanager
def caddy(output: Path, folder: Path) -> Iterator[Ask]:
    """Serve a built site by Caddy, with the rules that are in it."""
    with caddy_port(output, folder, "Caddyfile") as port:
        yield lambda address: _ask(port, address)


@contextmanager
def caddy_port(output: Path, folder: Path, *included: str) -> Iterator[int]:
    """Serve a built site by Caddy, with files of its `_hosts/`; give the port."""
    program = _program("caddy", "caddy")
    port = _free_port()
    folder.mkdir(parents=True, exist_ok=True)
    lines = "".join(f"  import {output}/_hosts/{name}\n" for name in included)
    (folder / "Caddyfile").write_text(
        f"{{\n  admin off\n  auto_https off\n  storage file_system {folder}\n}}\n"
        f"http://127.0.0.1:{port} {{\n  bind 127.0.0.1\n  root * {output}\n{lines}}}\n",
        encoding="utf-8",
    )
    command = [program, "run", "--config", str(folder / "Caddyfile"), "--adapter", "caddyfile"]
    with _running(command, port, XDG_CONFIG_HOME=str(folder), XDG_DATA_HOME=str(folder)):
        yield port


def _program(name: str, package: str) -> str:
    found = shutil.which(name, path="/usr/sbin:/usr/bin:/usr/local/bin:/bin")
    if found is None:
        pytest.skip(f"{name} is not on this machine: sudo apt-get install {package}")
    return found


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def _running(command: list[str], port: int, **variables: str) -> Iterator[None]:
    host = subprocess.Popen(
        command, env=os.environ | variables, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    try:
        _wait_for(host, port)
        yield
    finally:
        host.terminate()
        host.communicate(timeout=_PATIENCE)


def _wait_for(host: "subprocess.Popen[str]", port: int) -> None:
    end = time.monotonic() + _PATIENCE
    while time.monotonic() < end:
        if host.poll() is not None:
            raise AssertionError(f"the host does not start:\n{host.stdout.read() if host.stdout else ''}")
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise AssertionError("the host does not answer")


def _ask(port: int, address: str) -> Answer:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=_PATIENCE)
    try:
        connection.request("GET", address)
        response = connection.getresponse()
        response.read()
        location = response.getheader("Location", "").encode("latin-1").decode("utf-8", "replace")
        own = f"http://127.0.0.1:{port}"
        kind = response.getheader("Content-Type", "").partition(";")[0]
        return Answer(response.status, location.removeprefix(own), kind)
    finally:
        connection.close()


def path_of(address: str) -> str:
    """Give what a browser sends for an absolute address."""
    parts = urlsplit(address)
    return (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
