"""Keys that work everywhere in a window."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget


def bind(window: QWidget, keys: Mapping[str, Callable[[], object]]) -> None:
    """Let each key do its work wherever the focus is in the window."""
    for key, work in keys.items():
        QShortcut(QKeySequence(key), window).activated.connect(work)


def enter(area: QWidget) -> None:
    """Put the focus on the first thing in an area that can have it."""
    for widget in area.findChildren(QWidget):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible() and widget.isEnabled():
            widget.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return
