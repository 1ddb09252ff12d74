"""Keys that work wherever one is, also in a dialog, to lock and to blank the screen; and whether anybody is there."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QInputEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication

_TOUCHES = frozenset({QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove, QEvent.Type.Wheel})


class GlobalKeys(QObject):
    """Does the work of a key before any window sees it; a shortcut of the main window sleeps behind a dialog.

    Each touch of key or mouse is told to `touched`. Qt asks this of every event of every widget, thousands until a page
    stands: so there is one that asks, and it looks at nothing but keys and mouse.
    """

    def __init__(
        self, keys: Mapping[str, Callable[[], object]], touched: Callable[[], object], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._keys = {QKeySequence(key).toString(): work for key, work in keys.items()}
        self._touched = touched
        application = QApplication.instance()
        if application is not None:
            application.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Take the key, once; hold nothing else back."""
        if not isinstance(event, QInputEvent) or event.type() not in _TOUCHES:
            return False
        self._touched()
        work = self._keys.get(QKeySequence(event.keyCombination()).toString()) if isinstance(event, QKeyEvent) else None
        if work is not None:
            work()
        return work is not None
