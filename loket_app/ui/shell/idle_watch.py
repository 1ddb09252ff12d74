"""Notices that nobody touched key or mouse for a while."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

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

    def set_minutes(self, minutes: int) -> None:
        """Wait this long from now on."""
        self._timer.start(minutes * _MINUTE_MS)

    def touched(self) -> None:
        """Somebody is there."""
        self._timer.start()
