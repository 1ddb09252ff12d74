"""A table of any length holds the rows in sight, asks for the others once, and gives old ones up."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from loket_app.ui.kit.table_view import TableView
from loket_app.ui.kit.windowed_table import KEPT_PAGES, PAGE, Column, Deliver, WindowedTable

DISPLAY, ALIGNMENT = Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.TextAlignmentRole
pytestmark = pytest.mark.usefixtures("qapp")

COLUMNS = (
    Column(lambda: "Name", lambda row: f"name {row}"),
    Column(lambda: "Amount", str, figures=True),
)


class Store:
    """Rows that are numbers; it delivers when it is told to."""

    def __init__(self) -> None:
        self.asked: list[tuple[int, int]] = []
        self.waiting: list[tuple[range, Deliver]] = []

    def fetch(self, first: int, count: int, deliver: Deliver) -> None:
        self.asked.append((first, count))
        self.waiting.append((range(first, first + count), deliver))

    def answer(self) -> None:
        waiting, self.waiting = self.waiting, []
        for rows, deliver in waiting:
            deliver(rows)


@pytest.fixture
def store() -> Store:
    return Store()


@pytest.fixture
def table(store: Store) -> WindowedTable:
    made = WindowedTable(COLUMNS, store.fetch)
    made.show_rows(100_000)
    return made


def words(table: WindowedTable, rows: Sequence[int]) -> list[str]:
    return [str(table.data(table.index(row, 0), DISPLAY)) for row in rows]


def test_it_is_a_model_as_qt_understands_it(store: Store, table: WindowedTable, qtmodeltester: ModelTester) -> None:
    table.show_rows(30)
    store.answer()
    qtmodeltester.check(table)  # type: ignore[no-untyped-call]  # pytest-qt leaves it untyped
    table.index(0, 0).data()
    store.answer()
    qtmodeltester.check(table)  # type: ignore[no-untyped-call]  # pytest-qt leaves it untyped


def test_nothing_is_asked_before_it_is_looked_at(store: Store, table: WindowedTable) -> None:
    assert (table.rowCount(), store.asked) == (100_000, [])


def test_rows_come_by_page_and_once(store: Store, table: WindowedTable, qtbot: QtBot) -> None:
    assert words(table, range(3)) == ["", "", ""]
    assert store.asked == [(0, PAGE)]
    with qtbot.waitSignal(table.dataChanged) as changed:
        store.answer()
    assert (changed.args[0].row(), changed.args[1].row()) == (0, PAGE - 1)
    assert words(table, range(3)) == ["name 0", "name 1", "name 2"]
    assert table.row(2) == 2
    assert store.asked == [(0, PAGE)]


def test_old_pages_go(store: Store, table: WindowedTable) -> None:
    for page in range(KEPT_PAGES + 1):
        table.row(page * PAGE)
        store.answer()
        table.row(0)
    assert table.row(0) == 0, "what is looked at stays"
    store.asked.clear()
    assert table.row(PAGE) is None
    assert store.asked == [(PAGE, PAGE)]


def test_answers_to_an_old_question_are_not_shown(store: Store, table: WindowedTable) -> None:
    table.row(0)
    table.show_rows(10)
    store.answer()
    assert table.row(0) is None
    assert table.rowCount() == 10


def test_a_page_that_comes_short_leaves_empty_rows(table: WindowedTable, store: Store) -> None:
    table.row(0)
    (_rows, deliver), *_more = store.waiting
    deliver(range(2))
    assert words(table, (1, 2)) == ["name 1", ""]


def test_columns_have_titles_and_figures_stand_at_the_right(table: WindowedTable) -> None:
    across, down = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
    assert [table.headerData(n, across) for n in (0, 1)] == ["Name", "Amount"]
    assert table.headerData(0, down) is None
    assert table.headerData(1, across, ALIGNMENT) & Qt.AlignmentFlag.AlignRight
    assert table.data(table.index(0, 1), ALIGNMENT) & Qt.AlignmentFlag.AlignRight
    assert not table.data(table.index(0, 0), ALIGNMENT) & Qt.AlignmentFlag.AlignRight


def test_a_view_asks_for_what_it_shows(store: Store, table: WindowedTable, qtbot: QtBot) -> None:
    view = TableView()
    qtbot.addWidget(view)
    view.setModel(table)
    view.resize(400, 300)
    view.show()
    with qtbot.waitExposed(view):
        pass
    view.grab()
    assert set(store.asked) == {(0, PAGE)}
    view.scrollToBottom()
    view.grab()
    assert store.asked[-1] == (100_000 - PAGE, PAGE)
    assert len(store.asked) <= 3
    store.answer()
    view.grab()


def test_another_language_is_said_of_titles_and_rows(table: WindowedTable, qtbot: QtBot) -> None:
    with qtbot.waitSignals([table.headerDataChanged, table.dataChanged]):
        table.retranslate()
