"""The days that people work in Belgium: Monday to Friday without the ten public holidays (law of 4 January 1974)."""

from __future__ import annotations

from datetime import date
from functools import cache

_WEEK = 5


class BelgianCalendar:
    """The calendar that the terms of the track are counted with."""

    def is_working_day(self, day: date) -> bool:
        """Whether people work on that day."""
        return day.weekday() < _WEEK and day not in _holidays(day.year)

    def holiday_name(self, day: date, lang: str) -> str:
        """The name of a public holiday in a language of the desk; empty on every other day."""
        return _holidays(day.year, lang).get(day, "")


@cache
def _holidays(year: int, lang: str = "nl") -> dict[date, str]:
    from holidays import country_holidays

    known = country_holidays("BE", years=year, language={"en": "en_US"}.get(lang, lang))
    return {day: name for day, name in known.items() if day.year == year}
