"""The Belgian calendar: weekdays without the ten public holidays."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from loket_app.services.holidays import BelgianCalendar

CALENDAR = BelgianCalendar()


@pytest.mark.parametrize(
    ("day", "works"),
    [
        (date(2026, 4, 6), False),  # Easter Monday
        (date(2026, 5, 1), False),
        (date(2026, 5, 14), False),  # Ascension
        (date(2026, 5, 25), False),  # Whit Monday
        (date(2026, 7, 21), False),
        (date(2026, 11, 11), False),
        (date(2026, 12, 25), False),
        (date(2027, 1, 1), False),
        (date(2026, 11, 21), False),  # a Saturday
        (date(2026, 11, 22), False),  # a Sunday
        (date(2026, 4, 3), True),  # Good Friday is no holiday in Belgium
        (date(2026, 11, 2), True),
        (date(2026, 12, 26), False),
        (date(2025, 12, 26), True),
        (date(2025, 11, 15), False),
        (date(2027, 11, 15), True),  # the King's day
        (date(2028, 2, 29), True),
    ],
)
def test_working_days(day: date, works: bool) -> None:
    assert CALENDAR.is_working_day(day) is works


def test_ten_holidays_a_year_besides_the_two_that_are_always_a_sunday() -> None:
    days = [date(2026, 1, 1) + timedelta(days=n) for n in range(365)]
    named = [day for day in days if CALENDAR.holiday_name(day, "en")]
    assert len(named) == 12
    assert date(2026, 4, 5) in named
    assert date(2026, 5, 24) in named


@pytest.mark.parametrize(
    ("lang", "name"), [("nl", "Kerstmis"), ("fr", "Noël"), ("de", "Weihnachten"), ("en", "Christmas Day")]
)
def test_a_holiday_has_its_name(lang: str, name: str) -> None:
    assert CALENDAR.holiday_name(date(2026, 12, 25), lang) == name
    assert CALENDAR.holiday_name(date(2026, 12, 24), lang) == ""
