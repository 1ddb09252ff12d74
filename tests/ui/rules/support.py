"""A calendar that a test may turn, a page on it, and what one reads there."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from datetime import UTC, date, datetime, time
from typing import Any

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMainWindow, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from loket_app.domain.tables import RuleTables
from loket_app.services.clock import Clock
from loket_app.services.own_figures import OwnFigures
from loket_app.storage.unit import UnitOfWork
from loket_app.ui.background import MainThread
from loket_app.ui.rules.entry import Entry
from loket_app.ui.rules.entry_painter import ENTRY
from loket_app.ui.rules.own_work import OwnWork
from loket_app.ui.rules.parts import Part
from loket_app.ui.rules.rules_page import RulesPage

TODAY = date(2026, 11, 21)
WIDE, HALF = (1166, 768), (595, 384)
"""What the window leaves to a page at 1366×768, and at 200 % of it."""


class Calendar:
    """Today, until the test turns it."""

    def __init__(self) -> None:
        self.day = TODAY

    def clock(self) -> Clock:
        """A clock that shows noon of that day."""
        return Clock(now=lambda: datetime.combine(self.day, time(12), UTC))


class Opener:
    """Shows a page and puts the cursor where one begins."""

    def __init__(self, qtbot: QtBot, tables: RuleTables, calendar: Calendar) -> None:
        self._qtbot, self._tables, self._calendar = qtbot, tables, calendar
        self._windows: list[QMainWindow] = []

    def __call__(self, size: tuple[int, int] = WIDE, tables: RuleTables | None = None) -> RulesPage:
        clock = self._calendar.clock()
        figures = OwnFigures(tables or self._tables, "AV", lambda: "GNT", clock, _no_store)
        page = RulesPage(OwnWork(figures, lambda: {"AV": "An Vos"}, MainThread()), clock)
        window = QMainWindow()
        window.setCentralWidget(page)
        self._windows.append(window)  # qtbot closes it, and keeps no hold on it
        self._qtbot.addWidget(window)
        window.resize(*size)
        page.refresh()
        window.show()
        window.activateWindow()
        with self._qtbot.waitActive(window):
            pass
        page.setFocus()
        return page

    def go(self, page: RulesPage, part: Part) -> None:
        """Press the key of a part: a button takes a moment to act on its key."""
        QTest.keyClick(focused(), Qt.Key(Qt.Key.Key_1 + list(Part).index(part)), Qt.KeyboardModifier.AltModifier)
        self._qtbot.waitUntil(lambda: page.head.part is part)


def _no_store(_work: Callable[[UnitOfWork], object], /) -> Future[Any]:
    """These pages are looked at; figures are entered in tests/ui/rules/test_own_figures.py."""
    raise AssertionError("nothing is kept here")


def entries(page: RulesPage) -> dict[str, Entry]:
    """What the list offers, by id."""
    model = page.list.model()
    listed: list[Entry] = [model.index(row, 0).data(ENTRY) for row in range(model.rowCount())]
    return {entry.id: entry for entry in listed if entry.id}


def headings(page: RulesPage) -> list[str]:
    """The headings of the list."""
    model = page.list.model()
    listed: list[Entry] = [model.index(row, 0).data(ENTRY) for row in range(model.rowCount())]
    return [entry.title for entry in listed if not entry.id]


def choose(page: RulesPage, entry_id: str) -> None:
    """Choose an entry of the list."""
    model = page.list.model()
    rows = [row for row in range(model.rowCount()) if model.index(row, 0).data(ENTRY).id == entry_id]
    page.list.setCurrentIndex(model.index(rows[0], 0))


def lines(page: RulesPage) -> list[str]:
    """What one reads on the sheet, top to bottom."""
    sheet = area(page).widget()
    return [label.text() for label in sheet.findChildren(QLabel)] if sheet is not None else []


def focused() -> QWidget:
    """The widget that has the focus."""
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key where the focus is."""
    QTest.keyClick(focused(), key, modifier)


def type_text(text: str) -> None:
    """Type where the focus is, over what is selected; in any alphabet, which QTest can't."""
    for sign in text:
        QApplication.sendEvent(focused(), QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, sign))


def editor(page: RulesPage) -> QLineEdit:
    """Where the date is typed."""
    line = page.head.field.focusProxy()
    assert isinstance(line, QLineEdit)
    return line


def area(page: RulesPage) -> QScrollArea:
    """What scrolls the sheet and has its focus."""
    found = page.sheet.focusProxy()
    assert isinstance(found, QScrollArea)
    return found


def type_date(page: RulesPage, text: str) -> None:
    """Type a date over the one that stands there, and Enter."""
    editor(page).setFocus()
    editor(page).selectAll()
    press(Qt.Key.Key_Delete)
    type_text(text)
    press(Qt.Key.Key_Return)
