"""The message to Fedasil's voluntary-return cell, ready to be copied; there only when there is something to ask."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from loket_app.domain.advice import Advice
from loket_app.domain.case import Case
from loket_app.domain.referral import refer
from loket_app.i18n import _
from loket_app.ui.case.pieces.referral_message import ReferralMessage
from loket_app.ui.kit.folding import Folding


class ReferralPiece(Folding):
    """A folded part of the page, hidden while there is nothing to ask. `asked` carries the path of what is missing."""

    asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        self.message: ReferralMessage | None = None
        self._latest: tuple[Case, Advice] | None = None
        super().__init__(lambda: _("Ask Fedasil: the text is ready"), self._make_message, parent=parent)
        self.hide()

    def show_advice(self, case: Case, advice: Advice) -> None:
        """Show what there is to ask for this case."""
        self._latest = case, advice
        self.setVisible(refer(case, advice) is not None)
        if self.message is not None:
            self.message.show_advice(case, advice)

    def reveal(self, path: str) -> bool:
        """It is found under its own name."""
        if path == "ask_fedasil":
            self.set_open(opened=True)
            self.focus_title()
        return path == "ask_fedasil"

    def _make_message(self) -> QWidget:
        self.message = ReferralMessage()
        self.message.asked.connect(self.asked)
        if self._latest is not None:
            self.message.show_advice(*self._latest)
        return self.message
