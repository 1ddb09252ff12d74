"""A sheet of paper on the page: what belongs together."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from loket_app.ui import style


class Card(QFrame):
    """A frame with the page's own margins; `body` takes its content."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        grid = style.current().size.grid
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(grid * 2, grid * 2, grid * 2, grid * 2)
        self.body.setSpacing(grid)


def rule() -> QFrame:
    """A thin line between two things on one sheet."""
    line = QFrame()
    style.mark(line, kind="rule")
    return line
