"""One line of today: figures of this desk that wait for a second person, and the way there."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QWidget

from loket_app.i18n import ngettext
from loket_app.services.own_figures import OwnFigures
from loket_app.ui.kit.long_button import LongButton


class WaitingFigures(LongButton):
    """Hidden while nothing waits. Emits `asked`."""

    asked = Signal()

    def __init__(self, figures: OwnFigures, parent: QWidget | None = None) -> None:
        super().__init__("link", "money", parent)
        self._figures = figures
        self.clicked.connect(self.asked)
        self.refresh()

    def refresh(self) -> None:
        """Count again."""
        count = len(self._figures.layer.waiting)
        words = ngettext(
            "{count} figure of this desk waits for a second person.",
            "{count} figures of this desk wait for a second person.",
            count,
        )
        self.setText(words.format(count=count))
        self.setVisible(bool(count))

    def changeEvent(self, event: QEvent) -> None:
        """Re-read the words when the language changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.refresh()
