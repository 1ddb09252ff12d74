"""The confidential summary: a preview that follows the case, printed from memory, saved with or without a password."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton, QWidget

from loket_app.domain.advice import Advice
from loket_app.domain.case import Case
from loket_app.i18n import _
from loket_app.services import documents
from loket_app.services.desk import Desk
from loket_app.ui.style import icon, mark
from loket_app.ui.summary.paper import Wanted
from loket_app.ui.summary.paper_sheet import PaperSheet
from loket_app.ui.summary.password_dialog import courtesy
from loket_app.ui.words import Text


class SummaryPiece(PaperSheet):
    """The last step of a case, and what Ctrl+P leads to."""

    JOB = "summary"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.print.setIcon(icon("print", "accent_text"))
        mark(self.print, kind="primary")
        self.save_protected = QPushButton(icon("lock"), "")
        self.save_protected.clicked.connect(lambda: self._use(self._save_protected))
        self.note = Text(courtesy, "muted")
        buttons = (self.language, self.print, self.save, self.save_protected)
        self._lay_out((Text(lambda: _("Confidential summary"), "heading"),), buttons, (self.note,))

    def reveal(self, path: str) -> bool:
        """`summary/print` is what Ctrl+P leads to."""
        if path == "summary/print":
            self._use(self._print)
        return path == "summary/print"

    def _words(self) -> None:
        self.print.setText(_("&Print"))
        self.print.setToolTip(_("Print (Ctrl+P)"))
        self.save.setText(_("&Save as PDF"))
        self.save_protected.setText(_("Save with pass&word"))

    def _write(self, case: Case, advice: Advice, wanted: Wanted) -> bytes:
        desk = self._desk
        return documents.summary(
            case, str(wanted[0]), advice=advice, on=desk.advise, desk=desk.profile, clock=desk.clock
        )
