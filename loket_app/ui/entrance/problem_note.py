"""A problem said on the page, where it arose."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QWidget

from loket_app.services.entrance_problems import EntranceProblem
from loket_app.ui.kit.note_line import NoteLine


class ProblemNote(NoteLine):
    """Hidden until there is something to say. A screen reader speaks it at once."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._problem: EntranceProblem | None = None
        self.hide()

    def tell(self, problem: EntranceProblem | None) -> None:
        """Say what happened and what to do, or nothing any more."""
        self._problem = problem
        self._say_it()
        self.setVisible(problem is not None)
        if problem is not None:
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def changeEvent(self, event: QEvent) -> None:
        """The same in another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say_it()

    def _say_it(self) -> None:
        if self._problem is not None:
            self.say("error", f"{self._problem.what} {self._problem.remedy}")
