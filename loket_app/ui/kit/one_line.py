"""Words on one line that end in … where there is no room, and stand whole in the tooltip."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from loket_app.ui.style import mark

_LETTERS = 6


class OneLine(QLabel):
    """A name is never read as markup."""

    def __init__(self, kind: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kept = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        mark(self, kind=kind)

    def keep(self, beginning: str) -> None:
        """Never cut these first words, such as the number by which somebody asks for a case."""
        self._kept = beginning
        self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        """The room for what is kept, for some letters, or for all when they are few."""
        whole, metrics = super().minimumSizeHint(), self.fontMetrics()
        least = max(metrics.averageCharWidth() * _LETTERS, metrics.horizontalAdvance(f"{self._kept} …"))
        return QSize(min(whole.width(), least), whole.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """As much as there is room for."""
        room = self.contentsRect()
        words = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        self.setToolTip(self.text() if words != self.text() else "")
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading, words)
        painter.end()
