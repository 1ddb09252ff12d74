"""The week or the month: days at a glance, and below them what the chosen day holds."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from loket_app.domain.partial_date import PartialDate
from loket_app.i18n import _, formats, language
from loket_app.i18n.labels import capital
from loket_app.services.agenda import AgendaFilter, Line
from loket_app.services.desk import Desk
from loket_app.services.holidays import BelgianCalendar
from loket_app.ui.background import MainThread, our_fault
from loket_app.ui.kit.button import Button
from loket_app.ui.kit.worded import Worded
from loket_app.ui.style import current
from loket_app.ui.today.day_cell import Counts
from loket_app.ui.today.day_grid import DayGrid
from loket_app.ui.today.export_bar import ExportBar
from loket_app.ui.today.lines_card import LinesCard
from loket_app.ui.today.weeks import Shown
from loket_app.ui.words import Text

OF_A_DAY = 20


class CalendarView(Worded, QWidget):
    """Emits `opened` with a case id and a place, `all_asked` with a day that has more than is shown."""

    opened = Signal(str, str)
    all_asked = Signal(object)

    def __init__(self, desk: Desk, screen: MainThread, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._screen = desk, screen
        self._counsellor = ""
        self._asked = 0
        self._range: tuple[date, ...] = ()
        self.grid = DayGrid(desk.clock.today())
        self._period, self._day_title = Text(self._period_words, "heading"), Text(self._day_words, "heading")
        self.lines = LinesCard(desk.counsellor)
        self.export = ExportBar(desk, screen)
        self._lay_out()
        self._connect()

    def refresh(self, counsellor: str, shown: Shown) -> None:
        """Read again, as a week or a month, for a counsellor or with the empty text for all."""
        self._counsellor = counsellor
        self.grid.show_as(shown, self._desk.clock.today())
        self._range = ()
        self._read()

    def _lay_out(self) -> None:
        grid = current().size.grid
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(grid)
        row = QHBoxLayout()
        self._before, self._after = (Button(lambda: "", "quiet", f"chevron-{side}") for side in ("left", "right"))
        self._now = Button(lambda: _("To today"), "quiet")
        row.addWidget(self._before)
        row.addWidget(self._after)
        row.addWidget(self._period, 1)
        row.addWidget(self._now)
        layout.addLayout(row)
        for widget in (self.grid, self._day_title, self.lines, self.export):
            layout.addWidget(widget)
        layout.addStretch(1)
        self._words()

    def _connect(self) -> None:
        self._before.clicked.connect(lambda: self.grid.turn(-1))
        self._after.clicked.connect(lambda: self.grid.turn(1))
        self._now.clicked.connect(lambda: self.grid.go_to(self._desk.clock.today()))
        self.grid.chosen.connect(self._read)
        self.grid.opened.connect(self.lines.enter)
        self.grid.all_asked.connect(self.all_asked)
        self.lines.opened.connect(self.opened)
        self.lines.all_asked.connect(lambda: self.all_asked.emit(self.grid.day))

    def _read(self) -> None:
        """What the chosen day holds; the counts only when other days are in sight."""
        self._asked += 1
        asked, day, days = self._asked, self.grid.day, self.grid.days
        self._words()
        for text in (self._period, self._day_title):
            text.refresh()
        if days != self._range:
            self._range = days
            counts = self._desk.agenda.by_day(self._between(days[0], days[-1]))
            self._screen.when_done(counts, lambda found: self._show_counts(days, found), our_fault)
            self.export.show_days(days[0], days[-1], self._counsellor)
        lines = self._desk.agenda.page(self._between(day, day), 0, OF_A_DAY + 1)
        self._screen.when_done(lines, lambda found: self._show_lines(asked, found), our_fault)

    def _between(self, first: date, last: date) -> AgendaFilter:
        return AgendaFilter(first, last, counsellor=self._counsellor)

    def _show_counts(self, days: tuple[date, ...], counts: Mapping[date, Counts]) -> None:
        if days == self.grid.days:
            self.grid.show_counts(counts)

    def _show_lines(self, asked: int, lines: tuple[Line, ...]) -> None:
        if asked == self._asked:
            self.lines.show_lines(lines[:OF_A_DAY], self._desk.clock.today(), more=len(lines) > OF_A_DAY)

    def _words(self) -> None:
        week = self.grid.shown is Shown.WEEK
        for button, words in (
            (self._before, _("Week before") if week else _("Month before")),
            (self._after, _("Week after") if week else _("Month after")),
        ):
            button.setText("")
            button.setAccessibleName(words)
            button.setToolTip(words)

    def _period_words(self) -> str:
        days = self.grid.days
        if self.grid.shown is Shown.WEEK:
            return formats.format_range(days[0], days[-1])
        return capital(formats.format_partial_date(PartialDate(self.grid.day.year, self.grid.day.month)))

    def _day_words(self) -> str:
        holiday = BelgianCalendar().holiday_name(self.grid.day, language())
        words = capital(formats.format_date(self.grid.day, "full"))
        return f"{words} · {holiday}" if holiday else words
