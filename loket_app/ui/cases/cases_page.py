"""All cases: type to find, choose a status, sort by a column, Enter opens."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QLineEdit, QPushButton, QVBoxLayout, QWidget

from loket_app.domain.status import OPEN, Status
from loket_app.i18n import _, ngettext
from loket_app.i18n.labels import capital, label
from loket_app.services.desk import CaseFilter, Desk, Sort
from loket_app.ui.background import MainThread, our_fault
from loket_app.ui.cases.columns import COLUMNS, WIDTHS
from loket_app.ui.kit.list_box import ListBox
from loket_app.ui.kit.table_view import TableView
from loket_app.ui.kit.windowed_table import Deliver, WindowedTable
from loket_app.ui.style import current, icon
from loket_app.ui.words import Text

REST_MS = 120
_STATUSES: tuple[frozenset[Status], ...] = (OPEN, frozenset(), *(frozenset({status}) for status in Status))


class CasesPage(QWidget):
    """Emits `opened` with a case id, and `new_asked`. The store filters and sorts; the table holds what is in sight."""

    opened = Signal(str)
    new_asked = Signal()

    def __init__(self, desk: Desk, screen: MainThread, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._desk, self._screen = desk, screen
        self._chosen, self._sort = CaseFilter(statuses=OPEN), Sort()
        self._count: int | None = None
        self._asked = 0
        self._model = WindowedTable(tuple(COLUMNS.values()), self._fetch, self)
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._text, self._status, self._new = QLineEdit(), ListBox(), QPushButton(icon("new-intake"), "")
        self._table = self._make_table()
        self._counted = Text(self._count_words, "muted")
        self._lay_out()
        self._connect()
        self._words()

    def refresh(self) -> None:
        """Read the list again for what was typed and chosen; what is shown stays until the answer is there."""
        self._chosen = CaseFilter(statuses=_STATUSES[max(0, self._status.currentIndex())], text=self._text.text())
        self._asked += 1
        asked = self._asked
        found = self._desk.count(self._chosen)
        self._screen.when_done(found, lambda count: self._show(count) if asked == self._asked else None, our_fault)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Who comes here begins in the search line; with a focus proxy, Tab would skip what stands before it."""
        self._text.setFocus(event.reason())

    def changeEvent(self, event: QEvent) -> None:
        """Re-read the words when the language changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._words()
            self._model.retranslate()

    def _fetch(self, first: int, count: int, deliver: Deliver) -> None:
        rows: Any = self._desk.page(self._chosen, self._sort, first, count)
        self._screen.when_done(rows, deliver, our_fault)

    def _show(self, count: int) -> None:
        self._count = count
        self._model.show_rows(count)
        self._counted.refresh()

    def _lay_out(self) -> None:
        grid = current().size.grid
        layout = QVBoxLayout(self)
        layout.setContentsMargins(grid * 4, grid * 3, grid * 4, grid * 2)
        layout.setSpacing(grid)
        layout.addWidget(Text(lambda: _("Cases"), "title"))
        row = QHBoxLayout()
        row.addWidget(self._text, 3)
        row.addWidget(self._status, 1)
        row.addWidget(self._new)
        layout.addLayout(row)
        layout.addWidget(self._counted)
        layout.addWidget(self._table, 1)

    def _make_table(self) -> TableView:
        table = TableView()
        table.setModel(self._model)
        header = table.horizontalHeader()
        header.setSectionsClickable(True)
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for section, width in enumerate(WIDTHS):
            if width:
                header.resizeSection(section, width)
        header.sectionClicked.connect(self._sort_by)
        return table

    def _connect(self) -> None:
        self._rest.timeout.connect(self.refresh)
        self._text.textChanged.connect(self._rest.start)
        self._text.returnPressed.connect(self._enter)
        self._status.activated.connect(self.refresh)
        self._table.activated.connect(self._open)
        self._new.clicked.connect(self.new_asked.emit)

    def _sort_by(self, section: int) -> None:
        column = tuple(COLUMNS)[section]
        self._sort = Sort(column, descending=self._sort.by is column and not self._sort.descending)
        order = Qt.SortOrder.DescendingOrder if self._sort.descending else Qt.SortOrder.AscendingOrder
        self._table.horizontalHeader().setSortIndicator(section, order)
        self._table.horizontalHeader().setSortIndicatorShown(True)
        self.refresh()

    def _open(self, index: QModelIndex) -> None:
        row = self._model.row(index.row())
        if row is not None:
            self.opened.emit(row.id)

    def _enter(self) -> None:
        """Enter in the search line goes to the list; when one case is left it opens."""
        if self._model.rowCount() == 1:
            self._open(self._model.index(0, 0))
        elif self._model.rowCount():
            self._table.setFocus()
            self._table.selectRow(0)

    def _count_words(self) -> str:
        if self._count is None:
            return ""
        if not self._count:
            return _("No case here. Choose another status, type something else, or start a new intake.")
        return ngettext("{count} case", "{count} cases", self._count).format(count=self._count)

    def _words(self) -> None:
        self._text.setPlaceholderText(_("Name, number, telephone or country"))
        self._text.setAccessibleName(_("Find a case"))
        self._status.setAccessibleName(_("Status"))
        self._table.setAccessibleName(_("Cases"))
        self._new.setText(_("New intake"))
        chosen = max(0, self._status.currentIndex())
        self._status.clear()
        self._status.addItems([_("Open cases"), _("All cases"), *(capital(label(status)) for status in Status)])
        self._status.setCurrentIndex(chosen)
