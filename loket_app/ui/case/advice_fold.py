"""The strip that the advice folds to on a narrow window: the sign of the verdict, and a press unfolds the rest."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QToolButton, QWidget

from loket_app.domain.tables import Verdict
from loket_app.i18n import _, phrases
from loket_app.i18n.labels import capital, label


class AdviceFold(QToolButton):
    """Checked: the advice stands in place of the page."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self._verdict = Verdict.INCOMPLETE

    def show_verdict(self, verdict: Verdict) -> None:
        """Show this verdict's sign."""
        self._verdict = verdict
        words = _("Advice: {verdict}").format(verdict=capital(label(verdict)))
        self.setText(phrases.SIGNS[verdict])
        self.setAccessibleName(words)
        self.setToolTip(words)

    def changeEvent(self, event: QEvent) -> None:
        """Re-read the words when the language changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.show_verdict(self._verdict)
