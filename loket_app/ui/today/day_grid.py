"""Days in weeks: one week, or the weeks of a month. Arrows go by day, Page Up and Page Down by month, Home to today."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QColor,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from loket_app.i18n import _, formats, language
from loket_app.i18n.labels import label
from loket_app.services.holidays import BelgianCalendar
from loket_app.ui.style import current, tabular
from loket_app.ui.today.day_cell import PAD, Counts, DayCell, is_late
from loket_app.ui.today.weeks import DAYS, Shown, month_later, weeks_of

_HIGH: Mapping[Shown, int] = {Shown.WEEK: 132, Shown.MONTH: 66}
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -DAYS, Qt.Key.Key_Down: DAYS}


class DayGrid(QWidget):
    """Emits `chosen` when another day is, `opened` for Enter and a double click on it. Names of people never stand here.

    `all_asked` carries a day of which its cell can't name everything, for Enter and for a click on how many more there are.
    """

    chosen = Signal()
    opened = Signal()
    all_asked = Signal(object)

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.day, self.today, self.shown = today, today, Shown.MONTH
        self._counts: Mapping[date, Counts] = {}
        self._calendar = BelgianCalendar()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        tabular(self)
        self._tell()

    @property
    def days(self) -> tuple[date, ...]:
        """The days that are shown, from a Monday to a Sunday."""
        return weeks_of(self.day, self.shown)

    def show_as(self, shown: Shown, today: date) -> None:
        """One week, or the weeks of the month of the chosen day."""
        self.shown, self.today = shown, today
        self._counts = {}
        self.updateGeometry()
        self._tell()

    def show_counts(self, counts: Mapping[date, Counts]) -> None:
        """How many of each kind there are on each day."""
        self._counts = counts
        self._tell()

    def go_to(self, day: date) -> None:
        """Choose a day."""
        self.day = day
        self.updateGeometry()
        self._tell()
        self.chosen.emit()

    def turn(self, way: int) -> None:
        """A week or a month on (1) or back (-1)."""
        self.go_to(self.day + timedelta(days=DAYS * way) if self.shown is Shown.WEEK else month_later(self.day, way))

    def day_text(self, day: date) -> str:
        """A day in words: its date, its holiday, and how much there is."""
        counted = [f"{number} × {label(kind)}" for kind, number in self._counts.get(day, {}).items()]
        words = [formats.format_date(day, "full"), self._holiday(day), *(counted or [_("nothing")])]
        return ", ".join(part for part in words if part)

    def sizeHint(self) -> QSize:
        """Room for every week."""
        return QSize(current().size.page, self._head + len(self.days) // DAYS * _HIGH[self.shown])

    def minimumSizeHint(self) -> QSize:
        """Narrower than that a day says only how much there is."""
        return QSize(current().size.page // 3, self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from day to day."""
        key = event.key()
        if key in _STEPS:
            self.go_to(self.day + timedelta(days=_STEPS[Qt.Key(key)]))
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.go_to(month_later(self.day, 1 if key == Qt.Key.Key_PageDown else -1))
        elif key == Qt.Key.Key_Home:
            self.go_to(self.today)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._open()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the day under the pointer."""
        point = event.position().toPoint()
        day = self._day_at(point)
        if day is None:
            return
        self.go_to(day)
        rest = self._cell(day).rest(self.fontMetrics())
        if rest is not None and rest.contains(point):
            self.all_asked.emit(day)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open it."""
        if self._day_at(event.position().toPoint()) is not None:
            self._open()

    def event(self, event: QEvent) -> bool:
        """A day says all of it to the pointer that rests on it."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            day = self._day_at(event.pos())
            QToolTip.showText(event.globalPos(), self.day_text(day) if day else "", self)
            return True
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        """Say it in another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._tell()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The names of the days, then the days."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(current().colour.muted))
        for number, day in enumerate(self.days):
            place = self._place(number)
            if number < DAYS:
                head = QRect(place.left() + PAD, 0, place.width() - PAD, self._head)
                painter.drawText(head, Qt.AlignmentFlag.AlignVCenter, formats.format_weekday(day))
        for day in self.days:
            self._cell(day).paint(painter, ring=day == self.day and self.hasFocus())
        painter.end()

    @property
    def _head(self) -> int:
        return self.fontMetrics().height() + PAD

    def _cell(self, day: date) -> DayCell:
        counts = self._counts.get(day, {})
        return DayCell(
            day,
            self._place(self.days.index(day)).adjusted(0, 0, -1, -1),
            counts,
            holiday=self._holiday(day),
            today=day == self.today,
            late=is_late(day, self.today, counts),
            chosen=day == self.day,
            outside=self.shown is Shown.MONTH and day.month != self.day.month,
            free=not self._calendar.is_working_day(day),
        )

    def _open(self) -> None:
        """One thing opens, what the cell names stands in the list below; what it can't name gets a list of its own."""
        count = sum(self._counts.get(self.day, {}).values())
        if count <= 1 or self._cell(self.day).rest(self.fontMetrics()) is None:
            self.opened.emit()
        else:
            self.all_asked.emit(self.day)

    def _place(self, number: int) -> QRect:
        week, column = divmod(number, DAYS)
        left, right = (self.width() * each // DAYS for each in (column, column + 1))
        high = _HIGH[self.shown]
        return QRect(left, self._head + week * high, right - left, high)

    def _day_at(self, point: QPoint) -> date | None:
        places = ((self._place(number), day) for number, day in enumerate(self.days))
        return next((day for place, day in places if place.contains(point)), None)

    def _holiday(self, day: date) -> str:
        return self._calendar.holiday_name(day, language())

    def _tell(self) -> None:
        """What a screen reader says of the chosen day."""
        self.setAccessibleName(_("Calendar"))
        self.setAccessibleDescription(self.day_text(self.day))
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))
        self.update()
