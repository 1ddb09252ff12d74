"""What the tests of a case's page share."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import Future
from datetime import date
from typing import TypeVar

from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from loket_app import i18n
from loket_app.domain.advice import advise
from loket_app.domain.case import Case
from loket_app.rules import load_tables
from loket_app.services.advice_history import record
from loket_app.services.editing import CaseEditor
from loket_app.services.entrance import Opened
from loket_app.services.store import add_cases
from loket_app.ui.kit.folding import Folding
from loket_app.ui.shell.main_window import MainWindow
from tests.at_work import NOW, settle, still_clock

W = TypeVar("W", bound=QWidget)
TODAY = NOW.date()
TABLES = load_tables()


def store_cases(opened: Opened, cases: Sequence[Case]) -> None:
    """Put cases in an opened store and close it."""
    add_cases(opened, {case.number: case for case in cases}, clock=still_clock())
    opened.close()


def advised(case: Case, on: date = TODAY) -> Case:
    """The case with its advice of a day recorded."""
    done: Future[None] = Future()
    done.set_result(None)
    editor = CaseEditor(case, (), lambda _changes: done, by="AV", dispatch=lambda work: work(), clock=still_clock())
    record(editor, advise(case, TABLES, today=on), "en")
    return editor.case


def piece(window: MainWindow, kind: type[W], step: str) -> W:
    """A piece of a step, brought in sight."""
    page = window.case_page
    assert page is not None
    page.go(step)
    settle(window)
    return child(page, kind)


def child(widget: QWidget, kind: type[W]) -> W:
    """The one child of a kind."""
    found: W | None = widget.findChild(kind)
    assert found is not None
    return found


def unfold(folding: Folding) -> None:
    """Open a folded part as the keyboard does."""
    folding.focus_title()
    title = folding.window().focusWidget()
    assert isinstance(title, QPushButton)
    QTest.keyClick(title, Qt.Key.Key_Space)
    assert folding.is_open()


def speak(widget: QWidget, lang: str) -> None:
    """Change the language of the screen while it is shown."""
    i18n.set_language(lang)
    QApplication.sendEvent(widget.window(), QEvent(QEvent.Type.LanguageChange))
    for child in widget.window().findChildren(QWidget):
        QApplication.sendEvent(child, QEvent(QEvent.Type.LanguageChange))
