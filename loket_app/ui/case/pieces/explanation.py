"""The explanation that the person takes home: looked at, printed, saved; folded until one wants it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from loket_app.domain.advice import Advice
from loket_app.domain.case import Case
from loket_app.i18n import _
from loket_app.services.desk import Desk
from loket_app.ui.case.pieces.explanation_sheet import ExplanationSheet
from loket_app.ui.kit.folding import Folding


class ExplanationPiece(Folding):
    """A folded part of the page with the sheet inside."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        self.sheet: ExplanationSheet | None = None
        self._desk = desk
        self._latest: tuple[Case, Advice] | None = None
        super().__init__(lambda: _("Explanation to take home"), self._make_sheet, parent=parent)

    def show_advice(self, case: Case, advice: Advice) -> None:
        """Follow this case and its advice."""
        self._latest = case, advice
        if self.sheet is not None:
            self.sheet.show_advice(case, advice)

    def reveal(self, path: str) -> bool:
        """It is found under its own name."""
        if path == "explanation":
            self.set_open(opened=True)
            self.focus_title()
        return path == "explanation"

    def _make_sheet(self) -> QWidget:
        self.sheet = ExplanationSheet(self._desk)
        if self._latest is not None:
            self.sheet.show_advice(*self._latest)
        return self.sheet
