"""Other people's programs, run with what they need and told of in plain words."""

import os
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from ..problems import RefusalError, SendingError


@dataclass(frozen=True, slots=True)
class Program:
    """A program with its surroundings."""

    command: Sequence[str]
    """Its name, and what is always said to it."""
    folder: Path | None = None
    """Where it runs."""
    variables: Mapping[str, str] = field(default_factory=dict)
    """What it finds in its environment beside ours; never shown."""
    install: str = ""
    """How one gets it."""

    def run(self, *arguments: str, given: bytes = b"") -> bytes:
        """Give what it says. Raises SendingError where it fails, RefusalError where it is not there."""
        done = self.attempt(*arguments, given=given)
        if done.returncode:
            raise self.failure(done)
        return done.stdout

    def failure(self, done: "subprocess.CompletedProcess[bytes]") -> SendingError:
        """Give the error that tells how it failed, in its last words."""
        words = done.stderr.decode("utf-8", "replace").strip() or done.stdout.decode("utf-8", "replace").strip()
        last = " | ".join(words.splitlines()[-3:])
        return SendingError(
            f"{self.command[0]} ended with {done.returncode}: {last}. What was there stays; publish again."
        )

    def attempt(self, *arguments: str, given: bytes = b"") -> "subprocess.CompletedProcess[bytes]":
        """Give how it ended, whatever its status. Raises RefusalError where it is not there."""
        try:
            return subprocess.run(  # noqa: S603  # a program that the settings name
                [*self.command, *arguments], cwd=self.folder, env=os.environ | self.variables, input=given,
                capture_output=True, check=False,
            )  # fmt: skip
        except FileNotFoundError:
            raise RefusalError(f"{self.command[0]} is not on this machine: {self.install}.") from None
