"""The papers about costs on screen: a preview that follows the case, printed from memory, saved as PDF or workbook."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QCheckBox, QPushButton, QVBoxLayout, QWidget

from loket_app.domain.advice import Advice
from loket_app.domain.case import Case
from loket_app.i18n import LANGUAGES, _, language
from loket_app.services.costs import cost_statement, costs_workbook, iom_list
from loket_app.services.desk import Desk
from loket_app.ui.entrance.printing import print_pdf
from loket_app.ui.kit.flow import FlowBox
from loket_app.ui.style import current, icon
from loket_app.ui.summary.document_language import DocumentLanguage
from loket_app.ui.summary.page_view import PageView
from loket_app.ui.summary.paper import Pages, Paper, Wanted
from loket_app.ui.summary.save_pdf import save_as, save_pdf

REST_MS = 400


class CostSheet(QWidget):
    """The preview with its buttons; made anew when the case has rested a moment and it is in sight."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._paper = Paper("costs", self._write, self)
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self._make)
        self.language = DocumentLanguage(language() if language() in LANGUAGES else "nl")
        self.waiting = QCheckBox()
        self.print, self.save = QPushButton(icon("print"), ""), QPushButton(icon("save"), "")
        self.workbook = QPushButton(icon("save"), "")
        self.pages = PageView()
        self._lay_out()
        self._words()

    def show_advice(self, case: Case, advice: Advice) -> None:
        """Follow this case."""
        if self._paper.follow(case, advice):
            self._rest.start()

    def is_drawn(self) -> bool:
        """Whether the preview shows the case as it stands now."""
        return self._paper.made(self._wanted) is not None

    def showEvent(self, event: QShowEvent) -> None:
        """Make the preview when it comes in sight."""
        super().showEvent(event)
        self._rest.start()

    def changeEvent(self, event: QEvent) -> None:
        """Re-read the words when the language changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._words()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(current().size.grid)
        self.waiting.setFixedHeight(current().size.control)
        row = FlowBox()
        for widget in (self.language, self.waiting, self.print, self.save, self.workbook):
            row.add(widget)
        layout.addWidget(row)
        layout.addWidget(self.pages)
        self.language.chosen.connect(lambda _lang: self._make())
        self.waiting.toggled.connect(lambda _on: self._make())
        self.print.clicked.connect(lambda: self._paper.use(self._wanted, self._print))
        self.save.clicked.connect(lambda: self._paper.use(self._wanted, self._save))
        self.workbook.clicked.connect(self._save_workbook)

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

    def _make(self) -> None:
        if self.isVisible():
            scale = self.devicePixelRatioF()
            self._paper.preview(self._wanted, scale, lambda pages: self._show(pages, scale))

    def _show(self, pages: Pages, scale: float) -> None:
        self.pages.show_pages(pages, scale)

    def _print(self, pdf: bytes) -> None:
        print_pdf(pdf, self)

    def _save(self, pdf: bytes) -> None:
        if self._paper.case is not None:
            save_pdf(pdf, self._paper.case.number, self, _("Save the costs"))

    def _save_workbook(self) -> None:
        case = self._paper.case
        if case is not None:
            content = costs_workbook(case, self.language.code)
            save_as(content, f"{case.number}.xlsx", "XLSX (*.xlsx)", self, _("Save the costs"))
