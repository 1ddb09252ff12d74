"""The explanation on screen: a preview that follows the case, printed from memory, saved."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QCheckBox, QPushButton, QVBoxLayout, QWidget

from loket_app.domain.advice import Advice
from loket_app.domain.case import Case
from loket_app.i18n import LANGUAGES, _, language
from loket_app.services.desk import Desk
from loket_app.services.explanation import explanation
from loket_app.services.printing import protect
from loket_app.ui.entrance.printing import print_pdf
from loket_app.ui.kit.flow import FlowBox
from loket_app.ui.style import current, icon
from loket_app.ui.summary.document_language import DocumentLanguage
from loket_app.ui.summary.page_view import PageView
from loket_app.ui.summary.paper import Pages, Paper, Wanted
from loket_app.ui.summary.password_dialog import PasswordDialog
from loket_app.ui.summary.save_pdf import save_pdf
from loket_app.ui.words import Text

REST_MS = 400


class ExplanationSheet(QWidget):
    """The preview with its buttons; made anew when the case has rested a moment and it is in sight."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._paper = Paper("explanation", self._write, self)
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self._make)
        self.language = DocumentLanguage(language() if language() in LANGUAGES else "nl")
        self.names = QCheckBox()
        self.print, self.save = QPushButton(icon("print"), ""), QPushButton(icon("save"), "")
        self.save_protected = QPushButton(icon("lock"), "")
        self.pages = PageView()
        self._lay_out()
        self._words()

    def show_advice(self, case: Case, advice: Advice) -> None:
        """Follow this case and its advice."""
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
        layout.addWidget(Text(_what_it_is, "muted"))
        self.names.setFixedHeight(current().size.control)
        row = FlowBox()
        for widget in (self.language, self.names, self.print, self.save, self.save_protected):
            row.add(widget)
        layout.addWidget(row)
        layout.addWidget(self.pages)
        self.language.chosen.connect(lambda _lang: self._make())
        self.names.toggled.connect(lambda _on: self._make())
        self.print.clicked.connect(lambda: self._paper.use(self._wanted, self._print))
        self.save.clicked.connect(lambda: self._paper.use(self._wanted, self._save))
        self.save_protected.clicked.connect(lambda: self._paper.use(self._wanted, self._save_protected))

    def _words(self) -> None:
        self.names.setText(_("With &names"))
        self.print.setText(_("Pr&int"))
        self.save.setText(_("Save as PD&F"))
        self.save_protected.setText(_("Save with pass&word"))

    @property
    def _wanted(self) -> Wanted:
        return self.language.code, self.names.isChecked()

    def _write(self, case: Case, advice: Advice, wanted: Wanted) -> bytes:
        lang, names = wanted
        desk = self._desk
        return explanation(case, str(lang), advice=advice, desk=desk.profile, names=names is True, clock=desk.clock)

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
            save_pdf(pdf, self._paper.case.number, self, _("Save the explanation"))

    def _save_protected(self, pdf: bytes) -> None:
        dialog = PasswordDialog(self)
        if dialog.exec() == PasswordDialog.DialogCode.Accepted:
            self._save(protect(pdf, dialog.password))


def _what_it_is() -> str:
    return _(
        "The same reasons in plain words, for the person to read at home. Others may see it there, so it bears no names "
        "unless you tick them."
    )
