"""Something to know, on the page where it matters: never a window in the way."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from loket_app.ui import style
from loket_app.ui.kit.button import Button
from loket_app.ui.kit.note_line import NoteLine
from loket_app.ui.kit.tones import LOOKS, Tone
from loket_app.ui.words import Words

_STRIPE = 4


class InlineMessage(QFrame):
    """A sentence in a tone (`ok`, `info`, `warn`, `error`), a stripe in its colour, and perhaps one thing to do."""

    acted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tone: Tone = "info"
        self._words: Words = str
        self._line = NoteLine(self)
        self._button: Button | None = None
        style.mark(self, kind="message")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._row = QHBoxLayout(self)
        grid = style.current().size.grid
        self._row.setContentsMargins(grid * 2, grid // 2, grid, grid // 2)
        column = QVBoxLayout()
        column.setContentsMargins(0, grid, 0, grid)  # the first line stands level with the button's words
        column.addWidget(self._line)
        column.addStretch(1)
        self._row.addLayout(column, 1)
        self.hide()

    def say(self, tone: Tone, words: Words, action: Words | None = None) -> None:
        """Show a sentence, and a button when there is something to do; a screen reader speaks it at once."""
        self._tone, self._words = tone, words
        self._line.say(tone, words(), coloured=False)
        if self._button is not None:
            self._button.deleteLater()
        self._button = None
        if action is not None:
            self._button = Button(action, "quiet", parent=self)
            self._button.clicked.connect(self.acted)
            self._row.addWidget(self._button, 0, Qt.AlignmentFlag.AlignTop)
        self.show()
        self._fit()
        self.update()
        QAccessible.updateAccessibility(QAccessibleEvent(self._line, QAccessible.Event.Alert))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow column the words take more lines."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """As high as its width asks for: what may not grow gets no more than its widest form takes."""
        self.setMinimumHeight(max(self.heightForWidth(self.width()), 0))

    def changeEvent(self, event: QEvent) -> None:
        """Say the same in another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._line.say(self._tone, self._words(), coloured=False)
            self._fit()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground, and the stripe at its start."""
        super().paintEvent(event)
        painter = QPainter(self)
        colour = QColor(getattr(style.current().colour, LOOKS[self._tone].role))
        painter.fillRect(self.width() - _STRIPE if self.isRightToLeft() else 0, 0, _STRIPE, self.height(), colour)
        painter.end()
