"""Three sentences on what Loket is, and the language."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from loket_app.i18n import _
from loket_app.ui.entrance.first_run.model import FirstRun
from loket_app.ui.entrance.first_run.page import Page
from loket_app.ui.entrance.form_row import FormRow
from loket_app.ui.entrance.language_box import LanguageBox
from loket_app.ui.words import Text


class WelcomePage(Page):
    """The language can be changed at any moment later."""

    def __init__(self, model: FirstRun, parent: QWidget | None = None) -> None:
        super().__init__(model, parent)
        self.language = LanguageBox(self)
        for words in (
            lambda: _("Loket guides a conversation about voluntary return, from the first question to the handover."),
            lambda: _("It explains every answer with its source and date, and never guesses."),
            lambda: _("It works without a network, and keeps every word encrypted on this computer."),
        ):
            self.column.addWidget(Text(words))
        self.column.addWidget(FormRow(lambda: _("&Language"), self.language), 0, Qt.AlignmentFlag.AlignLeft)

    def title(self) -> str:
        """Of the page."""
        return _("Welcome to Loket")

    def begin(self) -> None:
        """The language comes first."""
        self.language.setFocus()
