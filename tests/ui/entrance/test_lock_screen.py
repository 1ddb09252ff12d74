"""Ctrl+L: nothing can be seen or reached, and everything is as it was afterwards."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QLabel,
    QLineEdit,
    QMainWindow,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from loket_app.services.entrance import open_store
from loket_app.ui.entrance.lock_screen import LockScreen
from tests.ui.entrance.conftest import OTHER, PASSPHRASE, show


class Room(NamedTuple):
    window: QMainWindow
    page: QWidget
    draft: QLineEdit
    saved: list[str]
    lock: LockScreen


@pytest.fixture
def room(qtbot: QtBot, profile: Path) -> Iterator[Room]:
    """A window with a draft in it, and a shortcut that tells when it was pressed."""
    opened = open_store(profile, "AV", PASSPHRASE)
    window, draft, saved = QMainWindow(), QLineEdit("Miftari, half"), []
    page = QWidget()
    column = QVBoxLayout(page)
    column.addWidget(QLabel("GNT-2026-0017"))
    column.addWidget(draft)
    column.addWidget(QPushButton("&Unlock"))
    window.setCentralWidget(page)
    window.setWindowTitle("MIFTARI – Loket")
    QShortcut(QKeySequence("Ctrl+S"), window, lambda: saved.append("saved"))
    lock = LockScreen(opened, window)
    show(qtbot, window)
    draft.setFocus()
    draft.setCursorPosition(3)
    yield Room(window, page, draft, saved, lock)
    opened.close()


def focused() -> QWidget:
    part = QApplication.focusWidget()
    assert part is not None
    return part


def unlock(qtbot: QtBot, room: Room, passphrase: str = PASSPHRASE) -> None:
    with qtbot.waitSignal(room.lock.unlocked):
        QTest.keyClicks(room.lock.form.passphrase.line, passphrase)
        QTest.keyClick(room.lock.form.passphrase.line, Qt.Key.Key_Return)


def test_nothing_is_seen_and_nothing_is_lost(qtbot: QtBot, room: Room) -> None:
    room.lock.lock()
    room.lock.lock()
    assert not room.draft.isVisible()
    assert "MIFTARI" not in room.window.windowTitle()
    assert room.lock.geometry() == room.window.rect()
    assert QApplication.focusWidget() is room.lock.form.passphrase.line
    unlock(qtbot, room)
    assert not room.lock.locked
    assert not room.lock.isVisible()
    assert room.draft.isVisible()
    assert room.window.windowTitle() == "MIFTARI – Loket"
    assert QApplication.focusWidget() is room.draft
    assert (room.draft.text(), room.draft.cursorPosition()) == ("Miftari, half", 3)
    assert room.lock.form.passphrase.text() == ""


def test_a_wrong_passphrase_stays_outside(qtbot: QtBot, room: Room) -> None:
    room.lock.lock()
    QTest.keyClicks(room.lock.form.passphrase.line, OTHER)
    QTest.keyClick(room.lock.form.passphrase.line, Qt.Key.Key_Return)
    qtbot.waitUntil(room.lock.form.problem.isVisible)
    assert room.lock.locked
    assert not room.draft.isVisible()
    unlock(qtbot, room)


def test_no_shortcut_reaches_the_case(qtbot: QtBot, room: Room) -> None:
    def save() -> None:
        QTest.keyClick(focused(), Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)

    save()
    room.lock.lock()
    save()
    assert room.saved == ["saved"]
    unlock(qtbot, room)
    save()
    assert room.saved == ["saved", "saved"]


def test_tab_stays_on_the_lock_screen(qtbot: QtBot, room: Room) -> None:
    room.lock.lock()
    for _press in range(8):
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
        assert room.lock.isAncestorOf(focused())
    unlock(qtbot, room)


def test_it_fills_the_window_when_that_grows(qtbot: QtBot, room: Room) -> None:
    room.lock.lock()
    room.window.resize(room.window.width() + 100, room.window.height() + 50)
    qtbot.waitUntil(lambda: room.lock.geometry() == room.window.rect())
    unlock(qtbot, room)


def test_a_dialog_in_front_is_emptied_too_and_carries_the_form(qtbot: QtBot, room: Room) -> None:
    dialog = QDialog(room.window)
    column = QVBoxLayout(dialog)
    note = QLineEdit("Agnès")
    column.addWidget(note)
    dialog.setModal(True)
    with qtbot.waitExposed(dialog):
        dialog.show()
    note.setFocus()
    room.lock.lock()
    assert not note.isVisible()
    assert not room.draft.isVisible()
    assert room.lock.parentWidget() is dialog
    unlock(qtbot, room)
    assert dialog.isVisible()
    assert note.isVisible()
    assert note.text() == "Agnès"
    room.lock.lock()
    dialog.reject()
    assert room.lock.parentWidget() is room.window
    assert room.lock.isVisible()
    unlock(qtbot, room)
    assert room.draft.isVisible()


def test_an_open_menu_goes_away(qtbot: QtBot, room: Room) -> None:
    menu = QMenu(room.window)
    menu.addAction("MIFTARI")
    with qtbot.waitExposed(menu):
        menu.popup(room.window.pos())
    room.lock.lock()
    assert not menu.isVisible()
    unlock(qtbot, room)


def test_what_goes_away_meanwhile_is_not_missed(qtbot: QtBot, room: Room) -> None:
    room.lock.lock()
    with qtbot.waitSignal(room.draft.destroyed):
        room.page.deleteLater()
    unlock(qtbot, room)
