"""Draws the parts of a track: from the top down today, the phases, the key moments, the days, the wish to return."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import pairwise
from string import ascii_lowercase

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPainterPath, QPen

from loket_app.domain.conversation import Holder, Stance
from loket_app.domain.track_parts import EventKind, MomentState, Phase, Track
from loket_app.domain.track_picture import Band, Mark, Picture
from loket_app.i18n import _, formats, pgettext
from loket_app.i18n.labels import capital, label
from loket_app.ui.case.track.looks import BAND_NAMES, BANDS, STATES
from loket_app.ui.style import current, pixmap

_BAND, _MARK, _SIGN, _GAP, _PAD = 30, 24, 16, 8, 8
_STANCES, _DOT, _ROUND, _WINDOW = 48, 4, 6, 4
_FAINT = 0.4
_DAY_AND_MONTH = 5
_LEVELS = {stance: number / (len(Stance) - 1) for number, stance in enumerate(Stance)}


class Brush:
    """A painter with the places of the rows. It paints one picture and is thrown away."""

    def __init__(self, painter: QPainter, room: QRectF, scale: float, *, marks: bool = True) -> None:
        self._painter, self._room, self._scale = painter, room, scale
        self._metrics = painter.fontMetrics()
        high = self._metrics.height()
        self._bands = high + 2
        self._marks = self._bands + _BAND + _GAP + _MARK / 2
        self._line = self._marks + _MARK / 2 + _GAP if marks else self._bands + _BAND + _GAP
        self._days = self._line + _DOT + 2
        self._stances = self._days + high + _GAP

    @staticmethod
    def height(metrics: QFontMetrics, *, stances: bool, marks: bool = True) -> int:
        """How high the whole is; without key moments there is no row for them."""
        rows = 2 * metrics.height() + 2 + _BAND + (_MARK + _GAP if marks else 0) + _GAP + _DOT + 4
        return rows + (_GAP + _STANCES + metrics.height() + _PAD if stances else 0)

    def paint(self, drawn: Picture, track: Track, focused: int | None) -> None:
        """Everything; what one is on has a ring."""
        for band in drawn.bands:
            self._band(band)
        self._today(drawn.today)
        letters = letters_of(drawn.bands, self._metrics)
        for band in drawn.bands:
            self._band_name(band, letters)
        self._axis(drawn, day_words([event.on for _x, event in drawn.events], track.on))
        if drawn.shelf is not None:
            self._shelf(drawn.shelf)
        for number, mark in enumerate(drawn.marks):
            self._mark(mark, ring=number == focused)
        if track.stances:
            self._wish(drawn)

    def _band(self, band: Band) -> None:
        place = QRectF(band.left + 1, self._bands, max(band.right - band.left - 2, 3), _BAND)
        colour = current().colour
        dashed = Qt.PenStyle.DashLine if band.open_start or band.open_end else Qt.PenStyle.SolidLine
        self._painter.setPen(QPen(QColor(colour.line), 1, dashed))
        self._painter.setBrush(QColor(getattr(colour, BANDS.get(band.phase, "hover"))))
        self._painter.drawRoundedRect(place, _ROUND, _ROUND)

    def _band_name(self, band: Band, letters: Mapping[Phase, str]) -> None:
        """In the band where it fits whole; in another the letter that stands before its name below the picture."""
        whole, letter = fits(band, self._metrics), letters.get(band.phase, "")
        aside = _PAD if whole else 0
        room = QRectF(band.left + aside, self._bands, band.right - band.left - 2 * aside, _BAND)
        self._painter.setPen(QColor(current().colour.text))
        if whole:
            self._painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, band_name(band))
        elif self._metrics.horizontalAdvance(letter) <= room.width():
            self._painter.drawText(room, Qt.AlignmentFlag.AlignCenter, letter)

    def _today(self, x: float) -> None:
        words, colour = _("today"), QColor(current().colour.accent)
        wide = self._metrics.horizontalAdvance(words)
        left = min(max(0.0, x - wide / 2), self._room.width() - wide)
        self._painter.setPen(QPen(colour, 2))
        self._painter.drawLine(QPointF(x, self._bands - 2), QPointF(x, self._bands))
        self._painter.drawLine(QPointF(x, self._bands + _BAND), QPointF(x, self._line + _DOT))
        faint = QColor(colour)
        faint.setAlphaF(_FAINT)
        self._painter.setPen(QPen(faint, 2))  # across the name of a phase, which stays readable
        self._painter.drawLine(QPointF(x, self._bands), QPointF(x, self._bands + _BAND))
        self._painter.setPen(colour)
        self._painter.drawText(QPointF(left, self._metrics.ascent()), words)

    def _axis(self, drawn: Picture, days: Sequence[str]) -> None:
        colour = current().colour
        self._painter.setPen(QPen(QColor(colour.line), 1))
        end = self._room.width() if drawn.shelf is None else drawn.shelf
        self._painter.drawLine(QPointF(0, self._line), QPointF(end, self._line))
        taken = -2.0 * _PAD
        for (x, event), words in zip(drawn.events, days, strict=True):
            strong = event.kind in (EventKind.AID_ENDS, EventKind.LEAVE_BY, EventKind.DEPARTURE)
            self._diamond(x, colour.accent if strong else colour.muted)
            wide = self._metrics.horizontalAdvance(words)
            left = min(max(0.0, x - wide / 2), self._room.width() - wide)
            if left > taken + _PAD:
                self._painter.setPen(QColor(colour.accent if strong else colour.muted))
                self._painter.drawText(QPointF(left, self._days + self._metrics.ascent()), words)
                taken = left + wide

    def _shelf(self, left: float) -> None:
        """Where moments stand of which no day is known: behind the line, under its own name."""
        room = QRectF(left + _PAD, self._bands, self._room.width() - left - _PAD, _BAND)
        words = self._metrics.elidedText(_("no day"), Qt.TextElideMode.ElideRight, int(room.width()))
        self._painter.setPen(QColor(current().colour.muted))
        self._painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)

    def _diamond(self, x: float, colour: str) -> None:
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(QColor(colour))
        corners = ((-_DOT, 0), (0, -_DOT), (_DOT, 0), (0, _DOT))
        self._painter.drawPolygon([QPointF(x + right, self._line + down) for right, down in corners])

    def _mark(self, mark: Mark, *, ring: bool) -> None:
        look, colour = STATES[mark.moment.state], current().colour
        state = QColor(getattr(colour, look.role))
        bottom = self._bands + _BAND
        if mark.window is not None:
            self._painter.fillRect(
                QRectF(mark.window[0], bottom, max(mark.window[1] - mark.window[0], 2), _WINDOW), state
            )
        if mark.at is not None:
            self._painter.setPen(QPen(state, 1.5))
            self._painter.drawLine(QPointF(mark.at, bottom), QPointF(mark.x, self._marks))
        place = QRectF(mark.x - _MARK / 2, self._marks - _MARK / 2, _MARK, _MARK)
        dashed = mark.moment.state is MomentState.NOT_COMPUTABLE
        self._painter.setPen(QPen(state, 1.5, Qt.PenStyle.DashLine if dashed else Qt.PenStyle.SolidLine))
        self._painter.setBrush(QColor(colour.surface))
        self._shape(place.adjusted(1, 1, -1, -1), mark.moment.held_by)
        corner = QPointF(mark.x - _SIGN / 2, self._marks - _SIGN / 2)
        self._painter.drawPixmap(corner, pixmap(look.sign, look.role, _SIGN, self._scale))
        if ring:
            self._painter.setPen(QPen(QColor(colour.focus), current().size.focus))
            self._painter.setBrush(Qt.BrushStyle.NoBrush)
            self._shape(place.adjusted(-2, -2, 2, 2), mark.moment.held_by)

    def _shape(self, place: QRectF, holder: Holder) -> None:
        """The ICAM coach's are square, the others' round."""
        if holder is Holder.ICAM_COACH:
            self._painter.drawRoundedRect(place, _ROUND / 2, _ROUND / 2)
        else:
            self._painter.drawEllipse(place)

    def _wish(self, drawn: Picture) -> None:
        """The wish to return as a line of steps, higher for more; it holds until the next conversation, or today."""
        colour = current().colour
        points = [QPointF(x, self._level(stance)) for x, stance in drawn.stances]
        path = QPainterPath(points[0])
        for before, after in pairwise(points):
            path.lineTo(QPointF(after.x(), before.y()))
            path.lineTo(after)
        path.lineTo(QPointF(max(points[-1].x(), drawn.today), points[-1].y()))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.setPen(QPen(QColor(colour.accent), 2))
        self._painter.drawPath(path)
        self._painter.setBrush(QColor(colour.accent))
        for point in points:
            self._painter.drawEllipse(point, _DOT, _DOT)
        self._stance_words(drawn, points)

    def _stance_words(self, drawn: Picture, points: list[QPointF]) -> None:
        """Beside each step where there is room; the last one always has its word."""
        self._painter.setPen(QColor(current().colour.text))
        ends = [point.x() for point in points[1:]] + [self._room.width()]
        for (_x, stance), point, end in zip(drawn.stances, points, ends, strict=True):
            words = label(stance)
            wide, last = self._metrics.horizontalAdvance(words), end == ends[-1]
            if wide + _PAD <= end - point.x() or last:
                left = min(point.x() + _PAD, self._room.width() - wide)
                self._painter.drawText(QPointF(left, point.y() - _DOT - 1), words)

    def _level(self, stance: Stance) -> float:
        return self._stances + self._metrics.height() + _STANCES * (1 - _LEVELS[stance])


def day_words(days: Sequence[date], on: date) -> tuple[str, ...]:
    """Days below the line: day and month, with the year where not all are of the year of the picture."""
    one_year = all(day.year == on.year for day in days)
    said = (formats.format_date(day, "short") for day in days)
    return tuple(words[:_DAY_AND_MONTH] if one_year else words for words in said)


def fits(band: Band, metrics: QFontMetrics) -> bool:
    """Whether the name of a phase stands in its band."""
    return metrics.horizontalAdvance(band_name(band)) <= band.right - band.left - 2 * _PAD


def letters_of(bands: Sequence[Band], metrics: QFontMetrics) -> dict[Phase, str]:
    """A letter for each phase that has no room for its name somewhere, from left to right; the same in every round."""
    narrow = dict.fromkeys(band.phase for band in bands if not fits(band, metrics))
    return dict(zip(narrow, ascii_lowercase, strict=False))


def band_name(band: Band) -> str:
    """The short name of its phase."""
    return pgettext(*BAND_NAMES[band.phase]) if band.phase in BAND_NAMES else capital(label(band.phase))
