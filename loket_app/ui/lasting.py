"""Keeps None, True and False alive on Python 3.11.

PySide6 6.12.0 hands out None from every method that returns nothing, and True from every `emit`, without counting the
reference: right for Python 3.12 and later, where these objects live for ever, deadly before. Measured on 3.11: 6,000
calls, an hour of work, and the interpreter ends with "deallocating None".
"""

from __future__ import annotations

import sys

_MORE_THAN_A_LIFE_OF_CALLS = 1 << 40


def make_lasting() -> None:
    """Count so many references more that no program comes to their end. Does nothing where it is not needed."""
    if sys.version_info < (3, 12) and sys.implementation.name == "cpython":
        import ctypes  # noqa: PLC0415 - only where it is needed

        for constant in (None, True, False):
            ctypes.c_ssize_t.from_address(id(constant)).value += _MORE_THAN_A_LIFE_OF_CALLS
