"""A question that nobody asked yet, as a link to its field."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from loket_app.ui.kit.long_button import LongButton


class GapLink(LongButton):
    """`path` says where the field is. Enter leads there, as Space and a click do."""

    def __init__(self, words: str, path: str) -> None:
        super().__init__("link")
        self.path = path
        self.setText(words.replace("&", "&&"))
        self.setAccessibleName(words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses it; on a page it would go on to the next question."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.click()
        else:
            super().keyPressEvent(event)
