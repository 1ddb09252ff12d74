"""Between which days a value of a desk can mean something."""

from __future__ import annotations

from datetime import date

FIRST = date(1999, 1, 1)
"""Every amount of Loket is in euro, and there is a euro since that day."""

YEARS_AHEAD = 10
"""A departure of a later year is a slip of the pen."""


def last_day(today: date) -> date:
    """The last day that a value may begin or end on."""
    return date(min(today.year + YEARS_AHEAD, date.max.year), 12, 31)


def makes_sense(day: date, today: date) -> bool:
    """Whether a value can begin or end on that day."""
    return FIRST <= day <= last_day(today)
