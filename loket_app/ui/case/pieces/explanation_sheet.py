"""The explanation on screen: a preview that follows the case, printed from memory, saved."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QPushButton, QWidget

from loket_app.domain.advice import Advice
from loket_app.domain.case import Case
from loket_app.i18n import _
from loket_app.services.desk import Desk
from loket_app.services.explanation import explanation
from loket_app.ui.style import current, icon
from loket_app.ui.summary.paper import Wanted
from loket_app.ui.summary.paper_sheet import PaperSheet
from loket_app.ui.words import Text


class ExplanationSheet(PaperSheet):
    """Without names, unless somebody ticks them."""

    JOB = "explanation"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.names, self.save_protected = QCheckBox(), QPushButton(icon("lock"), "")
        self.names.setFixedHeight(current().size.control)
        self.names.toggled.connect(lambda _on: self._make())
        self.save_protected.clicked.connect(lambda: self._use(self._save_protected))
        buttons = (self.language, self.names, self.print, self.save, self.save_protected)
        self._lay_out((Text(_what_it_is, "muted"),), buttons)

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

    def _title(self) -> str:
        return _("Save the explanation")


def _what_it_is() -> str:
    return _(
        "The same reasons in plain words, for the person to read at home. Others may see it there, so it bears no names "
        "unless you tick them."
    )
