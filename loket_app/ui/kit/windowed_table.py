"""A table of any length that holds only the rows in sight: pages come through a callback and old ones go."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from loket_app.ui.words import Words

PAGE = 100
KEPT_PAGES = 20

Deliver: TypeAlias = Callable[[Sequence[Any]], None]
Fetch: TypeAlias = Callable[[int, int, Deliver], None]
"""Asks for rows: the first, how many, and whom to give them to on the main thread, at once or later."""

_Index: TypeAlias = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()


@dataclass(frozen=True)
class Column:
    """What a column is called and what it shows of a row; figures stand at the right."""

    title: Words
    text: Callable[[Any], str]
    figures: bool = False


class WindowedTable(QAbstractTableModel):
    """Filter and order are the store's; the model knows how many rows there are and asks for those it is shown."""

    def __init__(self, columns: Sequence[Column], fetch: Fetch, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)
        self._fetch = fetch
        self._pages: OrderedDict[int, Sequence[Any]] = OrderedDict()
        self._wanted: set[int] = set()
        self._total = self._asked = 0

    def show_rows(self, total: int) -> None:
        """Forget every row: there are so many now, in a new order or of a new filter."""
        self.beginResetModel()
        self._asked += 1
        self._total = total
        self._pages.clear()
        self._wanted.clear()
        self.endResetModel()

    def row(self, number: int) -> Any | None:
        """A row; None until its page is there, which this asks for."""
        page, place = divmod(number, PAGE)
        if page not in self._pages:
            self._want(page)
        rows = self._pages.get(page)
        if rows is None:
            return None
        self._pages.move_to_end(page)
        return rows[place] if place < len(rows) else None

    def retranslate(self) -> None:
        """Show the same rows in another language."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self._columns) - 1)
        self._redraw(0, self._total)

    def rowCount(self, parent: _Index = _NO_PARENT) -> int:
        """How many rows there are."""
        return 0 if parent.isValid() else self._total

    def columnCount(self, parent: _Index = _NO_PARENT) -> int:
        """How many columns there are."""
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The words in a cell; nothing while the row is on its way."""
        if not index.isValid():
            return None
        column = self._columns[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(column)
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        row = self.row(index.row())
        return "" if row is None else column.text(row)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a column is called."""
        if orientation == Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(self._columns[section])
        return self._columns[section].title() if role == Qt.ItemDataRole.DisplayRole else None

    def _want(self, page: int) -> None:
        if page not in self._wanted:
            self._wanted.add(page)
            asked = self._asked
            self._fetch(page * PAGE, PAGE, lambda rows: self._keep(asked, page, rows))

    def _keep(self, asked: int, page: int, rows: Sequence[Any]) -> None:
        if asked != self._asked:
            return
        self._wanted.discard(page)
        self._pages[page] = rows
        while len(self._pages) > KEPT_PAGES:
            self._pages.popitem(last=False)
        self._redraw(page * PAGE, len(rows))

    def _redraw(self, first: int, count: int) -> None:
        if count:
            last = min(first + count, self._total) - 1
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(self._columns) - 1))


def _alignment(column: Column) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column.figures else Qt.AlignmentFlag.AlignLeading
    return side | Qt.AlignmentFlag.AlignVCenter
