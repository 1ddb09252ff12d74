"""A sample story that goes on now: its days move with the week in which it is opened."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from datetime import date, timedelta
from typing import Any, Final, cast

from loket_app.domain.case import Case
from loket_app.domain.partial_date import PartialDate

SAMPLE_DAY: Final = date(2026, 4, 14)
"""The day on which the story was written: what it has to do then, it has to do in the week of any other day."""


def in_week_of(case: Case, today: date) -> Case:
    """The case with every whole day moved by whole weeks, so that a Tuesday stays one; a year of birth stays."""
    return cast("Case", _moved(case, _monday(today) - _monday(SAMPLE_DAY)))


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _moved(value: Any, by: timedelta) -> Any:
    if isinstance(value, PartialDate):
        return PartialDate.of(value.exact + by) if value.exact else value
    if isinstance(value, date):
        return value + by
    if isinstance(value, tuple):
        return tuple(_moved(each, by) for each in value)
    if not is_dataclass(value) or isinstance(value, type):
        return value
    return replace(value, **{field.name: _moved(getattr(value, field.name), by) for field in fields(value)})
