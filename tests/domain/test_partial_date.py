"""Dates of which a part is known: reading, writing, ages."""

from __future__ import annotations

from datetime import MAXYEAR, MINYEAR, date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loket_app.domain.partial_date import PartialDate, age_range
from tests.strategies import partial_dates


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("3/4/1987", "1987-04-03"),
        ("03.04.1987", "1987-04-03"),
        ("3-4-1987", "1987-04-03"),
        ("3 4 1987", "1987-04-03"),
        (" 4/1987 ", "1987-04"),
        ("1987", "1987"),
        ("±1987", "~1987"),
        ("~1987", "~1987"),
        ("+/-1987", "~1987"),
        ("± 4/1987", "~1987-04"),
        ("1987-04-03", "1987-04-03"),
        ("29/2/2024", "2024-02-29"),
    ],
)
def test_what_a_counsellor_types(typed: str, stored: str) -> None:
    assert str(PartialDate.typed(typed)) == stored


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "31/2/1987",
        "29/2/2023",
        "13/1987",
        "0/1987",
        "00/04/1987",
        "87",
        "3/4/87",
        "1987-4-3",
        "3/4",
        "yesterday",
        "0000",
    ],
)
def test_what_is_no_date_is_refused(typed: str) -> None:
    with pytest.raises(ValueError):
        PartialDate.typed(typed)


@pytest.mark.parametrize(
    "text", ["3/4/1987", "1987-4", "1987-00", "1987-04-00", " 1987", "1987 ", "±1987", "١٩٨٧", "1987-04-03T00:00"]
)
def test_a_file_has_one_form(text: str) -> None:
    with pytest.raises(ValueError):
        PartialDate.parse(text)


def test_a_day_needs_its_month() -> None:
    with pytest.raises(ValueError, match="day without a month"):
        PartialDate(1987, None, 3)


@given(partial_dates())
def test_written_and_read_again_is_the_same(day: PartialDate) -> None:
    assert PartialDate.parse(str(day)) == day


@given(partial_dates())
def test_the_day_lies_between_its_ends(day: PartialDate) -> None:
    assert day.earliest <= day.latest
    assert day.span[0] <= day.earliest
    assert day.latest <= day.span[1]
    assert (day.exact is not None) == (day.span == (day.earliest, day.earliest) and not day.estimated)


@given(st.lists(partial_dates(), max_size=6))
def test_partial_dates_sort_by_their_first_day(days: list[PartialDate]) -> None:
    earliest = [day.earliest for day in sorted(days)]
    assert earliest == sorted(earliest)


@given(partial_dates(), partial_dates())
def test_comparing_agrees_with_equality(one: PartialDate, other: PartialDate) -> None:
    assert [one < other, one == other, one > other].count(True) == 1


def _age(born: date, on: date) -> int:
    """By counting birthdays; on 1 March for somebody born on 29 February in other years."""
    birthdays = 0
    for year in range(born.year + 1, on.year + 1):
        try:
            birthday = born.replace(year=year)
        except ValueError:
            birthday = date(year, 3, 1)
        birthdays += birthday <= on
    return birthdays


@given(partial_dates().filter(lambda day: not day.estimated), st.integers(0, 40000))
def test_the_age_range_is_that_of_every_day_it_can_be(born: PartialDate, later: int) -> None:
    born = PartialDate(1900 + born.year % 100, born.month, born.day) if born.day != 29 else PartialDate(1996, 2, 29)
    on = born.latest + timedelta(days=later % 36500)
    days = [born.earliest + timedelta(n) for n in range((born.latest - born.earliest).days + 1)]
    ages = {_age(day, on) for day in days}
    assert age_range(born, on) == (min(ages), max(ages))


@pytest.mark.parametrize(
    ("born", "on", "expected"),
    [
        ("2008-04-14", date(2026, 4, 13), (17, 17)),
        ("2008-04-14", date(2026, 4, 14), (18, 18)),
        ("2008-02-29", date(2026, 2, 28), (17, 17)),
        ("2008-02-29", date(2026, 3, 1), (18, 18)),
        ("2008-02-29", date(2028, 2, 28), (19, 19)),
        ("2008-02-29", date(2028, 2, 29), (20, 20)),
        ("2008-04", date(2026, 4, 14), (17, 18)),
        ("2008", date(2026, 4, 14), (17, 18)),
        ("2008", date(2026, 12, 31), (18, 18)),
        ("~2008", date(2026, 12, 31), (17, 19)),
        ("~2008-04-14", date(2026, 4, 14), (17, 19)),
        ("~2008-02-29", date(2026, 2, 28), (17, 19)),
    ],
)
def test_ages_at_the_edges(born: str, on: date, expected: tuple[int, int]) -> None:
    assert age_range(PartialDate.parse(born), on) == expected


@pytest.mark.parametrize("year", [MINYEAR, MAXYEAR])
def test_an_estimate_at_the_end_of_the_calendar_has_a_span(year: int) -> None:
    first, last = PartialDate(year, estimated=True).span
    assert first <= last


def test_an_estimate_is_no_exact_day() -> None:
    assert PartialDate(1987, 4, 3).exact == date(1987, 4, 3)
    assert PartialDate(1987, 4, 3, estimated=True).exact is None
    assert PartialDate(1987, 4).exact is None
    assert PartialDate.of(date(1987, 4, 3)) == PartialDate(1987, 4, 3)
