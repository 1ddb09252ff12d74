"""The list of cases as a table that holds a window of rows: pages come from the store when they come in sight."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from loket_app.i18n import _, formats
from loket_app.i18n.labels import capital, field_label, label
from loket_app.services.desk import CaseFilter, CaseRow, Column, Desk, Sort
from loket_app.ui.background import MainThread

PAGE = 100
KEPT_PAGES = 20
COLUMNS = (
    Column.NAME,
    Column.NUMBER,
    Column.STATUS,
    Column.DESTINATION,
    Column.HOUSEHOLD_SIZE,
    Column.COUNSELLOR,
    Column.UPDATED_AT,
)
_NO_PARENT = QModelIndex()
_Index = QModelIndex | QPersistentModelIndex


class CaseModel(QAbstractTableModel):
    """Rows for a filter and an order, both done by the store. `counted` tells how many there are."""

    counted = Signal(int)

    def __init__(self, desk: Desk, screen: MainThread, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._screen = desk, screen
        self._filter, self._sort = CaseFilter(), Sort()
        self._pages: dict[int, tuple[CaseRow, ...]] = {}
        self._wanted: set[int] = set()
        self._count = self._asked = 0

    def show_cases(self, chosen: CaseFilter, sort: Sort) -> None:
        """Show these cases in this order; what is shown stays until the answer is there."""
        self._filter, self._sort = chosen, sort
        self._asked += 1
        asked = self._asked
        first, count = self._desk.page(chosen, sort, 0, PAGE), self._desk.count(chosen)
        self._screen.when_done(first, lambda rows: self._reset(asked, rows, count.result()), _raise)

    def row(self, number: int) -> CaseRow | None:
        """What is known of a row; None until its page has come, which this asks for."""
        page, place = divmod(number, PAGE)
        rows = self._pages.get(page)
        if rows is None:
            self._fetch(page)
            return None
        return rows[place] if place < len(rows) else None

    def rowCount(self, parent: _Index = _NO_PARENT) -> int:
        """How many cases the filter finds."""
        return 0 if parent.isValid() else self._count

    def columnCount(self, parent: _Index = _NO_PARENT) -> int:
        """The columns that one sorts by."""
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The words in a cell; numbers stand at the right."""
        column = COLUMNS[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole and column is Column.HOUSEHOLD_SIZE:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        row = self.row(index.row())
        return "…" if row is None else _cell(row, column)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a column is called."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return _heading(COLUMNS[section])
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort in the store."""
        self.show_cases(self._filter, Sort(COLUMNS[column], order == Qt.SortOrder.DescendingOrder))

    def retranslate(self) -> None:
        """Show the same rows in another language."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(COLUMNS) - 1)
        if self._count:
            self.dataChanged.emit(self.index(0, 0), self.index(self._count - 1, len(COLUMNS) - 1))

    def _reset(self, asked: int, rows: tuple[CaseRow, ...], count: int) -> None:
        if asked != self._asked:
            return
        self.beginResetModel()
        self._pages, self._wanted, self._count = {0: rows}, set(), count
        self.endResetModel()
        self.counted.emit(count)

    def _fetch(self, page: int) -> None:
        if page in self._wanted:
            return
        self._wanted.add(page)
        asked = self._asked
        found = self._desk.page(self._filter, self._sort, page * PAGE, PAGE)
        self._screen.when_done(found, lambda rows: self._keep(asked, page, rows), _raise)

    def _keep(self, asked: int, page: int, rows: tuple[CaseRow, ...]) -> None:
        if asked != self._asked:
            return
        self._wanted.discard(page)
        while len(self._pages) >= KEPT_PAGES:
            del self._pages[max(self._pages, key=lambda kept: abs(kept - page))]
        self._pages[page] = rows
        last = min((page + 1) * PAGE, self._count) - 1
        self.dataChanged.emit(self.index(page * PAGE, 0), self.index(last, len(COLUMNS) - 1))


def _heading(column: Column) -> str:
    words = {
        Column.NAME: _("Name"),
        Column.STATUS: _("Status"),
        Column.DESTINATION: capital(field_label("wish/destination")),
        Column.HOUSEHOLD_SIZE: _("People"),
        Column.UPDATED_AT: _("Changed"),
        Column.NUMBER: _("Number"),
        Column.COUNSELLOR: _("Counsellor"),
    }
    return words[column]


def _cell(row: CaseRow, column: Column) -> str:
    words = {
        Column.NAME: row.name or _("Nobody named yet"),
        Column.NUMBER: row.number,
        Column.STATUS: capital(label(row.status)),
        Column.HOUSEHOLD_SIZE: str(row.household_size),
        Column.COUNSELLOR: row.counsellor,
    }
    if column is Column.DESTINATION:
        return formats.country_name(row.destination) if row.destination else "–"
    if column is Column.UPDATED_AT:
        return formats.format_date(row.updated_at.astimezone().date(), "short")
    return words[column]


def _raise(error: BaseException) -> None:
    raise error
