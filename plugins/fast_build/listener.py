"""Hears what is said while a site is built."""

import logging
from typing import Any


class Listener:
    """Counts what is said: a page about which there is something to say is made each time, so that it is said.

    It stands where log records are made, since a handler more would change what Python does where there is none, and
    since Pelican's filter keeps back what was said before.
    """

    def __init__(self) -> None:
        self.count = 0
        self._make = logging.getLogRecordFactory()
        logging.setLogRecordFactory(self)

    def __call__(self, *arguments: Any, **named: Any) -> logging.LogRecord:  # noqa: ANN401  # as logging has it
        """Make a log record."""
        record = self._make(*arguments, **named)
        self.count += record.levelno >= logging.WARNING
        return record

    def leave(self) -> None:
        """Count no more."""
        if logging.getLogRecordFactory() is self:
            logging.setLogRecordFactory(self._make)
