"""The line that unfolds the question who of the household stands elsewhere than the family."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from loket_app.i18n import _
from loket_app.ui.kit.long_button import LongButton


class OtherStayLink(LongButton):
    """As many lines as it needs; the same words on the page and in a scenario."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("link", parent=parent)
        self._name()

    def changeEvent(self, event: QEvent) -> None:
        """Re-read the words when the language changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._name()

    def _name(self) -> None:
        words = _("Another residence situation than the family's?")
        self.setText(words)
        self.setAccessibleName(words)
