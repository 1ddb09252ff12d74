"""Numbers as people search them, whatever stands between the figures."""

from __future__ import annotations

import re

_NUMBER = re.compile(r"\+?[\d\s./()-]*\d[\d\s./()-]*")
_SHORTEST_NUMBER = 3


def digits(text: str) -> str:
    """The digits of a number that people write with blanks, dots and dashes; empty when it is not such a number."""
    found = "".join(c for c in text if c.isdecimal() and c.isascii())
    return found if _NUMBER.fullmatch(text.strip()) and len(found) >= _SHORTEST_NUMBER else ""


def phone_numbers(text: str) -> tuple[str, ...]:
    """The ways in which a telephone number is typed: as dialled from abroad, and from within Belgium."""
    number = digits(text).removeprefix("00")
    spellings = (number, "0" + number.removeprefix("32")) if number.startswith("32") else (number,)
    return tuple(spelling for spelling in spellings if spelling)
