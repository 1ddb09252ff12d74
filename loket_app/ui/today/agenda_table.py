"""All days of a part in a list of any length: only what is in sight is read."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHeaderView, QVBoxLayout, QWidget

from loket_app.i18n import _, phrases_agenda
from loket_app.services.agenda import AgendaFilter, Line
from loket_app.services.desk import Desk
from loket_app.ui.background import MainThread, our_fault
from loket_app.ui.kit.button import Button
from loket_app.ui.kit.table_view import TableView
from loket_app.ui.kit.windowed_table import Column, Deliver, WindowedTable
from loket_app.ui.style import current
from loket_app.ui.today.places import is_late, place_of
from loket_app.ui.words import Text, Words

_WIDTHS, _NUMBER = (150, 150, 0, 130), 3
"""In pixels; what there is to do takes what is left."""

_NARROW = 720
_LINES = 3
"""Where there is little room, what there is to do takes so many lines."""


class AgendaTable(QWidget):
    """Emits `opened` with a case id and a place, and `left` to go back."""

    opened = Signal(str, str)
    left = Signal()

    def __init__(self, desk: Desk, screen: MainThread, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._screen = desk, screen
        self._chosen = AgendaFilter()
        self._words: Words = str
        self._asked = 0
        self._today = desk.clock.today()
        self._model = WindowedTable(self._columns(), self._fetch, self)
        self._back = Button(lambda: _("Back"), "quiet", "arrow-left")
        self._title = Text(self._title_words, "heading")
        self.table = self._make_table()
        self._row = self.table.verticalHeader().defaultSectionSize()
        grid = current().size.grid
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(grid)
        layout.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeading)
        layout.addWidget(self._title)
        layout.addWidget(self.table, 1)
        self._back.clicked.connect(self.left)
        self.table.activated.connect(self._open)

    def show_days(self, chosen: AgendaFilter, title: Words) -> None:
        """Show the days that a filter asks for, under a title."""
        self._chosen, self._words, self._today = chosen, title, self._desk.clock.today()
        self._title.refresh()
        self._asked += 1
        asked = self._asked
        count = self._desk.agenda.count(chosen)
        self._screen.when_done(count, lambda found: self._show(found) if asked == self._asked else None, our_fault)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room the name is enough, and the words are wrapped."""
        super().resizeEvent(event)
        narrow = event.size().width() < _NARROW
        self.table.setColumnHidden(_NUMBER, narrow)
        self.table.setWordWrap(narrow)
        lines = (_LINES - 1) * self.table.fontMetrics().lineSpacing() if narrow else 0
        self.table.verticalHeader().setDefaultSectionSize(self._row + lines)

    def changeEvent(self, event: QEvent) -> None:
        """Re-read the words when the language changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._model.retranslate()
            self.table.setAccessibleName(self._title_words())

    def _title_words(self) -> str:
        return self._words()

    def _show(self, count: int) -> None:
        self._model.show_rows(count)
        self.table.setAccessibleName(self._title_words())
        if count:
            self.table.selectRow(0)
            self.table.setFocus()

    def _fetch(self, first: int, count: int, deliver: Deliver) -> None:
        self._screen.when_done(self._desk.agenda.page(self._chosen, first, count), deliver, our_fault)

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column(lambda: _("When"), self._when),
            Column(lambda: _("Name"), lambda line: line.row.name or _("Nobody named yet")),
            Column(lambda: _("What"), _what),
            Column(lambda: _("Number"), lambda line: line.row.number),
        )

    def _when(self, line: Line) -> str:
        words = phrases_agenda.when_text(line.row.item, line.row.at, self._today)
        return f"▲ {words}" if is_late(line.row.item, self._today) else words

    def _make_table(self) -> TableView:
        table = TableView()
        table.setModel(self._model)
        table.setMinimumHeight(current().size.grid * 24)
        header = table.horizontalHeader()
        header.setStretchLastSection(False)
        for section, width in enumerate(_WIDTHS):
            if width:
                header.resizeSection(section, width)
            else:
                header.setSectionResizeMode(section, QHeaderView.ResizeMode.Stretch)
        return table

    def _open(self, index: QModelIndex) -> None:
        line = self._model.row(index.row())
        if line is not None:
            self.opened.emit(line.row.case_id, place_of(line))


def _what(line: Line) -> str:
    words = phrases_agenda.what_text(line.case, line.row.item, line.track)
    aside = phrases_agenda.aside_text(line.row.status, line.row.item)
    return f"{words} · {aside}" if aside else words
