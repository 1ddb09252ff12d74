"""The plan beside the estimate, the term of its budget, and what was spent. Said, never enforced."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from loket_app.domain.advice import Advice
from loket_app.domain.case import Case
from loket_app.domain.programme import BUDGET_TERM
from loket_app.domain.reintegration import Term, budget, fit, last_report, term
from loket_app.i18n import _
from loket_app.i18n.phrases import total_text
from loket_app.i18n.phrases_journey import budget_text, spent_text, term_text
from loket_app.services.programme import programme
from loket_app.ui.case.pieces.programme_source import source_line
from loket_app.ui.style import current, tabular
from loket_app.ui.words import Text


class PlanCheckPiece(QWidget):
    """A few lines below the budget; not there as long as there is no plan."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._latest: tuple[Case, Advice] | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(current().size.grid // 2)
        self.texts = [
            Text(self._budget_words, "strong"),
            Text(self._spent_words),
            Text(self._term_words),
            source_line(BUDGET_TERM),
        ]
        for text in self.texts:
            tabular(text)
            layout.addWidget(text)

    def show_advice(self, case: Case, advice: Advice) -> None:
        """Show the plan of this case beside its estimate."""
        self._latest = case, advice
        for text in self.texts:
            text.refresh()
            text.setVisible(bool(text.text()))
        self.setVisible(bool(case.plan.budget or case.plan.reports) or _term(case) is not None)

    def _budget_words(self) -> str:
        if self._latest is None:
            return ""
        case, advice = self._latest
        planned = budget(case.plan.budget)
        estimate = _("estimate: {amount}").format(amount=total_text(advice.support_total))
        return budget_text(planned, fit(planned, advice.support_total), estimate)

    def _spent_words(self) -> str:
        return spent_text(last_report(self._latest[0].plan)) if self._latest else ""

    def _term_words(self) -> str:
        return term_text(self._latest[0], _term(self._latest[0])) if self._latest else ""


def _term(case: Case) -> Term | None:
    return term(case, programme().says(BUDGET_TERM).months)
