"""The passphrase of the first person."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from loket_app.i18n import _
from loket_app.ui.entrance.first_run.model import FirstRun
from loket_app.ui.entrance.first_run.page import Page
from loket_app.ui.entrance.new_passphrase import NewPassphrase
from loket_app.ui.words import Text


class PassphrasePage(Page):
    """Typed twice, its strength shown. `entered` goes on."""

    entered = Signal()

    def __init__(self, model: FirstRun, parent: QWidget | None = None) -> None:
        super().__init__(model, parent)
        self.passphrase = NewPassphrase(model.about, self)
        self.passphrase.edited.connect(self._keep)
        self.passphrase.entered.connect(self.entered)
        self.column.addWidget(Text(lambda: _("You type it each time you open Loket. Nobody can look it up for you.")))
        self.column.addWidget(self.passphrase)

    def title(self) -> str:
        """Of the page."""
        return _("Your passphrase")

    def begin(self) -> None:
        """Show what was typed before."""
        self.passphrase.fill(self.model.passphrase, self.model.repeated)
        self.passphrase.setFocus()

    def complete(self) -> bool:
        """Strong, and the same twice."""
        return self.passphrase.complete()

    def _keep(self) -> None:
        self.model.passphrase = self.passphrase.first.text()
        self.model.repeated = self.passphrase.second.text()
