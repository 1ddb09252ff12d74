"""One line under something: a muted word, a doubt or an error, with a sign so that colour never speaks alone."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from loket_app.ui import style
from loket_app.ui.kit.tones import LOOKS, Tone

_SIGN, _GAP = 16, 6


class NoteLine(QLabel):
    """Says one thing in a tone: `reading`, `ok`, `info`, `desk` (a desk entered it itself), `warn` or `error`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = LOOKS["reading"]
        self.setWordWrap(True)
        self.setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
        self.setTextFormat(Qt.TextFormat.PlainText)

    def say(self, tone: Tone, text: str, *, coloured: bool = True) -> None:
        """Show words in a tone; with `coloured` off, the sign alone has the colour."""
        self._look = LOOKS[tone]
        self.setContentsMargins(_SIGN + _GAP if self._look.sign else 0, 0, 0, 0)
        style.mark(self, kind=self._look.role if coloured else "")
        self.setText(text)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The words, and the sign before them."""
        super().paintEvent(event)
        if not self._look.sign:
            return
        painter = QPainter(self)
        top = max(0, (self.fontMetrics().height() - _SIGN) // 2)
        drawn = style.pixmap(self._look.sign, self._look.role, _SIGN, self.devicePixelRatioF())
        painter.drawPixmap(QPoint(self.width() - _SIGN if self.isRightToLeft() else 0, top), drawn)
        painter.end()
