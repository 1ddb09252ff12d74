"""The list of all cases, with five thousand in it: it scrolls, sorts and finds, and holds only what is in sight."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QTableView
from pytestqt.qtbot import QtBot

from loket_app.domain.status import OPEN, Status
from loket_app.i18n import set_language
from loket_app.services.desk import CaseFilter, Column, Sort
from loket_app.ui import style
from loket_app.ui.cases.cases_page import CasesPage
from loket_app.ui.cases.columns import COLUMNS
from loket_app.ui.kit.windowed_table import KEPT_PAGES, PAGE
from loket_app.ui.shell.main_window import MainWindow
from tests.at_work import open_window, settle, unlock, until
from tests.benchmarks.population import fill
from tests.ui.conftest import ShowWindow
from tests.ui.hands import CTRL, child, press, type_text

MANY = 5_000
ALL = 1
"""The place of all statuses in the box."""


@pytest.fixture(scope="session")
def full_profile(empty_profile: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed profile with that many cases. Not for changing."""
    profile = Path(shutil.copytree(empty_profile, tmp_path_factory.mktemp("full") / "profile"))
    opened = unlock(profile)
    opened.database.submit(lambda store: fill(store, MANY)).result()
    opened.close()
    return profile


@pytest.fixture
def window(full_profile: Path, qtbot: QtBot, qapp: QApplication) -> Iterator[MainWindow]:
    style.apply(qapp, "light")
    shown = open_window(full_profile)
    set_language("en")
    shown.show()
    shown.activateWindow()
    with qtbot.waitActive(shown):
        pass
    press(Qt.Key.Key_2, CTRL)
    until(lambda: shown.findChild(CasesPage) is not None)
    settle(shown)
    yield shown
    shown.close()
    shown.deleteLater()
    set_language("en")


@pytest.fixture
def page(window: MainWindow) -> CasesPage:
    return child(window, CasesPage)


def table(page: CasesPage) -> QTableView:
    return child(page, QTableView)


def choose_status(window: MainWindow, page: CasesPage, place: int) -> None:
    box = child(page, QComboBox)
    box.setCurrentIndex(place)
    box.activated.emit(place)
    settle(window)


def numbers(window: MainWindow, page: CasesPage, first: int = 0, count: int = 30) -> list[str]:
    """The case numbers that stand in some rows, when they are there."""
    model = table(page).model()
    cells = [model.index(row, list(COLUMNS).index(Column.NUMBER)) for row in range(first, first + count)]
    until(lambda: all(cell.data() for cell in cells))
    settle(window)
    return [cell.data() for cell in cells]


def has_rows(page: CasesPage, count: int) -> bool:
    return table(page).model().rowCount() == count


def in_store(window: MainWindow, chosen: CaseFilter, sort: Sort, first: int = 0, count: int = 30) -> list[str]:
    return [row.number for row in window._desk.page(chosen, sort, first, count).result()]


def test_open_cases_first_the_latest_on_top(window: MainWindow, page: CasesPage) -> None:
    chosen = CaseFilter(statuses=OPEN)
    assert table(page).model().rowCount() == window._desk.count(chosen).result() > 100
    assert numbers(window, page) == in_store(window, chosen, Sort())


def test_it_scrolls_to_the_end_and_keeps_little(window: MainWindow, page: CasesPage) -> None:
    choose_status(window, page, ALL)
    view = table(page)
    assert view.model().rowCount() == MANY
    view.setFocus()
    press(Qt.Key.Key_End, CTRL)
    assert numbers(window, page, MANY - 10, 10) == in_store(window, CaseFilter(), Sort(), MANY - 10, 10)
    for row in range(0, MANY, PAGE):
        view.scrollTo(view.model().index(row, 0))
        settle(window)
    assert len(page._model._pages) <= KEPT_PAGES
    assert any("5,000 cases" in label.text() or "5000 cases" in label.text() for label in page.findChildren(QLabel))


@pytest.mark.parametrize("column", list(COLUMNS))
def test_a_click_on_a_head_sorts_and_a_second_turns_it_round(
    window: MainWindow, page: CasesPage, column: Column
) -> None:
    section = list(COLUMNS).index(column)
    header = table(page).horizontalHeader()
    place = header.viewport().rect().topLeft()
    place.setX(header.sectionViewportPosition(section) + header.sectionSize(section) // 2)
    place.setY(header.height() // 2)
    found = []
    for _click in range(2):
        QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
        settle(window)
        found.append(numbers(window, page))
        assert header.sortIndicatorSection() == section
        assert found[-1] == in_store(window, CaseFilter(statuses=OPEN), page._sort)
        assert page._sort.by is column
    assert found[0] != found[1]


def test_typing_finds_by_name_and_number(window: MainWindow, page: CasesPage) -> None:
    choose_status(window, page, ALL)
    wanted = window._desk.page(CaseFilter(), Sort(), 700, 1).result()[0]
    line = child(page, QLineEdit)
    for text in (wanted.number, wanted.name.split(",")[0]):
        line.setFocus()
        line.selectAll()
        press(Qt.Key.Key_Delete)
        type_text(text) if text.isascii() else line.setText(text)
        count = window._desk.count(CaseFilter(text=text)).result()
        until(partial(has_rows, page, count))
        assert 0 < count < MANY
        assert wanted.number in numbers(window, page, 0, min(count, PAGE))
    line.clear()
    until(lambda: table(page).model().rowCount() == MANY)


def test_nothing_found_says_what_to_do(window: MainWindow, page: CasesPage) -> None:
    type_text("qqqqqqzz")
    until(lambda: table(page).model().rowCount() == 0)
    settle(window)
    assert any(label.text().startswith("No case here.") for label in page.findChildren(QLabel) if label.isVisible())


def test_a_status_is_chosen(window: MainWindow, page: CasesPage) -> None:
    withdrawn = list(Status).index(Status.WITHDRAWN) + ALL + 1
    choose_status(window, page, withdrawn)
    chosen = CaseFilter(statuses=frozenset({Status.WITHDRAWN}))
    assert table(page).model().rowCount() == window._desk.count(chosen).result() > 0
    assert numbers(window, page, 0, 10) == in_store(window, chosen, Sort(), 0, 10)


def test_enter_goes_to_the_list_and_opens_a_case(window: MainWindow, page: CasesPage) -> None:
    first = numbers(window, page, 0, 1)[0]
    press(Qt.Key.Key_Return)
    assert table(page).hasFocus()
    press(Qt.Key.Key_Return)
    until(lambda: window.case_page is not None)
    assert window.case_page is not None
    assert window.case_page.editor.case.number == first


def test_an_empty_desk_says_what_to_do(show_window: ShowWindow) -> None:
    window = show_window()
    press(Qt.Key.Key_2, CTRL)
    until(lambda: window.findChild(CasesPage) is not None)
    settle(window)
    shown = [label.text() for label in child(window, CasesPage).findChildren(QLabel) if label.isVisible()]
    assert any(text.startswith("No case") for text in shown)


def test_who_comes_here_begins_in_the_search_line(window: MainWindow) -> None:
    page = child(window, CasesPage)
    line = child(page, QLineEdit)
    press(Qt.Key.Key_1, CTRL)
    until(lambda: not page.isVisible())
    press(Qt.Key.Key_2, CTRL)
    until(line.hasFocus)
    assert page.focusProxy() is None  # Tab would skip what stands before it
