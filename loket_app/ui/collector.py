"""What Python has to clear away is cleared on the thread of the screen alone.

Objects that hold each other are found by Python's collector, on whichever thread makes the next object. With a closed
window among them the thread of the store destroyed it, and that ends the program.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY_MS = 200


class Collector(QObject):
    """From now on does what Python's own collector did, by the same thresholds, until `stop`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.timeout.connect(_collect)
        self._timer.start(_EVERY_MS)

    def stop(self) -> None:
        """Leave it to Python again."""
        self._timer.stop()
        gc.enable()


def _collect() -> None:
    """The oldest generation that is due takes the younger ones along."""
    due = [made > most for made, most in zip(gc.get_count(), gc.get_threshold(), strict=True)]
    if any(due):
        gc.collect(len(due) - 1 - due[::-1].index(True))
