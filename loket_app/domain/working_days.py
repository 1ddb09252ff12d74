"""Terms in calendar days and in working days. The day of the event is day 0."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Protocol

from loket_app.domain.track_parts import Unit


class Calendar(Protocol):
    """Which days one works: Monday to Friday without the public holidays (DOMAIN.md §5)."""

    def is_working_day(self, day: date) -> bool:
        """Whether people work on that day."""


def counted(start: date, count: int, unit: Unit, calendar: Calendar) -> date | None:
    """The day that is so many units after `start`, or before it when negative; None beyond the end of all calendars."""
    try:
        if unit is Unit.WORKING_DAYS:
            return _working_days(start, count, calendar)
        return start + timedelta(days=count)
    except OverflowError:
        return None


def _working_days(start: date, count: int, calendar: Calendar) -> date:
    """The nth working day; with 0, the day itself or the first working day after it."""
    step = timedelta(days=-1 if count < 0 else 1)
    day, left = start, abs(count)
    while left or not calendar.is_working_day(day):
        day += step
        left -= left > 0 and calendar.is_working_day(day)
    return day
