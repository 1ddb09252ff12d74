"""Beside the question who is vulnerable: that a family with a minor child is, whatever is ticked (S0 §7)."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from loket_app.domain.advice import Advice
from loket_app.domain.case import Case
from loket_app.domain.facts import Facts
from loket_app.i18n import _
from loket_app.services.desk import Desk
from loket_app.ui.style import current
from loket_app.ui.words import Text


class FamilyCountsPiece(QWidget):
    """Two lines with their source; not there for who returns without a minor child of the household."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(current().size.grid // 2)
        layout.addWidget(
            Text(
                lambda: _("A child under 18 returns too: this family counts as vulnerable, also when you tick nothing.")
            )
        )
        layout.addWidget(
            Text(lambda: _("Source: {source}").format(source=_("Fedasil, brochure on voluntary return")), "muted")
        )

    def show_advice(self, case: Case, advice: Advice) -> None:
        """Say it when it is so on the departure date of this advice."""
        self.setVisible(bool(Facts(case, advice.departure, self._desk.tables).is_family_with_minors()))
