"""Locked while a place for the package is asked: nothing of the case can be seen, and no file lies there half."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from loket_app.ui.shell.main_window import MainWindow
from tests.at_work import settle, until
from tests.ui.case.conftest import Opening
from tests.ui.case.test_handover import READY, form, handovers, page_of, with_key


def _seen(window: MainWindow) -> set[str]:
    """Every word that can be seen or read out, outside the lock screen."""
    shown = [each for each in QApplication.allWidgets() if each.isVisible() and not _is_lock(window, each)]
    texts = {str(each.text()) for each in shown if hasattr(each, "text") and callable(each.text)}
    return {text for text in texts | {each.windowTitle() for each in shown} if text} - {"Loket"}


def _files(home: Path) -> set[Path]:
    """What lies there with anything in it; Qt's own dialog leaves an empty file of settings."""
    return {path for path in home.parent.rglob("*") if path.is_file() and path.read_bytes().strip()}


def _is_lock(window: MainWindow, part: QWidget) -> bool:
    return part is window.lock_screen or window.lock_screen.isAncestorOf(part)


def test_a_lock_while_it_is_saved_shows_nothing_and_writes_nothing(opening: Opening, own_home: Path) -> None:
    window, page = page_of(opening, READY)
    with_key(window)
    shown = form(window)
    before = _files(own_home)
    found: list[set[str]] = []

    def lock() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, QFileDialog):
            return
        watch.stop()
        window.lock()
        found.append(_seen(window))
        dialog.reject()

    watch = QTimer(window)
    watch.timeout.connect(lock)
    watch.start(10)
    shown.make.click()
    until(lambda: bool(found))
    until(shown.make.isEnabled)
    assert found == [set()]
    assert _seen(window) == set()
    assert window.lock_screen.isVisible()
    assert handovers(page) == ()
    assert _files(own_home) == before
    window.lock_screen._unlock()
    settle(window)
    assert shown.make.isVisible()
