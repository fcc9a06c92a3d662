"""`python -m desk serve`: shows the paper and follows what is saved, until Ctrl-C; or shows a built site as it is."""

import argparse
import asyncio
import contextlib
import errno
import logging
import signal
import sys
from collections.abc import Sequence
from pathlib import Path

from tornado.httpserver import HTTPServer
from tornado.netutil import bind_sockets

from .audience import Audience
from .builds import Builds
from .desk_state import DeskState
from .saved_files import Watched, saved
from .site_server import Shop, application

_LOOPBACK = "127.0.0.1"


def serve(arguments: Sequence[str]) -> int:
    """Show the paper, or a built site; give the exit status."""
    parser = argparse.ArgumentParser("desk serve", description=serve.__doc__)
    parser.add_argument("--content", type=Path, default=Path("content"), help="the content folder (content)")
    parser.add_argument("--built", type=Path, help="a built site, shown as it is")
    parser.add_argument("--port", type=int, default=8000, help="0 for any that is free (8000)")
    parser.add_argument("--host", default=_LOOPBACK, help="127.0.0.1 shows it to this machine alone; 0.0.0.0 to all")
    parser.add_argument("--folder", type=Path, help="where the preview is kept (.cache/served/PORT)")
    options = parser.parse_args(arguments)
    # What Tornado has to say of a browser that went away is no one's to read.
    logging.getLogger("tornado").setLevel(logging.CRITICAL)
    try:
        return asyncio.run(_serve(options))
    except OSError as error:
        if error.errno not in (errno.EADDRINUSE, errno.EACCES, errno.EADDRNOTAVAIL):
            raise
        _say(f"Port {options.port} of {options.host} cannot be had ({error.strerror}): is another ./inv serve at work? "
             "Name another: ./inv serve --port 8001")  # fmt: skip
        return 2


async def _serve(options: argparse.Namespace) -> int:
    sockets = bind_sockets(options.port, options.host)
    port = sockets[0].getsockname()[1]
    folder = options.built.parent if options.built else options.folder or Path(".cache", "served", str(options.port))
    state = DeskState(options.content.resolve(), folder.resolve())
    state.site = options.built.resolve() if options.built else None
    audience = Audience(state)
    state.changed = audience.tell
    hosts = frozenset({options.host}) - {_LOOPBACK}
    server = HTTPServer(application(Shop(state, audience, has_desk=not options.built), hosts))
    server.add_sockets(sockets)
    name = options.host if options.host not in ("0.0.0.0", "::") else _LOOPBACK  # noqa: S104  # it is asked for
    _say(f"The {'site' if options.built else 'paper'} is at http://{name}:{port}/ (Ctrl-C ends)")
    ended = asyncio.Event()
    for each in (signal.SIGINT, signal.SIGTERM):
        with contextlib.suppress(NotImplementedError):  # Windows knows no such thing, and raises KeyboardInterrupt
            asyncio.get_running_loop().add_signal_handler(each, ended.set)
    if options.built:
        await ended.wait()
    else:
        await _follow(state, audience, ended)
    server.stop()
    return 0


async def _follow(state: DeskState, audience: Audience, ended: asyncio.Event) -> None:
    """Follow what is saved until the end."""
    builds = Builds(state, _say, audience.places)
    builds.take_up()
    tasks = [asyncio.create_task(each) for each in (builds.follow(), _take(state, builds), _end(ended))]
    try:
        await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        for task in tasks:
            if task.done():
                task.result()
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await builds.end()


async def _take(state: DeskState, builds: Builds) -> None:
    async for each in saved(Watched(state.content)):
        await builds.take(each)


async def _end(ended: asyncio.Event) -> None:
    await ended.wait()


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()
