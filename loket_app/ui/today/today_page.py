"""Today: what is late, due and waited for, the week and the month, and the open cases, one Enter from their place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QFrame, QScrollArea, QVBoxLayout, QWidget

from loket_app.i18n import formats, pgettext
from loket_app.services.agenda import AgendaFilter, Part, part_filter
from loket_app.services.desk import Desk, TodayRow
from loket_app.ui.background import MainThread, our_fault
from loket_app.ui.fields.base import ENTER
from loket_app.ui.style import current
from loket_app.ui.today.agenda_section import TITLES
from loket_app.ui.today.agenda_table import AgendaTable
from loket_app.ui.today.calendar_view import CalendarView
from loket_app.ui.today.differently import Differently
from loket_app.ui.today.open_cases import OpenCases
from loket_app.ui.today.overview import OverviewPiece
from loket_app.ui.today.today_head import TodayHead
from loket_app.ui.today.waiting_figures import WaitingFigures
from loket_app.ui.today.weeks import Shown
from loket_app.ui.words import Words

AFTER_PAINT_MS = 20
"""What is due is on the screen by then; the store and the screen would hold each other up before."""

_FILLS = 1_000
"""The table takes what is left of the page; the others stand at its top."""


class TodayPage(QScrollArea):
    """Emits `opened` with a case id, and a path in it or the empty text; `new_asked` for a new intake.

    `waiting_asked` is for the figures of this desk that wait for a second person.
    """

    opened = Signal(str, str)
    new_asked = Signal()
    waiting_asked = Signal()

    def __init__(self, desk: Desk, screen: MainThread, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._screen = desk, screen
        self._rows: Sequence[TodayRow] | None = None
        self._rests = False
        self._after = QTimer(self, singleShot=True, interval=AFTER_PAINT_MS)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.head = TodayHead(desk)
        self.overview, self.calendar = OverviewPiece(desk, screen), CalendarView(desk, screen)
        self.table = AgendaTable(desk, screen)
        self._differently, self._cases = Differently(desk, screen), OpenCases(lambda: desk.tables)
        self.waiting = WaitingFigures(desk.figures)
        self._lay_out()
        self._connect()
        self._show_only(self.overview, self._below)

    def refresh(self) -> None:
        """Read again, what is due first; what is shown stays until the answers are there."""
        if self._rests:
            return
        counsellor = self._counsellor()
        self.overview.refresh(counsellor)
        self.waiting.refresh()
        if self.head.shown is not Shown.LIST:
            self.calendar.refresh(counsellor, self.head.shown)

    def rest(self) -> None:
        """Read nothing any more, in another language neither: the store is about to be closed."""
        self._rests = True
        self._after.stop()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that one is on, on every system: on some only Space does."""
        here = QApplication.focusWidget()
        if event.key() in ENTER and not event.modifiers() and isinstance(here, QAbstractButton):
            here.click()
        else:
            super().keyPressEvent(event)

    def _read_the_rest(self) -> None:
        """What stands below."""
        found = self._desk.today(counsellor=self._counsellor())
        self._screen.when_done(found, self._show, our_fault)
        self._differently.refresh()

    def _lay_out(self) -> None:
        inside, size = _Sheet(), current().size
        inside.setObjectName("page")
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(size.grid * 4, size.grid * 3, size.grid * 4, size.grid * 4)
        layout.setSpacing(size.grid)
        self._below = QWidget()
        below = QVBoxLayout(self._below)
        below.setContentsMargins(0, 0, 0, 0)
        below.addWidget(self.waiting)
        below.addWidget(self._differently)
        below.addWidget(self._cases)
        self._pieces = (self.overview, self._below, self.calendar, self.table)
        for widget in (self.head, *self._pieces):
            layout.addWidget(widget, _FILLS if widget is self.table else 0)
        layout.addStretch(1)
        self.setWidget(inside)

    def _connect(self) -> None:
        self.head.new_asked.connect(self.new_asked)
        self.waiting.asked.connect(self.waiting_asked)
        self.head.changed.connect(self._go)
        for piece in (self.overview, self.calendar, self.table, self._differently, self._cases):
            piece.opened.connect(self.opened)
        self.overview.all_asked.connect(self._show_part)
        self.overview.shown.connect(self._after.start)
        self.overview.healed.connect(self._follow)
        self._after.timeout.connect(self._read_the_rest)
        self.calendar.all_asked.connect(self._show_day)
        self.table.left.connect(self._go)

    def _counsellor(self) -> str:
        return self._desk.counsellor if self._desk.preferences.own_cases else ""

    def _go(self) -> None:
        """Show what the head asks for."""
        if self.head.shown is Shown.LIST:
            self._show_only(self.overview, self._below)
        else:
            self._show_only(self.calendar)
        self.refresh()

    def _follow(self) -> None:
        """All days are worked out: the calendar counts them again."""
        if self.calendar.isVisible():
            self.calendar.refresh(self._counsellor(), self.head.shown)

    def _show_part(self, part: Part) -> None:
        chosen = part_filter(part, self._desk.clock.today())
        self._show_table(chosen, lambda: pgettext(*TITLES[part]))

    def _show_day(self, day: date) -> None:
        self._show_table(AgendaFilter(day, day), lambda: formats.format_date(day, "full"))

    def _show_table(self, chosen: AgendaFilter, title: Words) -> None:
        self._show_only(self.table)
        self.table.show_days(replace(chosen, counsellor=self._counsellor()), title)

    def _show_only(self, *pieces: QWidget) -> None:
        self.head.setVisible(self.table not in pieces)  # a long list has the page to itself
        for piece in self._pieces:
            piece.setVisible(piece in pieces)
        self.verticalScrollBar().setValue(0)

    def _show(self, rows: tuple[TodayRow, ...]) -> None:
        self._rows = rows
        self._cases.show_rows(rows)


class _Sheet(QWidget):
    """What is scrolled: as high as its words need at this width. What a narrow one might need would be white below."""

    def minimumSizeHint(self) -> QSize:
        """The width alone; the height follows from it."""
        return QSize(super().minimumSizeHint().width(), 0)
