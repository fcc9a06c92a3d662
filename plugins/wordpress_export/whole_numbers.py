"""Whole numbers in texts: ids, places, parents. A number beyond the database's own (`bigint`) is none."""

import re

_DIGITS = 18
_NUMBER = re.compile(rf"(?<![0-9])[0-9]{{1,{_DIGITS}}}(?![0-9])")


def whole_number(text: str) -> int:
    """Give the number that a text is; 0 where it is none."""
    text = text.strip()
    return int(text) if text.isascii() and text.isdigit() and len(text) <= _DIGITS else 0


def whole_numbers_in(text: str) -> list[int]:
    """Give all numbers that stand in a text, in order: `7, 5,12`."""
    return [int(number) for number in _NUMBER.findall(text)]
