"""Notices that nobody touched key or mouse for a while."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

_TOUCHES = frozenset({QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove, QEvent.Type.Wheel})
_MINUTE_MS = 60_000


class IdleWatch(QObject):
    """Emits `idle` after so many minutes without a touch; each touch begins the wait anew."""

    idle = Signal()

    def __init__(self, minutes: int, parent: QObject) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.idle)
        self.set_minutes(minutes)
        application = QApplication.instance()
        if application is not None:
            application.installEventFilter(self)

    def set_minutes(self, minutes: int) -> None:
        """Wait this long from now on."""
        self._timer.start(minutes * _MINUTE_MS)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """A touch begins the wait anew; nothing is held back."""
        if event.type() in _TOUCHES:
            self._timer.start()
        return False
