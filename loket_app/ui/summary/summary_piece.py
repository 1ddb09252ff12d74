"""The confidential summary: a preview that follows the case, printed from memory, saved with or without a password."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from loket_app.domain.advice import Advice
from loket_app.domain.case import Case
from loket_app.i18n import LANGUAGES, _, language
from loket_app.services import documents
from loket_app.services.desk import Desk
from loket_app.services.printing import PageImage, protect, render_pages
from loket_app.ui.background import MainThread, our_fault
from loket_app.ui.entrance.printing import print_pdf
from loket_app.ui.style import current, icon, mark
from loket_app.ui.summary.document_language import DocumentLanguage
from loket_app.ui.summary.page_view import PageView
from loket_app.ui.summary.password_dialog import PasswordDialog, courtesy
from loket_app.ui.summary.save_pdf import save_pdf
from loket_app.ui.words import Text

REST_MS = 400
DPI = 88


class SummaryPiece(QWidget):
    """Made anew when the case has rested a moment and the page is in sight; the work is done beside the screen."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._screen = desk, MainThread()
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="summary")
        self.destroyed.connect(_shutdown(self._pool, self._screen))
        self._case: Case | None = None
        self._advice: Advice | None = None
        self._made: tuple[Case, str, bytes] | None = None
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self._make)
        self._lay_out()
        self._words()

    def show_advice(self, case: Case, advice: Advice) -> None:
        """Follow this case and its advice."""
        if self._case is not case:
            self._case, self._advice = case, advice
            self._rest.start()

    def reveal(self, path: str) -> bool:
        """`summary/print` is what Ctrl+P leads to."""
        if path == "summary/print":
            self._with_pdf(lambda pdf: print_pdf(pdf, self))
        return path == "summary/print"

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
        row = QHBoxLayout()
        self.language = DocumentLanguage(language() if language() in LANGUAGES else "nl")
        self.language.chosen.connect(lambda _lang: self._make())
        self.print = QPushButton(icon("print", "accent_text"), "")
        mark(self.print, kind="primary")
        self.save, self.save_protected = QPushButton(icon("save"), ""), QPushButton(icon("lock"), "")
        self.print.clicked.connect(lambda: self._with_pdf(lambda pdf: print_pdf(pdf, self)))
        self.save.clicked.connect(lambda: self._with_pdf(self._save))
        self.save_protected.clicked.connect(lambda: self._with_pdf(self._save_protected))
        row.addWidget(self.language)
        row.addStretch(1)
        for button in (self.save_protected, self.save, self.print):
            row.addWidget(button)
        layout.addLayout(row)
        self.note = Text(courtesy, "muted")
        layout.addWidget(self.note)
        self.pages = PageView()
        layout.addWidget(self.pages)

    def _words(self) -> None:
        self.print.setText(_("&Print"))
        self.print.setToolTip(_("Print (Ctrl+P)"))
        self.save.setText(_("&Save as PDF"))
        self.save_protected.setText(_("Save with pass&word"))

    def _make(self) -> None:
        if self._case is None or not self.isVisible():
            return
        lang, case, scale = self.language.code, self._case, self.devicePixelRatioF()
        if self._made is not None and self._made[:2] == (case, lang):
            return
        work = self._pool.submit(self._work(case, lang), scale)
        self._screen.when_done(work, lambda made: self._show(case, lang, made, scale), our_fault)

    def _work(self, case: Case, lang: str) -> Callable[[float], tuple[bytes, tuple[PageImage, ...]]]:
        advice, desk = self._advice, self._desk

        def work(scale: float) -> tuple[bytes, tuple[PageImage, ...]]:
            pdf = documents.summary(case, lang, advice=advice, desk=desk.profile, clock=desk.clock)
            return pdf, tuple(render_pages(pdf, round(DPI * scale)))

        return work

    def _show(self, case: Case, lang: str, made: tuple[bytes, tuple[PageImage, ...]], scale: float) -> None:
        self._made = (case, lang, made[0])
        self.pages.show_pages(made[1], scale)

    def _with_pdf(self, use: Callable[[bytes], object]) -> None:
        """Use the PDF of the case as it stands now, not of a preview that lags behind."""
        if self._case is None:
            return
        if self._made is not None and self._made[:2] == (self._case, self.language.code):
            use(self._made[2])
            return
        case, lang, advice, desk = self._case, self.language.code, self._advice, self._desk
        made: Future[bytes] = self._pool.submit(
            lambda: documents.summary(case, lang, advice=advice, desk=desk.profile, clock=desk.clock)
        )
        self._screen.when_done(made, lambda pdf: _run(use, pdf), our_fault)

    def _save(self, pdf: bytes) -> None:
        if self._case is not None:
            save_pdf(pdf, self._case.number, self)

    def _save_protected(self, pdf: bytes) -> None:
        dialog = PasswordDialog(self)
        if dialog.exec() == PasswordDialog.DialogCode.Accepted:
            self._save(protect(pdf, dialog.password))


def _shutdown(pool: ThreadPoolExecutor, screen: MainThread) -> Callable[[], None]:
    def stop() -> None:
        screen.close()
        pool.shutdown(wait=False, cancel_futures=True)

    return stop


def _run(use: Callable[[bytes], object], pdf: bytes) -> None:
    use(pdf)
