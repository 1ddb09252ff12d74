"""What every paper on screen has: a preview that follows the case, a language, and what one does with the paper."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from loket_app.domain.advice import Advice
from loket_app.domain.case import Case
from loket_app.i18n import LANGUAGES, language
from loket_app.services.desk import Desk
from loket_app.services.printing import protect
from loket_app.ui.entrance.printing import print_pdf
from loket_app.ui.kit.flow import FlowBox
from loket_app.ui.kit.worded import Worded
from loket_app.ui.style import current, icon
from loket_app.ui.summary.document_language import DocumentLanguage
from loket_app.ui.summary.page_view import PageView
from loket_app.ui.summary.paper import Pages, Paper, Wanted
from loket_app.ui.summary.password_dialog import PasswordDialog
from loket_app.ui.summary.save_pdf import save_pdf

REST_MS = 400


class PaperSheet(Worded, QWidget):
    """Made anew when the case has rested a moment and it is in sight; printed from memory. A kind of paper says the rest."""

    JOB = ""
    """What its own thread is called."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._paper = Paper(self.JOB, self._write, self)
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self._make)
        self.language = DocumentLanguage(language() if language() in LANGUAGES else "nl")
        self.language.chosen.connect(lambda _lang: self._make())
        self.print, self.save = QPushButton(icon("print"), ""), QPushButton(icon("save"), "")
        self.print.clicked.connect(lambda: self._use(self._print))
        self.save.clicked.connect(lambda: self._use(self._save))
        self.pages = PageView()

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

    # what a kind of paper says

    def _write(self, case: Case, advice: Advice, wanted: Wanted) -> bytes:
        """The paper as a PDF, beside the screen."""
        raise NotImplementedError

    def _words(self) -> None:
        """Write the words on the buttons."""
        raise NotImplementedError

    def _title(self) -> str | None:
        """What stands above the choice of a file; None for the usual words."""
        return None

    @property
    def _wanted(self) -> Wanted:
        return (self.language.code,)

    # what it does with that

    def _lay_out(
        self, above: tuple[QWidget, ...], buttons: tuple[QWidget, ...], below: tuple[QWidget, ...] = ()
    ) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(current().size.grid)
        row = FlowBox()
        for button in buttons:
            row.add(button)
        for part in (*above, row, *below, self.pages):
            layout.addWidget(part)
        self._words()

    def _use(self, use: Callable[[bytes], None]) -> None:
        self._paper.use(self._wanted, use)

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
            save_pdf(pdf, self._paper.case.number, self, *filter(None, [self._title()]))

    def _save_protected(self, pdf: bytes) -> None:
        dialog = PasswordDialog(self)
        if dialog.exec() == PasswordDialog.DialogCode.Accepted:
            self._save(protect(pdf, dialog.password))
