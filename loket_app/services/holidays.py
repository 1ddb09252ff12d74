"""The days that people work in Belgium: Monday to Friday without the ten public holidays (law of 4 January 1974).

They are counted here, from Easter: the library `holidays` loads the calendars of every country for them, 19 MiB and a
tenth of a second of each morning. A test holds both against each other.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache

from dateutil.easter import easter

from loket_app.i18n import N_, _, using

_WEEK = 5

_FIXED: Mapping[tuple[int, int], str] = {
    (1, 1): N_("New Year's Day"),
    (5, 1): N_("Labour Day"),
    (7, 21): N_("National Day"),
    (8, 15): N_("Assumption Day"),
    (11, 1): N_("All Saints' Day"),
    (11, 11): N_("Armistice Day"),
    (12, 25): N_("Christmas Day"),
}
_FROM_EASTER: Mapping[int, str] = {
    0: N_("Easter Sunday"),
    1: N_("Easter Monday"),
    39: N_("Ascension Day"),
    49: N_("Whit Sunday"),
    50: N_("Whit Monday"),
}
"""Days after Easter. The ten of the royal decree of 18 April 1974, and the two that are always a Sunday."""


class BelgianCalendar:
    """The calendar that the terms of the track are counted with."""

    def is_working_day(self, day: date) -> bool:
        """Whether people work on that day."""
        return day.weekday() < _WEEK and day not in _holidays(day.year)

    def holiday_name(self, day: date, lang: str) -> str:
        """The name of a public holiday in a language of the desk; empty on every other day."""
        with using(lang):
            return _(_holidays(day.year).get(day, ""))


@cache
def _holidays(year: int) -> Mapping[date, str]:
    """In a year in which Ascension falls on Labour Day, the day is called after the latter."""
    sunday = easter(year)
    moving = {sunday + timedelta(days=days): name for days, name in _FROM_EASTER.items()}
    return moving | {date(year, month, day): name for (month, day), name in _FIXED.items()}
