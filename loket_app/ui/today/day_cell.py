"""One day of the calendar, drawn: its number, its holiday, and what there is, in words that fit whole or not at all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from PySide6.QtCore import QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen

from loket_app.domain.agenda_items import PASSING, AgendaKind
from loket_app.i18n import NP_, _, pgettext
from loket_app.ui.style import current

Counts = Mapping[AgendaKind, int]

PAD = 6
_ROUND = 4
_NAMES: Final = {
    AgendaKind.APPOINTMENT: NP_("calendar cell", "appointment"),
    AgendaKind.TALK: NP_("calendar cell", "conversation"),
    AgendaKind.KEY_MOMENT: NP_("calendar cell", "conversation"),
    AgendaKind.AID_ENDS: NP_("calendar cell", "end of aid"),
    AgendaKind.LEAVE_BY: NP_("calendar cell", "order to leave"),
    AgendaKind.DEPARTURE: NP_("calendar cell", "departure"),
    AgendaKind.WAIT: NP_("calendar cell", "ask again"),
    AgendaKind.DOCUMENT_REQUESTED: NP_("calendar cell", "document"),
    AgendaKind.DOCUMENT_EXPIRES: NP_("calendar cell", "document"),
    AgendaKind.HANDOVER_SENT: NP_("calendar cell", "handover"),
    AgendaKind.REPORT: NP_("calendar cell", "report"),
}
"""Short, for a cell; the tip and the list below say it whole."""


@dataclass(frozen=True)
class DayCell:
    """A day at its place. `outside` the month that is shown; `free` when people don't work on it."""

    day: date
    place: QRect
    counts: Counts
    holiday: str = ""
    today: bool = False
    late: bool = False
    chosen: bool = False
    outside: bool = False
    free: bool = False

    def paint(self, painter: QPainter, *, ring: bool) -> None:
        """The ground, the number, the holiday, what there is."""
        self._ground(painter, ring=ring)
        self._number(painter)
        metrics = painter.fontMetrics()
        for line, words, role in self._written(metrics):
            _write(painter, line, words, role)

    def rest(self, metrics: QFontMetrics) -> QRect | None:
        """Where it says that there is more than the cell can name; None when it names all."""
        if self._shown(metrics) == len(self.counts):
            return None
        return [line for line, _words, _role in self._written(metrics)][-1]

    def _written(self, metrics: QFontMetrics) -> Iterator[tuple[QRect, str, str]]:
        """Each line below or beside the number: where, what, in which colour."""
        line, wide = self._line(metrics), _number_width(metrics)
        if self.holiday and metrics.horizontalAdvance(self.holiday) <= line.width() - wide:
            yield line.adjusted(wide, 0, 0, 0), self.holiday, "muted"
        elif self._holiday_below(metrics):
            line = line.translated(0, metrics.height())
            yield line, self._holiday_below(metrics), "muted"
        for words in self._lines(metrics):
            line = line.translated(0, metrics.height())
            yield line, words, "danger" if self.late else "text"

    def _lines(self, metrics: QFontMetrics) -> list[str]:
        """One line a kind; where there is no room for all, how many more there are."""
        shown = self._shown(metrics)
        if shown == len(self.counts):
            return self._named()
        rest = f"+{sum(list(self.counts.values())[shown:])}"
        return [*self._named()[:shown], rest] if shown else [self._total()]

    def _shown(self, metrics: QFontMetrics) -> int:
        """How many kinds are named: all, or as many as leave a line for the others; none where one is too long."""
        width, room = self._line(metrics).width(), self._room(metrics)
        if any(metrics.horizontalAdvance(words) > width for words in self._named()):
            return 0
        return len(self.counts) if len(self.counts) <= room else max(0, room - 1)

    def _named(self) -> list[str]:
        sign = "▲ " if self.late else ""
        return [f"{sign}{number} × {pgettext(*_NAMES[kind])}" for kind, number in self.counts.items()]

    def _total(self) -> str:
        return ("▲ " if self.late else "") + str(sum(self.counts.values()))

    def _holiday_below(self, metrics: QFontMetrics) -> str:
        """A holiday whose name does not fit beside the number: below it, or that it is one, where even that is too long."""
        width, beside = self._line(metrics).width(), self._line(metrics).width() - _number_width(metrics)
        if not self.holiday or metrics.horizontalAdvance(self.holiday) <= beside or self.counts:
            return ""
        names = (self.holiday, _("holiday"))
        return next((name for name in names if metrics.horizontalAdvance(name) <= width), "")

    def _room(self, metrics: QFontMetrics) -> int:
        """Lines below the number."""
        return (self.place.bottom() - self._line(metrics).bottom() - PAD // 2) // metrics.height()

    def _line(self, metrics: QFontMetrics) -> QRect:
        left, top = self.place.left() + PAD, self.place.top() + PAD // 2
        return QRect(left, top, self.place.width() - 2 * PAD, metrics.height())

    def _ground(self, painter: QPainter, *, ring: bool) -> None:
        colour = current().colour
        ground = colour.soft if self.chosen else (colour.hover if self.free else colour.surface)
        painter.setPen(QPen(QColor(colour.focus if ring else colour.hairline), 2 if ring else 1))
        painter.setBrush(QColor(ground))
        inside = self.place.adjusted(1, 1, -1, -1) if ring else self.place
        painter.drawRoundedRect(inside, _ROUND, _ROUND)

    def _number(self, painter: QPainter) -> None:
        """Today's on the accent."""
        metrics = painter.fontMetrics()
        line, wide = self._line(metrics), _number_width(metrics)
        if self.today:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(current().colour.accent))
            painter.drawRoundedRect(
                QRect(line.topLeft() - QPoint(PAD // 2, 0), QSize(wide, line.height())), _ROUND, _ROUND
            )
        role = "accent_text" if self.today else ("muted" if self.outside else "text")
        _write(painter, line, str(self.day.day), role, bold=not self.outside)


def is_late(day: date, today: date, counts: Counts) -> bool:
    """Whether something of that day should have been done."""
    return day < today and any(kind not in PASSING for kind in counts)


def _number_width(metrics: QFontMetrics) -> int:
    return metrics.horizontalAdvance("00") + PAD


def _write(painter: QPainter, place: QRect, words: str, role: str, *, bold: bool = False) -> None:
    usual = painter.font()
    font = QFont(usual)
    font.setBold(bold)
    painter.setFont(font)
    painter.setPen(QColor(getattr(current().colour, role)))
    painter.drawText(QPointF(place.left(), place.top() + painter.fontMetrics().ascent()), words)
    painter.setFont(usual)
