"""Other sites are asked: many at a time, each for one thing after another, by HEAD first, by GET where that lies."""

import asyncio
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from urllib.parse import urlsplit

import httpx

from .answers import Answer, Answers

_HOSTS_AT_ONCE = 16
_PAUSE = 0.2
"""Seconds between two questions to one host."""
_PATIENCE = httpx.Timeout(15, connect=10)
_FOR_GOOD = frozenset({301, 308})
_FIRST_MISTAKE = 400
_WHO = {"User-Agent": "Broadsheet-link-check (asks whether a page that a newspaper links to is still there)"}

Told = Callable[[int, int], None]
"""Hears how many of how many have been asked."""


def ask_all(addresses: Sequence[str], answers: Answers, told: Told) -> None:
    """Ask for each address, and note what is answered."""
    if addresses:
        asyncio.run(_ask_hosts(addresses, answers, told))


async def _ask_hosts(addresses: Sequence[str], answers: Answers, told: Told) -> None:
    hosts: dict[str, list[str]] = defaultdict(list)
    for address in addresses:
        hosts[_host(address)].append(address)
    free = asyncio.Semaphore(_HOSTS_AT_ONCE)
    asked = 0

    async def ask_host(client: httpx.AsyncClient, named: Sequence[str]) -> None:
        nonlocal asked
        async with free:
            for number, address in enumerate(named):
                if number:
                    await asyncio.sleep(_PAUSE)
                answers.add(address, await _ask(client, address))
                asked += 1
                told(asked, len(addresses))

    async with httpx.AsyncClient(timeout=_PATIENCE, follow_redirects=True, headers=_WHO) as client:
        await asyncio.gather(*(ask_host(client, named) for named in hosts.values()))


async def _ask(client: httpx.AsyncClient, address: str) -> Answer:
    try:
        answer = await client.head(_whole(address))
        if answer.status_code >= _FIRST_MISTAKE:
            # Many sites refuse HEAD, or say that nothing is there.
            async with client.stream("GET", _whole(address)) as second:
                answer = second
    except (httpx.HTTPError, httpx.InvalidURL, ValueError) as error:
        return Answer(0, time.time(), trouble=_words(error))
    steps = answer.history
    is_for_good = bool(steps) and all(step.status_code in _FOR_GOOD for step in steps)
    return Answer(answer.status_code, time.time(), str(answer.url) if is_for_good else "")


def _words(error: Exception) -> str:
    if isinstance(error, httpx.TimeoutException):
        return "no answer within 15 seconds"
    if isinstance(error, httpx.ConnectError):
        return "there is no such site, or no way to it"
    if isinstance(error, httpx.TooManyRedirects):
        return "it leads in a circle"
    return (str(error) or type(error).__name__)[:120]


def _whole(address: str) -> str:
    return f"https:{address}" if address.startswith("//") else address


def _host(address: str) -> str:
    try:
        return urlsplit(address).netloc.lower()
    except ValueError:
        return address
