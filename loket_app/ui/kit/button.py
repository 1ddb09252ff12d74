"""Buttons in four weights; one primary button on a page."""

from __future__ import annotations

from typing import Literal, TypeAlias

from PySide6.QtCore import QEvent, QSize
from PySide6.QtWidgets import QPushButton, QWidget

from loket_app.ui import style
from loket_app.ui.words import Words

Kind: TypeAlias = Literal["primary", "plain", "quiet", "danger"]
_INK = {"primary": "accent_text", "plain": "text", "quiet": "accent", "danger": "danger"}


class Button(QPushButton):
    """A button whose words follow the language and whose icon follows the theme; Enter presses it as Space does."""

    def __init__(
        self, words: Words, kind: Kind = "plain", icon: str | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(words(), parent)
        self._words = words
        self.setAutoDefault(True)
        style.mark(self, kind=kind)
        if icon is not None:
            self.setIcon(style.icon(icon, _INK[kind]))
            self.setIconSize(QSize(18, 18))

    def changeEvent(self, event: QEvent) -> None:
        """Read the words anew when the language changes."""
        if event.type() == QEvent.Type.LanguageChange:
            self.setText(self._words())
        super().changeEvent(event)
