"""The words above a group of questions or a list, with room for one thing to do beside them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from loket_app.ui.words import Text, Words


class SectionHeading(QWidget):
    """A heading; `kind` is `heading` or, once on a page, `title`."""

    def __init__(self, words: Words, kind: str = "heading", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self.text = Text(words, kind, self)
        self._row.addWidget(self.text, 1)

    def add_action(self, widget: QWidget) -> None:
        """Put a button at the end of the line."""
        self._row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
