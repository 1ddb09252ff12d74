"""The sums of the costs, by state; what has no amount yet is said, not counted as nothing."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from loket_app.domain.case import Case
from loket_app.domain.costs import CostSum, sum_of, sums_by
from loket_app.i18n import _, formats, ngettext
from loket_app.i18n.labels import capital, label
from loket_app.ui.style import tabular
from loket_app.ui.words import Text


class CostTotalsPiece(QWidget):
    """One line a state, and the sum of all."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._case: Case | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self._total = Text(self._total_words, "strong")
        self._states = Text(self._state_words)
        for text in (self._total, self._states):
            tabular(text)
            layout.addWidget(text)
        layout.addWidget(Text(lambda: _("IOM pays these costs back before departure. No ceiling is public."), "muted"))

    def show_case(self, case: Case) -> None:
        """Show the sums of this case."""
        self._case = case
        self._total.refresh()
        self._states.refresh()
        self.setVisible(bool(case.costs))

    def _total_words(self) -> str:
        return _("Costs together: {sum}").format(sum=_sum_words(sum_of(self._case.costs))) if self._case else ""

    def _state_words(self) -> str:
        if self._case is None:
            return ""
        sums = sums_by(self._case.costs, lambda cost: cost.state)
        return "\n".join(f"{capital(label(state))}: {_sum_words(found)}" for state, found in sums.items())


def _sum_words(found: CostSum) -> str:
    words = formats.format_money(found.amount)
    if not found.without_amount:
        return words
    rest = ngettext("{count} without an amount", "{count} without an amount", found.without_amount)
    return f"{words} ({rest.format(count=found.without_amount)})"
