"""Answers and files by HTTP, from a real server on this machine with the faults of real servers."""

import gzip
import time
import tomllib
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from web_faults import (
    QUICK,
    Act,
    cut,
    dripping,
    failing,
    in_turn,
    ranged,
    redirect,
    served,
    silent_port,
    slow,
    status,
    whole,
    without_length,
    wrong_length,
)
from wordpress_export.web import (
    Answer,
    Client,
    Credentials,
    CutError,
    ForbiddenError,
    GoneError,
    HostGivenUpError,
    MissingError,
    NameNotFoundError,
    NoAddressError,
    OtherStatusError,
    RedirectError,
    RefusedError,
    ServerError,
    SignInError,
    TimedOutError,
    TlsError,
    TooLargeError,
    TooManyRequestsError,
    UnsafeCredentialsError,
    WebError,
)
from wordpress_export.web.manners import AGENT
from wordpress_export.web.waits import retry_after

BODY = bytes(range(256)) * 800


def test_agent() -> None:
    """We say who we are, with the version of the project."""
    project = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text(encoding="utf-8"))["project"]

    with served({"/": whole(b"Tide")}) as server, Client(QUICK) as client:
        client.fetch(server.address + "/")

    assert AGENT == f"Broadsheet/{project['version']}"
    assert [AGENT] == [call.headers["user-agent"] for call in server.calls]


def test_fetch() -> None:
    """An answer has its address, status, headers by lower-case name, and its body unpacked."""
    packed = whole(gzip.compress(b"Tide"), Content_Encoding="gzip", X_WP_Total="52")
    with served({"/a": redirect("/b"), "/b": packed}) as server, Client(QUICK) as client:
        answer = client.fetch(server.address + "/a", {"accept": "application/json"})

    assert (server.address + "/b", 200, "52", b"Tide") == (
        answer.address, answer.status, answer.headers["x-wp-total"], answer.body,
    )  # fmt: skip
    assert "application/json" == server.calls[1].headers["accept"]


@pytest.mark.parametrize(
    ("act", "error", "calls"),
    [
        (status(401, b"{}"), SignInError, 1),
        (status(403), ForbiddenError, 1),
        (status(404), MissingError, 1),
        (status(410), GoneError, 1),
        (status(418), OtherStatusError, 1),
        (status(429), TooManyRequestsError, 3),
        (status(500), ServerError, 3),
        (status(503, retry_after="9999"), ServerError, 3),
        (wrong_length(b"Tide", 400), CutError, 3),
        (redirect("/"), RedirectError, 1),
        (redirect("ftp://127.0.0.1/"), RedirectError, 1),
        (redirect("http://[::bad/"), RedirectError, 1),
        (whole(b"x" * 2000), TooLargeError, 1),
        (whole(gzip.compress(b"x" * 2000), content_encoding="gzip"), TooLargeError, 1),
        (slow(3.0, whole(b"Tide")), TimedOutError, 3),
        (dripping(b"x" * 1000, 0.05), TimedOutError, 1),
    ],
)
def test_failures(act: Act, error: type[WebError], calls: int) -> None:
    """Each failure has an error of its own, that names the address; only what may be well later is tried again."""
    manners = replace(QUICK, largest_answer=1000, reading=0.2, deadline=1.5)
    with served({"/": act}) as server, Client(manners) as client, pytest.raises(error) as raised:
        client.fetch(server.address + "/")

    assert str(raised.value).startswith(server.address)
    assert calls == len(server.calls)


@pytest.mark.parametrize(
    "fault", [status(500), status(429, retry_after="1"), wrong_length(b"Ti", 4), slow(1.0, status(200))]
)
def test_passing_faults(fault: Act) -> None:
    """What passes is not seen."""
    with served({"/": in_turn(fault, fault, whole(b"Tide"))}) as server, Client(replace(QUICK, reading=0.3)) as client:
        answer = client.fetch(server.address + "/")

    assert b"Tide" == answer.body


def test_what_the_server_said() -> None:
    """An error has the answer with it: WordPress says there why."""
    with (
        served({"/": status(403, b'{"code":"rest_forbidden"}')}) as server,
        Client(QUICK) as client,
        pytest.raises(ForbiddenError) as raised,
    ):
        client.fetch(server.address + "/")

    assert raised.value.answer
    assert (403, b'{"code":"rest_forbidden"}') == (raised.value.answer.status, raised.value.answer.body)


def test_nobody_listens() -> None:
    """A host that takes no connection is told from a name that no host has, and from what is no address."""
    with Client(QUICK) as client:
        with pytest.raises(RefusedError, match="takes no connection"):
            client.fetch(silent_port() + "/")
        for address in ("ftp://127.0.0.1/", "tide.html", "http://", "http://[::1", "https://\x00/", ""):
            with pytest.raises(NoAddressError):
                client.fetch(address)


