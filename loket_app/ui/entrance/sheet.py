"""The page that a window before the cases is written on: one calm column in the middle, however large the window."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

_MARGIN = 24


class Sheet(QScrollArea):
    """Add widgets to `column`. What does not fit is scrolled to, never sideways, and follows the focus."""

    def __init__(self, width: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        paper = QWidget(self)
        paper.setMaximumWidth(width)
        self.column = QVBoxLayout(paper)
        self.column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        self.column.setSpacing(16)
        page = QWidget(self)
        page.setObjectName("page")
        middle = QHBoxLayout(page)
        middle.setContentsMargins(0, 0, 0, 0)
        middle.addStretch(1)
        middle.addWidget(paper, 1000)
        middle.addStretch(1)
        page.setMinimumHeight(1)  # else Qt asks room for the labels at their narrowest and shows a bar for nothing
        self.setWidget(page)


def fit(window: QWidget, width: int, height: int) -> None:
    """Give a window its size, or what the screen has."""
    room = window.screen().availableGeometry()
    window.resize(min(width, room.width()), min(height, room.height()))
