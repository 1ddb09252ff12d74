"""The cost statement, the list for IOM and the workbook; folded until one wants them."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from loket_app.domain.advice import Advice
from loket_app.domain.case import Case
from loket_app.i18n import _
from loket_app.services.desk import Desk
from loket_app.ui.case.pieces.cost_sheet import CostSheet
from loket_app.ui.kit.folding import Folding


class CostPapersPiece(Folding):
    """A folded part of the page with the papers inside; not there as long as there are no costs."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        self.sheet: CostSheet | None = None
        self._desk = desk
        self._latest: tuple[Case, Advice] | None = None
        super().__init__(lambda: _("Cost statement and list for IOM"), self._make_sheet, parent=parent)

    def show_advice(self, case: Case, advice: Advice) -> None:
        """Follow this case."""
        self._latest = case, advice
        self.setVisible(bool(case.costs))
        if self.sheet is not None:
            self.sheet.show_advice(case, advice)

    def _make_sheet(self) -> QWidget:
        self.sheet = CostSheet(self._desk)
        if self._latest is not None:
            self.sheet.show_advice(*self._latest)
        return self.sheet
