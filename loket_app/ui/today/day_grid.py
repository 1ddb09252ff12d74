"""Days in weeks: one week, or the weeks of a month. Arrows go by day, Page Up and Page Down by month, Home to today."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QColor,
    QFont,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from loket_app.domain.agenda import PASSING, AgendaKind
from loket_app.i18n import _, formats, language
from loket_app.i18n.labels import label
from loket_app.services.holidays import BelgianCalendar
from loket_app.ui.style import current, tabular
from loket_app.ui.today.weeks import DAYS, Shown, month_later, weeks_of

_PAD, _ROUND = 6, 4
_HIGH: Mapping[Shown, int] = {Shown.WEEK: 132, Shown.MONTH: 66}
_NARROW = 96
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -DAYS, Qt.Key.Key_Down: DAYS}

Counts = Mapping[AgendaKind, int]


class DayGrid(QWidget):
    """Emits `chosen` when another day is, `opened` for Enter and a double click on it. Names of people never stand here."""

    chosen = Signal()
    opened = Signal()

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
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the day under the pointer."""
        day = self._day_at(event.position().toPoint())
        if day is not None:
            self.go_to(day)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open it."""
        if self._day_at(event.position().toPoint()) is not None:
            self.opened.emit()

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

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  Qt's own signature
        """The names of the days, then the days."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(current().colour.muted))
        for number, day in enumerate(self.days):
            place = self._place(number)
            if number < DAYS:
                head = QRect(place.left() + _PAD, 0, place.width() - _PAD, self._head)
                painter.drawText(head, Qt.AlignmentFlag.AlignVCenter, formats.format_weekday(day))
        for number, day in enumerate(self.days):
            _Cell(self, painter, day, self._place(number)).paint()
        painter.end()

    @property
    def _head(self) -> int:
        return self.fontMetrics().height() + _PAD

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


class _Cell:
    """One day on its way to the screen."""

    def __init__(self, grid: DayGrid, painter: QPainter, day: date, place: QRect) -> None:
        self._grid, self._painter, self._day = grid, painter, day
        self._place = place.adjusted(0, 0, -1, -1)
        self._counts = grid._counts.get(day, {})  # noqa: SLF001  its own grid
        self._free = not grid._calendar.is_working_day(day)  # noqa: SLF001

    def paint(self) -> None:
        """The ground, the number, the holiday, what there is."""
        self._ground()
        metrics = self._painter.fontMetrics()
        line = QRect(
            self._place.left() + _PAD, self._place.top() + _PAD // 2, self._place.width() - 2 * _PAD, metrics.height()
        )
        self._head(line)
        for words, role in self._lines(
            line.width(), (self._place.bottom() - line.bottom() - _PAD // 2) // metrics.height()
        ):
            line.translate(0, metrics.height())
            self._write(line, words, role)

    def _ground(self) -> None:
        colour, grid = current().colour, self._grid
        chosen = self._day == grid.day
        ground = colour.soft if chosen else (colour.hover if self._free else colour.surface)
        ring = chosen and grid.hasFocus()
        self._painter.setPen(QPen(QColor(colour.focus if ring else colour.hairline), 2 if ring else 1))
        self._painter.setBrush(QColor(ground))
        inside = self._place.adjusted(1, 1, -1, -1) if ring else self._place
        self._painter.drawRoundedRect(inside, _ROUND, _ROUND)

    def _head(self, line: QRect) -> None:
        """The number of the day, today's on the accent; behind it the holiday."""
        painter, colour = self._painter, current().colour
        number = str(self._day.day)
        wide = painter.fontMetrics().horizontalAdvance("00") + _PAD
        if self._day == self._grid.today:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colour.accent))
            painter.drawRoundedRect(
                QRect(line.topLeft() - QPoint(_PAD // 2, 0), QSize(wide, line.height())), _ROUND, _ROUND
            )
        outside = self._grid.shown is Shown.MONTH and self._day.month != self._grid.day.month
        role = "accent_text" if self._day == self._grid.today else ("muted" if outside else "text")
        self._write(line, number, role, bold=not outside)
        holiday = self._grid._holiday(self._day)  # noqa: SLF001
        self._write(line.adjusted(wide, 0, 0, 0), holiday, "muted")

    def _lines(self, width: int, room: int) -> list[tuple[str, str]]:
        """One line a kind; where there is no room for all, how many there are."""
        late = self._day < self._grid.today and any(kind not in PASSING for kind in self._counts)
        role = "danger" if late else "text"
        sign = "▲ " if late else ""
        if not self._counts:
            return []
        if len(self._counts) > room or width < _NARROW:
            return [(f"{sign}{sum(self._counts.values())}", role)]
        return [(f"{sign}{number} × {label(kind)}", role) for kind, number in self._counts.items()]

    def _write(self, place: QRect, words: str, role: str, *, bold: bool = False) -> None:
        painter = self._painter
        font = QFont(self._grid.font())
        font.setBold(bold)
        painter.setFont(font)
        painter.setPen(QColor(getattr(current().colour, role)))
        shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(QPointF(place.left(), place.top() + painter.fontMetrics().ascent()), shown)
