"""The sheet to sign on screen: a preview that follows the case, printed from memory, saved."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from loket_app.domain.advice import Advice
from loket_app.domain.case import Case
from loket_app.i18n import _
from loket_app.services.consents import consent_sheet
from loket_app.services.desk import Desk
from loket_app.ui.summary.paper import Wanted
from loket_app.ui.summary.paper_sheet import PaperSheet
from loket_app.ui.words import Text


class ConsentSheet(PaperSheet):
    """The same questions as on the page, to tick and to sign."""

    JOB = "consent"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._lay_out((Text(_what_it_is, "muted"),), (self.language, self.print, self.save))

    def _words(self) -> None:
        self.print.setText(_("Pr&int"))
        self.save.setText(_("Save as PD&F"))

    def _write(self, case: Case, _advice: Advice, wanted: Wanted) -> bytes:
        return consent_sheet(case, str(wanted[0]), self._desk.clock)

    def _title(self) -> str:
        return _("Save the sheet to sign")


def _what_it_is() -> str:
    return _("Print it in a language that they read, or read it aloud. They tick and sign; note the answers above.")