def test_no_such_name() -> None:
    """A name that no host has is said so (or that the network is away)."""
    with Client(replace(QUICK, tries=1)) as client, pytest.raises(NameNotFoundError, match="no host gull"):
        client.fetch("http://gull.invalid/")


def test_no_tls() -> None:
    """A server that speaks no TLS is said so."""
    with (
        served({"/": whole(b"Tide")}) as server,
        Client(QUICK) as client,
        pytest.raises(TlsError, match="no safe connection to 127"),
    ):
        client.fetch(server.address.replace("http:", "https:") + "/")


def test_endless_redirects() -> None:
    """A chain of redirects comes to an end."""
    site: dict[str, Act] = {f"/{number}": redirect(f"/{number + 1}") for number in range(30)}
    with served(site) as server, Client(QUICK) as client, pytest.raises(RedirectError, match="on and on"):
        client.fetch(server.address + "/0")

    assert QUICK.redirects + 1 == len(server.calls)


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        ("120", 120.0),
        (" 7 ", 7.0),
        ("Tue, 24 Nov 2026 12:00:30 GMT", 30.0),
        ("Tue, 24 Nov 2026 11:00:00 GMT", 0.0),
        ("Tue, 24 Nov 2026 12:00:30", 30.0),
        ("soon", 0.0),
        ("-5", 0.0),
        ("", 0.0),
        ("²", 0.0),
        ("Tue, 99 Nov 99999999999 12:00:30 GMT", 0.0),
    ],
)
def test_retry_after(header: str, seconds: float) -> None:
    """Retry-After is a number of seconds or a date; anything else asks for nothing."""
    assert seconds == retry_after(header, datetime(2026, 11, 24, 12, 0, 0, tzinfo=UTC))


def test_rest_for_all() -> None:
    """While one thread has been told to wait, the others ask nothing of that host either."""
    manners = replace(QUICK, longest_retry_after=0.4, at_once=1)
    site = {"/a": failing(429, 1, whole(b"Tide"), retry_after="60"), "/b": whole(b"Gull")}
    with served(site) as server, Client(manners) as client, ThreadPoolExecutor(2) as pool:
        told = pool.submit(client.fetch, server.address + "/a")
        while not server.calls:
            time.sleep(0.01)
        # The one place is taken until the answer has been read, and with it how long to wait.
        pool.submit(client.fetch, server.address + "/b").result()
        told.result()

    # No machine is so slow that a wait gets shorter.
    assert server.calls[1].at - server.calls[0].at >= 0.4


def test_at_once() -> None:
    """A host is asked by no more threads at once than agreed."""
    with (
        served({"*": slow(0.1, whole(b"Tide"))}) as server,
        Client(replace(QUICK, at_once=2)) as client,
        ThreadPoolExecutor(8) as pool,
    ):
        list(pool.map(lambda number: client.fetch(f"{server.address}/{number}"), range(8)))

    assert 2 == server.most_at_once
    assert 8 == len(server.calls)


def test_gap() -> None:
    """Between the beginnings of two requests to one host there is a gap, whatever thread asks."""
    begun = time.monotonic()
    with (
        served({"*": whole(b"Tide")}) as server,
        Client(replace(QUICK, gap=0.1)) as client,
        ThreadPoolExecutor(5) as pool,
    ):
        list(pool.map(lambda number: client.fetch(f"{server.address}/{number}"), range(5)))

    assert time.monotonic() - begun >= 0.4


def test_given_up() -> None:
    """A host that failed often in a row is left alone; others are not, and an answer in between makes it well again."""
    manners = replace(QUICK, tries=1, failures=3)
    site = {"/bad": status(500), "/no": status(404), "/away": redirect("SILENT")}
    with served(site) as server, served({"/": whole(b"Tide")}) as other, Client(manners) as client:
        site["/away"] = redirect(silent_port() + "/")
        for path, error in [("bad", ServerError), ("bad", ServerError), ("no", MissingError)] + [
            ("away", RefusedError)
        ] * 3:
            with pytest.raises(error):
                client.fetch(f"{server.address}/{path}")
        with pytest.raises(HostGivenUpError, match="failed 3 times in a row"):
            client.fetch(server.address + "/away")
        for _ in range(3):
            with pytest.raises(ServerError):
                client.fetch(server.address + "/bad")
        with pytest.raises(HostGivenUpError, match="failed 3 times in a row"):
            client.fetch(server.address + "/no")
        assert b"Tide" == client.fetch(other.address + "/").body


def test_credentials() -> None:
    """Credentials go to their own origin alone, also when it redirects, and are in no text of ours."""
    with (
        served({"/": whole(b"Tide")}) as other,
        served({"/a": redirect("/b"), "/b": redirect(other.address + "/")}) as home,
    ):
        secret = Credentials(home.address, "mara", "abcd efgh")
        with Client(QUICK, secret) as client:
            client.fetch(home.address + "/a")

    assert ["Basic bWFyYTphYmNkIGVmZ2g="] * 2 == [call.headers.get("authorization", "") for call in home.calls]
    assert [None] == [call.headers.get("authorization") for call in other.calls]
    assert "abcd" not in repr(secret)


