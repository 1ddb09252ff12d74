"""Sees when a window has been painted for the first time."""

from __future__ import annotations

import json
import os
import sys
import time

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from tests.benchmarks import memory


class Witness(QWidget):
    """A dot over everything else in a window. Ends the program when it has been painted, and prints when."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setFixedSize(1, 1)
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's own name
        """The window is painted as soon as this event is over."""
        super().paintEvent(event)
        QTimer.singleShot(0, self._tell)

    def _tell(self) -> None:
        sys.stdout.write(json.dumps({"painted": time.monotonic(), "peak_mib": memory.peak()}) + "\n")
        sys.stdout.flush()
        os._exit(0)
