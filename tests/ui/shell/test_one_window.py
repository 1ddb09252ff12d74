"""No part of a page is ever shown as a window of its own: it would flash by and take the keyboard with it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from loket_app.domain.person import Person, Relation
from loket_app.services.demo import demo_cases
from loket_app.ui.case.plan import PAGES
from loket_app.ui.shell.main_window import MainWindow
from loket_app.ui.shell.rail import PLACES
from tests.at_work import settle
from tests.documents.cases import FAMILY
from tests.ui.conftest import ShowWindow
from tests.ui.hands import focused, open_case, speak


class Shown(QObject):
    """Hears of every window that is shown."""

    def __init__(self) -> None:
        super().__init__()
        self.windows: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's own name
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.windows.append(type(watched).__name__)
        return False


def test_no_other_window_comes_while_one_works(show_window: ShowWindow, qapp: QApplication) -> None:
    window = show_window(*demo_cases(), FAMILY)
    shown = Shown()
    qapp.installEventFilter(shown)
    try:
        _see_everything(window)
        _let_people_come_and_go(window)
        speak("fr")
        settle(window)
    finally:
        qapp.removeEventFilter(shown)
    assert shown.windows == []
    assert qapp.activeWindow() is window
    assert window.isAncestorOf(focused())


def test_a_window_of_its_own_would_be_noticed(qapp: QApplication) -> None:
    shown = Shown()
    qapp.installEventFilter(shown)
    label = QLabel("astray")
    label.show()
    qapp.removeEventFilter(shown)
    label.close()
    assert shown.windows == ["QLabel"]


def _see_everything(window: MainWindow) -> None:
    for place in PLACES:
        if place != "new":
            window.show_place(place)
            settle(window)
    page = open_case(window, FAMILY.id)
    for step in PAGES:
        page.enter(step.name)
        settle(window)


def _let_people_come_and_go(window: MainWindow) -> None:
    page = window.case_page
    assert page is not None
    for step in PAGES:
        page.enter(step.name)
        path = page.editor.add("household", Person(page.editor.new_id(), Relation.CHILD))
        settle(window)
        page.editor.remove(path)
        page.undo()
        settle(window)
        page.enter(step.name)
        page.redo()
        settle(window)
