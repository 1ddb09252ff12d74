"""One line under something: a muted word, a doubt or an error, with a sign so that colour never speaks alone."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from loket_app.ui import style

SIGNS = {"reading": "", "ok": "check", "info": "info", "warn": "warning", "error": "danger"}
ROLES = {"reading": "muted", "ok": "ok", "info": "accent", "warn": "warn", "error": "danger"}
_SIGN, _GAP = 16, 6


class NoteLine(QLabel):
    """Says one thing in a tone: `reading`, `ok`, `info`, `warn` or `error`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sign = ""
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.PlainText)

    def say(self, tone: str, text: str) -> None:
        """Show words in a tone."""
        self._sign = SIGNS[tone]
        self._role = ROLES[tone]
        self.setContentsMargins(_SIGN + _GAP if self._sign else 0, 0, 0, 0)
        style.mark(self, kind=self._role)
        self.setText(text)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint, and what the style sheet can't say."""
        super().paintEvent(event)
        if self._sign:
            painter = QPainter(self)
            top = max(0, (self.fontMetrics().height() - _SIGN) // 2)
            drawn = style.pixmap(self._sign, self._role, _SIGN, self.devicePixelRatioF())
            painter.drawPixmap(QPoint(0, top), drawn)
            painter.end()
