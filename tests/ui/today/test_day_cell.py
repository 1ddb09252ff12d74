"""A day of the calendar: what stands in it fits whole, and what does not fit is counted."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from loket_app.domain.agenda_items import AgendaKind
from loket_app.i18n import LANGUAGES, using
from loket_app.services.holidays import BelgianCalendar
from loket_app.ui import style
from loket_app.ui.today.day_cell import DayCell
from loket_app.ui.today.day_grid import DayGrid

MONTH, WEEK, HALF = QRect(0, 0, 154, 65), QRect(0, 0, 156, 131), QRect(0, 0, 70, 65)
"""Cells at 1366 pixels, and at 200 %."""

DAY = date(2026, 11, 23)


@pytest.fixture
def metrics(qtbot: QtBot, qapp: QApplication) -> QFontMetrics:
    """Of the letters that a grid writes with."""
    style.apply(qapp, "light")
    grid = DayGrid(DAY)
    qtbot.addWidget(grid)
    return grid.fontMetrics()


def said(cell: DayCell, metrics: QFontMetrics) -> list[str]:
    written = list(cell._written(metrics))
    assert all(metrics.horizontalAdvance(words) <= line.width() for line, words, _role in written)
    assert all(cell.place.contains(line) for line, _words, _role in written)
    return [words for _line, words, _role in written]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("kind", AgendaKind)
def test_every_kind_fits_at_1366_late_ones_too(kind: AgendaKind, lang: str, metrics: QFontMetrics) -> None:
    with using(lang):
        (words,) = said(DayCell(DAY, MONTH, {kind: 3}, late=True), metrics)
    assert words.startswith("▲ 3 × ")


def test_what_does_not_fit_is_counted(metrics: QFontMetrics) -> None:
    counts = {AgendaKind.APPOINTMENT: 2, AgendaKind.WAIT: 1, AgendaKind.DEPARTURE: 1, AgendaKind.REPORT: 3}
    with using("en"):
        assert said(DayCell(DAY, MONTH, counts), metrics) == ["2 × appointment", "+5"]
        assert len(said(DayCell(DAY, WEEK, counts), metrics)) == len(counts)
        assert said(DayCell(DAY, HALF, counts, late=True), metrics) == ["▲ 7"]
        assert DayCell(DAY, MONTH, counts).rest(metrics) is not None
        assert DayCell(DAY, WEEK, counts).rest(metrics) is None
        assert DayCell(DAY, MONTH, {}).rest(metrics) is None


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("place", [MONTH, HALF])
@pytest.mark.parametrize(
    "on", [(1, 1), (4, 6), (5, 1), (5, 14), (5, 25), (7, 21), (8, 15), (11, 1), (11, 11), (12, 25)]
)
def test_a_holiday_is_told_and_never_cut(on: tuple[int, int], place: QRect, lang: str, metrics: QFontMetrics) -> None:
    day = date(2026, *on)
    name = BelgianCalendar().holiday_name(day, lang)
    assert name
    with using(lang):
        words = said(DayCell(day, place, {}, holiday=name), metrics)
        said(DayCell(day, place, {AgendaKind.WAIT: 1}, holiday=name), metrics)
    assert len(words) == 1
    assert place is HALF or words == [name]
