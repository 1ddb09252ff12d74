"""A button whose words may be long: they take as many lines as they need."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from loket_app.ui.kit.broken_lines import broken
from loket_app.ui.style import icon, mark


class LongButton(QPushButton):
    """`text()` is what was set, without the breaks. Give it the room of a line; the height follows."""

    def __init__(self, kind: str, picture: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = ""
        self._heights: dict[int, int] = {}
        mark(self, kind=kind)
        if picture:
            self.setIcon(icon(picture, "accent"))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def text(self) -> str:
        """The words."""
        return self._words

    def setText(self, text: str) -> None:
        """Say something else."""
        self._words = text
        self._heights.clear()
        self._break()
        self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines anew."""
        super().resizeEvent(event)
        self._break()

    def changeEvent(self, event: QEvent) -> None:
        """Another font or style takes other room."""
        self._heights.clear()
        super().changeEvent(event)

    def sizeHint(self) -> QSize:
        """The room for one line."""
        return self._around(self._words)

    def minimumSizeHint(self) -> QSize:
        """The room for the longest word, and for one line in height."""
        return QSize(self._around("\n".join(self._words.split())).width(), self.sizeHint().height())

    def heightForWidth(self, width: int) -> int:
        """The height that a width asks for. A layout asks many times: what was worked out is kept."""
        if width not in self._heights:
            chrome = self._chrome()
            self._heights[width] = self._size(self._lines(width - chrome.width())).height() + chrome.height()
        return self._heights[width]

    def _break(self) -> None:
        super().setText(self._lines(self.width() - self._chrome().width()))

    def _lines(self, room: int) -> str:
        return broken(self._words, self.fontMetrics(), room)

    def _around(self, lines: str) -> QSize:
        return self._size(lines) + self._chrome()

    def _chrome(self) -> QSize:
        """What stands around the words: the frame, and the picture beside them."""
        return super().sizeHint() - self._size(super().text())

    def _size(self, lines: str) -> QSize:
        return self.fontMetrics().size(Qt.TextFlag.TextShowMnemonic, lines)
