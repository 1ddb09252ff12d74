"""The papers about costs on screen: a preview that follows the case, printed from memory, saved as PDF or workbook."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QPushButton, QWidget

from loket_app.domain.advice import Advice
from loket_app.domain.case import Case
from loket_app.i18n import _
from loket_app.i18n.phrases_costs import left_off_text
from loket_app.services.costs import cost_statement, costs_workbook, iom_list
from loket_app.services.desk import Desk
from loket_app.ui.style import current, icon
from loket_app.ui.summary.paper import Wanted
from loket_app.ui.summary.paper_sheet import PaperSheet
from loket_app.ui.summary.save_pdf import save_as
from loket_app.ui.words import Text


class CostSheet(PaperSheet):
    """The statement to sign, or the list for IOM when that is ticked; the workbook holds both."""

    JOB = "costs"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.waiting, self.workbook = QCheckBox(), QPushButton(icon("save"), "")
        self.waiting.setFixedHeight(current().size.control)
        self.waiting.toggled.connect(lambda _on: self._choose())
        self.workbook.clicked.connect(self._save_workbook)
        self.left_off = Text(self._left_off_words, "muted")
        self.left_off.hide()
        buttons = (self.language, self.waiting, self.print, self.save, self.workbook)
        self._lay_out((), buttons, (self.left_off,))

    def show_advice(self, case: Case, advice: Advice) -> None:
        """Follow this case; what the list leaves out is said beside it, for the list itself goes to IOM."""
        super().show_advice(case, advice)
        self._say_left_off()

    def _choose(self) -> None:
        self._say_left_off()
        self._make()

    def _say_left_off(self) -> None:
        self.left_off.refresh()
        self.left_off.setVisible(bool(self.left_off.text()))

    def _left_off_words(self) -> str:
        case = self._paper.case
        return left_off_text(case) if case is not None and self.waiting.isChecked() else ""

    def _words(self) -> None:
        self.waiting.setText(_("List for IOM: &only what waits to be paid back"))
        self.print.setText(_("Pr&int"))
        self.save.setText(_("Save as PD&F"))
        self.workbook.setText(_("Save as &workbook (XLSX)"))

    @property
    def _wanted(self) -> Wanted:
        return self.language.code, self.waiting.isChecked()

    def _write(self, case: Case, _advice: Advice, wanted: Wanted) -> bytes:
        lang, waiting = wanted
        make = iom_list if waiting is True else cost_statement
        return make(case, str(lang), clock=self._desk.clock)

    def _title(self) -> str:
        return _("Save the costs")

    def _save_workbook(self) -> None:
        case = self._paper.case
        if case is not None:
            content = costs_workbook(case, self.language.code)
            save_as(content, f"{case.number}.xlsx", "XLSX (*.xlsx)", self, self._title())
