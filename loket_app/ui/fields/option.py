"""One of few."""

from __future__ import annotations

from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QRadioButton

from loket_app.ui import style
from loket_app.ui.words import Words


class Option(QRadioButton):
    """One option. Its looks stand in the style sheet under this name."""

    def __init__(self, value: object, words: Words) -> None:
        super().__init__(words())
        self.value, self.words = value, words
        self.setAutoExclusive(False)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint, and what the style sheet can't say."""
        super().paintEvent(event)
        if self.isChecked() and self.hasFocus():
            style.paint_ring(self)
