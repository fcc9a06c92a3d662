"""What all tests share."""

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let a person accept a new golden site: `./inv test --only tests/site --update`, then read the diff."""
    parser.addoption("--update", action="store_true", help="write the golden site anew instead of comparing with it")
