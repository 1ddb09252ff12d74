"""The hour of an appointment: however it is typed, it is kept in one form, and what is no time is said."""

from __future__ import annotations

import pytest

from loket_app.domain.answers import NOT_ASKED
from loket_app.ui.fields.time_of_day import TimeField
from tests.ui.fields.support import Page, Told, type_text


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("14:30", "14:30"),
        ("9", "09:00"),
        ("9u30", "09:30"),
        ("9h30", "09:30"),
        ("14 uur", "14:00"),
        ("9.30", "09:30"),
        ("0930", "09:30"),
        ("00:00", "00:00"),
        ("23:59", "23:59"),
    ],
)
def test_a_time_as_people_type_it(page: Page, typed: str, kept: str) -> None:
    field = page.put(TimeField())
    told = Told(field)
    type_text(typed)
    page.leave()
    assert told[-1] == kept
    assert field.text() == kept


@pytest.mark.parametrize("typed", ["24:00", "9:60", "soon", "14:3:0", "12345"])
def test_what_is_no_time_is_said_and_changes_nothing(page: Page, typed: str) -> None:
    field = page.put(TimeField())
    type_text(typed)
    page.leave()
    assert field.answer() is NOT_ASKED
    assert "14:30" in field.error()
