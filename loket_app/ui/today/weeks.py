"""Which days a calendar shows: a week from Monday to Sunday, or all weeks that a month touches."""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from enum import Enum

DAYS, MONTHS = 7, 12


class Shown(Enum):
    """What the page of today shows."""

    LIST = "list"
    WEEK = "week"
    MONTH = "month"


def weeks_of(day: date, shown: Shown) -> tuple[date, ...]:
    """The days from the first Monday to the last Sunday."""
    first = last = day
    if shown is Shown.MONTH:
        first, last = day.replace(day=1), day.replace(day=_length(day.year, day.month))
    start = first - timedelta(days=first.weekday())
    end = last + timedelta(days=DAYS - 1 - last.weekday())
    return tuple(start + timedelta(days=number) for number in range((end - start).days + 1))


def month_later(day: date, months: int) -> date:
    """The same day of another month, or its last when it has fewer."""
    year, month = divmod(day.year * MONTHS + day.month - 1 + months, MONTHS)
    return date(year, month + 1, min(day.day, _length(year, month + 1)))


def _length(year: int, month: int) -> int:
    return calendar.monthrange(year, month)[1]
