"""Keys that work everywhere in a window."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget


def bind(window: QWidget, keys: Mapping[str, Callable[[], object]]) -> None:
    """Let each key do its work wherever the focus is in the window."""
    for key, work in keys.items():
        QShortcut(QKeySequence(key), window).activated.connect(work)
