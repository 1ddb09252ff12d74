"""The return track in one picture: phases as bands, key moments as marks, today's line, the wish to return below."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from loket_app.domain.track_parts import Moment, Track
from loket_app.domain.track_picture import Mark, Picture, Room, picture
from loket_app.i18n import _
from loket_app.ui.case.track.brush import Brush, band_name, letters_of
from loket_app.ui.case.track.words import moment_line, track_lines
from loket_app.ui.style import tabular

_MARGIN, _APART = 16, 28
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_OPEN = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class TrackPicture(QWidget):
    """Left and Right go from moment to moment, Enter opens it. The same stands in words in the list below.

    `moved` tells that one is on another moment, came or went, or that the room is another; `opened` carries the one to open.
    """

    moved = Signal()
    opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._track: Track | None = None
        self._at = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizePolicy(policy)
        tabular(self)

    @property
    def moment(self) -> Moment | None:
        """The moment that one is on."""
        marks = self._marks()
        return marks[self._at].moment if marks else None

    def show_track(self, track: Track) -> None:
        """Show this track; one stays on the moment one was on, and begins on what comes first."""
        if track == self._track:
            return
        was = self.moment if self._track is not None else track.next_moment
        self._track = track
        self._at = next((n for n, mark in enumerate(self._marks()) if was and mark.moment.moment is was.moment), 0)
        self.setAccessibleName(_("Return track, drawn"))
        self._tell()
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As high as what there is to draw."""
        return QSize(480, self._height())

    def minimumSizeHint(self) -> QSize:
        """Narrower than that the marks would lie on one another."""
        return QSize(200, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The whole picture."""
        if self._track is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        Brush(painter, QRectF(self.rect()), self.devicePixelRatioF(), marks=bool(self._marks())).paint(
            self._picture(), self._track, self._at if self.hasFocus() else None
        )
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """From moment to moment, and into it."""
        last = len(self._marks()) - 1
        places = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: last}
        key = Qt.Key(event.key())
        if key in _STEPS:
            self._go(min(max(self._at + _STEPS[key], 0), last))
        elif key in places:
            self._go(places[key])
        elif key in _OPEN and self.moment is not None and not event.modifiers():
            self.opened.emit(self.moment)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The ring shows which moment one is on."""
        super().focusInEvent(event)
        self.moved.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """And goes."""
        super().focusOutEvent(event)
        self.moved.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press chooses the mark under it."""
        number = self._under(event.position())
        if number is not None:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self._go(number)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Two open it."""
        number = self._under(event.position())
        if number is not None:
            self.opened.emit(self._marks()[number].moment)

    def event(self, event: QEvent) -> bool:
        """A tip says what the mark under the pointer is, or the phase."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self._tip(QPointF(event.pos())))
            return True
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        """Tell it in another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and self._track is not None:
            self.setAccessibleName(_("Return track, drawn"))
            self._tell()
            self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Other phases may have room for their names."""
        super().resizeEvent(event)
        self.moved.emit()

    @property
    def narrow(self) -> tuple[str, ...]:
        """`a = Procedure`: what the letters in the bands mean that are too narrow for their names, from left to right."""
        bands = () if self._track is None else self._picture().bands
        names = {band.phase: band_name(band) for band in bands}
        return tuple(f"{letter} = {names[phase]}" for phase, letter in letters_of(bands, self.fontMetrics()).items())

    def _height(self) -> int:
        stances = bool(self._track and self._track.stances)
        return Brush.height(self.fontMetrics(), stances=stances, marks=bool(self._marks()))

    def _go(self, number: int) -> None:
        if number >= 0:
            self._at = number
            self._tell()
            self.update()
            self.moved.emit()

    def _tell(self) -> None:
        """What a screen reader says: the moment one is on, then the whole."""
        lines = [] if self._track is None else track_lines(self._track)
        here = [] if self.moment is None else [moment_line(self.moment)]
        self.setAccessibleDescription("\n".join([*here, *lines]))

    def _picture(self) -> Picture:
        assert self._track is not None  # noqa: S101  nothing is drawn before there is a track
        return picture(self._track, Room(self.width(), _MARGIN, _APART))

    def _marks(self) -> tuple[Mark, ...]:
        return () if self._track is None else self._picture().marks

    def _tip(self, place: QPointF) -> str:
        number = self._under(place)
        if number is not None:
            return moment_line(self._marks()[number].moment)
        bands = () if self._track is None else self._picture().bands
        return next((band_name(band) for band in bands if band.left <= place.x() < band.right), "")

    def _under(self, place: QPointF) -> int | None:
        near = [(abs(mark.x - place.x()), number) for number, mark in enumerate(self._marks())]
        distance, number = min(near, default=(_APART, 0))
        return number if distance <= _APART / 2 else None
