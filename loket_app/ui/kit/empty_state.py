"""What a page says while there is nothing on it: what would stand here, and what to do first."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from loket_app.ui import style
from loket_app.ui.words import Text, Words

_PICTURE = 40
_WIDEST = 420


class EmptyState(QWidget):
    """A picture, a line, and below them a sentence."""

    def __init__(self, picture: str, line: Words, sentence: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        grid = style.current().size.grid
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(grid * 3, grid * 3, grid * 3, grid * 3)
        self._column.setSpacing(grid)
        self._column.addStretch(1)
        self._add(_Picture(picture, self))
        for words, kind in ((line, "heading"), (sentence, "muted")):
            text = Text(words, kind, self)
            text.setAlignment(Qt.AlignmentFlag.AlignCenter)
            text.setFixedWidth(_WIDEST)
            self._add(text)
        self._column.addStretch(2)

    def _add(self, widget: QWidget) -> None:
        self._column.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)


class _Picture(QWidget):
    """An icon that is drawn anew when it is painted, so that it follows the theme."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._name = name
        self.setFixedSize(_PICTURE, _PICTURE)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The icon, muted."""
        painter = QPainter(self)
        painter.drawPixmap(0, 0, style.pixmap(self._name, "muted", _PICTURE, self.devicePixelRatioF()))
        painter.end()
