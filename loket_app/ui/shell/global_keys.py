"""Keys that work wherever one is, also in a dialog: to lock, and to blank the screen."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication


class GlobalKeys(QObject):
    """Does the work of a key before any window sees it; a shortcut of the main window sleeps behind a dialog."""

    def __init__(self, keys: Mapping[str, Callable[[], object]], parent: QObject) -> None:
        super().__init__(parent)
        self._keys = {QKeySequence(key).toString(): work for key, work in keys.items()}
        application = QApplication.instance()
        if application is not None:
            application.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Take the key, once."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            work = self._keys.get(QKeySequence(event.keyCombination()).toString())
            if work is not None:
                work()
                return True
        return False
