"""Keys and words of a window, for the tests of every area."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from loket_app.i18n import set_language
from loket_app.ui.case.case_page import CasePage
from loket_app.ui.fields.base import AnswerField
from loket_app.ui.fields.question_row import QuestionRow
from loket_app.ui.qt_words import speak as speak_qt
from loket_app.ui.shell.main_window import MainWindow
from tests.at_work import settle, until

W = TypeVar("W", bound=QWidget)
CTRL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


def focused() -> QWidget:
    """The widget that has the focus."""
    until(lambda: QApplication.focusWidget() is not None)
    widget: QWidget | None = QApplication.focusWidget()
    assert widget is not None
    return widget


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """A key where the focus is."""
    QTest.keyClick(focused(), key, modifier)


def type_text(text: str) -> None:
    """ASCII where the focus is."""
    QTest.keyClicks(focused(), text)


def case_page(window: MainWindow) -> CasePage:
    """The page of the open case."""
    page = window.case_page
    assert page is not None
    return page


def new_case(window: MainWindow) -> CasePage:
    """A new case by its key, with the cursor in the family name."""
    before = window.case_page
    press(Qt.Key.Key_N, CTRL)
    until(lambda: window.case_page is not None and window.case_page is not before)
    settle(window)
    return case_page(window)


def open_case(window: MainWindow, case_id: str) -> CasePage:
    """The page of a case of the store."""
    window.open_case(case_id)
    until(lambda: window.case_page is not None and window.case_page.editor.case.id == case_id)
    settle(window)
    return case_page(window)


def go_to(window: MainWindow, path: str) -> AnswerField:
    """Put the cursor in the question at a path."""
    case_page(window).reveal(path)
    settle(window)
    return field_with_focus()


def field_with_focus() -> AnswerField:
    """The field that the cursor is in."""
    here: QWidget | None = focused()
    while here is not None and not isinstance(here, AnswerField):
        here = here.parentWidget()
    assert here is not None
    return here


def problem_of(field: AnswerField) -> str:
    """What stands under a field as an error."""
    row = field.parentWidget()
    assert isinstance(row, QuestionRow)
    return row.problem()


def child(widget: QWidget, kind: type[W], where: Callable[[W], bool] = lambda _child: True) -> W:
    """The first child of a kind that is so."""
    return next(each for each in widget.findChildren(kind) if where(each))


def speak(lang: str) -> None:
    """Change the language of the whole screen, as the box in the settings does."""
    set_language(lang)
    speak_qt(lang)
    for window in QApplication.topLevelWidgets():
        QCoreApplication.sendEvent(window, QEvent(QEvent.Type.LanguageChange))
