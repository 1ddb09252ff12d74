"""Where something stands, in one word on a soft ground."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from loket_app.ui import style
from loket_app.ui.kit.tones import LOOKS, Look, Tone

_SIGN, _PAD, _HIGH = 16, 10, 26


class StatusPill(QWidget):
    """A word and a sign; the tone adds a colour that says nothing on its own."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text, self._look = "", Look("dot", "muted")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_status(self, text: str, tone: Tone = "reading", sign: str = "") -> None:
        """Show a word in a tone, with the sign of the tone or one of its own."""
        look = LOOKS[tone]
        self._text, self._look = text, Look(sign or look.sign or "dot", look.role)
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Room for the sign and the word."""
        return QSize(self.fontMetrics().horizontalAdvance(self._text) + _SIGN + 2 * _PAD + 4, _HIGH)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The ground, the sign, the word."""
        colour = style.current().colour
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colour.hover))
        painter.drawRoundedRect(QRectF(self.rect()), _HIGH / 2, _HIGH / 2)
        drawn = style.pixmap(self._look.sign, self._look.role, _SIGN, self.devicePixelRatioF())
        mirrored = self.isRightToLeft()
        painter.drawPixmap(QPointF(self.width() - _PAD - _SIGN if mirrored else _PAD - 2, (_HIGH - _SIGN) / 2), drawn)
        painter.setPen(QColor(colour.text))
        start = _PAD + _SIGN + 2
        words = self.rect().adjusted(_PAD if mirrored else start, 0, -start if mirrored else -_PAD, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading, self._text)
        painter.end()
