"""What if: two scenarios of a case side by side, and what differs. Nothing of it is kept."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from loket_app.domain.advice import Advice
from loket_app.domain.case import Case
from loket_app.i18n import _
from loket_app.services.desk import Desk
from loket_app.ui.case.pieces.what_if_pair import WhatIfPair
from loket_app.ui.kit.folding import Folding


class WhatIfPiece(Folding):
    """A folded part of the page with both scenarios inside."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        self.both: WhatIfPair | None = None
        self._desk = desk
        self._case: Case | None = None
        super().__init__(lambda: _("What if …?"), self._make_both, parent=parent)

    def show_advice(self, case: Case, advice: Advice) -> None:  # noqa: ARG002  every piece is shown both
        """Follow this case."""
        self._case = case
        if self.both is not None:
            self.both.show_case(case)

    def reveal(self, path: str) -> bool:
        """It is found under its own name."""
        if path == "what_if":
            self.set_open(opened=True)
            self.focus_title()
        return path == "what_if"

    def _make_both(self) -> QWidget:
        if self._case is None:
            return QWidget()
        self.both = WhatIfPair(self._desk, self._case)
        return self.both
