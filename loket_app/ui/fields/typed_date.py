"""What both kinds of date have in common."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from loket_app.ui import style
from loket_app.ui.fields.typed import TypedField


class TypedDate(TypedField):
    """A narrow line of figures of one width, written anew in its usual form when the focus goes."""

    WIDTH = 176
    TIDY = True

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        style.tabular(self._line)
