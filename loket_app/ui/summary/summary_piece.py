"""The confidential summary: a preview that follows the case, printed from memory, saved with or without a password."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from loket_app.domain.advice import Advice
from loket_app.domain.case import Case
from loket_app.i18n import LANGUAGES, _, language
from loket_app.services import documents
from loket_app.services.desk import Desk
from loket_app.services.printing import protect
from loket_app.ui.entrance.printing import print_pdf
from loket_app.ui.kit.flow import FlowBox
from loket_app.ui.style import current, icon, mark
from loket_app.ui.summary.document_language import DocumentLanguage
from loket_app.ui.summary.page_view import PageView
from loket_app.ui.summary.paper import Pages, Paper, Wanted
from loket_app.ui.summary.password_dialog import PasswordDialog, courtesy
from loket_app.ui.summary.save_pdf import save_pdf
from loket_app.ui.words import Text

REST_MS = 400


class SummaryPiece(QWidget):
    """Made anew when the case has rested a moment and the page is in sight; the work is done beside the screen."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._paper = Paper("summary", self._write, self)
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self._make)
        self._lay_out()
        self._words()

    def show_advice(self, case: Case, advice: Advice) -> None:
        """Follow this case and its advice."""
        if self._paper.follow(case, advice):
            self._rest.start()

    def reveal(self, path: str) -> bool:
        """`summary/print` is what Ctrl+P leads to."""
        if path == "summary/print":
            self._paper.use(self._wanted, self._print)
        return path == "summary/print"

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
        layout.addWidget(Text(lambda: _("Confidential summary"), "heading"))
        row = FlowBox()
        self.language = DocumentLanguage(language() if language() in LANGUAGES else "nl")
        self.language.chosen.connect(lambda _lang: self._make())
        self.print = QPushButton(icon("print", "accent_text"), "")
        mark(self.print, kind="primary")
        self.save, self.save_protected = QPushButton(icon("save"), ""), QPushButton(icon("lock"), "")
        self.print.clicked.connect(lambda: self._paper.use(self._wanted, self._print))
        self.save.clicked.connect(lambda: self._paper.use(self._wanted, self._save))
        self.save_protected.clicked.connect(lambda: self._paper.use(self._wanted, self._save_protected))
        for part in (self.language, self.print, self.save, self.save_protected):
            row.add(part)
        layout.addWidget(row)
        self.note = Text(courtesy, "muted")
        layout.addWidget(self.note)
        self.pages = PageView()
        layout.addWidget(self.pages)

    def _words(self) -> None:
        self.print.setText(_("&Print"))
        self.print.setToolTip(_("Print (Ctrl+P)"))
        self.save.setText(_("&Save as PDF"))
        self.save_protected.setText(_("Save with pass&word"))

    @property
    def _wanted(self) -> Wanted:
        return (self.language.code,)

    def _write(self, case: Case, advice: Advice, wanted: Wanted) -> bytes:
        desk = self._desk
        return documents.summary(case, str(wanted[0]), advice=advice, desk=desk.profile, clock=desk.clock)

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
            save_pdf(pdf, self._paper.case.number, self)

    def _save_protected(self, pdf: bytes) -> None:
        dialog = PasswordDialog(self)
        if dialog.exec() == PasswordDialog.DialogCode.Accepted:
            self._save(protect(pdf, dialog.password))
