"""A small word that can be taken away: one of several countries, one filter of a list."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QPushButton, QWidget

from loket_app.i18n import _
from loket_app.ui import style


class Chip(QPushButton):
    """Shows a word with a cross; `clicked` asks to take it away. The keyboard works from the editor beside it."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text.replace("&", "&&"), parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the cross stands behind the word
        self.setIcon(style.icon("close", "muted"))
        self.setIconSize(QSize(14, 14))
        self.setAccessibleName(_("Remove {name}").format(name=text))
        self.setToolTip(self.accessibleName())
