"""Going through a case never shows a window of its own, which would flash up and take the focus from the keyboard."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from loket_app.ui.case.case_page import CasePage
from loket_app.ui.case.plan import PAGES
from loket_app.ui.shell.main_window import MainWindow


def test_every_step_is_built_inside_the_window(window: MainWindow, page: CasePage) -> None:
    left = []
    for step in PAGES:
        page.go(step.name)
        QApplication.processEvents()
        if not window.isActiveWindow():
            left.append(step.name)
            window.activateWindow()
            QApplication.processEvents()
    assert left == []
