"""Text that goes to the clipboard for a moment: taken back after a minute, and when the program ends."""

from __future__ import annotations

import atexit

from PySide6.QtCore import QCoreApplication, QMimeData, QTimer
from PySide6.QtGui import QGuiApplication

STAYS_MS = 60_000

_NO_HISTORY = {
    "x-kde-passwordManagerHint": b"secret",
    'application/x-qt-windows-mime;value="ExcludeClipboardContentFromMonitorProcessing"': b"\1",
}
"""Asks the clipboard managers of KDE and Windows not to remember it."""


def lend(text: str, stays_ms: int = STAYS_MS) -> None:
    """Put a text on the clipboard and take it back after a while, unless something else stands there by then."""
    data = QMimeData()
    data.setText(text)
    for kind, value in _NO_HISTORY.items():
        data.setData(kind, value)
    QGuiApplication.clipboard().setMimeData(data)
    _Loan(text, stays_ms)


class _Loan(QTimer):
    """Lives with the program, not with the page that lent: a page may be closed before the minute is over."""

    def __init__(self, text: str, stays_ms: int) -> None:
        super().__init__(QCoreApplication.instance(), singleShot=True)
        self._text = text
        self.timeout.connect(self.take_back)
        # also because Qt 6.11 falls over data of Python's that it still holds at the end
        atexit.register(self.take_back)
        self.start(stays_ms)

    def take_back(self) -> None:
        """Clear the clipboard when it still holds the text."""
        atexit.unregister(self.take_back)
        clipboard = QGuiApplication.clipboard()
        if clipboard.text() == self._text:
            clipboard.clear()
        self._text = ""
        self.deleteLater()
