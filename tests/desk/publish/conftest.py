"""What tests of publishing share."""

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from moto.server import ThreadedMotoServer

from published_papers import paper


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Give a small site."""
    return paper(tmp_path / "site")


@pytest.fixture(scope="session")
def s3_address() -> Iterator[str]:
    """Serve S3 on this machine; give its address."""
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0)
    server.start()
    host, port = server.get_host_and_port()
    yield f"http://{host}:{port}"
    server.stop()


@pytest.fixture(scope="session")
def ssh_command(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Let a real sshd run on this machine; give the command that leads to it."""
    folder = tmp_path_factory.mktemp("ssh")
    program = shutil.which("sshd", path="/usr/sbin:/usr/bin:/sbin")
    assert program, "sudo apt-get install openssh-server"
    if os.geteuid() == 0:
        Path("/run/sshd").mkdir(exist_ok=True)  # as root it asks for this folder
    for name in ("host", "key"):
        subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(folder / name)], check=True)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    (folder / "config").write_text(
        f"Port {port}\nListenAddress 127.0.0.1\nHostKey {folder}/host\nAuthorizedKeysFile {folder}/key.pub\n"
        f"PidFile {folder}/pid\nStrictModes no\nUsePAM no\nMaxStartups 100\n",
        encoding="utf-8",
    )
    daemon = subprocess.Popen([program, "-D", "-f", str(folder / "config")])
    wait_for(port)
    quiet = "-o StrictHostKeyChecking=no -o UserKnownHostsFile=/dev/null -o LogLevel=ERROR -o BatchMode=yes"
    yield f"ssh -F /dev/null -p {port} -i {folder}/key {quiet}"
    daemon.terminate()
    daemon.wait()


def wait_for(port: int) -> None:
    """Wait until someone listens."""
    for _ in range(200):
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise AssertionError("nobody listens")
