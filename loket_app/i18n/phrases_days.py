"""Days on which offices are closed, pointed out: a term in calendar days ends on them too, and is not moved (S3)."""

from __future__ import annotations

from datetime import date
from typing import Protocol

from loket_app.domain.track_parts import Deadline, Unit
from loket_app.i18n import _, formats, language


class FreeDays(Protocol):
    """The weekends and public holidays of Belgium."""

    def is_working_day(self, day: date) -> bool:
        """Whether people work on that day."""

    def holiday_name(self, day: date, lang: str) -> str:
        """The name of a public holiday in a language; empty on every other day."""


def free_day_text(day: date, days: FreeDays) -> str:
    """`falls on a Sunday`, `falls on a public holiday: Armistice Day`; empty on a day on which people work."""
    if days.is_working_day(day):
        return ""
    holiday = days.holiday_name(day, language())
    if holiday:
        return _("falls on a public holiday: {holiday}").format(holiday=holiday)
    return _("falls on a {weekday}").format(weekday=formats.format_weekday(day, full=True))


def free_term_text(deadline: Deadline, days: FreeDays | None) -> str:
    """The same of the last day of a term in calendar days; empty for other terms, and where nobody has the days at hand."""
    if days is None or deadline.on is None or deadline.unit is not Unit.CALENDAR_DAYS:
        return ""
    return free_day_text(deadline.on, days)
