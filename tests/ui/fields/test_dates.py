"""Dates as much as is known, and nothing invented."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt

from loket_app.domain.answers import NOT_ASKED
from loket_app.domain.partial_date import PartialDate
from loket_app.ui.fields import date_words
from loket_app.ui.fields.date_words import typed_form
from loket_app.ui.fields.dates import DateField
from loket_app.ui.fields.partial_date import PartialDateField
from tests.ui.fields.support import Page, Told, press, type_text

TODAY = date(2026, 4, 14)


@pytest.fixture(autouse=True)
def in_april(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(date_words, "today", lambda: TODAY)


@pytest.mark.parametrize(
    ("typed", "answer", "said"),
    [
        ("3/4/1987", PartialDate(1987, 4, 3), "3 April 1987"),
        ("03-04-1987", PartialDate(1987, 4, 3), "3 April 1987"),
        ("1987-04-03", PartialDate(1987, 4, 3), "3 April 1987"),
        ("4/1987", PartialDate(1987, 4), "April 1987"),
        ("1987", PartialDate(1987), "1987"),
        ("±1987", PartialDate(1987, estimated=True), "±\u00a01987, an estimate"),
        ("~ 4/1987", PartialDate(1987, 4, estimated=True), "±\u00a0April 1987, an estimate"),
    ],
)
def test_as_much_as_is_known(page: Page, typed: str, answer: PartialDate, said: str) -> None:
    field = page.put(PartialDateField())
    told = Told(field)
    type_text(typed)
    note = field.note()
    assert note is not None
    assert (note.tone, note.text) == ("reading", said)
    page.leave()
    assert told == [answer]
    assert field.text() == typed_form(answer)


@pytest.mark.parametrize(
    ("typed", "advice"),
    [
        ("31/2/1987", "There is no such day"),
        ("±31/2/1987", "There is no such day"),
        ("3/4/87", "four figures"),
        ("in spring", "as much as is known"),
        ("13/1987", "as much as is known"),
    ],
)
def test_advice_comes_when_the_focus_goes_and_stops_nobody(page: Page, typed: str, advice: str) -> None:
    field = page.put(PartialDateField())
    told = Told(field)
    type_text(typed)
    assert field.note() is None, "an unfinished word is no mistake"
    page.leave()
    note = field.note()
    assert note is not None
    assert note.tone == "error"
    assert advice in note.text
    assert (field.text(), field.answer(), told) == (typed, NOT_ASKED, [])


def test_advice_goes_as_soon_as_it_is_followed(page: Page) -> None:
    field = page.put(PartialDateField())
    type_text("198")
    page.leave()
    assert field.error()
    field.setFocus()
    press(Qt.Key.Key_End)
    type_text("7")
    note = field.note()
    assert note is not None
    assert (field.error(), note.tone) == ("", "reading")


def test_a_birth_to_come_is_doubted_and_kept(page: Page) -> None:
    field = page.put(PartialDateField(past=True))
    type_text("15/4/2026")
    page.leave()
    note = field.note()
    assert note is not None
    assert (note.tone, field.answer()) == ("warn", PartialDate(2026, 4, 15))


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("14/4/2026", date(2026, 4, 14)),
        ("14.4.26", date(2026, 4, 14)),
        ("1/12/75", date(2075, 12, 1)),
        ("1/12/77", date(1977, 12, 1)),
        ("2026-04-14", date(2026, 4, 14)),
    ],
)
def test_whole_dates(page: Page, typed: str, answer: date) -> None:
    field = page.put(DateField())
    told = Told(field)
    type_text(typed)
    page.leave()
    assert told == [answer]
    assert field.text() == f"{answer.day}/{answer.month}/{answer.year}"


def test_a_year_of_two_figures_is_explained(page: Page) -> None:
    field = page.put(DateField())
    type_text("14/4/26")
    note = field.note()
    assert note is not None
    assert "Tuesday" in note.text
    assert "nearest year" in note.text
    page.leave()
    note = field.note()
    assert note is not None
    assert "nearest year" not in note.text


@pytest.mark.parametrize("typed", ["1987", "4/1987", "±14/4/2026"])
def test_a_part_is_not_made_whole(page: Page, typed: str) -> None:
    field = page.put(DateField())
    told = Told(field)
    type_text(typed)
    page.leave()
    assert "whole day" in field.error()
    assert told == []


@given(
    day=st.dates(min_value=date(1000, 1, 1)),
    parts=st.sampled_from(["day", "month", "year"]),
    estimated=st.booleans(),
)
def test_the_typed_form_reads_as_it_was_written(day: date, parts: str, estimated: bool) -> None:
    month = None if parts == "year" else day.month
    written = PartialDate(day.year, month, day.day if parts == "day" else None, estimated)
    assert PartialDate.typed(typed_form(written)) == written
