"""A figure through time: its rows as bars to scale, the years below, today and the chosen day marked."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from loket_app.domain.tables import ValueKind
from loket_app.i18n import _
from loket_app.services.rates_views import RowView
from loket_app.ui.rules.bar_words import BAR, GAP, PAD, SIGN, BarWords, bars, bold, bold_height, labels
from loket_app.ui.rules.time_scale import TimeScale
from loket_app.ui.rules.wording import no_figure_text, row_text, short
from loket_app.ui.style import current, pixmap, tabular

_ROUND = 4
_YEAR_AIR, _NOTCH, _DOT = 14, 6, 3
_PLAIN = (ValueKind.AMOUNT, ValueKind.RANGE, ValueKind.UP_TO, ValueKind.NONE)


class Timeline(QWidget):
    """Paints rows; the same stands in words in its description. What is not known has a broken outline."""

    def __init__(
        self, rows: Sequence[RowView], years: tuple[int, int], day: date, today: date, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._rows = sorted(rows, key=lambda view: view.row.period.start or date.min)
        self._years, self._day, self._today = years, day, today
        self._dropped = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(_("Timeline"))
        lines = [row_text(view, day) for view in reversed(self._rows)]
        if not any(view.current for view in rows):
            lines.append(no_figure_text(day))
        self.setAccessibleDescription("\n".join(lines))
        tabular(self)

    def sizeHint(self) -> QSize:
        """Marks above the bars, years below; between them a line for words that no bar has room for."""
        return QSize(320, 2 * self.fontMetrics().height() + BAR + 3 * GAP + self._dropped)

    def minimumSizeHint(self) -> QSize:
        """Narrower than that it still says something."""
        return QSize(160, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow one gives the words of what counts a line of their own where their bar is too small for them."""
        super().resizeEvent(event)
        words = labels(self._rows, TimeScale(self._years, event.size().width()), self.font())
        dropped = bold_height(self.font()) + GAP if any(each.below for each in words) else 0
        if dropped != self._dropped:
            self._dropped = dropped
            self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The years, the bars, the marks."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scale = TimeScale(self._years, self.width())
        self._paint_years(painter, scale)
        self._paint_marks(painter, scale, self._top + BAR + GAP)
        self._paint_bars(painter, scale)
        painter.setFont(self.font())
        self._paint_marks(painter, scale, self._top + _NOTCH)
        painter.end()

    @property
    def _top(self) -> int:
        """Where the bars begin."""
        return self.fontMetrics().height() + GAP

    def _paint_years(self, painter: QPainter, scale: TimeScale) -> None:
        colour, metrics = current().colour, self.fontMetrics()
        bottom = self._top + BAR + GAP + self._dropped
        painter.setPen(QPen(QColor(colour.hairline), 1))
        painter.drawLine(QPointF(0, bottom), QPointF(self.width(), bottom))
        widest = metrics.horizontalAdvance("0000") + _YEAR_AIR
        for year in scale.years(widest):
            x = scale.at(date(year, 1, 1))
            painter.setPen(QPen(QColor(colour.line), 1))
            painter.drawLine(QPointF(x, bottom), QPointF(x, bottom + 4))
            if x + widest - _YEAR_AIR + 3 < self.width():
                painter.setPen(QColor(colour.muted))
                painter.drawText(QPointF(x + 3, bottom + metrics.ascent() + 1), str(year))

    def _paint_bars(self, painter: QPainter, scale: TimeScale) -> None:
        for bar in bars(self._rows, scale):
            self._paint_bar(painter, bar.view, QRectF(bar.left, self._top, bar.right - bar.left, BAR))
            self._paint_looks(painter, bar.view, scale)
        for words in labels(self._rows, scale, self.font()):
            self._paint_words(painter, words)

    def _paint_looks(self, painter: QPainter, view: RowView, scale: TimeScale) -> None:
        """A dot on the lower edge of the bar for each day on which somebody looked at it again."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(current().colour.ok))
        for looked in view.row.looked:
            painter.drawEllipse(QPointF(scale.at(looked.on), self._top + BAR), _DOT, _DOT)

    def _paint_bar(self, painter: QPainter, view: RowView, place: QRectF) -> None:
        """A period that is open has no edge at that side."""
        colour, period, wide = current().colour, view.row.period, 2 if view.current else 1
        known = all(value.kind in _PLAIN for value in view.row.shares or (view.row,))
        line = Qt.PenStyle.SolidLine if known else Qt.PenStyle.DashLine
        outline = place.adjusted(wide / 2, wide / 2, -wide / 2, -wide / 2)
        if period.start is None or place.left() < 0:
            outline.setLeft(-PAD)
        if period.end is None or place.right() > self.width():
            outline.setRight(self.width() + PAD)
        painter.setPen(QPen(QColor(colour.accent if view.current else colour.line), wide, line))
        painter.setBrush(QColor(colour.soft if view.current else colour.background))
        painter.drawRoundedRect(outline, min(_ROUND, outline.width() / 3), _ROUND)

    def _paint_words(self, painter: QPainter, words: BarWords) -> None:
        """What a row says; before what a desk entered stands a pencil, or a warning where its two people are related."""
        painter.setFont(bold(self.font()) if words.view.current else self.font())
        metrics, colour = painter.fontMetrics(), current().colour
        top = self._top + (BAR + GAP if words.below else (BAR - metrics.height()) / 2)
        x = words.x
        if words.view.row.source.desk:
            icon, tone = ("warning", "warn") if words.view.row.related else ("edit", "accent")
            sign = pixmap(icon, tone, SIGN, self.devicePixelRatioF())
            painter.drawPixmap(QPointF(x, top + (metrics.height() - SIGN) / 2), sign)
            x += SIGN + GAP
        painter.setPen(QColor(colour.text))
        painter.drawText(QPointF(x, top + metrics.ascent()), words.text)

    def _paint_marks(self, painter: QPainter, scale: TimeScale, bottom: int) -> None:
        """The chosen day, and today where that is another one, down to the bottom or only into the bars."""
        colour = current().colour
        chosen = _("today") if self._day == self._today else short(self._day)
        taken = self._paint_mark(painter, (scale.at(self._day), bottom), chosen, colour.accent, QRectF())
        if self._day != self._today:
            self._paint_mark(painter, (scale.at(self._today), bottom), _("today"), colour.muted, taken)

    def _paint_mark(self, painter: QPainter, at: tuple[float, int], words: str, colour: str, taken: QRectF) -> QRectF:
        """A line, and its words above it unless they would stand on others. Gives where the words stand."""
        metrics, (x, bottom) = self.fontMetrics(), at
        wide = metrics.horizontalAdvance(words)
        place = QRectF(min(max(0.0, x - wide / 2), self.width() - wide), 0, wide, metrics.height())
        painter.setPen(QPen(QColor(colour), 2))
        painter.drawLine(QPointF(x, self._top - 3), QPointF(x, bottom))
        if not place.adjusted(-PAD, 0, PAD, 0).intersects(taken):
            painter.drawText(QPointF(place.left(), metrics.ascent()), words)
        return place
