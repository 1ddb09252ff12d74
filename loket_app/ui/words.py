"""Labels and buttons that re-read their words when the language changes, without losing anything else."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from loket_app.ui.style import mark

Words = Callable[[], str]


class Text(QLabel):
    """Plain text that wraps; `words` is asked again at every change of language. Names are never read as markup."""

    def __init__(self, words: Words, kind: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        if kind:
            mark(self, kind=kind)
        self.refresh()

    def refresh(self) -> None:
        """Ask for the words again."""
        words = self._words()
        if words != self.text():
            self.setText(words)

    def changeEvent(self, event: QEvent) -> None:
        """Re-read the words when the language changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.refresh()