def test_unsafe_credentials() -> None:
    """Credentials are not taken for an origin where they would travel in the open."""
    with pytest.raises(UnsafeCredentialsError, match="not https"):
        Credentials("http://gull.example", "mara", "abcd efgh")

    assert "mara" == Credentials("https://gull.example", "mara", "abcd efgh").user


@pytest.mark.parametrize(
    "act",
    [
        whole(BODY),
        ranged(BODY),
        without_length(BODY),
        whole(gzip.compress(BODY), content_encoding="gzip"),
        failing(500, 2, ranged(BODY)),
        failing(503, 1, whole(BODY), retry_after="Tue, 24 Nov 2099 12:00:30 GMT"),
        cut(BODY, 1000, times=2),
        cut(BODY, 1000, times=2, tag=""),
        cut(BODY, 1000, times=1, tag='W/"1"'),
        cut(BODY, 70_000, times=2),
        in_turn(cut(BODY[::-1], 5000, tag='"0"'), ranged(BODY)),
        in_turn(cut(BODY, 5000), status(206, BODY[:10], content_range="bytes 0-9/204800"), whole(BODY)),
        in_turn(cut(BODY, 5000), status(206, BODY[5000:]), whole(BODY)),
        in_turn(cut(BODY, 5000), status(416), whole(BODY)),
        in_turn(cut(BODY, 5000), status(206, BODY[5000:6000], content_range="bytes 5000-5999/204800"), ranged(BODY)),
    ],
)  # fmt: skip
def test_save(act: Act, tmp_path: Path) -> None:
    """A file is whole in the end, whatever happened on the way, and nothing lies beside it."""
    with served({"/tide.bin": act}) as server, Client(QUICK) as client:
        saved = client.save(server.address + "/tide.bin", tmp_path / "tide.bin")

    assert (BODY, len(BODY)) == ((tmp_path / "tide.bin").read_bytes(), saved.size)
    assert ["tide.bin"] == [path.name for path in tmp_path.iterdir()]


def test_resume(tmp_path: Path) -> None:
    """What came before a cut is not asked for again, not even in a later run; a file that is another by then is."""
    path = tmp_path / ("t" * 251 + ".bin")
    site = {"/tide.bin": cut(BODY, 1000, times=99)}
    with served(site) as server:
        with Client(QUICK) as client, pytest.raises(CutError):
            client.save(server.address + "/tide.bin", path)
        assert not path.exists()
        site["/tide.bin"] = ranged(BODY)
        with Client(QUICK) as client:
            client.save(server.address + "/tide.bin", path)
        assert ["", "bytes=1000-", "bytes=2000-", "bytes=3000-"] == [c.headers.get("range", "") for c in server.calls]
        assert BODY == path.read_bytes()


def test_growing_file(tmp_path: Path) -> None:
    """A connection that breaks off again and again is no reason to give up while the file grows."""
    body = BODY * 3
    with served({"/tide.bin": cut(body, 80_000, times=7)}) as server, Client(QUICK) as client:
        client.save(server.address + "/tide.bin", tmp_path / "tide.bin")

    assert body == (tmp_path / "tide.bin").read_bytes()


def test_length_unknown(tmp_path: Path) -> None:
    """Where a server says neither length nor end, the file is not known to be whole."""
    with served({"/a": without_length(BODY), "/b": whole(BODY)}) as server, Client(QUICK) as client:
        sure = [client.save(f"{server.address}/{name}", tmp_path / name).is_sure for name in "ab"]

    assert [False, True] == sure


@pytest.mark.parametrize(
    "act", [whole(BODY), without_length(BODY), whole(gzip.compress(BODY), content_encoding="gzip")]
)
def test_large_file(act: Act, tmp_path: Path) -> None:
    """A file that is larger than allowed is not read on, and leaves nothing."""
    with (
        served({"/": act}) as server,
        Client(replace(QUICK, largest_file=100_000)) as client,
        pytest.raises(TooLargeError, match="100,000 bytes"),
    ):
        client.save(server.address + "/", tmp_path / "tide.bin")

    assert [] == [path.name for path in tmp_path.iterdir()]


def test_missing_file(tmp_path: Path) -> None:
    """A file that is not there leaves nothing, and neither does one that does not pass."""

    def refuse(path: Path, answer: Answer) -> None:
        raise ValueError(path.read_bytes().decode() + answer.headers["content-type"])

    site = {"/page": whole(b"<html>", content_type="text/html")}
    with served(site) as server, Client(QUICK) as client:
        with pytest.raises(MissingError):
            client.save(server.address + "/no", tmp_path / "tide.bin")
        with pytest.raises(ValueError, match="<html>text/html"):
            client.save(server.address + "/page", tmp_path / "tide.bin", refuse)

    assert [] == [path.name for path in tmp_path.iterdir()]
